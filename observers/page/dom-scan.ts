/** When to look at the page's elements: once they are there, and again when they have changed, without being felt. */
import { dropRoots, keepRoots } from './page-elements.ts';
import { onDocument } from './safe-document.ts';

/** Shortest time between a change and the look at it, milliseconds. */
export const SHORTEST_PAUSE = 250;
/** The next pause is at least so many times what the last look cost: looking takes at most a twentieth of the time. */
const PAUSE_PER_COST = 20;
/** Longest wait for idle time, milliseconds. */
const IDLE_PATIENCE = 1000;
/** After so many milliseconds the rest of the looks waits for the next idle time. */
const SLICE = 8;
/** A list that is no longer than this is worked through at once. */
const SHORT = 32;

/** Attributes by which an element changes what it loads, where it leads or what it is called. */
const TELLING_ATTRIBUTES = ['src', 'href', 'action', 'data', 'aria-label', 'placeholder'];

/** Looks again whenever the page has changed; `failed` hears once that the look threw. */
export type OnDom = (scan: () => void, failed: () => void) => void;

/**
 * Watches the document for one visit. The looks share one MutationObserver, which is off between a change and the look at
 * it: a page that never rests costs nothing in the meantime.
 */
export function watchDom(signal: AbortSignal): OnDom {
  const scans: { readonly scan: () => void; readonly failed: () => void; told: boolean }[] = [];
  const observer = new MutationObserver(changed);
  let pause = SHORTEST_PAUSE;
  let waiting = false;
  let toDo: typeof scans = [];
  let cost = 0;
  let working = false;
  let isRound = false;

  function changed(): void {
    observer.disconnect();
    if (waiting || signal.aborted) return;
    waiting = true;
    setTimeout(() => requestIdleCallback(begin, { timeout: IDLE_PATIENCE }), pause);
  }

  function begin(): void {
    waiting = false;
    if (signal.aborted) return;
    const began = performance.now();
    // What changes during the look asks for the next one.
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
    isRound = true;
    toDo = [...scans];
    cost = performance.now() - began;
    if (cost > SLICE) workSoon();
    else work();
  }

  function work(): void {
    working = false;
    if (signal.aborted) return;
    const began = performance.now();
    if (!isRound) keepRoots();
    isRound = true;
    while (performance.now() - began < SLICE) {
      const next = toDo.shift();
      if (next === undefined) break;
      try {
        next.scan();
      } catch {
        if (!next.told) next.failed();
        next.told = true;
      }
    }
    cost += performance.now() - began;
    pause = Math.max(SHORTEST_PAUSE, cost * PAUSE_PER_COST);
    if (toDo.length > 0) {
      workSoon();
    } else {
      dropRoots();
      isRound = false;
    }
  }

  function workSoon(): void {
    if (working || signal.aborted) return;
    working = true;
    requestIdleCallback(work, { timeout: IDLE_PATIENCE });
  }

  onDocument('DOMContentLoaded', changed, { signal });
  addEventListener('load', changed, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    dropRoots();
  });
  changed();

  return (scan, failed) => {
    const entry = { scan, failed, told: false };
    scans.push(entry);
    toDo.push(entry);
    workSoon();
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
