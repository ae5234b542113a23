import { fileURLToPath } from 'node:url';
import type {} from '@wxt-dev/module-svelte';
import { defineConfig } from 'wxt';
import { barePageWorld } from './build/bare-page-world.ts';
import { browserApi } from './build/browser-api.ts';
import { BROWSER_WORDS, browserWordsFiles } from './build/browser-words.ts';
import { compileAtOnce } from './build/compile-at-once.ts';
import { checkLanguages } from './checks/check-languages.ts';
import { checkPolicyData } from './checks/check-policy-data.ts';
import { languageParts } from './build/language-part.ts';
import { listedHosts } from './checks/organisation-folders.ts';
import { oneByteText } from './build/one-byte-text.ts';
import { writePackageList } from './build/package-files.ts';
import { plainStrings } from './build/plain-strings.ts';
import { popupChunks } from './build/popup-chunks.ts';
import { preloadPopup } from './build/preload-popup.ts';
import { shipLessData } from './build/ship-less-data.ts';

/** Match patterns of the sites that Liner Notes watches by itself; the manifest asks for these hosts and no others. */
const siteHosts = listedHosts(import.meta.dirname);

/** What the browser shows beside the page, when the person opens its side panel: the inspector of the tab in front. */
const SIDE_PANEL = 'inspector.html?front';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // Elements that are made one by one are there sooner than those of a text that is parsed.
  svelte: { vite: { compilerOptions: { fragments: 'tree' } } },
  // Another folder for a build beside the one that ships (tools/build-extension.ts).
  outDir: process.env.LINER_NOTES_DIST ?? 'dist',
  vite: () => ({
    plugins: [browserApi(), shipLessData(import.meta.dirname), languageParts(import.meta.dirname), oneByteText()],
  }),
  hooks: {
    'build:before': (wxt) => {
      // WXT 0.21 looks for names to import even where `imports` is false: a private member #storage brought its storage library along.
      Object.assign(wxt.config.imports, { imports: [], presets: [] });
      // Languages are compared with the data, so that has to be sound first.
      const broken = checkPolicyData(wxt.config.root);
      const problems = broken.length > 0 ? broken : checkLanguages(wxt.config.root);
      if (problems.length > 0) throw new Error(`The data is broken:\n${problems.join('\n')}`);
    },
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.type !== 'content-script') continue;
        // What is registered while the extension runs has its hosts from there, and asks for none of its own.
        entrypoint.options.matches = entrypoint.options.registration === 'runtime' ? [] : siteHosts;
      }
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      // The popup's page has a title of its own, which would take this one's place.
      const action = manifest.action as Record<string, unknown>;
      action.default_title = `__MSG_${BROWSER_WORDS.action}__`;
    },
    'build:publicAssets': (wxt, files) => {
      for (const { path, contents } of browserWordsFiles(wxt.config.root)) files.push({ relativeDest: path, contents });
    },
    'build:done': (wxt) => {
      writePackageList(wxt.config.outDir);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'popup')) {
        config.plugins = [...(config.plugins ?? []), popupChunks(), preloadPopup(), compileAtOnce()];
      }
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      config.plugins = [...(config.plugins ?? []), barePageWorld(), plainStrings(), compileAtOnce()];
      const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
      config.resolve = {
        ...config.resolve,
        alias: { 'wxt/utils/content-script-context': file('./build/bare-context.ts') },
      };
    },
  },
  manifest: ({ browser }) => ({
    name: `__MSG_${BROWSER_WORDS.name}__`,
    description: `__MSG_${BROWSER_WORDS.description}__`,
    default_locale: 'en',
    permissions: [
      'storage',
      'activeTab',
      'scripting',
      'cookies',
      // Chromium tells an extension of no request when this is granted later, before the browser's next start. Without all sites it is not listened to.
      'webRequest',
      'declarativeNetRequestWithHostAccess',
      ...(browser === 'firefox' ? ['dns'] : ['sidePanel']),
    ],
    host_permissions: siteHosts,
    // Chromium's "*" scheme leaves WebSockets out.
    optional_host_permissions: ['*://*/*', 'ws://*/*', 'wss://*/*'],
    // No browser has a use of its own for these keys. On a Mac, Option would write a letter.
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+L', mac: 'MacCtrl+Shift+L' } } },
    ...(browser === 'firefox'
      ? {
          // Firefox's side bar; in its menu, and not opened by itself.
          sidebar_action: {
            default_panel: SIDE_PANEL,
            default_title: `__MSG_${BROWSER_WORDS.name}__`,
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'liner-notes@liner-notes.example',
              strict_min_version: '140.0',
              // Firefox asks every extension to say what it collects: nothing leaves the browser.
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { side_panel: { default_path: SIDE_PANEL }, minimum_chrome_version: '120' }),
  }),
});
