/** What the browser answers when it is asked for the cookies of a site. */
import type { BrowserCookie } from './browser-cookie.ts';

/** `not-permitted`: the host is not granted. `failed`: it is, and the browser gives no cookies all the same. */
export type CookieAnswer =
  | { readonly state: 'read'; readonly cookies: readonly BrowserCookie[] }
  | { readonly state: 'not-permitted' | 'failed' };

/**
 * Asks for all cookies that a store holds for a domain and the hosts below it. `page`: one of these hosts, and the scheme by which
 * it was asked, for the browser's permission. Never rejects.
 */
export type AskForCookies = (
  domain: string,
  page: { readonly scheme: string; readonly host: string },
  storeId: string,
) => Promise<CookieAnswer>;
