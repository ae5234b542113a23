/** The layout is a promise: a folder is a stage, and facts travel one way. docs/architecture.md tells the reasons. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import stagesFile from '../../checks/stages.json' with { type: 'json' };
import { allFiles, filesIn, importsOf, parse, read, topFolders, visitNodes, type Import } from './read-sources.ts';

const { stages, shared, pure, border, purePackages, folders, mayImport } = stagesFile;
const mayNameTypesOf: Readonly<Record<string, readonly string[]>> = stagesFile.mayNameTypesOf;
const SHIPPED: readonly string[] = stages.map(({ folder }) => folder);
const shippedFiles = SHIPPED.flatMap((folder) => filesIn(folder, '.ts', '.svelte'));

const isIn = (folders: readonly string[], path: string): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));
const isPure = (path: string): boolean => isIn(pure, path) && !isIn(border, path);
const PURE = shippedFiles.filter(isPure);

/** Libraries that are pure themselves, and the folders or files that may use them. */
const librariesOfPure = new Map<string, readonly string[]>(Object.entries(purePackages));
const mayImportPackage = (path: string, name: string): boolean =>
  (librariesOfPure.get(name) ?? []).some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/** Files as a reader meets them: with the reason written at the top where one is long. */
const LONGEST = 200;

describe('folders and names', () => {
  it('has the folders of the design and no others', () => {
    expect(topFolders().filter((name) => ![...SHIPPED, ...folders].includes(name))).toEqual([]);
  });

  it('has no drawer for everything and no file that only hands on', () => {
    expect(
      allFiles.filter((path) => /(^|\/)(utils?|helpers?|lib|common|shared|misc)(\/|\.[a-z]+$)/.test(path)),
    ).toEqual([]);
    expect(
      allFiles.filter((path) => /(^|\/)index\.[a-z.]+$/.test(path) && !/^entrypoints\/[^/]+\/index\.html$/.test(path)),
    ).toEqual([]);
  });

  it('names code in kebab-case and components in PascalCase', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const names = (ending: string): string[] => allFiles.filter((path) => path.endsWith(ending));
    const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
    expect(
      [...names('.ts'), ...names('.mjs'), ...names('.json')].filter(
        (path) => !kebab.test(base(path).replace(/^\./, '')),
      ),
    ).toEqual([]);
    expect(names('.svelte').filter((path) => !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(base(path)))).toEqual([]);
  });

  it('keeps a file to one question', () => {
    const long = [
      ...shippedFiles,
      ...['schemas', 'scripts', 'replica', 'tests/bench'].flatMap((folder) => filesIn(folder, '.ts', '.mjs')),
    ]
      .filter((path) => read(path).split('\n').length - 1 > LONGEST)
      .filter((path) => !/\bLong(er than most files)?(:|,)? because\b/.test(read(path)));
    expect(long, `More than ${LONGEST} lines: split it, or say "Long because …" at the top`).toEqual([]);
  });
});

describe('the journey of a fact', () => {
  const fits = (wanted: Import, allowed: readonly string[]): boolean =>
    allowed.some((start) =>
      start.endsWith('/') ? wanted.to.startsWith(start) : wanted.to === start || wanted.to.startsWith(`${start}.`),
    );

  it.each(stages)('$folder/ takes only from the stages that it may', ({ folder, mayUse, mayNameTypes = [] }) => {
    const astray = filesIn(folder, '.ts', '.svelte')
      .flatMap((path) => importsOf(path))
      .filter((found) => found.own)
      .filter((found) => !fits(found, [...mayUse, ...shared]))
      .filter((found) => !(found.typeOnly && fits(found, mayNameTypes)))
      .map((found) => `${found.from} imports ${found.to}`);
    expect(astray).toEqual([]);
  });

  it.each(Object.entries(mayImport))('%s/, which is not shipped, takes only from where it may', (folder, allowed) => {
    const astray = filesIn(folder, '.ts', '.mjs')
      .flatMap((path) => importsOf(path))
      .filter((found) => found.own && !fits(found, allowed))
      .filter((found) => !(found.typeOnly && fits(found, mayNameTypesOf[folder] ?? [])))
      .map((found) => `${found.from} imports ${found.to}`);
    expect(astray).toEqual([]);
  });

  it('takes nothing from tests, scripts or the packages of Node into the browser', () => {
    const astray = shippedFiles
      .flatMap((path) => importsOf(path))
      .filter(
        (found) => /^(tests|scripts|tools|replica|checks|build)\//.test(found.to) || found.to.startsWith('node:'),
      );
    expect(astray).toEqual([]);
  });

  it('takes the schemas into the browser as types alone', () => {
    const astray = shippedFiles
      .flatMap((path) => importsOf(path))
      .filter((found) => found.to.startsWith('schemas/') && !found.typeOnly);
    expect(astray).toEqual([]);
  });

  it('keeps code out of policy-data/', () => {
    expect(filesIn('policy-data', '').filter((path) => !/\.(json|md)$/.test(path))).toEqual([]);
  });
});

