/**
 * The lists of a visit, one row each: the type `Visit`, the empty visit, the fold, the limits and the tests follow from this table.
 * What the popup says of a list that was cut is in `words/limit-words.ts`, which fails to compile without it.
 */
import { consentKey, withConsent } from './consent-record.ts';
import { isFaint } from './faint-read-out.ts';
import { withFewerExamples } from './host-record.ts';
import { placeKey, storedItemKey } from './item-place.ts';
import type { ListName } from './list-names.ts';
import type { Address, Observation, ObservationKind, ObservationOf, WriteObservation } from './observation.ts';
import type { ConsentRecord, EntryOf, GoneItem, HostRecord, StoredItemRecord, WriteRecord } from './visit-entries.ts';

/** How one list is kept. */
interface ListRules<Entry, Fact> {
  /** How much of a visit it may fill, in bytes of its text (`visit-text.ts`). What does not fit is counted in `leftOut`. */
  readonly share: number;
  /** The same text for what goes into one entry, and for nothing else. */
  readonly keyOf: (of: Entry | Fact) => string;
  /** The same entry with less in it, so that others find room; null when nothing is left that could be done without. */
  readonly shrink?: (entry: Entry) => Entry | null;
}

/** A list whose entries are made of one kind of observation, each folded into its entry and into nothing else. */
export interface PlainList<K extends ObservationKind, Entry = EntryOf<K>> extends ListRules<Entry, ObservationOf<K>> {
  readonly kind: K;
  /** The entry after an observation. */
  readonly merge: (known: Entry | undefined, observation: ObservationOf<K>) => Entry;
  /** Whether the entry makes room for others that do not. Absent: none does. */
  readonly givesWay?: (entry: Entry) => boolean;
}

/** A list that has a fold of its own. */
export interface SpecialList<Entry> extends ListRules<Entry, never> {
  readonly kind: null;
}

function plain<K extends ObservationKind, Entry = EntryOf<K>>(rules: PlainList<K, Entry>): PlainList<K, Entry> {
  return rules;
}

function special<Entry>(rules: Omit<SpecialList<Entry>, 'kind'>): SpecialList<Entry> {
  return { kind: null, ...rules };
}

/** Takes the kind off. */
export function entryOf<K extends ObservationKind>(observation: ObservationOf<K>): EntryOf<K> {
  const { kind: _kind, ...entry } = observation;
  return entry;
}

/** The last report of a thing holds. */
function latest<K extends ObservationKind>(_known: EntryOf<K> | undefined, observation: ObservationOf<K>): EntryOf<K> {
  return entryOf(observation);
}

/** The last report of a thing holds, with the time of the first. */
function sinceFirst<K extends ObservationKind>(
  known: EntryOf<K> | undefined,
  observation: ObservationOf<K>,
): EntryOf<K> {
  const entry = entryOf(observation);
  return known === undefined ? entry : { ...entry, at: Math.min(known.at, entry.at) };
}

function withWrite(known: WriteRecord | undefined, write: WriteObservation): WriteRecord {
  const { kind: _kind, count = 1, ...rest } = write;
  return {
    ...rest,
    at: Math.min(known?.at ?? write.at, write.at),
    lastAt: Math.max(known?.lastAt ?? write.at, write.at),
    count: (known?.count ?? 0) + count,
  };
}

function addressKey(address: Address | null): string {
  return address === null ? '' : `${address.scheme}:${address.host}${address.path}`;
}

