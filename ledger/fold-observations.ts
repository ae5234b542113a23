/**
 * Observations → visit: what a page shows is added to what it has shown before.
 *
 * Long because: every kind of observation has its place here, side by side.
 */
import { BoundedList } from './bounded-list.ts';
import { withFewerExamples, withNetworkRequest, withRequest } from './host-record.ts';
import { placeKey, placeOf, storedItemKey } from './item-place.ts';
import type {
  Address,
  ConsentMaker,
  ConsentObservation,
  Observation,
  StoredItemObservation,
  ViewObservation,
  WriteObservation,
} from './observation.ts';
import {
  SHARES,
  writeKey,
  type ConsentChoice,
  type ConsentRecord,
  type FullViewRecord,
  type GoneItem,
  type HostRecord,
  type ListName,
  type StoredItemRecord,
  type Visit,
  type WriteRecord,
} from './visit.ts';

/** Properties of navigator and screen that any script may read. */
const FEW_PROPERTIES = 8;
/** Fonts that any page may measure. */
const FEW_FONTS = 20;
/** Choices kept for a consent platform. */
const MAX_CHOICES = 6;

function addressKey(address: Address | null): string {
  return address === null ? '' : `${address.scheme}:${address.host}${address.path}`;
}

/**
 * What a removal leaves to remember: where an identifier stood, and its hash. A removal that tells the hash counts even when this
 * visit never saw the item: the page before it may have kept it. A cookie's removal tells it where the page itself did not remove it;
 * web storage cannot tell, so there the hash is the one that was known.
 */
function goneBy(record: StoredItemRecord | undefined, item: StoredItemObservation): GoneItem | null {
  if (item.change !== 'removed') return null;
  const known = item.store === 'cookie' || record?.removed !== false ? null : record.hash;
  const hash = item.hash ?? known;
  if (hash === null) return null;
  return { ...placeOf(item), hash, at: item.at };
}

function withStoredItem(
  record: StoredItemRecord | undefined,
  item: StoredItemObservation,
  gone: GoneItem | undefined,
): StoredItemRecord | null {
  // What was removed before it was ever seen is no fact worth keeping.
  if (item.change === 'removed' && record === undefined) return null;
  const removed = item.change === 'removed';
  const { store, host, name, at } = item;
  const told = removed && record !== undefined ? record : item;
  const isBack = !removed && item.hash !== null && gone?.hash === item.hash;
  const restoredAt = record?.restoredAt ?? (isBack ? at : undefined);
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
    ...(restoredAt === undefined ? {} : { restoredAt }),
  };
}

function withWrite(record: WriteRecord | undefined, write: WriteObservation): WriteRecord {
  const { kind: _kind, count = 1, ...rest } = write;
  return {
    ...rest,
    at: Math.min(record?.at ?? write.at, write.at),
    lastAt: Math.max(record?.lastAt ?? write.at, write.at),
    count: (record?.count ?? 0) + count,
  };
}

const consentKey = ({ platform, host }: Pick<ConsentObservation, 'platform' | 'host'>): string => `${host} ${platform}`;

/**
 * Adds a choice where it belongs in time: a frame of the same host may tell of it as well, earlier or later. The same choice told twice
 * in a row is one: the later look without it and the earlier one with it bound it best, and a press that one of them saw counts.
 */
function withConsent(record: ConsentRecord | undefined, consent: ConsentObservation): ConsentRecord {
  const { choice, at, after, maker, source, platform, host, several } = consent;
  const told = [...(record?.history ?? []), { choice, at, after, maker, source }].toSorted((a, b) => a.at - b.at);
  const history: ConsentChoice[] = [];
  for (const next of told) {
    const last = history.at(-1);
    if (last === undefined) history.push(next);
    else if (last.choice === next.choice) history[history.length - 1] = sameChoice(last, next);
    // A document that finds it at its first look knows less than the one before it, which has seen the time without it.
    else if (next.after === null)
      history.push({ ...next, after: last.at, maker: next.maker === 'earlier' ? 'unknown' : next.maker });
    else history.push(next);
  }
  if (history.length > MAX_CHOICES) history.splice(MAX_CHOICES - 1, history.length - MAX_CHOICES);
  const last = history.at(-1) ?? { choice, source };
  const isLast = last.choice === choice;
  return {
    at: Math.min(record?.at ?? at, at),
    platform,
    host,
    choice: last.choice,
    source: last.source,
    several: isLast ? several : (record?.several ?? false),
    history,
  };
}

