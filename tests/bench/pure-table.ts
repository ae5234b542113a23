/** Prints how fast the pure code is, in Node. */
import { bundled, timesOf } from './bundled.ts';
import type { PureResults } from './pure.ts';
import { row } from './result-row.ts';
import { estimate, inWords } from './statistics.ts';

/** Measures and prints all of it. */
export async function benchPure(): Promise<void> {
  console.log('\nPure code, in Node; medians');
  const start = await bundled('company-start');
  const startOf = async (name: string): Promise<string> => inWords(estimate(await timesOf(start, name)), 1, ' ms');
  const results = (await (await bundled('pure'))('measurePure')) as PureResults;
  const million = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} million a second`;
  row('host → company, host met before', million(results.knownPerSecond), '≥ 1 million a second');
  row('host → company, every host new', million(results.newPerSecond), '≥ 1 million a second');
  row('host → company, start-up in a new process', await startOf('measureCompanyStart'), '≤ 20 ms');
  row('all that the popup knows, in a new process', await startOf('measureKnowledgeStart'), '');
  row('fold of a page with 200 requests, 60 items', `${results.foldOfBusyPage.toFixed(2)} ms`, '');
  row('fold of 100,000 requests and 10,000 keys', `${results.foldOfFlood.toFixed(0)} ms`, '');
  row('size of that visit', `${(results.floodSize / 1000).toFixed(1)} kB`, '≤ 100 kB');
  row('report on a busy visit', `${results.report.toFixed(2)} ms`, '');
}
