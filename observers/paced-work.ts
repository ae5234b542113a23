/** Work that many events ask for: done soon after the first of them, and while they go on no oftener than it is worth. */
import type { Clock } from '../ledger/clock.ts';

/** How long it is put off, in milliseconds. */
export interface Pace {
  /** From the event that asks for it: those that follow it closely are served by the same work. */
  readonly after: number;
  /** From one time to the next. */
  readonly every: number;
}

/** Work that is done at its pace. */
export interface PacedWork {
  /** Asks for it. `pressing`: it does not wait until its turn comes, but for what follows closely alone. */
  readonly ask: (pressing?: boolean) => void;
  /** Whether it was asked for and is not done yet. */
  readonly isWaiting: () => boolean;
  /** Says that it is done now, by somebody else. */
  readonly done: () => void;
}

/** `work` must not throw. */
export function pacedWork(work: () => void, { after, every }: Pace, clock: Pick<Clock, 'now'>): PacedWork {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When it is done next, and when it was last. */
  let due = Infinity;
  let doneAt = -Infinity;

  function done(): void {
    clearTimeout(timer);
    due = Infinity;
    doneAt = clock.now();
  }

  return {
    ask(pressing = false) {
      // For most events it is settled when the work is done, and no clock is asked.
      if (due < Infinity && !pressing) return;
      const now = clock.now();
      const then = pressing ? now + after : Math.max(now + after, doneAt + every);
      if (then >= due) return;
      clearTimeout(timer);
      due = then;
      timer = setTimeout(() => {
        done();
        work();
      }, then - now);
    },
    isWaiting: () => due < Infinity,
    done,
  };
}
