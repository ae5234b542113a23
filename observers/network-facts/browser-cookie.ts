/** A cookie as the browser's cookies API gives it: the part that is read here, with the value, which is hashed and goes no further. */

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/cookies/Cookie */
export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  /** '.bobdylan.com' for a cookie that goes to the hosts below too. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: string;
  /** Seconds since 1970; absent for a cookie that goes with the browser's session. */
  readonly expirationDate?: number | undefined;
  readonly storeId: string;
  readonly partitionKey?:
    { readonly topLevelSite?: string | undefined; readonly hasCrossSiteAncestor?: boolean | undefined } | undefined;
}
