/** The cookies of a site beside what a visit knows of them: what is new, changed or gone. Values are hashed here and go no further. */
import { storedItemKey } from '../../ledger/item-place.ts';
import { clip, MAX_NAME_LENGTH, type Observation, type StoredItemObservation } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { StoredItemRecord } from '../../ledger/visit-entries.ts';
import { registrableDomain } from '../../recognition/registrable-domain.ts';
import { hashIdentifier, identifiersIn, shapeOf } from '../../recognition/value-shape.ts';
import type { BrowserCookie } from './browser-cookie.ts';
import type { CookieSetting, RemovedCookie } from './cookie-changes.ts';
import { cookieLimits } from './cookie-key.ts';

/** Cookies listed of one site; browsers keep about 180 for a site. */
const MAX_COOKIES = 400;
/** The observer in a `limit` and a `look`. */
export const COOKIES = 'cookies';

/** A cookie without its value. `at`: when it was looked at. */
export function toObservation(
  cookie: BrowserCookie,
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
    cookie: cookieLimits(cookie),
  };
}

function isSameValue(known: StoredItemRecord, observed: StoredItemObservation): boolean {
  return known.hash === observed.hash && known.size === observed.size && known.shape === observed.shape;
}

function hasSameLimits({ cookie: known }: StoredItemRecord, { cookie: observed }: StoredItemObservation): boolean {
  const limits = ['expiresAt', 'httpOnly', 'secure', 'sameSite'] as const;
  return limits.every((limit) => known?.[limit] === observed?.[limit]);
}

/** The cookies of one site, beside what the visit knows of them. */
export interface CookieLook {
  readonly visit: Visit;
  /** The registrable domain. */
  readonly site: string;
  /** All that a page like this would find, in this store and its partition. */
  readonly cookies: readonly BrowserCookie[];
  /** Whether the visit has to do with one. */
  readonly isListed: (cookie: BrowserCookie) => boolean;
  /** The host that goes with one. */
  readonly hostOf: (cookie: BrowserCookie) => string;
  /** Cookies that the browser told to be removed since the look before; one that is back by now was gone, and came back. */
  readonly removed: readonly RemovedCookie[];
  /** Whether the site's cookies were looked at before in this visit: what the browser told to be set since then is written meanwhile. */
  readonly again: boolean;
  /** Since when what is there counts, where nobody knows when it was written; undefined: any time before. */
  readonly presentSince?: number | undefined;
  /** The cookies that were set since the look before, by `cookieKey`. */
  readonly set: ReadonlyMap<string, CookieSetting>;
  readonly salt: string;
  readonly at: number;
}

/** What is new, changed or gone since the visit last knew. A changed limit of a cookie is told, and is no writing of its value. */
export function compareCookies(lookup: CookieLook): Observation[] {
  const { visit, site, cookies, isListed, hostOf, removed, again, presentSince, set, salt, at } = lookup;
  const known = new Map(
    visit.items
      .filter(({ store, host, cookie }) => store === 'cookie' && registrableDomain(cookie?.domain ?? host) === site)
      .map((item) => [storedItemKey(item), item]),
  );
  const goings = removed.map((one) => toObservation(one.cookie, hostOf(one.cookie), salt, one.at, 'removed'));
  const wasGone = new Set(goings.map(storedItemKey));
  const observations: Observation[] = [...goings];
  const here = new Set<string>();
  let listed = 0;
  for (const cookie of cookies) {
    const observed = toObservation(cookie, hostOf(cookie), salt, at, 'present');
    const key = storedItemKey(observed);
    here.add(key);
    const before = known.get(key);
    if (before === undefined && !isListed(cookie)) continue;
    listed += 1;
    if (listed > MAX_COOKIES) continue;
    const isBack = wasGone.has(key) || before?.removed === true;
    const isNew = before === undefined && again && set.has(key);
    if (isBack || isNew || (before !== undefined && !isSameValue(before, observed))) {
      // The look may be a while after it, and what a person chose may lie between; a visit has no writing from before it began.
      const setting = set.get(key);
      observations.push({
        ...observed,
        at: Math.max(visit.startedAt, setting?.at ?? at),
        host: before?.host ?? observed.host,
        change: 'written',
        ...(setting?.since === undefined ? {} : { since: setting.since }),
      });
    } else if (before === undefined || !hasSameLimits(before, observed))
      observations.push({
        ...observed,
        host: before?.host ?? observed.host,
        ...(presentSince === undefined ? {} : { since: presentSince }),
      });
  }
  for (const [key, { removed: isGone, host, name, size, shape, cookie }] of known) {
    // Where the page itself removed it, or the browser has not told of it yet, nothing could come back: no hash.
    if (!isGone && !here.has(key) && !wasGone.has(key)) {
      const change = 'removed' as const;
      observations.push({
        kind: 'stored-item',
        at,
        store: 'cookie',
        host,
        name,
        size,
        shape,
        hash: null,
        cookie,
        change,
      });
    }
  }
  if (listed > MAX_COOKIES)
    observations.push({ kind: 'limit', at, observer: COOKIES, reason: 'too-many', count: listed - MAX_COOKIES });
  return observations;
}
