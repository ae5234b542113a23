/** Keys for the rows of a list whose texts a page may have made. */

/** An item with a key that no other item of the list has. */
export interface Keyed<T> {
  readonly key: string;
  readonly item: T;
}

/**
 * Each item with the key that `keyOf` gives, told apart by a number where two items have the same one: a list that is drawn by its keys ends in
 * an error at the second.
 *
 * uniqueKeys(['a', 'b', 'a'], String) → keys '"a"', '"b"', '"a" 2'
 */
export function uniqueKeys<T>(items: readonly T[], keyOf: (item: T) => string): readonly Keyed<T>[] {
  const met = new Map<string, number>();
  return items.map((item) => {
    const key = keyOf(item);
    const times = (met.get(key) ?? 0) + 1;
    met.set(key, times);
    return { key: times === 1 ? JSON.stringify(key) : `${JSON.stringify(key)} ${times}`, item };
  });
}
