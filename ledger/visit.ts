/**
 * A visit: what one document, with the frames of the same owner, has shown so far. Folded from observations.
 *
 * Its size is bounded whatever the page does: each list has a share of 100 kB (`visit-lists.ts`), and what no longer fits is
 * counted in `leftOut` and not kept. Requests are summed by host, so that their number costs nothing.
 */
import type { Address, PageObservation } from './observation.ts';
import type { EntryOf } from './visit-entries.ts';
import { LIST_NAMES, type ListName } from './list-names.ts';
import type { ListEntry } from './visit-lists.ts';

/** Since when the browser reports all requests. Where the permission was taken back: until when, and the time without it. */
export interface FullViewRecord extends EntryOf<'view'> {
  /** When it ended; absent while it goes on. */
  readonly until?: number;
  /** It had been on before `at`, and was off since then. */
  readonly offSince?: number;
}

/**
 * Version of the record's shape. It goes up with every new list and with every other change after which a record of before is no
 * `Visit`; `upToDate` then makes one of it. Release 0.1.0 wrote version 2; since 3 it stands in pieces (`visit-pieces.ts`).
 */
export const RECORD_VERSION = 3;

/** The lists of a visit, each in order of first appearance. */
export type VisitLists = { readonly [L in ListName]: readonly ListEntry<L>[] };

/** What the record holds of a document. */
export interface Visit extends VisitLists {
  readonly version: typeof RECORD_VERSION;
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
  readonly geolocation: EntryOf<'geolocation'> | null;
  readonly signal: EntryOf<'privacy-signal'> | null;
  /** Since when the browser reports all requests, and until when it did; null in page view. */
  readonly fullView: FullViewRecord | null;
  /** Since when the page's own world is watched; null where it is not. */
  readonly scriptWatch: EntryOf<'view'> | null;
  /** The browser's own id of the document, where it gives one (Chromium). */
  readonly browserDocument: string | null;
  /** How many observations of each list were left out because its share was full. */
  readonly leftOut: Readonly<Partial<Record<ListName, number>>>;
  /** When an observer first scanned all of its store, by its name; absent until one has. */
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

function emptyLists(): VisitLists {
  return Object.fromEntries(LIST_NAMES.map((name) => [name, []])) as unknown as VisitLists;
}

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
    version: RECORD_VERSION,
    document,
    startedAt,
    since: page.late ? page.at : startedAt,
    late: page.late,
    address: page.address,
    updatedAt: page.at,
    ...emptyLists(),
    geolocation: null,
    gone: before?.address.host === page.address.host ? before.gone : [],
    signal: null,
    fullView: null,
    scriptWatch: null,
    browserDocument,
    leftOut: {},
  };
}

/** Whether the browser reports all requests now. */
export function seesAllRequests({ fullView }: Pick<Visit, 'fullView'>): boolean {
  return fullView !== null && fullView.until === undefined && fullView.state !== 'silent';
}

/** A record of an earlier version in the shape of this one: the lists that it does not know are empty. */
export function upToDate(record: object, version: number): object {
  return version < RECORD_VERSION ? { ...emptyLists(), ...record, version: RECORD_VERSION } : record;
}

/** Whether what was stored has what every reader counts on: a record that was damaged is none. */
export function isVisit(visit: object): visit is Visit {
  const empty = openVisit('', 0, {
    kind: 'page',
    at: 0,
    address: { scheme: 'https', host: '', path: '/' },
    late: false,
  });
  return Object.entries(empty).every(([name, value]) => {
    const found = (visit as Readonly<Record<string, unknown>>)[name];
    if (Array.isArray(value))
      return Array.isArray(found) && found.every((entry) => typeof entry === 'object' && entry !== null);
    if (value === null || typeof value === 'boolean') return found !== undefined;
    return typeof found === typeof value && found !== null;
  });
}
