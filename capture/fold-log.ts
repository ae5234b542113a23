/**
 * A recording's log → its pages and facts. The log is what is written while the recording runs, an entry for each thing that happens to a
 * record: so a worker that dies costs nothing that is in it, and the same log gives the same capture again. Pure.
 */
import { beginFold, type VisitFold } from '../ledger/fold-observations.ts';
import type { LogEntry } from '../ledger/log-entry.ts';
import { MAX_FACTS, MAX_PAGES, type Capture, type CapturedFact, type CapturedPage } from './capture.ts';

export type { LogEntry } from '../ledger/log-entry.ts';

/** A page whose record is still being folded. */
interface OpenPage {
  readonly page: { -readonly [Member in keyof CapturedPage]: CapturedPage[Member] };
  /** What is added to its record; null where nothing was since it was last told. */
  fold: VisitFold | null;
  /** As `Visit.ahead`, where it came with what was added. */
  ahead: number | undefined;
}

/** The page with all that was added to its record. */
function closed({ page, fold, ahead }: OpenPage): CapturedPage {
  if (fold === null) return page;
  const visit = fold.folded();
  return { ...page, visit: ahead === undefined ? visit : { ...visit, ahead } };
}

/** What a log comes to. */
export type FoldedLog = Pick<Capture, 'pages' | 'facts' | 'leftOut'>;

/** Folds a log, in its order. */
export function foldLog(log: Iterable<LogEntry>): FoldedLog {
  const pages: OpenPage[] = [];
  const facts: CapturedFact[] = [];
  const tabs = new Map<number, number>();
  const shown = new Map<number, OpenPage>();
  let leftOut = 0;
  let seq = 0;
  for (const entry of log) {
    const known = shown.get(entry.tab);
    if (entry.kind === 'page') {
      if (known?.page.visit.document === entry.visit.document) {
        // Told anew after a gap: it holds what came meanwhile too.
        known.page.visit = entry.visit;
        known.fold = null;
        known.ahead = undefined;
        continue;
      }
      if (known !== undefined) known.page.leftAt ??= entry.at;
      if (pages.length >= MAX_PAGES) {
        shown.delete(entry.tab);
        leftOut += 1;
        continue;
      }
      const tab = tabs.get(entry.tab) ?? tabs.size + 1;
      tabs.set(entry.tab, tab);
      const page = { no: pages.length + 1, tab, openedAt: entry.at, leftAt: null, visit: entry.visit };
      const opened: OpenPage = { page, fold: null, ahead: undefined };
      pages.push(opened);
      shown.set(entry.tab, opened);
    } else if (known?.page.visit.document !== entry.document) {
      // Of a page that found no room.
      leftOut += entry.kind === 'facts' ? entry.observations.length : 0;
    } else if (entry.kind === 'withheld') {
      known.page.withheldAt ??= entry.at;
    } else if (entry.kind === 'left') {
      known.page.leftAt = entry.at;
      shown.delete(entry.tab);
    } else {
      known.fold ??= beginFold(known.page.visit);
      known.fold.add(entry.observations);
      known.ahead = entry.ahead ?? known.ahead;
      for (const observation of entry.observations) {
        seq += 1;
        if (facts.length < MAX_FACTS) facts.push({ seq, page: known.page.no, observation });
        else leftOut += 1;
      }
    }
  }
  return { pages: pages.map(closed), facts, leftOut };
}
