/**
 * A visit: what one document, with the frames of the same owner, has shown so far. Folded from observations.
 *
 * Its size is bounded whatever the page does: each list has a share of 100 kB, and what no longer fits is counted in
 * `leftOut` and not kept. Requests are summed by host, so that their number costs nothing.
 */
import type {
  Address,
  ConsentObservation,
  FlashCookieObservation,
  FlashObjectObservation,
  FormObservation,
  FrameObservation,
  GeolocationObservation,
  IdentifierTrace,
  LimitObservation,
  LinkObservation,
  MarkObservation,
  PageObservation,
  StoredItemObservation,
} from './observation';

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
}

/** The stored item as last seen; `firstAt` is when it was first seen, `written` whether it was written while watched. */
export interface StoredItemRecord extends Omit<StoredItemObservation, 'kind' | 'change'> {
  readonly firstAt: number;
  readonly written: boolean;
  readonly removed: boolean;
}

type Stripped<T> = Omit<T, 'kind'>;

/** What the record holds of a document. All arrays are in order of first appearance. */
export interface Visit {
  readonly version: 1;
  readonly document: string;
  /** When the document began, by its own clock. */
  readonly startedAt: number;
  /** When observing began; later than `startedAt` when `late`. */
  readonly since: number;
  readonly late: boolean;
  readonly address: Address;
  readonly updatedAt: number;
  readonly hosts: readonly HostRecord[];
  readonly frames: readonly Stripped<FrameObservation>[];
  readonly items: readonly StoredItemRecord[];
  readonly flashObjects: readonly Stripped<FlashObjectObservation>[];
  readonly flashCookies: readonly Stripped<FlashCookieObservation>[];
  readonly forms: readonly Stripped<FormObservation>[];
  readonly links: readonly Stripped<LinkObservation>[];
  readonly marks: readonly Stripped<MarkObservation>[];
  readonly consents: readonly Stripped<ConsentObservation>[];
  readonly geolocation: Stripped<GeolocationObservation> | null;
  readonly limits: readonly Stripped<LimitObservation>[];
  /** How many observations of each list were left out because its share was full. */
  readonly leftOut: Readonly<Partial<Record<ListName, number>>>;
}

/** The lists of a visit. */
export type ListName = keyof typeof SHARES;

/**
 * How much of a visit each list may fill, in bytes of its serialised form. Together under 100 kB (DESIGN, budgets): typical
 * busy pages need a third of it.
 */
export const SHARES = {
  hosts: 32_000,
  items: 26_000,
  forms: 12_000,
  links: 10_000,
  flashCookies: 7_000,
  frames: 4_000,
  marks: 3_500,
  flashObjects: 2_500,
  consents: 1_000,
  limits: 1_000,
} as const;

/** Begins a visit with the document's own observation. `startedAt` by the document's clock, milliseconds since 1970. */
export function openVisit(document: string, startedAt: number, page: PageObservation): Visit {
  return {
    version: 1,
    document,
    startedAt,
    since: page.late ? page.at : startedAt,
    late: page.late,
    address: page.address,
    updatedAt: page.at,
    hosts: [],
    frames: [],
    items: [],
    flashObjects: [],
    flashCookies: [],
    forms: [],
    links: [],
    marks: [],
    consents: [],
    geolocation: null,
    limits: [],
    leftOut: {},
  };
}

/** Which entry of `items` a stored item is: the same name may stand in several stores, hosts and partitions. */
export function storedItemKey(item: Pick<StoredItemObservation, 'store' | 'host' | 'name' | 'cookie'>): string {
  return [item.store, item.cookie?.domain ?? item.host, item.cookie?.partition ?? '', item.name].join('\n');
}
