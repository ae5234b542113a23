/** The stored items in a shape that the popup can ask at once: nothing is built at its start. Made by the build, see build/ship-less-data.ts. */
import type { StoredItemEntry, StoredItemsFile } from '../schemas/policy-data.ts';
import { SEPARATOR, writeTable, type LengthTable } from './length-table.ts';

/** Plain data: long texts, which JSON.parse takes in as they are. Nobody but `stored-item.ts` reads it. */
export interface StoredItemIndex {
  /**
   * One text for each item, in the file's order: 'name|match|stores|domains|setter|purpose|category|lifetime|identifier|proof|role|shapes|rest'.
   * Stores, domains and shapes have commas between them; the identifier is 'yes' or 'no'; what an entry leaves out is ''.
   */
  readonly items: readonly string[];
  /** Exact name → numbers of its items: '7,12'. */
  readonly exact: LengthTable;
  /** The same of names that only begin so. */
  readonly prefixes: LengthTable;
}

/** What `rest` may hold that would separate parts: a line's end stands for it. */
export const SEPARATOR_IN_REST = '\n';

/** What may tell one candidate from another for one name: a form of the value, a form of the name, a contact, or that it is the site's own. */
function decides({ shapes, rest, proof, setter }: StoredItemEntry): boolean {
  return shapes !== undefined || rest !== undefined || proof !== undefined || setter.startsWith('The site');
}

/**
 * Makes the index.
 *
 * @throws Error when two entries of one setter hold for the same name, store and domain, when nothing could decide between two of
 * different setters, or when an entry holds what separates entries in the index.
 */
export function indexStoredItems({ items }: StoredItemsFile): StoredItemIndex {
  const entriesByPlace = new Map<string, StoredItemEntry[]>();
  for (const item of items) {
    const { name, match, stores, domains, setter } = item;
    for (const store of stores) {
      for (const domain of domains.length === 0 ? ['any host'] : domains) {
        const place = `${match} ${store} ${domain} ${name}`;
        const others = entriesByPlace.get(place) ?? [];
        if (others.some((other) => other.setter === setter && other.rest === item.rest))
          throw new Error(`stored-items.json: ${name} (${match}, ${store}, ${domain}) stands twice`);
        entriesByPlace.set(place, [...others, item]);
        if (others.length > 0 && ![...others, item].every(decides))
          throw new Error(
            `stored-items.json: nothing decides between the setters of ${name} (${match}, ${store}, ${domain})`,
          );
      }
    }
  }
  const matching = (wanted: 'exact' | 'prefix'): LengthTable => {
    const numbers = new Map<string, string>();
    for (const [number, { name, match }] of items.entries()) {
      if (match !== wanted) continue;
      const before = numbers.get(name);
      numbers.set(name, before === undefined ? String(number) : `${before},${number}`);
    }
    return writeTable(numbers);
  };
  return {
    items: items.map((item) => {
      const { name, match, setter, purpose, category, lifetime, identifier } = item;
      const parts = [
        ...[name, match, item.stores.join(','), item.domains.join(','), setter, purpose, category, lifetime],
        ...[identifier ? 'yes' : 'no', item.proof ?? '', item.role ?? '', (item.shapes ?? []).join(',')],
        (item.rest ?? '').replaceAll(SEPARATOR, SEPARATOR_IN_REST),
      ];
      if (parts.some((part) => part.includes(SEPARATOR)))
        throw new Error(`stored-items.json: ${name} holds what separates items in the index`);
      return parts.join(SEPARATOR);
    }),
    exact: matching('exact'),
    prefixes: matching('prefix'),
  };
}
