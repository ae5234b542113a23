/**
 * Makes the data that ships small, and quick to read: without what only the people who keep it need, as texts that
 * JSON.parse takes in (a browser reads them several times faster than code), and with the work that needs no visitor done.
 */
import { runnerImport, type Plugin } from 'vite';
import { moduleOf } from './data-module.ts';
import { organisations } from './organisations.ts';

/** Files by the end of their path, with the names of the members that stay at home: where a fact comes from, and notes on it. */
const STAYS_AT_HOME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/organisations\/[^/]+\/organisation\.json$/, ['what', 'warnings']],
  [/\/policy-data\/request-readers\.json$/, ['sources']],
  [/\/organisations\/[^/]+\/lookalikes\.json$/, ['sources', 'note']],
  [/\/organisations\/[^/]+\/sites\.json$/, ['note']],
  [/\/policy-data\/reading\/[a-z]{2}\.json$/, ['examples', 'counterExamples']],
  [/\/policy-data\/tag-addresses\.json$/, ['name', 'sources']],
  [/\/(?:policy-data|organisations\/[^/]+)\/routes\.json$/, ['sources', 'sure', 'note']],
  [/\/policy-data\/delivery-hosts\.json$/, ['basis', 'name']],
  [/\/policies\/[^/]+\/clauses\.json$/, ['setAside', 'recipients']],
  [/\/policies\/history\.json$/, ['sources']],
  [/\/policy-data\/music-services\.json$/, ['example', 'sources']],
  [/\/policy-data\/consent-platforms\.json$/, ['examples', 'sources']],
];
const DATA = /\/(?:(?:policy-data|organisations\/[^/]+)\/.*|locales\/[^/]+)\.json$/;

/** Modules that only arrange data: they run in the build, and what they export takes their place. */
const ARRANGED_AHEAD =
  /\/(?:recognition\/(?:shipped-[a-z-]+-index|page-words\/joined-patterns)|shipped\/[a-z-]+-index)\.ts$/;

/** Vite plugins, with that for the organisations' files in `root`. Tests go without: they read the files as they are, and get the same answers. */
export function shipLessData(root: string): Plugin[] {
  const lists = organisations(root);
  const ships: Plugin = {
    name: 'liner-notes:ship-less-data',
    enforce: 'pre',
    async load(id) {
      if (!ARRANGED_AHEAD.test(id)) return null;
      const { module, dependencies } = await runnerImport<Record<string, unknown>>(id, {
        logLevel: 'error',
        plugins: [organisations(root)],
      });
      for (const file of dependencies) this.addWatchFile(file);
      return moduleOf(module, false);
    },
    transform(code, id) {
      if (!DATA.test(id)) return null;
      const names = STAYS_AT_HOME.find(([file]) => file.test(id))?.[1] ?? [];
      const lean = JSON.parse(code, (key, value: unknown) => (names.includes(key) ? undefined : value)) as object;
      return { code: moduleOf(lean, true), moduleType: 'js', map: null };
    },
  };
  return [lists, ships];
}
