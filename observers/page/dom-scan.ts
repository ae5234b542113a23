/**
 * When the page's elements are scanned: once they are there, and what has changed of them when it has changed, in idle time and
 * within a budget, so that the page is not slowed.
 */
import { IDLE_PATIENCE, SHARE, SLICE, spend, whenIdle } from './idle-work.ts';
import { followPage, type PageChanges } from './page-changes.ts';
import { onDocument } from './safe-document.ts';

/** Shortest time between a change and the scan of it, milliseconds. */
export const SHORTEST_PAUSE = 250;
/**
 * Longest time that a round which took a while puts off the next, milliseconds. A page that changes all the time is to take no more than its share of
 * the time from the start (`SHARE`), not only once what the first looks may take is used up; but what comes with a press is not to be seen late.
 */
export const LONGEST_PAUSE = 500;
/** A list that is no longer than this is worked through at once. */
const SHORT = 32;

/** Runs `scan` with the whole page, then with each of its changes; `failed` is called once, when it first throws. */
export type OnDom = (scan: (changes: PageChanges) => void, failed: () => void) => void;

/** One scan of the visit. */
interface Scan {
  readonly run: (changes: PageChanges) => void;
  readonly failed: () => void;
  hasRun: boolean;
  hasFailed: boolean;
}

/** The scans of a visit. */
export interface DomWatch {
  readonly onDom: OnDom;
  /** Runs the scans that have not run yet, at once. */
  readonly lookOnce: () => void;
}

/** Watches the document for one visit. The scans share one look at what has changed. */
export function watchDom(signal: AbortSignal): DomWatch {
  const scans: Scan[] = [];
  /** Scans that are still to run, with what they are for. */
  const queue: { readonly scan: Scan; readonly changes: () => PageChanges }[] = [];
  let isChanged = false;
  let isNext = false;
  /** Of the last round of changes: when it began, and how long it has taken. Milliseconds. */
  const round = { began: -Infinity, took: 0 };
  const take = followPage(signal, changed);
  const runWhenIdle = whenIdle(signal, () => {
    const next = queue.shift();
    if (next !== undefined) return () => runScan(next);
    if (!isNext) return undefined;
    isNext = false;
    return beginRound;
  });

  function runScan({ scan, changes }: (typeof queue)[number]): void {
    const began = performance.now();
    scan.hasRun = true;
    try {
      scan.run(changes());
    } catch {
      if (!scan.hasFailed) scan.failed();
      scan.hasFailed = true;
    }
    round.took += performance.now() - began;
  }

  /** A round begins when the scans of the last one have run. */
  function changed(): void {
    if (isChanged || signal.aborted) return;
    isChanged = true;
    setTimeout(askForRound, SHORTEST_PAUSE);
  }

  function askForRound(): void {
    if (signal.aborted) return;
    const left = spend(signal, 0);
    const paced = round.began + Math.min(round.took / SHARE, LONGEST_PAUSE) - performance.now();
    if (left < 0 || paced > 0) {
      setTimeout(askForRound, left < 0 ? Math.max(SHORTEST_PAUSE, -left / SHARE) : paced);
      return;
    }
    isNext = true;
    runWhenIdle();
  }

  function beginRound(): void {
    isChanged = false;
    round.began = performance.now();
    const changes = take();
    round.took = performance.now() - round.began;
    queue.push(...scans.map((scan) => ({ scan, changes: () => changes })));
  }

  onDocument('DOMContentLoaded', changed, { signal });
  addEventListener('load', changed, { signal });

  let first: PageChanges | undefined;
  return {
    onDom(run, failed) {
      const scan = { run, failed, hasRun: false, hasFailed: false };
      scans.push(scan);
      queue.push({ scan, changes: () => (first ??= take()) });
      runWhenIdle();
    },
    lookOnce() {
      for (const next of queue.splice(0)) if (!next.scan.hasRun) runScan(next);
    },
  };
}

/**
 * Does `work` for each item that it is given, once for one that is given again before its turn: a few milliseconds at a time, the rest in
 * idle time, and `done` after the last. For lists of thousands of elements, which in one go would hold up the page.
 */
export function inSlices<T>(
  signal: AbortSignal,
  work: (item: T) => void,
  done?: () => void,
): (items: Iterable<T>) => void {
  const rest = new Set<T>();
  let isWaiting = false;
  function go(): void {
    isWaiting = false;
    const began = performance.now();
    let count = 0;
    for (const item of rest) {
      if (signal.aborted) return;
      // The clock is asked for every sixteenth item.
      count += 1;
      if (count % 16 === 0 && performance.now() - began > SLICE) {
        wait();
        break;
      }
      rest.delete(item);
      try {
        work(item);
      } catch {
        // An element that cannot be read says nothing about its neighbours.
      }
    }
    spend(signal, performance.now() - began);
    if (rest.size === 0) done?.();
  }
  function wait(): void {
    if (isWaiting) return;
    isWaiting = true;
    requestIdleCallback(go, { timeout: IDLE_PATIENCE });
  }
  return (items) => {
    for (const item of items) rest.add(item);
    if (isWaiting) return;
    if (rest.size <= SHORT) go();
    else wait();
  };
}
