import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import sitesFile from './policy-data/sony-music/sites.json' with { type: 'json' };
import { checkPolicyData } from './schemas/check-policy-data';
import { shipLessData } from './schemas/ship-less-data';

/** Match patterns of the sites that Liner Notes watches by itself; the manifest asks for these hosts and no others. */
const siteHosts = sitesFile.sites.map((site) => `*://*.${site.domain}/*`);

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  outDir: 'dist',
  vite: () => ({ plugins: [shipLessData()] }),
  hooks: {
    'build:before': (wxt) => {
      const problems = checkPolicyData(wxt.config.root);
      if (problems.length > 0) throw new Error(`The policy data is broken:\n${problems.join('\n')}`);
    },
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.type === 'content-script') entrypoint.options.matches = siteHosts;
      }
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
      config.resolve = {
        ...config.resolve,
        alias: { 'wxt/utils/content-script-context': file('./observers/page/bare-context.ts') },
      };
    },
  },
  manifest: ({ browser }) => ({
    name: 'Liner Notes',
    description: 'What a Sony Music site does, beside what its privacy policy says, and where to answer back.',
    permissions: ['storage', 'activeTab', 'scripting', 'cookies'],
    host_permissions: siteHosts,
    action: { default_title: 'Liner Notes' },
    ...(browser === 'firefox'
      ? {
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
      : { minimum_chrome_version: '120' }),
  }),
});
