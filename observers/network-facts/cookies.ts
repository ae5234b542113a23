/** Cookies of the page's own site, HttpOnly and partitioned ones included, by the cookies API. */
import type { Observation } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import { registrableDomain } from '../../recognition/registrable-domain.ts';
import { compareCookies, COOKIES } from './compare-cookies.ts';
import type { CookieSetting, RemovedCookie } from './cookie-changes.ts';
import { isInPartitionOf } from './cookie-partition.ts';
import { addressesOf, bare, isOfVisit } from './cookie-reach.ts';
import type { AskForCookies, CookieAnswer } from './cookie-answer.ts';

/** Where and when it is looked. */
export interface LookOptions {
  /** The tab's store; null where it cannot be told. */
  readonly storeId: string | null;
  readonly salt: string;
  /** The time now. */
  readonly at: number;
  /** The same by the browser's own clock, by which cookies end; absent: as `at`. */
  readonly wall?: number;
  readonly removed?: readonly RemovedCookie[];
  /** The cookies that were set since the look before, by `cookieKey`. */
  readonly set?: ReadonlyMap<string, CookieSetting>;
  /** Asks the browser; one answer may serve several tabs. */
  readonly ask: AskForCookies;
}

/** Whether a cookie's time is over: Firefox goes on telling of it until it clears up. */
export function isOver(
  { expirationDate }: RemovedCookie['cookie'],
  { at, wall = at }: Pick<LookOptions, 'at' | 'wall'>,
): boolean {
  return expirationDate !== undefined && expirationDate * 1000 <= wall;
}

/** The removals that concern a page like this. */
export function removalsFor(
  { address }: Visit,
  site: string,
  { storeId, removed = [] }: Pick<LookOptions, 'storeId' | 'removed'>,
): readonly RemovedCookie[] {
  return removed.filter(
    ({ cookie }) =>
      cookie.storeId === storeId && registrableDomain(bare(cookie.domain)) === site && isInPartitionOf(cookie, address),
  );
}

/**
 * Looks at the cookies of the page's own site, and gives what is new, changed or gone since the visit last knew. Throws nothing: a
 * browser that does not let us look gives one `limit` observation, and what was known stays as it was.
 */
export async function observeCookies(visit: Visit, options: LookOptions): Promise<Observation[]> {
  const { address, limits, looks } = visit;
  const { storeId, salt, at, set = new Map(), ask } = options;
  const site = registrableDomain(address.host);
  const answer: CookieAnswer = storeId === null ? { state: 'failed' } : await ask(site, address, storeId);
  const known = limits.filter(({ observer }) => observer === COOKIES);
  if (answer.state !== 'read') {
    const isTold = known.some(({ reason }) => reason === answer.state);
    return isTold ? [] : [{ kind: 'limit', at, observer: COOKIES, reason: answer.state, count: 0 }];
  }
  const addresses = addressesOf(visit, site);
  const again = looks?.[COOKIES] !== undefined;
  const isLifted = known.some(({ reason }) => reason !== 'too-many');
  return [
    ...(again && !isLifted ? [] : [{ kind: 'look' as const, at, observer: COOKIES }]),
    ...compareCookies({
      visit,
      site,
      cookies: answer.cookies.filter((cookie) => isInPartitionOf(cookie, address) && !isOver(cookie, options)),
      isListed: (cookie) => isOfVisit(cookie, visit, addresses),
      hostOf: () => address.host,
      removed: removalsFor(visit, site, options),
      // After a time in which we might not look, nobody knows when it came.
      again: again && !isLifted,
      set,
      salt,
      at,
    }),
  ];
}
