/** What every page observer is given, and what it is. */
import type { Observation } from '../../ledger/observation.ts';
import type { PageChanges } from './page-changes.ts';

/** One visit of one document, as its observers see it. */
export interface VisitWatch {
  /** Hands over a fact; it is sent with others within a second. Never throws. */
  readonly report: (observation: Observation) => void;
  /** Aborted when the visit ends (single-page navigation, page hidden for good): stop everything. */
  readonly signal: AbortSignal;
  /** For hashes of identifiers, so that two stores can be compared; the same for all frames of a browser session. */
  readonly salt: string;
  /** The registrable domain of the document's host: what is under it is of the same site. */
  readonly site: string;
  /** Milliseconds since 1970: what happened in this document before belongs to an earlier visit. */
  readonly since: number;
  /** Whether this is the page itself or a frame of the same owner in it. */
  readonly frame: 'top' | 'frame';
  /** Runs `handOver` whenever a person begins to look at the record: what the observer holds back is reported then. Stops with `signal`. */
  readonly onAsked: (handOver: () => void) => void;
}

/** Starts to look; reports through `watch` until `watch.signal` aborts. An exception inside one never stops another. */
export type VisitObserver = (watch: VisitWatch) => void;

/** The same for those that look at the page's elements. */
export interface PageWatch extends VisitWatch {
  /**
   * Runs `scan` with the whole page, and with what has changed in it once it has settled: at most every 250 ms, in idle time, more
   * rarely on a page where scanning is slow. Stops with `signal`.
   */
  readonly onDom: (scan: (changes: PageChanges) => void) => void;
}

/** A `VisitObserver` that looks at the page's elements. */
export type PageObserver = (watch: PageWatch) => void;
