/**
 * The pieces in which a visit stands in the browser's storage, each under a key of its own: its head, and its lists, the two long ones
 * cut into parts. One more request of a known host changes the head and one part, so nothing else is written.
 *
 * All pieces that a message changes go out in one call, which the browser takes or refuses as a whole; and all are read in one. The
 * head says how long each list is, so what a longer list has left behind under a key is known to be of no visit.
 */
import type { Found } from './stored-value.ts';
import { isVisit, RECORD_VERSION, upToDate, type Visit } from './visit.ts';
import { LIST_NAMES, type ListName } from './list-names.ts';
import { MAX_PARTS, PART, partKey, pieceKeys, visitKey } from './piece-keys.ts';
import { packedText, parseStored, unpack } from './visit-text.ts';

/** Matches the key of a head; the tab is its group. */
const VISIT_KEY = /^visit:(\d+)$/;

/** The tabs of which something stands in the storage. */
export function tabsIn(stored: Readonly<Record<string, unknown>>): number[] {
  return Object.keys(stored)
    .flatMap((key) => VISIT_KEY.exec(key)?.[1] ?? [])
    .map(Number);
}

/** Where each part of a list of `length` entries begins and ends. */
function partsOf(list: ListName, length: number): { readonly from: number; readonly to: number }[] {
  const most = MAX_PARTS[list] ?? 1;
  const count = Math.min(most, Math.ceil(length / PART));
  return Array.from({ length: count }, (_, part) => ({
    from: part * PART,
    to: part === most - 1 ? length : Math.min(length, (part + 1) * PART),
  }));
}

/** A visit without its lists, and how many entries each of those has that is not empty. */
type Head = Omit<Visit, ListName> & { readonly lengths: Readonly<Partial<Record<ListName, number>>> };

function headOf(visit: Visit): Head {
  const isList = (name: string): boolean => (LIST_NAMES as readonly string[]).includes(name);
  const head = Object.fromEntries(Object.entries(visit).filter(([name]) => !isList(name)));
  const filled = LIST_NAMES.filter((list) => visit[list].length > 0);
  return { ...head, lengths: Object.fromEntries(filled.map((list) => [list, visit[list].length])) } as unknown as Head;
}

function areSame(some: readonly object[], others: readonly object[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (some[at] !== others[at]) return false;
  return true;
}

/**
 * What is to be written so that the pieces of a tab are those of `visit`: the head, and the parts that are not the same as in `before`,
 * whose pieces stand there now (null: none do). A part that is no longer needed becomes ''.
 */
export function changedPieces(tab: number, visit: Visit, before: Visit | null): Record<string, string> {
  const changed: Record<string, string> = { [visitKey(tab)]: packedText(headOf(visit), visit.version) };
  for (const list of LIST_NAMES) {
    const entries: readonly object[] = visit[list];
    const known: readonly object[] = before?.[list] ?? [];
    if (entries === known) continue;
    const parts = partsOf(list, entries.length);
    const knownParts = partsOf(list, known.length);
    for (let part = 0; part < Math.max(parts.length, knownParts.length); part += 1) {
      const { from, to } = parts[part] ?? { from: 0, to: 0 };
      if (to === knownParts[part]?.to && areSame(entries, known, from, to)) continue;
      changed[partKey(tab, list, part)] = to === 0 ? '' : packedText(entries.slice(from, to), visit.version);
    }
  }
  return changed;
}

/** Who a record is of and how old it is, from its head alone. */
export function readHead(stored: unknown): Pick<Visit, 'root' | 'updatedAt'> | null {
  const text = typeof stored === 'string' ? parseStored(stored) : null;
  const head = text === null || text.version > RECORD_VERSION ? null : (unpack(text) as Partial<Visit> | null);
  return typeof head?.updatedAt === 'number' ? (head as Visit) : null;
}

/** A list that was read, and the texts that it was read from. */
interface ReadList {
  readonly texts: readonly unknown[];
  readonly entries: readonly object[];
}

/** Reads the record of a tab, and again after each change: a list whose pieces are the same is read once, and stays the same object. */
export class RecordReader {
  /** Under these keys the record stands. */
  readonly keys: readonly string[];
  readonly #tab: number;
  readonly #stored = new Map<string, unknown>();
  readonly #lists = new Map<ListName, ReadList>();
  #isInPieces = false;

  constructor(tab: number) {
    this.#tab = tab;
    this.keys = pieceKeys(tab);
  }

  /** Whether what was read last stands in pieces; a record of an earlier version stands whole. */
  get isInPieces(): boolean {
    return this.#isInPieces;
  }

  /** Takes all that stands in the storage now; what is not among it is there no more. */
  takeAll(stored: Readonly<Record<string, unknown>>): void {
    for (const key of this.keys) this.#stored.set(key, stored[key]);
  }

  /** Takes what has changed, be it of others too; undefined: nothing stands there any more. Gives whether any is of this record. */
  takeChanged(changed: Readonly<Record<string, unknown>>): boolean {
    const own = this.keys.filter((key) => Object.hasOwn(changed, key));
    for (const key of own) this.#stored.set(key, changed[key]);
    return own.length > 0;
  }

  /** The record, by all that was taken. A whole record of an earlier version stands where the head does. */
  read(): Found<Visit> {
    const stored = this.#stored.get(visitKey(this.#tab));
    if (stored === undefined || stored === null) return { state: 'none' };
    const text = typeof stored === 'string' ? parseStored(stored) : null;
    if (text === null) return { state: 'damaged' };
    const { version } = text;
    if (version > RECORD_VERSION) return { state: 'newer', version };
    const record = this.#withLists(unpack(text), version);
    return record !== null && isVisit(record) ? { state: 'read', value: record } : { state: 'damaged' };
  }

  #withLists(record: object | null, version: number): object | null {
    if (record === null) return null;
    this.#isInPieces = 'lengths' in record;
    if (!this.#isInPieces) return upToDate(record, version);
    const { lengths, ...head } = record as Head;
    const lists = LIST_NAMES.map((list) => [list, this.#list(list, lengths[list] ?? 0)] as const);
    const isWhole = lists.every(([, entries]) => entries !== null);
    return isWhole ? upToDate({ ...head, ...Object.fromEntries(lists) }, version) : null;
  }

  /** A list of so many entries; null where they are not there. */
  #list(list: ListName, length: number): readonly object[] | null {
    const texts = partsOf(list, length).map((_, part) => this.#stored.get(partKey(this.#tab, list, part)));
    const known = this.#lists.get(list);
    if (known?.texts.length === texts.length && texts.every((text, at) => text === known.texts[at]))
      return known.entries;
    const entries = texts.flatMap(readPart);
    if (entries.length !== length) return null;
    this.#lists.set(list, { texts, entries });
    return entries;
  }
}

/** The visit of a tab by what stands under its keys; null where there is none that can be read. */
export function readVisit(tab: number, stored: Readonly<Record<string, unknown>>): Visit | null {
  const reader = new RecordReader(tab);
  reader.takeAll(stored);
  const found = reader.read();
  return found.state === 'read' ? found.value : null;
}

function readPart(stored: unknown): readonly object[] {
  const text = typeof stored === 'string' ? parseStored(stored) : null;
  const part = text === null ? null : unpack(text);
  return Array.isArray(part) ? (part as readonly object[]) : [];
}
