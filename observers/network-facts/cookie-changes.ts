/** What the browser tells of cookies between two looks at them: which were touched, and which were removed meanwhile. */
import { registrableDomain } from '../../recognition/registrable-domain.ts';
import type { BrowserCookie } from './browser-cookie.ts';
import { cookieKey } from './cookie-key.ts';
import { isPrivateStore } from './cookie-stores.ts';

/** What `cookies.onChanged` tells. Its type has no name in the browser's own types. */
export interface CookieChange {
  readonly cookie: BrowserCookie;
  readonly removed: boolean;
  /** "explicit", "overwrite", "expired", "evicted", "expired_overwrite" */
  readonly cause: string;
}

/** A cookie as it was when it was removed, and when that was. */
export interface RemovedCookie {
  readonly cookie: BrowserCookie;
  readonly at: number;
}

/** The changes of one site (registrable domain) in one store. */
export interface SiteChanges {
  readonly storeId: string;
  readonly site: string;
  readonly removed: readonly RemovedCookie[];
  /** Keys of those that were set (`cookieKey`). */
  readonly set: ReadonlySet<string>;
}

/** Removals kept of one site: a person who clears everything removes thousands. */
const MAX_REMOVED = 200;
/** Settings kept of one site: browsers hold about 180 cookies for it. */
const MAX_SET = 400;
/** Sites kept of one burst. */
const MAX_SITES = 2000;

/**
 * Removals that are no act of the page itself. A page that writes a cookie anew removes the old one ("overwrite"), and one that
 * deletes its own cookie sets it to a time gone by ("expired_overwrite"): what such a page then writes has never been away.
 * Firefox calls both a person's removal and a page's "explicit".
 * Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/cookies/OnChangedCause
 */
const NOT_BY_THE_PAGE: readonly string[] = ['explicit', 'expired', 'evicted'];

/** Gathers changes until somebody looks. Values stay in it no longer than that, and none of private windows comes into it. */
export class CookieChanges {
  #sites = new Map<string, SiteChanges & { readonly removed: RemovedCookie[]; readonly set: Set<string> }>();

  /** `at`: the time now. Gives whether there is something to look at. */
  add({ cookie, removed, cause }: CookieChange, at: number): boolean {
    const { storeId, domain } = cookie;
    if (isPrivateStore(storeId)) return false;
    const site = registrableDomain(domain.replace(/^\./, ''));
    const key = `${storeId} ${site}`;
    let changes = this.#sites.get(key);
    if (changes === undefined) {
      if (this.#sites.size >= MAX_SITES) return true;
      changes = { storeId, site, removed: [], set: new Set() };
      this.#sites.set(key, changes);
    }
    if (!removed && changes.set.size < MAX_SET) changes.set.add(cookieKey(cookie));
    const counts = removed && NOT_BY_THE_PAGE.includes(cause);
    if (counts && changes.removed.length < MAX_REMOVED) changes.removed.push({ cookie, at });
    return true;
  }

  /** Gives what was gathered, and forgets it. */
  take(): readonly SiteChanges[] {
    const burst = [...this.#sites.values()];
    this.#sites = new Map();
    return burst;
  }
}
