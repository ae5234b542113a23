/** Cookies that are kept apart for a top-level site: for which one, and whether a page of it would send them. Pure. */
import type { Address } from '../../ledger/observation.ts';
import { registrableDomain } from '../../recognition/registrable-domain.ts';
import type { BrowserCookie } from './browser-cookie.ts';

/** The part of a cookie that says for whom it is kept apart. `firstPartyDomain`: Firefox, where first parties are isolated. */
export type Partitioned = Pick<BrowserCookie, 'partitionKey'> & { readonly firstPartyDomain?: unknown };

/** For whom a cookie is kept apart. */
export interface CookiePartition {
  /** 'https://bobdylan.com'; null for a cookie that is in no partition. */
  readonly topLevel: string | null;
  /** True: for frames that another company's frame stands between, or whose own company is another. False where not told. */
  readonly crossSite: boolean;
}

/** 'bobdylan.com' → 'https://bobdylan.com'; '(https,bobdylan.com)', as Firefox writes it with schemes, likewise. */
function siteOfFirstParty(firstParty: string): string {
  const [, scheme = 'https', host = firstParty] = /^\((\w+),([^,)]+)/.exec(firstParty) ?? [];
  return `${scheme}://${host}`;
}

/** For whom a cookie is kept apart, however the browser says it. */
export function partitionFor({ partitionKey, firstPartyDomain }: Partitioned): CookiePartition {
  const site = partitionKey?.topLevelSite ?? '';
  if (site !== '') return { topLevel: site, crossSite: partitionKey?.hasCrossSiteAncestor === true };
  const isolated = typeof firstPartyDomain === 'string' && firstPartyDomain !== '';
  return { topLevel: isolated ? siteOfFirstParty(firstPartyDomain) : null, crossSite: false };
}

/** Whether a page's top-level site is the one named. A first party of Firefox has no scheme, so http is taken for https there. */
function isSiteOf(topLevel: string, { scheme, host }: Pick<Address, 'scheme' | 'host'>, withScheme: boolean): boolean {
  try {
    const site = new URL(topLevel);
    return (
      registrableDomain(site.hostname) === registrableDomain(host) && (!withScheme || site.protocol === `${scheme}:`)
    );
  } catch {
    return false;
  }
}

/**
 * Whether a cookie is in a partition that a page of this address opens: in none, or in that of the page's own site. One of the
 * site's own host that is kept for frames below another company's frame is not sent with the page.
 */
export function isInPartitionOf(
  cookie: Partitioned & Pick<BrowserCookie, 'domain'>,
  page: Pick<Address, 'scheme' | 'host'>,
): boolean {
  const { topLevel, crossSite } = partitionFor(cookie);
  if (topLevel === null) return true;
  if (!isSiteOf(topLevel, page, (cookie.partitionKey?.topLevelSite ?? '') !== '')) return false;
  return !(crossSite && registrableDomain(cookie.domain.replace(/^\./, '')) === registrableDomain(page.host));
}
