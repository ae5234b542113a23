/** Prints how fast the inspector works on a recording of 50,000 rows, in Node: what a screen computes, without the drawing of it. */
import { bundled } from './bundled.ts';
import type { ManyRowsResults } from './many-rows.ts';
import { row } from './result-row.ts';

/** Measures and prints it. */
export async function benchInspector(): Promise<void> {
  const results = (await (await bundled('many-rows'))('measureManyRows')) as ManyRowsResults;
  const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  console.log(`\nInspector, a recording of 50,000 facts, ${String(results.rows)} of them requests, in Node; medians`);
  row('log → capture', ms(results.fold), '');
  row('capture → findings', ms(results.study), '');
  row('findings → all rows and facets', ms(results.tables), '≤ 100 ms');
  row('all cells read, when somebody goes to the filter', ms(results.prepare), '');
  row('a key in the filter', ms(results.key), '≤ 16 ms');
  row('rows in another order', ms(results.order), '');
  row('report', ms(results.report), '≤ 2,000 ms');
  row('size of the report', `${(results.reportSize / 1e6).toFixed(1)} MB`, '≤ 100 MB');
}
