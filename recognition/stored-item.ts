/** What is a stored item for, and who set it? name, store, host → purpose and setter. */
import type { Store } from '../ledger/observation';
import type { StoredItemEntry, StoredItemsFile } from '../schemas/policy-data';

/** A stored item's entry in stored-items.json, or null when the name is unknown to us. */
export type StoredItemKnowledge = StoredItemEntry | null;

/** Answers for stored items, made by `createStoredItemFinder`. */
export interface StoredItemFinder {
  /** The entry for a name in one of the stores of `host`: an exact one before the longest prefix, one for the host before one for all. */
  readonly find: (store: Store, name: string, host: string) => StoredItemKnowledge;
}

/** 'example.com' holds for itself and for 'www.example.com', not for 'notexample.com'. */
function covers(domain: string, host: string): boolean {
  return host === domain || (host.endsWith(domain) && host.charCodeAt(host.length - domain.length - 1) === 46);
}

function forHost(entries: readonly StoredItemEntry[] | undefined, host: string): StoredItemEntry | undefined {
  return (
    entries?.find(({ domains }) => domains.some((domain) => covers(domain, host))) ??
    entries?.find(({ domains }) => domains.length === 0)
  );
}

/**
 * Builds the lookups once. A question costs one look for the exact name and one for each length that a prefix in the file has.
 *
 * @throws Error when two entries hold for the same name, store and domain.
 */
export function createStoredItemFinder(file: StoredItemsFile): StoredItemFinder {
  const exact = new Map<string, StoredItemEntry[]>();
  const prefixes = new Map<string, StoredItemEntry[]>();
  const seen = new Set<string>();
  for (const entry of file.items) {
    for (const store of entry.stores) {
      for (const domain of entry.domains.length === 0 ? ['any host'] : entry.domains) {
        const place = `${entry.match} ${store} ${domain} ${entry.name}`;
        if (seen.has(place))
          throw new Error(`stored-items.json: ${entry.name} (${entry.match}, ${store}, ${domain}) stands twice`);
        seen.add(place);
      }
      const map = entry.match === 'exact' ? exact : prefixes;
      const key = `${store} ${entry.name}`;
      const entries = map.get(key);
      if (entries === undefined) map.set(key, [entry]);
      else entries.push(entry);
    }
  }
  const lengths = [
    ...new Set(file.items.filter(({ match }) => match === 'prefix').map(({ name }) => name.length)),
  ].sort((a, b) => b - a);

  return {
    find(store, name, host) {
      const site = host.toLowerCase();
      const whole = forHost(exact.get(`${store} ${name}`), site);
      if (whole !== undefined) return whole;
      for (const length of lengths) {
        if (length > name.length) continue;
        const found = forHost(prefixes.get(`${store} ${name.slice(0, length)}`), site);
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}
