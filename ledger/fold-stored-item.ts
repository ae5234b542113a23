/** A stored item touches three lists of a visit: the items, what is gone of them, and the Flash cookies kept in web storage. */
import type { BoundedList } from './bounded-list.ts';
import { placeOf, storedItemKey } from './item-place.ts';
import { mayStandSince, withinOf } from './item-times.ts';
import type { StoredItemObservation } from './observation.ts';
import type { EntryOf, GoneItem, StoredItemRecord } from './visit-entries.ts';

/**
 * What a removal leaves to remember: where an identifier stood, and its hash. A removal that reports the hash counts even when this
 * visit never saw the item: the page before it may have kept it. A cookie's removal reports it where the page itself did not remove it;
 * web storage cannot, so there the hash is the one that was known.
 */
function goneBy(record: StoredItemRecord | undefined, item: StoredItemObservation): GoneItem | null {
  if (item.change !== 'removed') return null;
  const known = item.store === 'cookie' || record?.removed !== false ? null : record.hash;
  const hash = item.hash ?? known;
  if (hash === null) return null;
  return { ...placeOf(item), hash, at: item.at };
}

/** The same of the record with one more sighting: what was seen first counts. */
function mayStandSinceWith(record: StoredItemRecord | undefined, item: StoredItemObservation): number {
  if (record !== undefined && record.firstAt <= item.at) return mayStandSince(record);
  return item.since ?? (item.change === 'written' ? item.at : 0);
}

function withStoredItem(
  record: StoredItemRecord | undefined,
  item: StoredItemObservation,
  gone: GoneItem | undefined,
): StoredItemRecord | null {
  // What was removed before it was ever seen is no fact worth keeping.
  if (item.change === 'removed' && record === undefined) return null;
  const removed = item.change === 'removed';
  const { store, host, name, at } = item;
  const latest = removed && record !== undefined ? record : item;
  const isBack = !removed && item.hash !== null && gone?.hash === item.hash;
  const restoredAt = record?.restoredAt ?? (isBack ? at : undefined);
  const firstAt = Math.min(record?.firstAt ?? at, at);
  const written = (record?.written ?? false) || item.change === 'written';
  return {
    store,
    host,
    name,
    at,
    size: latest.size,
    shape: latest.shape,
    hash: latest.hash,
    cookie: latest.cookie,
    firstAt,
    written,
    ...withinOf(mayStandSinceWith(record, item), { written, firstAt }),
    removed,
    ...(restoredAt === undefined ? {} : { restoredAt }),
  };
}

/** The lists that a stored item touches. */
interface ItemLists {
  readonly items: BoundedList<StoredItemRecord>;
  readonly gone: BoundedList<GoneItem>;
  readonly flashCookies: BoundedList<EntryOf<'flash-cookie'>>;
}

/** Adds what was seen of a stored item. */
export function foldStoredItem({ items, gone, flashCookies }: ItemLists, item: StoredItemObservation): void {
  const key = storedItemKey(item);
  const before = items.get(key);
  const record = withStoredItem(before, item, gone.get(key));
  if (record !== null) items.put(record);
  const left = goneBy(before, item);
  if (left !== null) gone.putBefore(left, () => true);
  // What is removed, or holds something else by now, is no Flash cookie any more.
  const { store, host, name, shape } = item;
  if ((store === 'local' || store === 'session') && shape !== 'flash-object' && before?.shape === 'flash-object') {
    flashCookies.removeWhere((cookie) => cookie.host === host && cookie.key === name);
  }
}
