/** Which cookies the browser held at the last look, so that what has come since is known where the browser was not heard meanwhile. */
import type { AskForCookies } from './cookie-answer.ts';
import { cookieKey } from './cookie-key.ts';
import type { CookieSetting } from './cookie-changes.ts';

interface Held {
  readonly at: number;
  /** Of all cookies, whether or not the visit has to do with them. */
  readonly keys: ReadonlySet<string>;
}

/** When it is asked, and what is known by then. */
interface Asking {
  /** The time now. */
  readonly at: number;
  /** From when on changes went unheard that came after a moment, at the earliest; null: all were heard. */
  readonly unheardFrom: (after: number) => number | null;
  /** What was not heard is added to it. */
  readonly set: Map<string, CookieSetting>;
}

/** What one visit's looks have found, by the site that was asked for. */
export class HeldCookies {
  readonly #held = new Map<string, Held>();

  /** Asks by way of `ask`. A cookie that was not there before, and of which the browser could not be heard, counts as set at this look. */
  asking(ask: AskForCookies, { at, unheardFrom, set }: Asking): AskForCookies {
    return async (site, page, storeId) => {
      const answer = await ask(site, page, storeId);
      if (answer.state !== 'read') return answer;
      const before = this.#held.get(site);
      const keys = new Set(answer.cookies.map(cookieKey));
      const since = before === undefined ? null : unheardFrom(before.at);
      if (before !== undefined && since !== null)
        for (const key of keys) if (!before.keys.has(key) && !set.has(key)) set.set(key, { at, since });
      this.#held.set(site, { at, keys });
      return answer;
    };
  }
}
