/** Lists that a page cannot make grow without end, and the form in which their size is counted. */

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
export class BoundedList<T> {
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

  /** As `put`; what does not fit takes the room of entries that may give way, the oldest first, and they count as left out. */
  putBefore(entry: T, mayGiveWay: (entry: T) => boolean): boolean {
    while (!this.put(entry, 0)) {
      const weak = [...this.entries].find(([key, known]) => key !== this.#keyOf(entry) && mayGiveWay(known));
      this.leftOut += 1;
      if (weak === undefined) return false;
      this.#size -= serialise(weak[1]).length + 1;
      this.entries.delete(weak[0]);
    }
    return true;
  }
}
