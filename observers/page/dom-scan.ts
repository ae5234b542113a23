/** When the page's elements are scanned: once they are there, and again when they have changed, without slowing the page. */
import { dropRoots, keepRoots } from './page-elements.ts';
import { onDocument } from './safe-document.ts';

/** Shortest time between a change and the scan of it, milliseconds. */
export const SHORTEST_PAUSE = 250;
/** The next pause is at least so many times what the last round cost: scanning takes at most a twentieth of the time. */
const PAUSE_PER_COST = 20;
/** Longest wait for idle time, milliseconds. */
const IDLE_PATIENCE = 1000;
/** After so many milliseconds the rest of the scans waits for the next idle time. */
const SLICE = 8;
/** A list that is no longer than this is worked through at once. */
const SHORT = 32;

/** Attributes by which an element changes what it loads, where it leads or what it is called. */
const TELLING_ATTRIBUTES = ['src', 'href', 'action', 'data', 'aria-label', 'placeholder'];

/** Runs `scan` again whenever the page has changed; `failed` is called once, when it first throws. */
export type OnDom = (scan: () => void, failed: () => void) => void;

/** One scan of the visit. */
interface Scan {
  readonly run: () => void;
  readonly failed: () => void;
  hasFailed: boolean;
}

/** How far the scanning of the page is. A change may ask for the next round while the scans of this one still wait. */
interface DomState {
  /** Whether a round is to begin after the pause, since the page has changed. */
  isChanged: boolean;
  /** Whether scans have asked for idle time. */
  isAwaitingIdle: boolean;
  /** Scans that are still to run. */
  queue: Scan[];
  /** Whether the roots of the page's trees are kept, as long as the scans of a round read them. */
  hasRoots: boolean;
  /** What this round has cost so far, and how long the next one waits for that; milliseconds. */
  cost: number;
  pause: number;
}

/**
 * Watches the document for one visit. The scans share one MutationObserver, which is off between a change and the scan of
 * it: a page that never rests costs nothing in the meantime.
 */
export function watchDom(signal: AbortSignal): OnDom {
  const scans: Scan[] = [];
  const observer = new MutationObserver(changed);
  const state: DomState = {
    isChanged: false,
    isAwaitingIdle: false,
    queue: [],
    hasRoots: false,
    cost: 0,
    pause: SHORTEST_PAUSE,
  };

  function changed(): void {
    observer.disconnect();
    if (state.isChanged || signal.aborted) return;
    state.isChanged = true;
    setTimeout(() => requestIdleCallback(beginRound, { timeout: IDLE_PATIENCE }), state.pause);
  }

  function beginRound(): void {
    state.isChanged = false;
    if (signal.aborted) return;
    const began = performance.now();
    // What changes during the round asks for the next one.
    for (const root of keepRoots()) {
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributes: true,
        // Translations come into texts that are there.
        characterData: true,
        attributeFilter: TELLING_ATTRIBUTES,
      });
    }
    state.hasRoots = true;
    state.queue = [...scans];
    state.cost = performance.now() - began;
    if (state.cost > SLICE) runWhenIdle();
    else runSome();
  }

  function runSome(): void {
    state.isAwaitingIdle = false;
    if (signal.aborted) return;
    const began = performance.now();
    if (!state.hasRoots) keepRoots();
    state.hasRoots = true;
    while (performance.now() - began < SLICE) {
      const next = state.queue.shift();
      if (next === undefined) break;
      try {
        next.run();
      } catch {
        if (!next.hasFailed) next.failed();
        next.hasFailed = true;
      }
    }
    state.cost += performance.now() - began;
    state.pause = Math.max(SHORTEST_PAUSE, state.cost * PAUSE_PER_COST);
    if (state.queue.length > 0) {
      runWhenIdle();
    } else {
      dropRoots();
      state.hasRoots = false;
    }
  }

  function runWhenIdle(): void {
    if (state.isAwaitingIdle || signal.aborted) return;
    state.isAwaitingIdle = true;
    requestIdleCallback(runSome, { timeout: IDLE_PATIENCE });
  }

  onDocument('DOMContentLoaded', changed, { signal });
  addEventListener('load', changed, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    dropRoots();
  });
  changed();

  return (run, failed) => {
    const scan = { run, failed, hasFailed: false };
    scans.push(scan);
    state.queue.push(scan);
    runWhenIdle();
  };
}

/**
 * Does `work` for each item, a few milliseconds at a time, the rest in idle time, and `done` after the last. A new list takes
 * the place of one that is not done. For lists of thousands of elements, which in one go would hold up the page.
 */
export function inSlices<T>(signal: AbortSignal, work: (item: T) => void, done?: () => void): (items: T[]) => void {
  let rest: T[] = [];
  let next = 0;
  let waiting = false;
  function go(): void {
    waiting = false;
    const began = performance.now();
    while (next < rest.length) {
      if (signal.aborted) return;
      // The clock is asked for every sixteenth item.
      const place = next;
      if (place % 16 === 15 && performance.now() - began > SLICE) {
        wait();
        return;
      }
      next += 1;
      try {
        work(rest[place] as T);
      } catch {
        // An element that cannot be read says nothing about its neighbours.
      }
    }
    done?.();
  }
  function wait(): void {
    if (waiting) return;
    waiting = true;
    requestIdleCallback(go, { timeout: IDLE_PATIENCE });
  }
  return (items) => {
    rest = items;
    next = 0;
    if (waiting) return;
    if (items.length <= SHORT) go();
    else wait();
  };
}
