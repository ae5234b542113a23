/** What of the things seen is kept still, and what tells two of one name apart. */
import type { StoredItemRecord, Visit } from '../ledger/visit.ts';
import type { KnownStoredItem } from './item-owner.ts';
import type { Report } from './report.ts';

/** What was kept for a while and removed again is no longer kept: every count and list of kept things goes by this. */
export function isKept({ item }: Pick<KnownStoredItem, 'item'>): boolean {
  return !item.removed;
}

/** How many things are kept, Flash cookies included. */
export function keptCount({ items, visit }: Pick<Report, 'items' | 'visit'>): number {
  return items.filter(isKept).length + visit.flashCookies.length;
}

type Limits = Pick<Visit, 'limits'>;

/** Since when the browser does not let the cookies be looked at; null while it does. */
export function cookiesUnreadSince({ limits }: Limits): number | null {
  return limits.find(({ observer, reason }) => observer === 'cookies' && reason !== 'too-many')?.at ?? null;
}

/** All places in which something can be kept, in the order in which they are told. */
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

/** What tells a cookie from others of its name. A part that is alike in all of them is absent. */
export interface ToldApart {
  /** For a host alone, or for all hosts of a domain. */
  readonly reach?: { readonly domain: string; readonly hostOnly: boolean };
  readonly path?: string;
  /** The top-level site for which it is kept apart, or null. */
  readonly partition?: string | null;
}

/** What tells a cookie from the others of its name in a list; nothing where its name stands there once, and for all that is no cookie. */
export function toldApart(
  { name, cookie }: Pick<StoredItemRecord, 'name' | 'cookie'>,
  among: readonly Pick<StoredItemRecord, 'name' | 'cookie'>[],
): ToldApart {
  if (cookie === null) return {};
  const { domain, hostOnly = false, path = '/', partition } = cookie;
  const alike = among.flatMap((other) => (other.name === name && other.cookie !== null ? [other.cookie] : []));
  return {
    ...(alike.some((other) => other.domain !== domain || (other.hostOnly ?? false) !== hostOnly)
      ? { reach: { domain, hostOnly } }
      : {}),
    ...(alike.some((other) => (other.path ?? '/') !== path) ? { path } : {}),
    ...(alike.some((other) => other.partition !== partition) ? { partition } : {}),
  };
}
