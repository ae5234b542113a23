/** What the lists of a visit are made of: the entries in which more is remembered than one observation reports. */
import type { ItemPlace } from './item-place.ts';
import type {
  ConsentObservation,
  IdentifierTrace,
  ObservationKind,
  ObservationOf,
  StoredItemObservation,
  WriteObservation,
} from './observation.ts';

/** An observation without its kind, which says nothing in a list of one kind. */
export type EntryOf<K extends ObservationKind> = Omit<ObservationOf<K>, 'kind'>;

/** Requests counted by one observer in one place. */
export interface Tally {
  readonly count: number;
  /** How many are known to have failed or been blocked. */
  readonly failed: number;
  /** Over http: or ws:. */
  readonly insecure: number;
}

/**
 * What the browser itself reported of a host (full view), beside what the page observer counted. Both see the requests of the
 * page, so of these the larger number counts, and nothing counts twice; those of frames and workers only the browser sees.
 */
export interface NetworkTally {
  /** By the page observer. */
  readonly observed: Tally;
  /** The requests of the page, by the browser. */
  readonly page: Tally;
  /** Of other companies' frames. */
  readonly frame: Tally;
  /** Of the site's own background. */
  readonly background: Tally;
  /** How many were blocked by the browser or another extension. */
  readonly blocked: number;
  /** How many carried something besides their address, and when the first and the last did; 0 when none. */
  readonly uploads: number;
  readonly uploadsFrom: number;
  readonly uploadsUntil: number;
  /** Hosts of the frames and workers that asked, a few of them. */
  readonly by: readonly string[];
}

/** All requests to one host. */
export interface HostRecord {
  readonly host: string;
  readonly count: number;
  /** How many are known to have failed or been blocked. */
  readonly failed: number;
  /** 1 × 1 images among them. */
  readonly pixels: number;
  /** Requests over http: or ws:. */
  readonly insecure: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly initiators: readonly string[];
  /** The first few paths, as examples. */
  readonly paths: readonly string[];
  readonly identifiers: readonly IdentifierTrace[];
  /** In full view. `count`, `failed` and `insecure` above are then the sums of it. */
  readonly network?: NetworkTally;
}

/** Who wrote an item, with the number of calls. */
export interface WriteRecord extends Omit<WriteObservation, 'kind' | 'count'> {
  readonly count: number;
  readonly lastAt: number;
}

/** One choice of a consent platform's history. */
export type ConsentChoice = Pick<ConsentObservation, 'choice' | 'at' | 'after' | 'maker' | 'source'>;

/** A consent platform on one host with its choice as last seen, and the choices before it. `at`: when the platform was first seen. */
export interface ConsentRecord extends Omit<ConsentObservation, 'kind' | 'after' | 'maker'> {
  /** Every choice in the order of time, the last one included; the first few and the last. */
  readonly history: readonly ConsentChoice[];
}

/** An item with an identifier that was removed, in this visit or in one of the same site before it in the tab. */
export interface GoneItem extends ItemPlace {
  readonly hash: string;
  /** When it was seen to be gone. */
  readonly at: number;
}

/** The stored item as last seen; `firstAt` is when it was first seen, `written` whether it was written while watched. */
export interface StoredItemRecord extends Omit<StoredItemObservation, 'kind' | 'change' | 'since'> {
  /** So many milliseconds before `firstAt` it may have come; null: any time before. Absent where it goes without saying (`mayStandSince`). */
  readonly within?: number | null;
  readonly firstAt: number;
  readonly written: boolean;
  readonly removed: boolean;
  /** When it came back with the identifier that it had before it was removed. */
  readonly restoredAt?: number;
}
