/** Leaves out of the bundle what only the people who keep the data need: where a fact comes from, and notes on it. */
import type { Plugin } from 'vite';

/** Files by the end of their path, with the names of the members that stay at home. */
const STAYS_AT_HOME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/policy-data\/companies\.json$/, ['sources', 'homepage', 'country']],
  [/\/policy-data\/stored-items\.json$/, ['source']],
  [/\/policy-data\/sony-music\/organisation\.json$/, ['what', 'warnings']],
  [/\/policy-data\/sony-music\/(lookalikes|routes)\.json$/, ['sources']],
  [/\/policies\/[^/]+\/clauses\.json$/, ['setAside']],
];

/** A Vite plugin: half of the data's size is its sources, which a worker would read again at each start. */
export function shipLessData(): Plugin {
  return {
    name: 'liner-notes:ship-less-data',
    enforce: 'pre',
    transform(code, id) {
      const path = id.split('?', 1)[0] ?? id;
      const names = STAYS_AT_HOME.find(([file]) => file.test(path))?.[1];
      if (names === undefined) return null;
      const lean = JSON.stringify(JSON.parse(code), (key, value: unknown) => (names.includes(key) ? undefined : value));
      return { code: lean, map: null };
    },
  };
}