describe('what plain Node can read', () => {
  const importing = allFiles.filter(
    (path) => /\.(?:ts|mjs|js|svelte)$/.test(path) && !path.startsWith('replica/flash/'),
  );

  it('is every import of our own: it carries its ending', () => {
    const astray = importing
      .flatMap((path) => importsOf(path))
      .filter(({ own, specifier }) => own && !/\.(?:ts|mjs|js|svelte|json|css|html)(?:\?\w+)?$/.test(specifier))
      .map((found) => `${found.from} imports ${found.specifier}`);
    expect(importing.length).toBeGreaterThan(300);
    expect(astray).toEqual([]);
  });

  it('is data that is imported whole, and said to be JSON', () => {
    const astray: string[] = [];
    for (const path of importing) {
      visitNodes(parse(path), (node) => {
        if (!ts.isImportDeclaration(node) || !/\.json['"]$/.test(node.moduleSpecifier.getText())) return;
        if (node.moduleSpecifier.getText().slice(1).startsWith('virtual:')) return;
        if (node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
        if (node.attributes === undefined || node.importClause?.namedBindings !== undefined)
          astray.push(`${path}: ${node.getText()}`);
      });
    }
    expect(astray).toEqual([]);
  });
});

describe('what is pure', () => {
  it('has files to look at', () => {
    expect(PURE.length).toBeGreaterThan(8);
  });

  it.each(PURE)('%s uses no browser, page, clock or chance', (path) => {
    expect(
      importsOf(path)
        .filter((found) => !found.typeOnly && !mayImportPackage(path, found.to))
        .filter((found) => !found.own || isIn(border, found.to))
        .map((found) => found.to),
    ).toEqual([]);
    const forbidden = new Set([
      ...[
        'browser',
        'chrome',
        'window',
        'document',
        'navigator',
        'location',
        'globalThis',
        'self',
        'localStorage',
        'sessionStorage',
      ],
      ...['indexedDB', 'caches', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'process', 'console'],
    ]);
    const astray: string[] = [];
    visitNodes(parse(path), (node) => {
      if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
        if (forbidden.has(node.expression.text) && !isDeclaredIn(node.expression)) astray.push(node.getText());
        if (/^(Date\.now|Math\.random)$/.test(node.getText())) astray.push(node.getText());
      }
      if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
        astray.push('new Date()');
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && forbidden.has(node.expression.text))
        astray.push(node.getText());
    });
    expect(astray).toEqual([]);
  });
});

/** Whether a name is a parameter or variable of the file's own ("document" is also a word). */
function isDeclaredIn(name: ts.Identifier): boolean {
  let declared = false;
  visitNodes(name.getSourceFile(), (node) => {
    if (
      (ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node)) &&
      node.name.getText() === name.text
    )
      declared = true;
  });
  return declared;
}

describe('names that the page gives', () => {
  /** Scripts that run beside a page's elements, in the world of content scripts. */
  const BESIDE_PAGES = [
    ...filesIn('observers/page', '.ts'),
    ...filesIn('entrypoints', '.content.ts'),
    'ledger/border/send-messages.ts',
  ].filter((path) => !/\/(?:page-world|gpc)\.content\.ts$/.test(path));

  it.each(BESIDE_PAGES)('%s reads no member of the document, and no API, where an element may stand', (path) => {
    const astray: string[] = [];
    visitNodes(parse(path), (node) => {
      const isMember = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
      if (isMember && node.expression.getText() === 'document') astray.push(node.getText());
      if (ts.isIdentifier(node) && /^(?:chrome|browser)$/.test(node.text) && !ts.isTypeQueryNode(node.parent))
        astray.push(node.parent.getText());
      // "name in document" is true for the name of an element.
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword)
        if (node.right.getText() === 'document') astray.push(node.getText());
    });
    expect(astray, 'Use observers/page/safe-document.ts and ledger/border/extension-api.ts').toEqual([]);
  });
});

describe('no request of its own', () => {
  it('has files to look at', () => {
    expect(shippedFiles.length).toBeGreaterThan(30);
  });

  it.each(shippedFiles)('%s opens no connection and runs no code from elsewhere', (path) => {
    const astray: string[] = [];
    visitNodes(parse(path), (node) => {
      if (ts.isCallExpression(node)) {
        const called = node.expression.getText();
        // The one page of the extension that reads a file of its package; in a page's script the same words would ask the site.
        const isOwnFile =
          path === 'entrypoints/inspector/read-conditions.ts' &&
          called === 'fetch' &&
          /^`\$\{location\.origin\}\/\$\{PACKAGE_LIST\}`$/.test(node.arguments[0]?.getText() ?? '');
        if (/(^|\.)(fetch|sendBeacon|importScripts)$/.test(called) && !isOwnFile) astray.push(called);
        if (
          node.expression.kind === ts.SyntaxKind.ImportKeyword &&
          /^['"`][a-z]+:/.test(node.arguments[0]?.getText() ?? '')
        )
          astray.push(node.getText());
        if (/^(eval|Function)$/.test(called)) astray.push(called);
      }
      if (
        ts.isNewExpression(node) &&
        /^(XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|Function)$/.test(
          node.expression.getText(),
        )
      ) {
        astray.push(node.expression.getText());
      }
    });
    expect(astray).toEqual([]);
    if (path.endsWith('.svelte'))
      expect(read(path)).not.toMatch(/\{@html|<script[^>]*\bsrc=|<(img|iframe|link)[^>]*=["']https?:/);
  });
});

describe('lists that are drawn', () => {
  /** Ids of our own data, which are told apart by a test, and positions; a text that a page may have made is no key. */
  const SOUND =
    /^(?:index|key|companyId\(met\)|[\w.]+\.(?:id|code|is|what|category|speaks)|store|permission|r|url|group|code)$/;

  it.each(shippedFiles.filter((path) => path.endsWith('.svelte')))('%s keys no row by a text', (path) => {
    const keys = [...read(path).matchAll(/\{#each .*?\((?<key>[^()]*(?:\([^()]*\))?)\)\}/gs)].map(
      ({ groups }) => groups?.key ?? '',
    );
    expect(keys.filter((key) => !SOUND.test(key))).toEqual([]);
    expect(keys).toHaveLength([...read(path).matchAll(/\{#each /g)].length);
  });
});
