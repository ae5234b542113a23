/** Cookies of the site, HttpOnly and partitioned ones included, by the cookies API. Values are hashed here and go no further. */
import { browser, type Browser } from 'wxt/browser';
import {
  clip,
  MAX_NAME_LENGTH,
  type CookieAttributes,
  type Observation,
  type StoredItemObservation,
} from '../../ledger/observation';
import { storedItemKey, type Visit } from '../../ledger/visit';
import { hashIdentifier, identifiersIn, shapeOf } from '../../recognition/value-shape';
import type { RemovedCookie } from './cookie-changes';

/** Cookies read for one page; browsers keep about 180 for a site. */
const MAX_COOKIES = 400;

type SameSite = CookieAttributes['sameSite'];
const sameSites: readonly string[] = ['no_restriction', 'lax', 'strict'] satisfies SameSite[];

function isSameSite(value: string): value is SameSite {
  return sameSites.includes(value);
}

/** Chromium and Firefox 140+ have partition keys; an older one refuses the detail, and then has no partitioned cookies to show. */
async function cookiesOf(url: string): Promise<Browser.cookies.Cookie[]> {
  try {
    return await browser.cookies.getAll({ url, partitionKey: {} });
  } catch {
    return await browser.cookies.getAll({ url });
  }
}

/** A cookie without its value. `at`: when it was looked at. */
export function toObservation(
  cookie: Browser.cookies.Cookie,
  host: string,
  salt: string,
  at: number,
  change: StoredItemObservation['change'],
): StoredItemObservation {
  const identifier = identifiersIn(cookie.value)[0];
  return {
    kind: 'stored-item',
    at,
    store: 'cookie',
    host,
    name: clip(cookie.name, MAX_NAME_LENGTH),
    size: cookie.name.length + cookie.value.length,
    shape: shapeOf(cookie.value),
    hash: identifier === undefined ? null : hashIdentifier(identifier, salt),
    change,
    cookie: {
      domain: cookie.domain.replace(/^\./, ''),
      expiresAt: cookie.expirationDate === undefined ? null : Math.round(cookie.expirationDate * 1000),
      httpOnly: cookie.httpOnly,
      secure: cookie.secure,
      sameSite: isSameSite(cookie.sameSite) ? cookie.sameSite : 'unspecified',
      partition: cookie.partitionKey?.topLevelSite ?? null,
    },
  };
}

/**
 * Looks at the cookies that the visit's page would send, and gives what is new, changed or gone since the visit last knew.
 * `removed`: cookies that the browser told to be removed since the look before; one that is back by now was gone, and came back.
 * `at`: the time now. Throws nothing: a browser that refuses gives one `limit` observation.
 */
export async function observeCookies(
  visit: Visit,
  salt: string,
  at: number,
  removed: readonly RemovedCookie[] = [],
): Promise<Observation[]> {
  const { scheme, host, path } = visit.address;
  let cookies: Browser.cookies.Cookie[];
  try {
    // Through URL, since a path that was cut ends with an ellipsis, which the cookies API refuses as it is.
    cookies = await cookiesOf(new URL(`${scheme}://${host}${path}`).href);
  } catch {
    return [{ kind: 'limit', at, observer: 'cookies', reason: 'not-permitted', count: 0 }];
  }
  const known = new Map(
    visit.items
      // Those of other companies' hosts are looked at elsewhere (`other-cookies.ts`): here they would all seem to be gone.
      .filter((item) => item.store === 'cookie' && cookieReaches(item.cookie?.domain ?? item.host, host))
      .map((item) => [storedItemKey(item), item]),
  );
  const observations: Observation[] = removed
    .filter(({ cookie }) => cookieReaches(cookie.domain, host))
    .map((one) => toObservation(one.cookie, host, salt, one.at, 'removed'));
  const wasGone = new Set(observations.map((one) => (one.kind === 'stored-item' ? storedItemKey(one) : '')));
  for (const [index, cookie] of cookies.entries()) {
    const seen = toObservation(cookie, host, salt, at, 'present');
    const key = storedItemKey(seen);
    const before = known.get(key);
    // A cookie beyond the cap is not told of, and not missed either.
    known.delete(key);
    if (index >= MAX_COOKIES) continue;
    const same =
      before !== undefined &&
      !wasGone.has(key) &&
      !before.removed &&
      before.hash === seen.hash &&
      before.size === seen.size &&
      before.cookie?.expiresAt === seen.cookie?.expiresAt;
    if (!same)
      observations.push({ ...seen, change: before === undefined && !wasGone.has(key) ? 'present' : 'written' });
  }
  for (const [key, gone] of known) {
    if (!gone.removed && !wasGone.has(key)) {
      const { store, name, size, shape, cookie } = gone;
      observations.push({
        kind: 'stored-item',
        at,
        store,
        host: gone.host,
        name,
        size,
        shape,
        // The page itself removed it, or the browser has not told of it yet: nothing that could come back.
        hash: null,
        cookie,
        change: 'removed',
      });
    }
  }
  if (cookies.length > MAX_COOKIES) {
    observations.push({
      kind: 'limit',
      at,
      observer: 'cookies',
      reason: 'too-many',
      count: cookies.length - MAX_COOKIES,
    });
  }
  return observations;
}

/** Whether a cookie of `domain` belongs to what a page on `host` sends: the host itself or a parent of it. */
export function cookieReaches(domain: string, host: string): boolean {
  const bare = domain.replace(/^\./, '');
  return host === bare || host.endsWith(`.${bare}`);
}
