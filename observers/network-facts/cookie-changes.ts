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

/** When a cookie was set. */
export interface CookieSetting {
  readonly at: number;
  /** Where nobody heard of it: the moment since which it may have been there, `at` being that of the look which found it. */
  readonly since?: number;
}

/** The changes of one site (registrable domain) in one store. */
export interface SiteChanges {
  readonly storeId: string;
  readonly site: string;
  readonly removed: readonly RemovedCookie[];
  /** Those that were set, by `cookieKey`: for the first time since the burst began, or since a removal that counts. */
  readonly set: ReadonlyMap<string, CookieSetting>;
}

/** What a change asks for: a removal that counts is gone with the worker, anything else a later look finds as well. */
export type ChangeKind = 'removal' | 'other';

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
  #sites = new Map<
    string,
    SiteChanges & { readonly removed: RemovedCookie[]; readonly set: Map<string, CookieSetting> }
  >();

  /** `at`: the time now. Gives what there is to look at; null: nothing. */
  add({ cookie, removed, cause }: CookieChange, at: number): ChangeKind | null {
    const { storeId, domain } = cookie;
    if (isPrivateStore(storeId)) return null;
    const site = registrableDomain(domain.replace(/^\./, ''));
    const key = `${storeId} ${site}`;
    let changes = this.#sites.get(key);
    if (changes === undefined) {
      if (this.#sites.size >= MAX_SITES) return 'other';
      changes = { storeId, site, removed: [], set: new Map() };
      this.#sites.set(key, changes);
    }
    if (!removed) {
      const cookieIs = cookieKey(cookie);
      if (changes.set.size < MAX_SET && !changes.set.has(cookieIs)) changes.set.set(cookieIs, { at });
      return 'other';
    }
    if (!NOT_BY_THE_PAGE.includes(cause)) return 'other';
    // What is set after it has come back.
    changes.set.delete(cookieKey(cookie));
    if (changes.removed.length < MAX_REMOVED) changes.removed.push({ cookie, at });
    return 'removal';
  }

  /** Gives what was gathered, and forgets it. */
  take(): readonly SiteChanges[] {
    const burst = [...this.#sites.values()];
    this.#sites = new Map();
    return burst;
  }
}
