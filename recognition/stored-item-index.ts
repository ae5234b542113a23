/** The stored items in a shape that the popup can ask at once: nothing is built at its start. Made by the build, see schemas/ship-less-data.ts. */
import type { StoredItemsFile } from '../schemas/policy-data';
import { SEPARATOR, writeTable, type LengthTable } from './length-table';

/** Plain data: long texts, which JSON.parse takes in as they are. Nobody but `stored-item.ts` reads it. */
export interface StoredItemIndex {
  /**
   * One text for each item, in the file's order: 'name|match|stores|domains|setter|purpose|category|lifetime|identifier|proof'. Stores and
   * domains have commas between them; the identifier is 'yes' or 'no', the proof '' where the name is enough.
   */
  readonly items: readonly string[];
  /** Exact name → numbers of its items: '7,12'. */
  readonly exact: LengthTable;
  /** The same of names that only begin so. */
  readonly prefixes: LengthTable;
}

/**
 * Makes the index.
 *
 * @throws Error when two entries hold for the same name, store and domain, or an entry holds what separates entries in the index.
 */
export function indexStoredItems({ items }: StoredItemsFile): StoredItemIndex {
  const seen = new Set<string>();
  for (const { name, match, stores, domains } of items) {
    for (const store of stores) {
      for (const domain of domains.length === 0 ? ['any host'] : domains) {
        const place = `${match} ${store} ${domain} ${name}`;
        if (seen.has(place)) throw new Error(`stored-items.json: ${name} (${match}, ${store}, ${domain}) stands twice`);
        seen.add(place);
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
    items: items.map(({ name, match, stores, domains, setter, purpose, category, lifetime, identifier, proof }) => {
      const lists = [stores.join(','), domains.join(',')];
      const parts = [
        name,
        match,
        ...lists,
        setter,
        purpose,
        category,
        lifetime,
        identifier ? 'yes' : 'no',
        proof ?? '',
      ];
      if (parts.some((part) => part.includes(SEPARATOR)))
        throw new Error(`stored-items.json: ${name} holds what separates items in the index`);
      return parts.join(SEPARATOR);
    }),
    exact: matching('exact'),
    prefixes: matching('prefix'),
  };
}
