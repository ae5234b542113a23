/** Lists that do not jump under the reader's eyes. */

/**
 * Gives a function that keeps the order of the first call: later calls append what is new and drop what is gone.
 * A fresh one is made with each opening of the popup, which is when lists may be sorted anew.
 *
 * first call [b, a] → [b, a]; second call [c, a, b] → [b, a, c]
 */
export function createStableOrder<T>(keyOf: (item: T) => string): (items: readonly T[]) => readonly T[] {
  const places = new Map<string, number>();
  return (items) => {
    for (const item of items) {
      const key = keyOf(item);
      if (!places.has(key)) places.set(key, places.size);
    }
    const place = (item: T): number => places.get(keyOf(item)) ?? places.size;
    return items.toSorted((a, b) => place(a) - place(b));
  };
}

/** A named part of a list. */
export interface Group<T> {
  readonly key: string;
  readonly items: readonly T[];
}

/** Groups in order of first appearance; order within a group is kept. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [item]);
    else members.push(item);
  }
  return Array.from(groups, ([key, members]) => ({ key, items: members }));
}
