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
  Observation,
  PageObservation,
  RequestObservation,
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

type ListName = keyof typeof SHARES;

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

/** Examples of paths kept for a host. */
const MAX_PATHS = 3;
/** Identifier traces kept for a host. */
const MAX_IDENTIFIERS = 6;
/** Kinds of initiator kept for a host: there are about twelve in all browsers. */
const MAX_INITIATORS = 12;

/**
 * JSON in ASCII alone. A string with one letter beyond Latin-1 takes two bytes a letter in the browser's session storage;
 * escaped, its length is its size.
 *
 * serialise({ a: 'é' }) → '{"a":"\\u00e9"}'
 */
export function serialise(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A list with a key for each entry and a limit of bytes. */
class BoundedList<T> {
  readonly entries = new Map<string, T>();
  readonly #limit: number;
  readonly #keyOf: (entry: T) => string;
  #size = 2;
  leftOut: number;

  constructor(entries: readonly T[], limit: number, keyOf: (entry: T) => string, leftOut: number) {
    this.#limit = limit;
    this.#keyOf = keyOf;
    this.leftOut = leftOut;
    for (const entry of entries) {
      this.entries.set(keyOf(entry), entry);
      this.#size += serialise(entry).length + 1;
    }
  }

  get(key: string): T | undefined {
    return this.entries.get(key);
  }

  /** Adds or replaces; what does not fit is counted as `standsFor` facts left out, and an entry of before stays as it was. */
  put(entry: T, standsFor = 1): boolean {
    const key = this.#keyOf(entry);
    const before = this.entries.get(key);
    const growth = serialise(entry).length + 1 - (before === undefined ? 0 : serialise(before).length + 1);
    if (growth > 0 && this.#size + growth > this.#limit) {
      this.leftOut += standsFor;
      return false;
    }
    this.#size += growth;
    this.entries.set(key, entry);
    return true;
  }
}

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

function addressKey(address: Address | null): string {
  return address === null ? '' : `${address.scheme}:${address.host}${address.path}`;
}

/** Which entry of `items` a stored item is: the same name may stand in several stores, hosts and partitions. */
export function storedItemKey(item: Pick<StoredItemObservation, 'store' | 'host' | 'name' | 'cookie'>): string {
  return [item.store, item.cookie?.domain ?? item.host, item.cookie?.partition ?? '', item.name].join('\n');
}

function merged(first: readonly string[], second: readonly string[], most: number): readonly string[] {
  if (first.length >= most || second.every((entry) => first.includes(entry))) return first;
  return [...new Set([...first, ...second])].slice(0, most);
}

function withRequest(record: HostRecord | undefined, request: RequestObservation): HostRecord {
  const { address, at } = request;
  const count = request.count ?? 1;
  const identifiers = request.identifiers.filter(
    (trace) => !record?.identifiers.some((known) => known.name === trace.name && known.hash === trace.hash),
  );
  return {
    host: address.host,
    count: (record?.count ?? 0) + count,
    failed: (record?.failed ?? 0) + (request.failed === true ? count : 0),
    pixels: (record?.pixels ?? 0) + (request.pixel ? count : 0),
    insecure: (record?.insecure ?? 0) + (address.scheme === 'http' || address.scheme === 'ws' ? count : 0),
    firstAt: Math.min(record?.firstAt ?? at, at),
    lastAt: Math.max(record?.lastAt ?? at, at),
    initiators: merged(record?.initiators ?? [], [request.initiator], MAX_INITIATORS),
    paths: merged(record?.paths ?? [], [address.path], MAX_PATHS),
    identifiers: [...(record?.identifiers ?? []), ...identifiers].slice(0, MAX_IDENTIFIERS),
  };
}

function withStoredItem(record: StoredItemRecord | undefined, item: StoredItemObservation): StoredItemRecord | null {
  // What was removed before it was ever seen is no fact worth keeping.
  if (item.change === 'removed' && record === undefined) return null;
  const removed = item.change === 'removed';
  const { store, host, name, at } = item;
  const told = removed && record !== undefined ? record : item;
  return {
    store,
    host,
    name,
    at,
    size: told.size,
    shape: told.shape,
    hash: told.hash,
    cookie: told.cookie,
    firstAt: Math.min(record?.firstAt ?? at, at),
    written: (record?.written ?? false) || item.change === 'written',
    removed,
  };
}

/** Takes the kind off: in a list of one kind it says nothing. */
function stripped<T extends Observation>(observation: T): Omit<T, 'kind'> {
  const { kind: _kind, ...rest } = observation;
  return rest;
}

/** Keeps the time of the first sighting when an entry is seen again. */
function seenAgain<T extends { readonly at: number }>(known: T | undefined, entry: T): T {
  return known === undefined ? entry : { ...entry, at: Math.min(known.at, entry.at) };
}

/**
 * Folds observations into a visit and gives the new visit; the old one is left as it was. Observations of a frame of the
 * same owner go into the page's visit like its own. Work grows with the observations, not with what was seen before.
 */
export function foldObservations(visit: Visit, observations: readonly Observation[]): Visit {
  const listOf = <T>(name: ListName, entries: readonly T[], keyOf: (entry: T) => string) =>
    new BoundedList<T>(entries, SHARES[name], keyOf, visit.leftOut[name] ?? 0);
  const lists = {
    hosts: listOf('hosts', visit.hosts, (entry) => entry.host),
    frames: listOf('frames', visit.frames, (entry) => addressKey(entry.address)),
    items: listOf('items', visit.items, storedItemKey),
    flashObjects: listOf('flashObjects', visit.flashObjects, (entry) => `${entry.form} ${addressKey(entry.address)}`),
    flashCookies: listOf('flashCookies', visit.flashCookies, (entry) => `${entry.host} ${entry.key}`),
    forms: listOf('forms', visit.forms, (entry) => `${entry.host} ${entry.id}`),
    links: listOf('links', visit.links, (entry) =>
      // Without an address (a button) the words tell links apart.
      entry.address === null ? `${entry.role} ${entry.text}` : `${entry.role} ${addressKey(entry.address)}`,
    ),
    marks: listOf('marks', visit.marks, (entry) => `${entry.mark} ${entry.on}`),
    consents: listOf('consents', visit.consents, (entry) => entry.platform),
    limits: listOf('limits', visit.limits, (entry) => `${entry.observer} ${entry.reason}`),
  };
  const hosts = new Map<string, { record: HostRecord; requests: number }>();
  let { geolocation, updatedAt } = visit;

  for (const observation of observations) {
    updatedAt = Math.max(updatedAt, observation.at);
    switch (observation.kind) {
      case 'page':
        break;
      case 'request': {
        const { host } = observation.address;
        const draft = hosts.get(host);
        hosts.set(host, {
          record: withRequest(draft?.record ?? lists.hosts.get(host), observation),
          requests: (draft?.requests ?? 0) + (observation.count ?? 1),
        });
        break;
      }
      case 'stored-item': {
        const record = withStoredItem(lists.items.get(storedItemKey(observation)), observation);
        if (record !== null) lists.items.put(record);
        break;
      }
      case 'frame':
        lists.frames.put(seenAgain(lists.frames.get(addressKey(observation.address)), stripped(observation)));
        break;
      case 'flash-object':
        lists.flashObjects.put(
          seenAgain(
            lists.flashObjects.get(`${observation.form} ${addressKey(observation.address)}`),
            stripped(observation),
          ),
        );
        break;
      case 'flash-cookie':
        lists.flashCookies.put(
          seenAgain(lists.flashCookies.get(`${observation.host} ${observation.key}`), stripped(observation)),
        );
        break;
      case 'form':
        lists.forms.put(seenAgain(lists.forms.get(`${observation.host} ${observation.id}`), stripped(observation)));
        break;
      case 'link':
        lists.links.put(stripped(observation));
        break;
      case 'mark':
        lists.marks.put(stripped(observation));
        break;
      case 'consent':
        lists.consents.put(stripped(observation));
        break;
      case 'geolocation':
        geolocation = {
          ...stripped(observation),
          changed: observation.changed || (geolocation?.changed ?? false),
        };
        break;
      case 'limit':
        lists.limits.put(stripped(observation));
        break;
      default: {
        const unheardOf: never = observation;
        return unheardOf;
      }
    }
  }

  for (const { record, requests } of hosts.values()) {
    if (lists.hosts.put(record, 0)) continue;
    const known = lists.hosts.get(record.host);
    // A full list still counts the hosts that it knows, without new examples.
    if (known !== undefined && lists.hosts.put({ ...known, ...numbersOf(record) }, 0)) continue;
    lists.hosts.leftOut += requests;
  }

  const leftOut = Object.fromEntries(
    Object.entries(lists)
      .map(([name, list]) => [name, list.leftOut] as const)
      .filter(([, left]) => left > 0),
  );
  return {
    ...visit,
    updatedAt,
    geolocation,
    leftOut,
    hosts: [...lists.hosts.entries.values()],
    frames: [...lists.frames.entries.values()],
    items: [...lists.items.entries.values()],
    flashObjects: [...lists.flashObjects.entries.values()],
    flashCookies: [...lists.flashCookies.entries.values()],
    forms: [...lists.forms.entries.values()],
    links: [...lists.links.entries.values()],
    marks: [...lists.marks.entries.values()],
    consents: [...lists.consents.entries.values()],
    limits: [...lists.limits.entries.values()],
  };
}

function numbersOf(
  record: HostRecord,
): Pick<HostRecord, 'count' | 'failed' | 'pixels' | 'insecure' | 'firstAt' | 'lastAt'> {
  const { count, failed, pixels, insecure, firstAt, lastAt } = record;
  return { count, failed, pixels, insecure, firstAt, lastAt };
}
