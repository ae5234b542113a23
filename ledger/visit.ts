/**
 * A visit: what one document, with the frames of the same owner, has shown so far. Folded from observations.
 *
 * Its size is bounded whatever the page does: each list has a share of 100 kB, and what no longer fits is counted in
 * `leftOut` and not kept. Requests are summed by host, so that their number costs nothing.
 *
 * Long because: the parts of a record are read side by side.
 */
import type {
  Address,
  ConsentObservation,
  DisguiseObservation,
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
  PrivacySignalObservation,
  ReadOutObservation,
  RedirectObservation,
  StoredItemObservation,
  TypedTextObservation,
  ViewObservation,
  WriteObservation,
} from './observation.ts';
import type { ItemPlace } from './item-place.ts';

/** Requests counted by one observer in one place. */
export interface Tally {
  readonly count: number;
  /** How many are known to have failed or been blocked. */
  readonly failed: number;
  /** Over http: or ws:. */
  readonly insecure: number;
}

/**
 * What the browser itself told of a host (full view), beside what the page observer counted. Both see the requests of the
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
export interface StoredItemRecord extends Omit<StoredItemObservation, 'kind' | 'change'> {
  readonly firstAt: number;
  readonly written: boolean;
  readonly removed: boolean;
  /** When it came back with the identifier that it had before it was removed. */
  readonly restoredAt?: number;
}

type Stripped<T> = Omit<T, 'kind'>;

/** Since when the browser tells of all requests. Where the permission was taken back: until when, and the time without it. */
export interface FullViewRecord extends Stripped<ViewObservation> {
  /** When it ended; absent while it goes on. */
  readonly until?: number;
  /** It had been on before `at`, and was off since then. */
  readonly offSince?: number;
}

/** What the record holds of a document. All arrays are in order of first appearance. */
export interface Visit {
  readonly version: 2;
  readonly document: string;
  /** Id of the top document, which other visits of it (a single-page site's) and its frames bear too. */
  readonly root?: string;
  /** When the document began, by its own clock. */
  readonly startedAt: number;
  /** When observing began; later than `startedAt` when `late`. */
  readonly since: number;
  readonly late: boolean;
  readonly address: Address;
  readonly updatedAt: number;
  /** How far the dates of the record are ahead of the wall clock, because that was set back; absent where it was not. */
  readonly ahead?: number;
  readonly hosts: readonly HostRecord[];
  readonly frames: readonly Stripped<FrameObservation>[];
  readonly items: readonly StoredItemRecord[];
  readonly flashObjects: readonly Stripped<FlashObjectObservation>[];
  readonly flashCookies: readonly Stripped<FlashCookieObservation>[];
  readonly forms: readonly Stripped<FormObservation>[];
  readonly links: readonly Stripped<LinkObservation>[];
  readonly marks: readonly Stripped<MarkObservation>[];
  readonly consents: readonly ConsentRecord[];
  readonly geolocation: Stripped<GeolocationObservation> | null;
  readonly limits: readonly Stripped<LimitObservation>[];
  readonly redirects: readonly Stripped<RedirectObservation>[];
  readonly writes: readonly WriteRecord[];
  readonly readOuts: readonly Stripped<ReadOutObservation>[];
  readonly typedTexts: readonly Stripped<TypedTextObservation>[];
  readonly disguises: readonly Stripped<DisguiseObservation>[];
  readonly gone: readonly GoneItem[];
  readonly signal: Stripped<PrivacySignalObservation> | null;
  /** Since when the browser tells of all requests, and until when it did; null in page view. */
  readonly fullView: FullViewRecord | null;
  /** Since when the page's own world is watched; null where it is not. */
  readonly scriptWatch: Stripped<ViewObservation> | null;
  /** The browser's own id of the document, where it tells one (Chromium). */
  readonly browserDocument: string | null;
  /** How many observations of each list were left out because its share was full. */
  readonly leftOut: Readonly<Partial<Record<ListName, number>>>;
  /** When an observer first looked at all of its store, by its name; absent until one has. */
  readonly looks?: Readonly<Record<string, number>>;
}

/** What is remembered of a tab beside its record, so that a change finds the tabs that it concerns. */
export interface CookieTab {
  readonly document: string;
  /** The page's registrable domain. */
  readonly site: string;
  readonly storeId: string | null;
  /** Registrable domains of the other sites whose cookies are looked at. */
  readonly others: readonly string[];
}

/** The lists of a visit. */
export type ListName = keyof typeof SHARES;

/**
 * How much of a visit each list may fill, in bytes of its text (`visit-text.ts`). Together under 100 kB, whatever a page does: typical
 * busy pages need a third of it.
 */
export const SHARES = {
  hosts: 44_500,
  items: 13_500,
  forms: 7_000,
  links: 5_500,
  writes: 5_000,
  flashCookies: 4_500,
  redirects: 3_500,
  frames: 2_700,
  marks: 2_600,
  readOuts: 2_500,
  flashObjects: 2_000,
  consents: 1_900,
  typedTexts: 1_000,
  disguises: 1_000,
  gone: 1_000,
  limits: 800,
} as const;

/**
 * Begins a visit with the document's own observation. `startedAt` by the document's clock, milliseconds since 1970. `before`:
 * the tab's page until then; what it knew to be removed is remembered on the same host, to tell when it comes back.
 */
export function openVisit(
  document: string,
  startedAt: number,
  page: PageObservation,
  before: Pick<Visit, 'address' | 'gone'> | null = null,
  browserDocument: string | null = null,
): Visit {
  return {
    version: 2,
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
    redirects: [],
    writes: [],
    readOuts: [],
    typedTexts: [],
    disguises: [],
    gone: before?.address.host === page.address.host ? before.gone : [],
    signal: null,
    fullView: null,
    scriptWatch: null,
    browserDocument,
    leftOut: {},
  };
}

/** Whether the browser tells of all requests now. */
export function seesAllRequests({ fullView }: Pick<Visit, 'fullView'>): boolean {
  return fullView !== null && fullView.until === undefined && fullView.state !== 'silent';
}

/** Which entry of `writes` a write is: one item may have several writers. */
export function writeKey(write: Pick<WriteObservation, 'store' | 'host' | 'name' | 'api' | 'writer' | 'path'>): string {
  return [write.store, write.host, write.name, write.api, write.writer ?? '', write.path].join('\n');
}

/** Whether what was stored has what every reader counts on: a record that was damaged is none. */
export function isVisit(visit: Visit): boolean {
  const empty = openVisit('', 0, {
    kind: 'page',
    at: 0,
    address: { scheme: 'https', host: '', path: '/' },
    late: false,
  });
  return Object.entries(empty).every(([name, value]) => {
    const found = (visit as unknown as Record<string, unknown>)[name];
    if (Array.isArray(value))
      return Array.isArray(found) && found.every((entry) => typeof entry === 'object' && entry !== null);
    if (value === null || typeof value === 'boolean') return found !== undefined;
    return typeof found === typeof value && found !== null;
  });
}