/** Of two words on who made a choice, the one that comes first here holds. */
const SURER: readonly ConsentMaker[] = ['person', 'signal', 'tool', 'unknown', 'earlier'];

/** One choice that two looks tell of. */
function sameChoice(one: ConsentChoice, other: ConsentChoice): ConsentChoice {
  // Only where both saw the time without it are they two tellings of one change; else the first one stands.
  if (one.after === null || other.after === null || other.after >= one.at) return one;
  const maker = SURER.find((sure) => sure === one.maker || sure === other.maker) ?? one.maker;
  return { ...one, after: Math.min(one.after, other.after), maker };
}

/** Takes the kind off: in a list of one kind it says nothing. */
function stripped<T extends Observation>(observation: T): Omit<T, 'kind'> {
  const { kind: _kind, ...rest } = observation;
  return rest;
}

/** It begins once, may end, and begins again; the time without it is remembered from its first end on. */
function withFullView(known: FullViewRecord | null, told: ViewObservation): FullViewRecord | null {
  if (told.ended === true) return known === null || known.until !== undefined ? known : { ...known, until: told.at };
  if (known === null) return stripped(told);
  const offSince = known.offSince ?? known.until;
  return known.until === undefined || offSince === undefined ? known : { ...stripped(told), offSince };
}

