/** The browser's cookie stores: which one a tab has, and what one holds for a site. */
import { browser, type Browser } from 'wxt/browser';
import type { AskForCookies, CookieAnswer } from '../network-facts/cookie-answer.ts';
import { partitionFor } from '../network-facts/cookie-partition.ts';
import { isPrivateStore } from '../network-facts/cookie-stores.ts';

type Cookie = Browser.cookies.Cookie;

/** The store of a tab; null where it cannot be told, or is private. `sender`: the tab as the browser tells of it. */
export async function storeOfTab(tab: number, sender: object = {}): Promise<string | null> {
  // Firefox says it of each tab; Chromium lists the tabs of each store.
  const statedStore = 'cookieStoreId' in sender ? sender.cookieStoreId : undefined;
  const stores = typeof statedStore === 'string' ? [] : await browser.cookies.getAllCookieStores();
  const only = stores.length === 1 ? stores[0] : undefined;
  const id =
    typeof statedStore === 'string' ? statedStore : (stores.find(({ tabIds }) => tabIds.includes(tab)) ?? only)?.id;
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
 * Asks the browser for all cookies that a store holds for a domain and the hosts below it: of every path, and of every partition.
 * Never rejects.
 */
export const askForCookies: AskForCookies = async (domain, { scheme, host }, storeId) => {
  for (const way of WAYS) {
    const details = { domain, storeId, ...way };
    const cookies = await browser.cookies.getAll(details).catch(() => null);
    // Without the permission Chromium refuses some questions, and both give an empty list to others.
    if (cookies !== null && cookies.length > 0) return { state: 'read', cookies: cookies.filter(isOfTheWay(way)) };
    if (cookies !== null)
      return (await isGranted(scheme, host)) === false ? { state: 'not-permitted' } : { state: 'read', cookies };
  }
  return { state: (await isGranted(scheme, host)) === true ? 'failed' : 'not-permitted' };
};

/** While first parties are isolated, cookies that belong to none are not sent. */
function isOfTheWay(way: object): (cookie: Cookie) => boolean {
  return 'firstPartyDomain' in way ? (cookie) => partitionFor(cookie).topLevel !== null : () => true;
}

/** Asks the browser once for each question, however many visits want the answer. */
export function askingOnce(): AskForCookies {
  const answers = new Map<string, Promise<CookieAnswer>>();
  return (domain, address, storeId) => {
    const key = [storeId, address.scheme, domain].join(' ');
    const answer = answers.get(key) ?? askForCookies(domain, address, storeId);
    answers.set(key, answer);
    return answer;
  };
}
