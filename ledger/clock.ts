/**
 * When did it happen? One scale for a process, made of two clocks that each fail in their own way. The wall clock (`Date.now`)
 * jumps when somebody sets it; the ticks (`performance.now`) stand still while the machine sleeps, and their origin with them.
 *
 * The scale follows the wall clock, over a sleep too. Where that was set back, it goes on by the ticks, so that nothing is dated
 * before what it followed, and `ahead` tells how far it is ahead of the wall clock from then on. What is shown to people is the
 * date less `ahead`: the time by the clock as it was corrected. A moment that is given in ticks lies between the two readings of the
 * clocks around it. Pure: the clocks are handed in.
 */

/** The one clock of a process (`observers/clock.ts`). All times are milliseconds since 1970. */
export interface Clock {
  /** The time now. Never goes back. */
  readonly now: () => number;
  /** The date of a moment of this process, given in the ticks of `performance.now`: a start time of Resource Timing, for one. */
  readonly at: (ticks: number) => number;
  /**
   * The date of a moment that another process gave a short while ago by the wall clock, or by a clock like this one, whose
   * `ahead` is then taken off first. Never later than now.
   */
  readonly ofWall: (time: number) => number;
  /** How far the dates are ahead of the wall clock, because that was set back; 0 as long as it was not. */
  readonly ahead: () => number;
  /** Takes over from a clock before it, which said `time` at last and was so far ahead: what comes is not dated before that. */
  readonly goOn: (time: number, aheadThen: number) => void;
}

/**
 * The wall clock may fall behind the ticks by so much between two readings, in milliseconds: both are rounded, by as much as 100
 * where a person has asked for it. The scale then waits for it. What falls back further was set back.
 */
const SET_BACK = 1000;
/** So much the two may part, in milliseconds, before it is noted: the wall clock gives whole ones. */
const STEP = 2;
/** Reading both clocks takes no longer than this, in milliseconds; else the process was held up in between, and reads again. */
const TOGETHER = 5;
/** Steps that are remembered. What happened before the oldest of them is dated as if it came after it. */
const MAX_STEPS = 100;

/** Moments later than `after` are dated by `offset`, and not before `floor`. */
interface Step {
  readonly after: number;
  readonly floor: number;
  readonly offset: number;
}

/** A tenth of a millisecond is as much as a page may know, and makes short numbers. */
function rounded(time: number): number {
  return Math.round(time * 10) / 10;
}

/** Makes a clock. `wall` is `Date.now`, `ticks` is `performance.now`. */
export function createClock(wall: () => number, ticks: () => number): Clock {
  const steps: Step[] = [];
  let ahead = 0;
  /** The last reading, in ticks and on the scale. */
  let readAt = -Infinity;
  let last = -Infinity;

  /** Looks at both clocks, notes what has become of them, and gives the time now. */
  function read(): number {
    let before = ticks();
    let time = wall();
    let after = ticks();
    for (let tries = 0; after - before > TOGETHER && tries < 3; tries += 1) {
      before = ticks();
      time = wall();
      after = ticks();
    }
    const known = steps.at(-1);
    const byTicks = after + (known?.offset ?? -Infinity);
    if (time + ahead < byTicks - SET_BACK) ahead = byTicks - time;
    const now = Math.max(last, time + ahead);
    if (known === undefined || Math.abs(now - byTicks) > STEP) {
      // In doubt the step came first, and what happened since the last reading is dated later.
      steps.push({ after: readAt, floor: last, offset: now - after });
      if (steps.length > MAX_STEPS) steps.shift();
    }
    readAt = after;
    last = now;
    return now;
  }

  return {
    now: () => rounded(read()),
    at(moment) {
      read();
      const index = steps.findLastIndex(({ after }) => moment > after);
      const step = steps[Math.max(index, 0)];
      if (step === undefined) return rounded(last);
      const latest = steps[index + 1]?.floor ?? (moment > readAt ? Infinity : last);
      const time = Math.min(moment + step.offset, latest);
      return rounded(index < 0 ? time : Math.max(step.floor, time));
    },
    ofWall(time) {
      const now = read();
      return rounded(Math.min(time + ahead, now));
    },
    ahead() {
      read();
      return rounded(ahead);
    },
    goOn(time, aheadThen) {
      const now = read() - ahead;
      ahead = Math.max(ahead, aheadThen, time - now);
      read();
    },
  };
}
