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
  if (fold === null) return { ...page };
  const visit = fold.folded();
  return { ...page, visit: ahead === undefined ? visit : { ...visit, ahead } };
}

/** What a log comes to. */
export type FoldedLog = Pick<Capture, 'pages' | 'facts' | 'leftOut'>;

/** Folds a log part by part, in its order; what is folded by then can be had at any time. */
export class LogFold {
  readonly #pages: OpenPage[] = [];
  readonly #facts: CapturedFact[] = [];
  /** The number of each tab of the browser. */
  readonly #tabs = new Map<number, number>();
  readonly #shown = new Map<number, OpenPage>();
  #leftOut = 0;
  #seq = 0;

  /** How many pages there are by now. */
  get pages(): number {
    return this.#pages.length;
  }

  /** How many facts there are by now. */
  get facts(): number {
    return this.#facts.length;
  }

  /** Adds what comes next. */
  add(log: Iterable<LogEntry>): void {
    for (const entry of log) this.#addOne(entry);
  }

  /** What all of it comes to. What is added later leaves it as it is. */
  folded(): FoldedLog {
    return { pages: this.#pages.map(closed), facts: [...this.#facts], leftOut: this.#leftOut };
  }

  #addOne(entry: LogEntry): void {
    const known = this.#shown.get(entry.tab);
    if (entry.kind === 'page') {
      this.#addPage(entry, known);
    } else if (known?.page.visit.document !== entry.document) {
      // Of a page that found no room.
      this.#leftOut += entry.kind === 'facts' ? entry.observations.length : 0;
    } else if (entry.kind === 'withheld') {
      known.page.withheldAt ??= entry.at;
    } else if (entry.kind === 'left') {
      known.page.leftAt = entry.at;
      this.#shown.delete(entry.tab);
    } else {
      known.fold ??= beginFold(known.page.visit);
      known.fold.add(entry.observations);
      known.ahead = entry.ahead ?? known.ahead;
      for (const observation of entry.observations) {
        this.#seq += 1;
        if (this.#facts.length < MAX_FACTS) this.#facts.push({ seq: this.#seq, page: known.page.no, observation });
        else this.#leftOut += 1;
      }
    }
  }

  #addPage(entry: LogEntry & { readonly kind: 'page' }, known: OpenPage | undefined): void {
    if (known?.page.visit.document === entry.visit.document) {
      // Told anew after a gap: it holds what came meanwhile too.
      known.page.visit = entry.visit;
      known.fold = null;
      known.ahead = undefined;
      return;
    }
    if (known !== undefined) known.page.leftAt ??= entry.at;
    if (this.#pages.length >= MAX_PAGES) {
      this.#shown.delete(entry.tab);
      this.#leftOut += 1;
      return;
    }
    const tab = this.#tabs.get(entry.tab) ?? this.#tabs.size + 1;
    this.#tabs.set(entry.tab, tab);
    const page = { no: this.#pages.length + 1, tab, openedAt: entry.at, leftAt: null, visit: entry.visit };
    const opened: OpenPage = { page, fold: null, ahead: undefined };
    this.#pages.push(opened);
    this.#shown.set(entry.tab, opened);
  }
}

/** Folds a whole log, in its order. */
export function foldLog(log: Iterable<LogEntry>): FoldedLog {
  const fold = new LogFold();
  fold.add(log);
  return fold.folded();
}
