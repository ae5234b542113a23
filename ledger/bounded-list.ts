/** Lists that a page cannot make grow without end, and the form in which their size is counted. */

import { storedSize } from './visit-text.ts';

/** An entry is never changed, only replaced, so what it takes is counted once: of a visit that stays in memory, for all messages to come. */
const SIZES = new WeakMap<object, number>();

/** What an entry takes, with the comma behind it. */
function sizeOf(entry: object): number {
  const known = SIZES.get(entry);
  if (known !== undefined) return known;
  const size = storedSize(entry) + 1;
  SIZES.set(entry, size);
  return size;
}

/** A list with a key for each entry and a limit of bytes. */
export class BoundedList<T extends object> {
  readonly entries = new Map<string, T>();
  readonly #limit: number;
  readonly #keyOf: (entry: T) => string;
  readonly #shrink: ((entry: T) => T | null) | undefined;
  /** What each entry takes. */
  readonly #sizes = new Map<string, number>();
  #size = 2;
  /** False when no entry can be made smaller: then nobody needs to look again. */
  #mayShrink = true;
  leftOut: number;

  /** `shrink` gives the same entry with less in it, so that others find room; null when nothing is left that could be done without. */
  constructor(
    entries: readonly T[],
    limit: number,
    keyOf: (entry: T) => string,
    leftOut: number,
    shrink?: (entry: T) => T | null,
  ) {
    this.#limit = limit;
    this.#keyOf = keyOf;
    this.#shrink = shrink;
    this.leftOut = leftOut;
    for (const entry of entries) {
      this.#set(keyOf(entry), entry, sizeOf(entry));
    }
  }

  get(key: string): T | undefined {
    return this.entries.get(key);
  }

  /**
   * Adds or replaces; what does not fit is counted as `standsFor` facts left out, and an entry of before stays as it was. A new entry has the
   * others made smaller before it is left out.
   */
  put(entry: T, standsFor = 1): boolean {
    const key = this.#keyOf(entry);
    const before = this.entries.get(key);
    const size = sizeOf(entry);
    const growth = size - (this.#sizes.get(key) ?? 0);
    if (growth > 0 && !this.#fits(growth) && !(before === undefined && this.#makeRoom(growth))) {
      this.leftOut += standsFor;
      return false;
    }
    this.#set(key, entry, size);
    this.#mayShrink ||= this.#shrink !== undefined && this.#shrink(entry) !== null;
    return true;
  }

  /** Takes out what is no longer so. */
  removeWhere(isOver: (entry: T) => boolean): void {
    for (const [key, entry] of this.entries) {
      if (!isOver(entry)) continue;
      this.#size -= this.#sizes.get(key) ?? 0;
      this.#sizes.delete(key);
      this.entries.delete(key);
    }
  }

  /** As `put`; what does not fit takes the room of entries that may give way, the oldest first, and they count as left out. */
  putBefore(entry: T, mayGiveWay: (entry: T) => boolean): boolean {
    while (!this.put(entry, 0)) {
      const weak = [...this.entries].find(([key, known]) => key !== this.#keyOf(entry) && mayGiveWay(known));
      this.leftOut += 1;
      if (weak === undefined) return false;
      this.#size -= this.#sizes.get(weak[0]) ?? 0;
      this.#sizes.delete(weak[0]);
      this.entries.delete(weak[0]);
    }
    return true;
  }

  #set(key: string, entry: T, size: number): void {
    this.#size += size - (this.#sizes.get(key) ?? 0);
    this.#sizes.set(key, size);
    this.entries.set(key, entry);
  }

  #fits(growth: number): boolean {
    return this.#size + growth <= this.#limit;
  }

  /** Makes entries smaller, the oldest first, until `growth` more bytes fit; false when they never will. */
  #makeRoom(growth: number): boolean {
    const shrink = this.#shrink;
    while (shrink !== undefined && this.#mayShrink) {
      this.#mayShrink = false;
      for (const [key, entry] of this.entries) {
        const smaller = shrink(entry);
        if (smaller === null) continue;
        this.#mayShrink = true;
        this.#set(key, smaller, sizeOf(smaller));
        if (this.#fits(growth)) return true;
      }
    }
    return false;
  }
}
