/** Observations → visit: what a page shows is added to what it has shown before. */
import { BoundedList } from './bounded-list';
import type { Address, Observation, RequestObservation, StoredItemObservation } from './observation';
import { SHARES, storedItemKey, type HostRecord, type ListName, type StoredItemRecord, type Visit } from './visit';

/** Examples of paths kept for a host. */
const MAX_PATHS = 3;
/** Identifier traces kept for a host. */
const MAX_IDENTIFIERS = 6;
/** Kinds of initiator kept for a host: there are about twelve in all browsers. */
const MAX_INITIATORS = 12;

function addressKey(address: Address | null): string {
  return address === null ? '' : `${address.scheme}:${address.host}${address.path}`;
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
