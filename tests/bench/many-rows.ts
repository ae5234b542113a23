/** How fast a recording of 50,000 rows is shown, searched and reported, measured in the process that this is bundled for. */
import { studyCapture } from '../../capture/study-capture.ts';
import { tablesOf } from '../../capture/tables/all-tables.ts';
import { FACET_NAMES, facetCounts, FoundRows, inOrder } from '../../capture/tables/find-rows.ts';
import { captureReport } from '../../evidence/report/capture-report.ts';
import { shippedKnowledge } from '../../shipped/knowledge.ts';
import { captureOfLog } from '../../tools/builders/captures.ts';
import { english } from '../unit/english.ts';
import { longLog } from './long-log.ts';
import { median } from './statistics.ts';

/** Milliseconds, each the median of some rounds; sizes in bytes. */
export interface ManyRowsResults {
  /** Rows of the longest table. */
  readonly rows: number;
  /** The log → the capture. */
  readonly fold: number;
  /** The capture → its study: the reports on all pages. */
  readonly study: number;
  /** The study → the rows of all tables, and the facets of the longest. */
  readonly tables: number;
  /** All cells read when somebody goes to the filter, and each key after that. */
  readonly prepare: number;
  readonly key: number;
  /** The rows in the order of another column. */
  readonly order: number;
  readonly report: number;
  readonly reportSize: number;
}

function timed<T>(work: () => T): { readonly took: number; readonly made: T } {
  const startedAt = performance.now();
  const made = work();
  return { took: performance.now() - startedAt, made };
}

const medianOf = (rounds: number, work: () => unknown): number =>
  median(Array.from({ length: rounds }, () => timed(work).took));

/** Measures all of it; takes some seconds. */
export function measureManyRows(): ManyRowsResults {
  const log = longLog();
  const knowledge = shippedKnowledge();
  const capture = captureOfLog(log);
  const study = studyCapture(capture, knowledge, null);
  const listed = tablesOf(capture).map((table) => ({ table, rows: table.rows(study) }));
  const longest = listed.reduce((most, one) => (one.rows.length > most.rows.length ? one : most));
  const finder = new FoundRows(longest.table, longest.rows);
  finder.prepare();
  const typed = ['g', 'go', 'goo', 'goog', 'googl', 'google', 'google 1', 'google 12'];
  const [column] = longest.table.columns.slice(-1);
  const { made: report, took } = timed(() => captureReport(english, study));
  return {
    rows: longest.rows.length,
    fold: medianOf(3, () => captureOfLog(log)),
    study: medianOf(3, () => studyCapture(capture, knowledge, null)),
    tables: medianOf(5, () => {
      for (const table of tablesOf(capture)) table.rows(study);
      for (const name of FACET_NAMES) facetCounts(longest.rows, name);
    }),
    prepare: medianOf(3, () => {
      new FoundRows(longest.table, longest.rows).prepare();
    }),
    key: median(typed.map((words) => medianOf(3, () => finder.find({ words })))),
    order: medianOf(3, () => inOrder(longest.table, longest.rows, { by: column?.name ?? '', descending: true })),
    report: took,
    reportSize: new TextEncoder().encode(report).length,
  };
}
