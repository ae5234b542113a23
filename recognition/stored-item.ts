/** What is a stored item for, and who set it? name, store, host → purpose and setter. */
import type { Store } from '../ledger/observation';
import type { StoredItemEntry } from '../schemas/policy-data';
import { isUnder } from './host-name';
import { SEPARATOR, readTable } from './length-table';
import type { StoredItemIndex } from './stored-item-index';

/** A stored item's entry in stored-items.json without its source, or null when the name is unknown to us. */
export type StoredItemKnowledge = Omit<StoredItemEntry, 'source'> | null;

/** Answers for stored items, made by `createStoredItemFinder`. */
export interface StoredItemFinder {
  /** The entry for a name in one of the stores of `host`: an exact one before the longest prefix, one for the host before one for all. */
  readonly find: (store: Store, name: string, host: string) => StoredItemKnowledge;
}

type Item = NonNullable<StoredItemKnowledge>;

function forHost(items: readonly Item[], host: string): Item | undefined {
  return (
    items.find(({ domains }) => domains.some((domain) => isUnder(host, domain))) ??
    items.find(({ domains }) => domains.length === 0)
  );
}

/** 'cookie,local' → ['cookie', 'local']; '' → [] */
function readList(text: string): string[] {
  return text === '' ? [] : text.split(',');
}

/** '_ga|exact|cookie||Google|Counts.|analytics|2 years|yes|' → the entry */
function readItem(text: string): Item {
  const [
    name = '',
    match,
    stores = '',
    domains = '',
    setter = '',
    purpose = '',
    category,
    lifetime = '',
    identifier,
    proof,
  ] = text.split(SEPARATOR);
  return {
    name,
    match: match as Item['match'],
    stores: readList(stores) as Item['stores'],
    domains: readList(domains),
    setter,
    purpose,
    category: category as Item['category'],
    lifetime,
    identifier: identifier === 'yes',
    ...(proof === undefined || proof === '' ? {} : { proof: proof as NonNullable<Item['proof']> }),
  };
}

/**
 * Makes the finder. It reads of the index what it is asked for, so making it costs next to nothing. A question costs one look for
 * the exact name and one for each length that a prefix has.
 */
export function createStoredItemFinder(index: StoredItemIndex): StoredItemFinder {
  const exact = readTable(index.exact);
  const prefixes = readTable(index.prefixes);
  const lengths = index.prefixes.flatMap((text, length) => (text === '' ? [] : [length])).reverse();
  const known = new Map<string, Item>();

  function itemAt(number: string): Item {
    const before = known.get(number);
    if (before !== undefined) return before;
    const item = readItem(index.items[Number(number)] ?? '');
    known.set(number, item);
    return item;
  }

  return {
    find(store, name, host) {
      const site = host.toLowerCase();
      const best = (numbers = ''): Item | undefined => {
        const items = readList(numbers).map(itemAt);
        return forHost(
          items.filter(({ stores }) => stores.includes(store)),
          site,
        );
      };
      const whole = best(exact(name));
      if (whole !== undefined) return whole;
      for (const length of lengths) {
        if (length > name.length) continue;
        const found = best(prefixes(name.slice(0, length)));
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}
