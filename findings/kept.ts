/** Which of the stored items are kept still, and which places could not be read. */
import type { Visit } from '../ledger/visit.ts';
import type { StoredItemRecord } from '../ledger/visit-entries.ts';
import type { KnownStoredItem } from './recognised.ts';

/** What was kept for a while and removed again is no longer kept: every count and list of kept things goes by this. */
export function isKept({ item }: Pick<KnownStoredItem, 'item'>): boolean {
  return !item.removed;
}

/** How many things are kept, Flash cookies included. */
export function keptCount({
  items,
  visit,
}: {
  readonly items: readonly KnownStoredItem[];
  readonly visit: Pick<Visit, 'flashCookies'>;
}): number {
  return items.filter(isKept).length + visit.flashCookies.length;
}

type Limits = Pick<Visit, 'limits'>;

/** Since when the browser does not let the cookies be looked at; null while it does. */
export function cookiesUnreadSince({ limits }: Limits): number | null {
  return limits.find(({ observer, reason }) => observer === 'cookies' && reason !== 'too-many')?.at ?? null;
}

/** All places in which something can be kept, in the order of a list. */
export const PLACES = [
  'cookie',
  'local',
  'session',
  'indexed-db',
  'cache',
  'service-worker',
  'origin-file',
  'storage-bucket',
] as const satisfies readonly StoredItemRecord['store'][];

/** A place of `PLACES`. */
export type Place = (typeof PLACES)[number];

/** The places that could not be looked at. That nothing is kept may be said of the others only. */
export function unreadPlaces({ limits }: Limits): readonly Place[] {
  const observers = new Set(limits.filter(({ reason }) => reason !== 'too-many').map(({ observer }) => observer));
  return PLACES.filter((place) =>
    place === 'cookie'
      ? observers.has('cookies')
      : observers.has(`web-storage (${place})`) || observers.has(`databases (${place})`),
  );
}