/** What most scripts read, or what no rule asks for: that must not fill the list. */
function isFaint({ readOut, measures }: Visit['readOuts'][number]): boolean {
  const of = (name: string): number => measures[name] ?? 0;
  switch (readOut) {
    case 'navigator':
      return of('properties') < FEW_PROPERTIES;
    case 'listeners':
      return of('pointer') === 0 || of('keyboard') === 0 || of('mutations') === 0;
    case 'canvas':
      return of('saves') > 0 || of('characters') === 0;
    case 'fonts':
      return of('fonts') < FEW_FONTS;
    case 'audio':
      return of('oscillators') === 0;
    case 'webgl':
      return of('unmasked') === 0;
    case 'location':
      return false;
  }
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
    hosts: new BoundedList(visit.hosts, SHARES.hosts, (entry) => entry.host, visit.leftOut.hosts ?? 0, {
      shrink: withFewerExamples,
    }),
    frames: listOf('frames', visit.frames, (entry) => addressKey(entry.address)),
    items: listOf('items', visit.items, storedItemKey),
    flashObjects: listOf('flashObjects', visit.flashObjects, (entry) => `${entry.form} ${addressKey(entry.address)}`),
    flashCookies: listOf('flashCookies', visit.flashCookies, (entry) => `${entry.host} ${entry.key}`),
    forms: listOf('forms', visit.forms, (entry) => `${entry.host} ${entry.id}`),
    links: listOf('links', visit.links, (entry) =>
      // Without an address (a button) the words tell links apart.
      entry.address === null ? `${entry.role} ${entry.text}` : `${entry.role} ${addressKey(entry.address)}`,
    ),
    marks: listOf('marks', visit.marks, (entry) => `${entry.mark} ${entry.on} ${entry.detail}`),
    consents: listOf('consents', visit.consents, consentKey),
    redirects: listOf(
      'redirects',
      visit.redirects,
      (entry) => `${entry.chain} ${addressKey(entry.from)} ${addressKey(entry.to)}`,
    ),
    writes: listOf('writes', visit.writes, writeKey),
    readOuts: listOf('readOuts', visit.readOuts, (entry) =>
      [entry.readOut, entry.host, entry.script ?? '', entry.path].join('\n'),
    ),
    typedTexts: listOf('typedTexts', visit.typedTexts, (entry) =>
      [entry.name, entry.address.host, entry.form].join('\n'),
    ),
    disguises: listOf('disguises', visit.disguises, (entry) => `${entry.collector} ${entry.address.host}`),
    gone: listOf('gone', visit.gone, placeKey),
    limits: listOf('limits', visit.limits, (entry) => `${entry.observer} ${entry.reason}`),
  };
  const hosts = new Map<string, { record: HostRecord; requests: number }>();
  let { geolocation, signal, fullView, scriptWatch, updatedAt, address, looks } = visit;

  for (const observation of observations) {
    updatedAt = Math.max(updatedAt, observation.at);
    switch (observation.kind) {
      case 'page':
        // The page has replaced its own address in place; it is the same page, and of the same host.
        if (observation.address.host === address.host) address = observation.address;
        break;
      case 'request':
      case 'network-request': {
        const { host } = observation.address;
        const draft = hosts.get(host);
        const known = draft?.record ?? lists.hosts.get(host);
        hosts.set(host, {
          record:
            observation.kind === 'request' ? withRequest(known, observation) : withNetworkRequest(known, observation),
          requests: (draft?.requests ?? 0) + (observation.count ?? 1),
        });
        break;
      }
      case 'stored-item': {
        const before = lists.items.get(storedItemKey(observation));
        const record = withStoredItem(before, observation, lists.gone.get(storedItemKey(observation)));
        if (record !== null) lists.items.put(record);
        const gone = goneBy(before, observation);
        if (gone !== null) lists.gone.putBefore(gone, () => true);
        // What is removed, or holds something else by now, is no Flash cookie any more.
        if (
          (observation.store === 'local' || observation.store === 'session') &&
          observation.shape !== 'flash-object' &&
          before?.shape === 'flash-object'
        ) {
          const { host, name } = observation;
          lists.flashCookies.removeWhere((cookie) => cookie.host === host && cookie.key === name);
        }
        break;
      }
      case 'redirect':
        lists.redirects.put(stripped(observation));
        break;
      case 'write':
        lists.writes.put(withWrite(lists.writes.get(writeKey(observation)), observation));
        break;
      case 'read-out': {
        const key = [observation.readOut, observation.host, observation.script ?? '', observation.path].join('\n');
        const entry = seenAgain(lists.readOuts.get(key), stripped(observation));
        lists.readOuts.putBefore(entry, isFaint(entry) ? () => false : isFaint);
        break;
      }
      case 'typed-text': {
        const key = [observation.name, observation.address.host, observation.form].join('\n');
        lists.typedTexts.put(seenAgain(lists.typedTexts.get(key), stripped(observation)));
        break;
      }
      case 'disguise':
        lists.disguises.put(
          seenAgain(lists.disguises.get(`${observation.collector} ${observation.address.host}`), stripped(observation)),
        );
        break;
      case 'privacy-signal':
        signal = stripped(observation);
        break;
      case 'view':
        if (observation.view === 'full') fullView = withFullView(fullView, observation);
        else scriptWatch ??= stripped(observation);
        break;
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
        lists.consents.put(withConsent(lists.consents.get(consentKey(observation)), observation));
        break;
      case 'geolocation':
        geolocation = stripped(observation);
        break;
      case 'limit':
        lists.limits.put(stripped(observation));
        break;
      case 'look':
        looks = { [observation.observer]: observation.at, ...looks };
        lists.limits.removeWhere(({ observer, reason }) => observer === observation.observer && reason !== 'too-many');
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
    address,
    updatedAt,
    geolocation,
    signal,
    fullView,
    scriptWatch,
    leftOut,
    ...(looks === undefined ? {} : { looks }),
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
    redirects: [...lists.redirects.entries.values()],
    writes: [...lists.writes.entries.values()],
    readOuts: [...lists.readOuts.entries.values()],
    typedTexts: [...lists.typedTexts.entries.values()],
    disguises: [...lists.disguises.entries.values()],
    gone: [...lists.gone.entries.values()],
  };
}

/** The numbers of a record, without new examples. */
function numbersOf({ count, failed, pixels, insecure, firstAt, lastAt, network }: HostRecord): Partial<HostRecord> {
  const numbers = { count, failed, pixels, insecure, firstAt, lastAt };
  return network === undefined ? numbers : { ...numbers, network };
}
