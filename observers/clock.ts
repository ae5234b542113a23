/**
 * The clock of this process: whatever is dated in a page or in the background is dated by it, and by nothing else (a lint rule
 * sees to that). The scripts of ours in a document share one, whichever of them came first.
 */
import { createClock, type Clock } from '../ledger/clock.ts';

const CLOCK = Symbol.for('liner-notes.clock');

const world = globalThis as { [CLOCK]?: Clock | undefined };

function shared(): Clock {
  return (world[CLOCK] ??= createClock(
    () => Date.now(),
    () => performance.now(),
  ));
}

/** Gives every date. */
export const clock: Clock = {
  now: () => shared().now(),
  at: (ticks) => shared().at(ticks),
  ofWall: (time) => shared().ofWall(time),
  ahead: () => shared().ahead(),
  goOn: (time, aheadThen) => {
    shared().goOn(time, aheadThen);
  },
};
