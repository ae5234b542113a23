/** Work in a page's idle time, within the budget that the visit has for it. */

/** In the long run scanning takes this part of the time at most. */
export const SHARE = 0.01;
/** So many milliseconds it may take beyond that: of a large page the first scans are not to wait. */
const CREDIT = 100;
/** Longest wait for idle time, milliseconds. */
export const IDLE_PATIENCE = 1000;
/** After so many milliseconds the rest of the work waits for the next idle time. */
export const SLICE = 8;

/** How much time the work of a visit may take: it grows while nothing is done. All of a visit share its signal. */
interface Budget {
  /** Milliseconds. Below zero after work that was more than there was time for. */
  left: number;
  /** When it was last reckoned. */
  at: number;
}
const budgets = new WeakMap<AbortSignal, Budget>();

/** Takes so many milliseconds out of the visit's budget, and gives what is left of it. */
export function spend(signal: AbortSignal, milliseconds: number): number {
  const now = performance.now();
  const budget = budgets.get(signal) ?? { left: CREDIT, at: now };
  budgets.set(signal, budget);
  budget.left = Math.min(CREDIT, budget.left + (now - budget.at) * SHARE) - milliseconds;
  budget.at = now;
  return budget.left;
}

/** Does pieces of work one after another in idle time, a few milliseconds at once, until `next` gives none. */
export function whenIdle(signal: AbortSignal, next: () => (() => void) | undefined): () => void {
  let isWaiting = false;
  function go(): void {
    isWaiting = false;
    const began = performance.now();
    while (!signal.aborted) {
      const work = next();
      if (work === undefined) break;
      work();
      if (performance.now() - began < SLICE) continue;
      wait();
      break;
    }
    spend(signal, performance.now() - began);
  }
  function wait(): void {
    if (isWaiting || signal.aborted) return;
    isWaiting = true;
    requestIdleCallback(go, { timeout: IDLE_PATIENCE });
  }
  return wait;
}

/** Pieces of work: `begin` has them done in idle time, `finish` does what is left of them at once. */
export interface Turns {
  readonly begin: () => void;
  readonly finish: () => void;
}

/** Does pieces of work in idle time, once it is told to begin. */
export function inTurns(signal: AbortSignal, pieces: readonly (() => void)[]): Turns {
  const left = [...pieces];
  return {
    begin: whenIdle(signal, () => left.shift()),
    finish() {
      for (const piece of left.splice(0)) piece();
    },
  };
}
