/**
 * Cookies of other companies (full view): those that the browser would send along to a host that the page has contacted. Values
 * are hashed here and go no further.
 */
import { browser, type Browser } from 'wxt/browser';
import type { Observation, StoredItemObservation } from '../../ledger/observation';
import { storedItemKey, type Visit } from '../../ledger/visit';
import { clock } from '../clock';
import { cookieReaches, toObservation } from './cookies';

/** Hosts of one visit whose cookies are looked at. */
export const MAX_HOSTS = 60;
/** Cookies read for one host; browsers keep about 180 for a site. */
const MAX_COOKIES = 200;
/** Hosts come in bursts; one look serves them all. Milliseconds. */
const PAUSE = 1000;

type Cookie = Browser.cookies.Cookie;

/** 'https://a.example' as the top-level site of a page on https://www.a.example */
function isUnder(topLevelSite: string | undefined, host: string): boolean {
  if (topLevelSite === undefined) return false;
  try {
    return cookieReaches(new URL(topLevelSite).hostname, host);
  } catch {
    return false;
  }
}

/**
 * Whether the browser would send it when a page on `host` asks: it is kept for this site alone, or for all sites and open to that.
 * Firefox keeps the cookies of others for each site apart, so there those for all sites are not sent.
 */
export function isSentAlong(cookie: Cookie, host: string, keepsApart: boolean): boolean {
  if (cookie.partitionKey?.topLevelSite !== undefined && cookie.partitionKey.topLevelSite !== '')
    return isUnder(cookie.partitionKey.topLevelSite, host);
  return !keepsApart && cookie.sameSite === 'no_restriction' && cookie.secure;
}

async function cookiesFor(host: string): Promise<Cookie[] | null> {
  try {
    // The empty key gives the partitioned ones of every site, and those that are in no partition.
    return await browser.cookies.getAll({ url: `https://${host}/`, partitionKey: {} });
  } catch {
    return null;
  }
}

function isSame(known: Visit['items'][number], seen: StoredItemObservation): boolean {
  const sameEnd = known.cookie?.expiresAt === seen.cookie?.expiresAt;
  return !known.removed && known.hash === seen.hash && known.size === seen.size && sameEnd;
}

/**
 * Looks at the cookies for the hosts named, and gives what is new, changed or gone since the visit last knew. Cookies that reach
 * the page itself are not its matter (`cookies.ts`). `at`: the time now. Throws nothing.
 */
export async function observeOtherCookies(
  visit: Visit,
  hosts: readonly string[],
  salt: string,
  at: number,
  keepsApart: boolean,
): Promise<Observation[]> {
  const page = visit.address.host;
  const others = visit.items.filter(
    ({ store, cookie }) => store === 'cookie' && cookie !== null && !cookieReaches(cookie.domain, page),
  );
  const known = new Map(others.map((item) => [storedItemKey(item), item]));
  const found = new Set<string>();
  const observations: Observation[] = [];
  const asked: string[] = [];
  for (const host of hosts.slice(0, MAX_HOSTS)) {
    const cookies = await cookiesFor(host);
    if (cookies === null) continue;
    // Where not all are read, one that is not found is not known to be gone.
    if (cookies.length <= MAX_COOKIES) asked.push(host);
    for (const cookie of cookies.slice(0, MAX_COOKIES)) {
      if (cookieReaches(cookie.domain, page) || !isSentAlong(cookie, page, keepsApart)) continue;
      const seen = toObservation(cookie, host, salt, at, 'present');
      const key = storedItemKey(seen);
      if (found.has(key)) continue;
      found.add(key);
      const before = known.get(key);
      if (before === undefined) observations.push(seen);
      else if (!isSame(before, seen)) observations.push({ ...seen, host: before.host, change: 'written' });
    }
  }
  for (const [key, { removed, host, name, size, shape, hash, cookie }] of known) {
    const wasAsked = asked.some((askedHost) => cookieReaches(cookie?.domain ?? host, askedHost));
    if (removed || found.has(key) || !wasAsked) continue;
    observations.push({
      kind: 'stored-item',
      at,
      store: 'cookie',
      host,
      name,
      size,
      shape,
      hash,
      change: 'removed',
      cookie,
    });
  }
  return observations;
}

/** Looks at them when they may have changed. */
export interface OtherCookies {
  /** The visit of a tab has grown: hosts that are new in it are looked at, a little later. */
  readonly grown: (tab: number, visit: Visit) => void;
  /** Cookies of these domains have changed. */
  readonly changed: (tab: number, visit: Visit, domains: ReadonlySet<string>) => Promise<void>;
}

/** What it needs of the ledger (`SessionLedger`). */
interface Ledger {
  readonly salt: () => Promise<string>;
  readonly visit: (tab: number) => Promise<Visit | null>;
  readonly record: (tab: number, document: string, facts: readonly Observation[]) => Promise<unknown>;
}

/** `isOther`: whether a host is another company's than the page's. */
export function watchOtherCookies(ledger: Ledger, isOther: (host: string, page: string) => boolean): OtherCookies {
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  /** Hosts that were looked at, for the visit that each tab shows. A worker that was restarted looks again. */
  const lookedAt = new Map<number, { readonly document: string; readonly hosts: Set<string> }>();

  function hostsOf({ address, hosts }: Visit): string[] {
    return hosts.map(({ host }) => host).filter((host) => isOther(host, address.host));
  }

  async function look(tab: number, visit: Visit, hosts: readonly string[]): Promise<void> {
    if (hosts.length === 0) return;
    const facts = await observeOtherCookies(
      visit,
      hosts,
      await ledger.salt(),
      clock.now(),
      import.meta.env.FIREFOX === true,
    );
    await ledger.record(tab, visit.document, facts);
  }

  async function lookAtNew(tab: number): Promise<void> {
    const visit = await ledger.visit(tab);
    if (visit === null) {
      lookedAt.delete(tab);
      return;
    }
    const before = lookedAt.get(tab);
    const known = before?.document === visit.document ? before.hosts : new Set<string>();
    lookedAt.set(tab, { document: visit.document, hosts: known });
    const room = MAX_HOSTS - known.size;
    const fresh = hostsOf(visit)
      .filter((host) => !known.has(host))
      .slice(0, Math.max(0, room));
    for (const host of fresh) known.add(host);
    await look(tab, visit, fresh);
  }

  return {
    grown(tab) {
      if (timers.has(tab)) return;
      const timer = setTimeout(() => {
        timers.delete(tab);
        // What is not seen now is seen with the next host or the next change.
        lookAtNew(tab).catch(() => undefined);
      }, PAUSE);
      timers.set(tab, timer);
    },
    async changed(tab, visit, domains) {
      if (visit.fullView === null) return;
      const touched = hostsOf(visit).filter((host) => [...domains].some((domain) => cookieReaches(domain, host)));
      await look(tab, visit, touched.slice(0, MAX_HOSTS));
    },
  };
}
