/** What is a stored item for, and who set it? name, store, host, form of the value → purpose and setter, or several candidates. */
import type { Store, ValueShape } from '../ledger/observation.ts';
import type { StoredItemEntry } from '../schemas/policy-data.ts';
import { plainCookieName } from './cookie-prefix.ts';
import { isUnder } from './host-name.ts';
import { SEPARATOR, readTable } from './length-table.ts';
import { SEPARATOR_IN_REST, type StoredItemIndex } from './stored-item-index.ts';

/** An entry of stored-items.json without its source. */
export type StoredItemCandidate = Omit<StoredItemEntry, 'source'>;

/** What is known of a stored item; null when the name is unknown to us, or when nothing tells whose of several it is. */
export type StoredItemKnowledge = StoredItemCandidate | null;

/** Where a name was seen: in a store, or in a shared object of Flash. */
export type NamedStore = Store | 'flash';

/** Answers for stored items, made by `createStoredItemFinder`. */
export interface StoredItemFinder {
  /**
   * The entries for a name in one of the stores of `host`: exact ones before those of the longest prefix, those for the host before
   * those for all. Of those that say what the value looks like, the ones that fit; `shape`: null where it was not seen. Several are candidates, in the file's order.
   */
  readonly candidates: (
    store: NamedStore,
    name: string,
    host: string,
    shape: ValueShape | null,
  ) => readonly StoredItemCandidate[];
}

interface Item {
  readonly entry: StoredItemCandidate;
  /** The form of the name's part behind a prefix; null for any. */
  readonly rest: RegExp | null;
}

/** 'cookie,local' → ['cookie', 'local']; '' → [] */
function readList(text: string): string[] {
  return text === '' ? [] : text.split(',');
}

/** '_ga|exact|cookie||Google|Counts.|analytics|2 years|yes||||' → the entry */
function readItem(text: string): Item {
  const [name = '', match, stores = '', domains = '', setter = '', purpose = '', category, lifetime = '', ...more] =
    text.split(SEPARATOR);
  const [identifier, proof = '', role = '', shapes = '', restText = ''] = more;
  const rest = restText.replaceAll(SEPARATOR_IN_REST, SEPARATOR);
  const entry: StoredItemCandidate = {
    name,
    match: match as StoredItemCandidate['match'],
    ...(rest === '' ? {} : { rest }),
    stores: readList(stores) as StoredItemCandidate['stores'],
    domains: readList(domains),
    ...(shapes === '' ? {} : { shapes: readList(shapes) as NonNullable<StoredItemCandidate['shapes']> }),
    setter,
    purpose,
    category: category as StoredItemCandidate['category'],
    lifetime,
    identifier: identifier === 'yes',
    ...(proof === '' ? {} : { proof: proof as NonNullable<StoredItemCandidate['proof']> }),
    ...(role === '' ? {} : { role: role as NonNullable<StoredItemCandidate['role']> }),
  };
  return { entry, rest: rest === '' ? null : new RegExp(`^(?:${rest})$`) };
}

/** Those for the host; where there are none, those for any host. */
function forHost(items: readonly StoredItemCandidate[], host: string): readonly StoredItemCandidate[] {
  const here = items.filter(({ domains }) => domains.some((domain) => isUnder(host, domain)));
  return here.length > 0 ? here : items.filter(({ domains }) => domains.length === 0);
}

/**
 * Makes the finder. It reads of the index what it is asked for, so making it costs next to nothing. A question costs one look for
 * the exact name and one for each length that a prefix has; of a cookie's name with a prefix of the browsers ("__Secure-") twice that.
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
    candidates(store, name, host, shape) {
      const site = host.toLowerCase();
      const plain = store === 'cookie' ? plainCookieName(name) : name;
      const names = plain === name ? [name] : [name, plain];
      const fitting = (numbers = '', rest = ''): readonly StoredItemCandidate[] => {
        const items = readList(numbers)
          .map(itemAt)
          .filter((item) => item.rest?.test(rest) ?? true)
          .map(({ entry }) => entry)
          .filter(({ stores, shapes }) => {
            return stores.includes(store) && (shapes === undefined || shape === null || shapes.includes(shape));
          });
        return forHost(items, site);
      };
      for (const one of names) {
        const whole = fitting(exact(one));
        if (whole.length > 0) return whole;
      }
      for (const one of names) {
        for (const length of lengths) {
          if (length > one.length) continue;
          const found = fitting(prefixes(one.slice(0, length)), one.slice(length));
          if (found.length > 0) return found;
        }
      }
      return [];
    },
  };
}