/** The table. The shares together are under 100 kB: busy pages as they usually are need a third of it. */
export const VISIT_LISTS = {
  /** Hosts that were asked for something; see `fold-requests.ts`. */
  hosts: special<HostRecord>({ share: 44_500, keyOf: ({ host }) => host, shrink: withFewerExamples }),
  frames: plain<'frame'>({
    kind: 'frame',
    share: 2_700,
    keyOf: ({ address }) => addressKey(address),
    merge: sinceFirst,
  }),
  /** What is kept in the browser; see `fold-stored-item.ts`. */
  items: special<StoredItemRecord>({ share: 13_500, keyOf: storedItemKey }),
  flashObjects: plain<'flash-object'>({
    kind: 'flash-object',
    share: 2_000,
    keyOf: ({ form, address }) => `${form} ${addressKey(address)}`,
    merge: sinceFirst,
  }),
  flashCookies: plain<'flash-cookie'>({
    kind: 'flash-cookie',
    share: 4_500,
    keyOf: ({ host, key }) => `${host} ${key}`,
    merge: sinceFirst,
  }),
  forms: plain<'form'>({
    kind: 'form',
    share: 7_000,
    keyOf: ({ host, id }) => `${host} ${id}`,
    merge: sinceFirst,
  }),
  links: plain<'link'>({
    kind: 'link',
    share: 5_500,
    // Without an address (a button) the words distinguish links; to one page of consent, what is asked for there.
    keyOf: ({ role, address, text, scopes }) =>
      [role, address === null ? text : addressKey(address), ...scopes].join(' '),
    merge: latest,
  }),
  marks: plain<'mark'>({
    kind: 'mark',
    share: 2_600,
    keyOf: ({ mark, on, detail }) => `${mark} ${on} ${detail}`,
    merge: latest,
  }),
  consents: plain<'consent', ConsentRecord>({
    kind: 'consent',
    share: 1_900,
    keyOf: consentKey,
    merge: withConsent,
  }),
  /** What could not be counted or scanned. */
  limits: plain<'limit'>({
    kind: 'limit',
    share: 800,
    keyOf: ({ observer, reason }) => `${observer} ${reason}`,
    merge: latest,
  }),
  redirects: plain<'redirect'>({
    kind: 'redirect',
    share: 3_500,
    keyOf: ({ chain, from, to }) => `${chain} ${addressKey(from)} ${addressKey(to)}`,
    merge: latest,
  }),
  /** Who wrote the items: one item may have several writers. */
  writes: plain<'write', WriteRecord>({
    kind: 'write',
    share: 5_000,
    keyOf: ({ store, host, name, api, writer, path }) => [store, host, name, api, writer ?? '', path].join('\n'),
    merge: withWrite,
  }),
  readOuts: plain<'read-out'>({
    kind: 'read-out',
    share: 2_500,
    keyOf: ({ readOut, host, script, path }) => [readOut, host, script ?? '', path].join('\n'),
    merge: sinceFirst,
    givesWay: isFaint,
  }),
  typedTexts: plain<'typed-text'>({
    kind: 'typed-text',
    share: 1_000,
    keyOf: ({ name, address, form }) => [name, address.host, form].join('\n'),
    merge: sinceFirst,
  }),
  disguises: plain<'disguise'>({
    kind: 'disguise',
    share: 1_000,
    keyOf: ({ collector, address }) => `${collector} ${address.host}`,
    merge: sinceFirst,
  }),
  /** Identifiers that were removed; see `fold-stored-item.ts`. */
  gone: special<GoneItem>({ share: 1_000, keyOf: placeKey }),
} as const satisfies Readonly<Record<ListName, unknown>>;

/** An entry of a list. */
export type ListEntry<L extends ListName> =
  (typeof VISIT_LISTS)[L] extends SpecialList<infer Entry>
    ? Entry
    : (typeof VISIT_LISTS)[L] extends { readonly merge: (...of: never[]) => infer Entry }
      ? Entry
      : never;

/** The kinds of observation that are folded by their row of the table alone. */
export type PlainKind = Exclude<(typeof VISIT_LISTS)[ListName]['kind'], null>;

/** A row as the fold reads it, whichever its entries are. */
export interface AnyList extends ListRules<object, never> {
  readonly kind: PlainKind | null;
  readonly merge?: (known: object | undefined, observation: Observation) => object;
  readonly givesWay?: (entry: object) => boolean;
}

/** The rows of the table. A list's own entries and observations alone may be given to a row's functions. */
export const LIST_RULES = VISIT_LISTS as unknown as Readonly<Record<ListName, AnyList>>;
