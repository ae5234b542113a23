// Lint rules. Those that keep the layout (who may call the browser, what is pure) are explained in docs/architecture.md.
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import stagesFile from './checks/stages.json' with { type: 'json' };

/** Folders whose code reaches a person's browser. */
const shipped = stagesFile.stages.map(({ folder }) => `${folder}/**/*.{ts,svelte}`);

/** Parts of pure folders that call the browser for them. */
const border = stagesFile.border.map((folder) => `${folder}/**`);

/** The only places that may call the browser's extension API. */
const browserBorder = ['entrypoints/**', 'background/**', 'observers/**', ...border];

/** Data in, data out: may be run by hand, offline, in any order, with the same result. */
const pure = stagesFile.pure.map((folder) => `${folder}/**/*.ts`);

/** What pure code may not import: all that reaches out of it, and libraries (`packages`) that have their own places. */
const impureImports = (packages) => ({
  regex: `^(wxt|svelte|webextension-polyfill|node:|#imports${packages.map((name) => `|${name}`).join('')})|/(observers|background|entrypoints|components|border)/`,
  message: 'This folder is pure: no browser, no DOM, no Svelte. Libraries have their places in checks/stages.json.',
});
const purePackages = Object.keys(stagesFile.purePackages);

/** Where libraries may be used in pure folders: each place with all that it may use. */
const libraryPlaces = [...new Set(Object.values(stagesFile.purePackages).flat())].map((place) => ({
  files: [place.endsWith('/') ? `${place}**/*.ts` : place],
  ignores: border,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [impureImports(purePackages.filter((name) => !stagesFile.purePackages[name].includes(place)))] },
    ],
  },
}));

const browserGlobals = ['browser', 'chrome'].map((name) => ({
  name,
  message: 'The browser is called in entrypoints/, background/, observers/ and ledger/border/.',
}));
const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'].map(
  (name) => ({
    name,
    message: 'Liner Notes makes no network request of its own.',
  }),
);
const impureGlobals = [
  ...[
    'window',
    'document',
    'navigator',
    'location',
    'history',
    'screen',
    'self',
    'globalThis',
    'localStorage',
    'sessionStorage',
  ],
  ...['indexedDB', 'caches', 'cookieStore', 'performance', 'crypto', 'setTimeout', 'setInterval', 'queueMicrotask'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'MutationObserver', 'PerformanceObserver', 'process', 'console'],
].map((name) => ({
  name,
  message: 'This folder is pure: it gets data and gives data. Take what you need as a parameter.',
}));

const browserImports = ['wxt/browser', '#imports', 'webextension-polyfill', '@wxt-dev/webextension-polyfill'].map(
  (name) => ({
    name,
    allowTypeImports: true,
    message: 'The browser is called in entrypoints/, background/, observers/ and ledger/border/.',
  }),
);

/** In a content script of Firefox these have no iterator that could be stepped through: `forEach`, `get` and `getAll` work. */
const xrayIterators = [
  'ForOfStatement[right.property.name="searchParams"]',
  'CallExpression[callee.property.name=/^(?:values|keys|entries)$/][callee.object.property.name="searchParams"]',
  'SpreadElement[argument.property.name="searchParams"]',
  ':matches(ForOfStatement[right.callee.name="URLSearchParams"], SpreadElement[argument.callee.name="URLSearchParams"])',
].map((selector) => ({ selector, message: 'Firefox cannot step through it in a content script: use forEach.' }));

const htmlSinks = {
  selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
  message: 'Page-made text must never become markup: use text nodes or Svelte.',
};
const networkCalls = {
  selector: "MemberExpression[property.name='sendBeacon'], ImportExpression[source.value=/^[a-z]+:/]",
  message: 'Liner Notes makes no network request of its own and runs no code from elsewhere.',
};
const defaultExports = {
  selector: 'ExportDefaultDeclaration',
  message:
    'Export by name, so that a thing has one name everywhere. Only entry points and configurations export a default.',
};
const ownClock = {
  selector:
    "MemberExpression[object.name='Date'][property.name='now'], MemberExpression[property.name='timeOrigin'], NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Dates come from `clock` (observers/clock.ts): these fail after a sleep, or when the clock is set.',
};
const clockAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'This folder is pure: take the time as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'This folder is pure: take the time as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'This folder is pure: the same input gives the same result.',
  },
];

export default defineConfig(
  {
    ignores: ['dist/', '.wxt/', '.output/', '.cache/', 'test-results/', 'playwright-report/', 'replica/flash/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },

  {
    rules: {
      // `x == null` is how both null and undefined are meant.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off', // the typed rule below knows more
      'no-new-func': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-restricted-syntax': ['error', defaultExports],
      'object-shorthand': 'error',
      // Looks at every expression of a component for Svelte stores, slowly, and there are none here.
      'svelte/require-store-reactive-access': 'off',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `const { kind, ...rest } = observation` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // `() => log.push(x)` is clear, and braces around it say nothing more.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a text is what a count is for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },

  {
    files: shipped,
    rules: {
      'no-restricted-globals': ['error', ...browserGlobals, ...networkGlobals],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: browserImports }],
      'no-restricted-syntax': ['error', defaultExports, htmlSinks, networkCalls],
    },
  },
  {
    files: browserBorder,
    rules: { 'no-restricted-globals': ['error', ...networkGlobals], '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: pure,
    ignores: border,
    rules: {
      'no-restricted-globals': ['error', ...browserGlobals, ...networkGlobals, ...impureGlobals],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [impureImports(purePackages)] }],
      'no-restricted-syntax': ['error', defaultExports, htmlSinks, networkCalls, ...clockAndChance],
    },
  },
  ...libraryPlaces,
  {
    files: ['entrypoints/**/*.{ts,svelte}'],
    rules: { 'no-restricted-syntax': ['error', htmlSinks, networkCalls, ownClock] },
  },
  {
    // The script in the page's own world keeps a clock of its own, out of the page's reach (primordials.ts).
    files: ['background/**/*.ts', 'observers/**/*.ts'],
    ignores: ['observers/clock.ts', 'observers/page-world/**'],
    rules: { 'no-restricted-syntax': ['error', defaultExports, htmlSinks, networkCalls, ownClock, ...xrayIterators] },
  },
  {
    files: ['*.config.{js,ts}', '**/*.svelte'],
    rules: { 'no-restricted-syntax': ['error', htmlSinks, networkCalls] },
  },

  {
    // Scripts talk to a person through the console.
    files: [
      'scripts/**',
      'tools/**',
      'replica/**',
      'checks/**',
      'tests/bench/**',
      'tests/wild/**',
      'tests/e2e/**',
      'tests/fixtures/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**', 'tools/stage/**'],
    rules: {
      // A test that reads a missing element fails there and then, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Stand-ins for browser objects have methods that do nothing.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // Declares modules: those of data export a default, as JSON does, and inside a declaration types cannot be imported otherwise.
    files: ['**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
