/**
 * Cookies of other sites than the page's: those that the browser would send along to a host that the page has contacted. In page view
 * only of the owner's further sites, which are on the list; in full view of other companies' too. Values are hashed and go no further.
 */
import type { Address, Observation } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import { registrableDomain } from '../../recognition/registrable-domain.ts';
import type { BrowserCookie } from './browser-cookie.ts';
import { compareCookies } from './compare-cookies.ts';
import { isInPartitionOf, partitionFor } from './cookie-partition.ts';
import { addressesOf, isOfVisit, isSentTo } from './cookie-reach.ts';
import { isOver, removalsFor, type LookOptions } from './cookies.ts';

/** Sites of one visit whose cookies are looked at. */
export const MAX_SITES = 60;

/**
 * Whether the browser would send it when a page asks: it is kept for this page's site alone, or for all sites and open to that.
 * Firefox keeps the cookies of others for each site apart, so there those for all sites are not sent.
 */
export function isSentAlong(
  cookie: Pick<BrowserCookie, 'domain' | 'partitionKey' | 'sameSite' | 'secure'>,
  page: Pick<Address, 'scheme' | 'host'>,
  keepsApart: boolean,
): boolean {
  if (partitionFor(cookie).topLevel !== null) return isInPartitionOf(cookie, page);
  return !keepsApart && cookie.sameSite === 'no_restriction' && cookie.secure;
}

/** Whose cookies are looked at, and what is known of them. */
export interface OtherLookOptions extends LookOptions {
  /** Firefox: unpartitioned cookies are not sent along. */
  readonly keepsApart: boolean;
  /** Sites that were looked at before in this visit. */
  readonly again: ReadonlySet<string>;
}

function firstContact({ hosts, frames }: Visit, site: string): number {
  const times = [
    ...hosts.map(({ host, firstAt }) => ({ host, at: firstAt })),
    ...frames.map(({ address: { host }, at }) => ({ host, at })),
  ];
  return Math.min(...times.filter(({ host }) => registrableDomain(host) === site).map(({ at }) => at));
}

async function observeSite(visit: Visit, site: string, options: OtherLookOptions): Promise<Observation[]> {
  const { storeId, salt, at, keepsApart, again, set = new Map(), ask } = options;
  const addresses = addressesOf(visit, site);
  const [first] = addresses;
  if (storeId === null || first === undefined) return [];
  const answer = await ask(site, first, storeId);
  // A refusal is no word at all: what was known stays as it was.
  if (answer.state !== 'read') return [];
  const hostOf = (cookie: BrowserCookie): string =>
    (addresses.find((address) => isSentTo(cookie, address)) ?? first).host;
  return compareCookies({
    visit,
    site,
    cookies: answer.cookies.filter(
      (cookie) => isSentAlong(cookie, visit.address, keepsApart) && !isOver(cookie, options),
    ),
    isListed: (cookie) => isOfVisit(cookie, visit, addresses),
    hostOf,
    removed: removalsFor(visit, site, options).filter(({ cookie }) => isSentAlong(cookie, visit.address, keepsApart)),
    again: again.has(site),
    // A cookie of before counts from when the page first had to do with its site.
    presentSince: again.has(site) ? undefined : firstContact(visit, site),
    set,
    salt,
    at,
  });
}

/**
 * Looks at the cookies of the sites named (registrable domains), all at once, and gives what is new, changed or gone since the visit
 * last knew. The page's own site is not its matter (`cookies.ts`). Throws nothing.
 */
export async function observeOtherCookies(
  visit: Visit,
  sites: readonly string[],
  options: OtherLookOptions,
): Promise<Observation[]> {
  const own = registrableDomain(visit.address.host);
  const others = sites.filter((site) => site !== own).slice(0, MAX_SITES);
  return (await Promise.all(others.map((site) => observeSite(visit, site, options)))).flat();
}

/** The further sites that a visit has asked, or shows in frames. `isRelevant`: whether cookies of a host may be of this page. */
export function sitesBeside(visit: Visit, isRelevant: (host: string, visit: Visit) => boolean): string[] {
  const hosts = [...visit.hosts.map(({ host }) => host), ...visit.frames.map(({ address }) => address.host)];
  const sites = new Set(hosts.filter((host) => isRelevant(host, visit)).map(registrableDomain));
  sites.delete(registrableDomain(visit.address.host));
  return [...sites].slice(0, MAX_SITES);
}
