/** What the browser tells of cookies between two looks at them: which were touched, and which were removed meanwhile. */
import type { Browser } from 'wxt/browser';

/** What `cookies.onChanged` tells. Its type has no name in the browser's own types. */
export interface CookieChange {
  readonly cookie: Browser.cookies.Cookie;
  readonly removed: boolean;
  /** "explicit", "overwrite", "expired", "evicted", "expired_overwrite" */
  readonly cause: string;
}

/** A cookie as it was when it was removed, and when that was. */
export interface RemovedCookie {
  readonly cookie: Browser.cookies.Cookie;
  readonly at: number;
}

/** The changes of one burst. */
export interface CookieBurst {
  readonly domains: ReadonlySet<string>;
  readonly removed: readonly RemovedCookie[];
}

/** Removals kept of one burst: a person who clears everything removes thousands. */
const MAX_REMOVED = 400;

/**
 * Removals that are no act of the page itself. A page that writes a cookie anew removes the old one ("overwrite"), and one that
 * deletes its own cookie sets it to a time gone by ("expired_overwrite"): what such a page then writes has never been away.
 * Firefox calls both a person's removal and a page's "explicit".
 * Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/cookies/OnChangedCause
 */
const NOT_BY_THE_PAGE: readonly string[] = ['explicit', 'expired', 'evicted'];

/** Gathers changes until somebody looks. Values stay in it no longer than that. */
export class CookieChanges {
  #domains = new Set<string>();
  #removed: RemovedCookie[] = [];

  /** `at`: the time now. */
  add({ cookie, removed, cause }: CookieChange, at: number): void {
    this.#domains.add(cookie.domain);
    const counts = removed && NOT_BY_THE_PAGE.includes(cause);
    if (counts && this.#removed.length < MAX_REMOVED) this.#removed.push({ cookie, at });
  }

  /** Gives what was gathered, and forgets it. */
  take(): CookieBurst {
    const burst = { domains: this.#domains, removed: this.#removed };
    this.#domains = new Set();
    this.#removed = [];
    return burst;
  }
}
