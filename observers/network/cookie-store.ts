/** The browser's cookie stores: which one a tab has, and what one holds for a site. A container of Firefox has a store of its own. */
import { browser, type Browser } from 'wxt/browser';
import { partitionFor } from './cookie-partition.ts';

type Cookie = Browser.cookies.Cookie;

/** What came of asking. `not-permitted`: the host is not granted. `failed`: it is, and the browser gives no cookies all the same. */
export type CookieAnswer =
  { readonly state: 'read'; readonly cookies: readonly Cookie[] } | { readonly state: 'not-permitted' | 'failed' };

/** Ids of the stores of private windows: Chromium's (`chrome/browser/extensions/api/cookies/cookies_helpers.cc`) and Firefox's. */
const PRIVATE_STORES: readonly string[] = ['1', 'firefox-private'];
/** Ids of the stores that have no container around them; in a record they go without saying. */
const DEFAULT_STORES: readonly string[] = ['0', 'firefox-default'];

/** Whether a store is that of private windows. It is known without asking: what comes from there is not held for a moment. */
export function isPrivateStore(storeId: string): boolean {
  return PRIVATE_STORES.includes(storeId);
}

/** Whether a store is the one that all tabs have which are in no container. */
export function isDefaultStore(storeId: string): boolean {
  return DEFAULT_STORES.includes(storeId);
}

/** The store of a tab; null where it cannot be told, or is private. `sender`: the tab as the browser tells of it. */
export async function storeOfTab(tab: number, sender: object = {}): Promise<string | null> {
  // Firefox says it of each tab; Chromium lists the tabs of each store.
  const told = 'cookieStoreId' in sender ? sender.cookieStoreId : undefined;
  const stores = typeof told === 'string' ? [] : await browser.cookies.getAllCookieStores();
  const only = stores.length === 1 ? stores[0] : undefined;
  const id = typeof told === 'string' ? told : (stores.find(({ tabIds }) => tabIds.includes(tab)) ?? only)?.id;
  return id === undefined || isPrivateStore(id) ? null : id;
}

/**
 * How browsers want to be asked, each way where the one before is refused: with partitions; without, where the browser knows none;
 * and for all first parties, where Firefox isolates them and refuses whoever names none.
 */
const WAYS: readonly object[] = [
  { partitionKey: {} },
  {},
  { partitionKey: {}, firstPartyDomain: null },
  { firstPartyDomain: null },
];

async function isGranted(scheme: string, host: string): Promise<boolean | null> {
  try {
    return await browser.permissions.contains({ origins: [`${scheme}://${host}/*`] });
  } catch {
    // A host that no pattern can name. The browser's answer to the question for cookies is then all there is.
    return null;
  }
}

/**
 * All cookies that a store holds for a domain and the hosts below it: of every path, and of every partition. `host`: one of these
 * hosts, and how it was asked, for the browser's permission. Throws nothing.
 */
export async function askForCookies(
  domain: string,
  { scheme, host }: { readonly scheme: string; readonly host: string },
  storeId: string,
): Promise<CookieAnswer> {
  for (const way of WAYS) {
    const details = { domain, storeId, ...way };
    const cookies = await browser.cookies.getAll(details).catch(() => null);
    // Without the permission Chromium refuses some questions, and both give an empty list to others.
    if (cookies !== null && cookies.length > 0) return { state: 'read', cookies: cookies.filter(isOfTheWay(way)) };
    if (cookies !== null)
      return (await isGranted(scheme, host)) === false ? { state: 'not-permitted' } : { state: 'read', cookies };
  }
  return { state: (await isGranted(scheme, host)) === true ? 'failed' : 'not-permitted' };
}

/** While first parties are isolated, cookies that belong to none are not sent. */
function isOfTheWay(way: object): (cookie: Cookie) => boolean {
  return 'firstPartyDomain' in way ? (cookie) => partitionFor(cookie).topLevel !== null : () => true;
}

/** Asks the browser once for each question, however many visits want the answer. */
export function askingOnce(): typeof askForCookies {
  const answers = new Map<string, Promise<CookieAnswer>>();
  return (domain, address, storeId) => {
    const key = [storeId, address.scheme, domain].join(' ');
    const answer = answers.get(key) ?? askForCookies(domain, address, storeId);
    answers.set(key, answer);
    return answer;
  };
}
