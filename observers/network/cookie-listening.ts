/**
 * Hears from the browser that cookies have changed, and rests where a page writes many. Chromium sends each change of any site by itself, to
 * whoever listens at all (0.2 milliseconds in the browser's own process alone), and a page that loads 50 trackers makes some seventy. What has
 * come meanwhile is found by a look when the rest is over.
 */
import { browser } from 'wxt/browser';
import { clock } from '../clock.ts';
import type { ChangeKind, CookieChange } from '../network-facts/cookie-changes.ts';

/** So many changes within so many milliseconds are heard, each by itself, before it rests. */
export const MANY = 12;
const WITHIN = 1000;
/**
 * How long it rests, in milliseconds: the first time so shortly that nobody can read a banner and press meanwhile, and longer while the page
 * goes on. In the end as long as from one look at cookies to the next.
 */
export const RESTS = [500, 1000, 2000] as const;

/** What is done with what is heard. */
export interface Hearer {
  /** Takes a change; tells what it asks for. */
  readonly hear: (change: CookieChange) => ChangeKind | null;
  /** It has rested, and hears again: what has changed meanwhile is to be found. */
  readonly rested: () => void;
  /** Whether it may rest now. */
  readonly mayRest: () => boolean;
}

export interface Listening {
  /** From when on changes went unheard that came after a moment, at the earliest; null: all of them were heard. */
  readonly unheardFrom: (after: number) => number | null;
  /** Ends a rest that may not be any more. */
  readonly settle: () => void;
}

/** Must be called in the first turn of a worker, or the event that woke it is lost. */
export function listenSparingly({ hear, rested, mayRest }: Hearer): Listening {
  const { onChanged } = browser.cookies;
  let since = -Infinity;
  let heard = 0;
  /** Rests that have followed one upon the other. */
  let rests = 0;
  /** The last rest, which may go on, and when the one before it was over. */
  let last = { from: -Infinity, until: -Infinity };
  let overBefore = -Infinity;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function take(change: CookieChange): void {
    // A person who clears everything removes hundreds: what is gone, and why, no look finds.
    if (hear(change) === 'removal') return;
    const now = clock.now();
    if (now - since > WITHIN) {
      since = now;
      heard = 0;
      rests = 0;
    }
    heard += 1;
    if (heard >= MANY && mayRest()) rest();
  }

  function rest(): void {
    onChanged.removeListener(take);
    overBefore = last.until;
    // Changes that are on their way by now are not heard, and came after the first that was.
    last = { from: since, until: Infinity };
    resting = setTimeout(wake, RESTS[Math.min(rests, RESTS.length - 1)]);
    rests += 1;
  }

  function wake(): void {
    clearTimeout(resting);
    resting = undefined;
    // First it hears, then it is looked: nothing comes in between.
    onChanged.addListener(take);
    since = clock.now();
    last = { ...last, until: since };
    heard = 0;
    rested();
  }

  onChanged.addListener(take);
  return {
    unheardFrom(after) {
      // What comes in the same millisecond may have come before it.
      if (after > last.until) return null;
      return after > overBefore ? Math.max(after, last.from) : after;
    },
    settle() {
      if (resting !== undefined && !mayRest()) wake();
    },
  };
}
