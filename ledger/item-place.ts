/**
 * Which stored item it is. One name may stand in several stores, hosts, containers and partitions, and cookies of one name at
 * several paths, for a host alone or for all of a domain: wherever items are told apart, it is by this and by nothing else.
 */
import type { CookieAttributes, StoredItemObservation } from './observation.ts';

/** What of a cookie tells it from others of its name, beside its domain. */
type CookiePlace = Pick<CookieAttributes, 'crossSite' | 'hostOnly' | 'path' | 'storeId'>;

/** The place of an item. What is absent is as in `CookieAttributes`. */
export interface ItemPlace extends CookiePlace {
  readonly store: StoredItemObservation['store'];
  /** Host of the origin that keeps it; of a cookie its domain, since a page of any host below it sees the same cookie. */
  readonly host: string;
  readonly name: string;
  /** The top-level site for which a cookie is kept apart; absent for all others. */
  readonly partition?: string;
}

type Item = Pick<StoredItemObservation, 'store' | 'host' | 'name' | 'cookie'>;

/** The place of a stored item. */
export function placeOf({ store, host, name, cookie }: Item): ItemPlace {
  if (cookie === null) return { store, host, name };
  const { domain, partition, crossSite, hostOnly, path, storeId } = cookie;
  return {
    store,
    host: domain,
    name,
    ...(partition === null ? {} : { partition }),
    ...(crossSite === undefined ? {} : { crossSite }),
    ...(hostOnly === undefined ? {} : { hostOnly }),
    ...(path === undefined ? {} : { path }),
    ...(storeId === undefined ? {} : { storeId }),
  };
}

/** The same text for the same place, and for no other. */
export function placeKey(place: ItemPlace): string {
  const { store, storeId = '', host, hostOnly, path = '/', partition = '', crossSite, name } = place;
  return [store, storeId, host, hostOnly === true, path, partition, crossSite === true, name].join('\n');
}

/** Which entry of a list a stored item is. */
export function storedItemKey(item: Item): string {
  return placeKey(placeOf(item));
}
