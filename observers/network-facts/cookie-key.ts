/** Which cookie is it? What a record keeps of one beside its name, and the key that follows from that. */
import { storedItemKey } from '../../ledger/item-place.ts';
import { clip, MAX_NAME_LENGTH, type CookieAttributes } from '../../ledger/observation.ts';
import type { BrowserCookie } from './browser-cookie.ts';
import { partitionFor } from './cookie-partition.ts';
import { bare } from './cookie-reach.ts';
import { isDefaultStore } from './cookie-stores.ts';

type SameSite = CookieAttributes['sameSite'];
const sameSites: readonly string[] = ['no_restriction', 'lax', 'strict'] satisfies SameSite[];

function isSameSite(value: string): value is SameSite {
  return sameSites.includes(value);
}

/** All of a cookie that a record keeps beside its name. */
export function cookieLimits(cookie: BrowserCookie): CookieAttributes {
  const { topLevel, crossSite } = partitionFor(cookie);
  return {
    domain: bare(cookie.domain),
    expiresAt: cookie.expirationDate === undefined ? null : Math.round(cookie.expirationDate * 1000),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: isSameSite(cookie.sameSite) ? cookie.sameSite : 'unspecified',
    partition: topLevel,
    ...(crossSite ? { crossSite } : {}),
    ...(cookie.hostOnly ? { hostOnly: true } : {}),
    ...(cookie.path === '/' ? {} : { path: clip(cookie.path, MAX_NAME_LENGTH) }),
    ...(isDefaultStore(cookie.storeId) ? {} : { storeId: cookie.storeId }),
  };
}

/** Which cookie it is: `storedItemKey` of its observation. */
export function cookieKey(cookie: BrowserCookie): string {
  const name = clip(cookie.name, MAX_NAME_LENGTH);
  return storedItemKey({ store: 'cookie', host: '', name, cookie: cookieLimits(cookie) });
}
