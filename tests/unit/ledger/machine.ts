import { createClock, type Clock } from '../../../ledger/clock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOON = Date.UTC(2026, 10, 26, 12);

/** A machine with its two clocks, and what has really gone by since the process began. */
export class Machine {
  gone = 0;
  #slept = 0;
  #set = 0;
  readonly clock: Clock;

  constructor() {
    this.clock = createClock(
      () => Math.floor(this.wall),
      () => this.ticks,
    );
  }

  /** The clock of a process that begins now. */
  process(): Clock {
    const began = this.ticks;
    return createClock(
      () => Math.floor(this.wall),
      () => this.ticks - began,
    );
  }

  get wall(): number {
    return NOON + this.gone + this.#set;
  }

  get ticks(): number {
    return this.gone - this.#slept;
  }

  run(time: number): this {
    this.gone += time;
    return this;
  }

  sleep(time: number): this {
    this.gone += time;
    this.#slept += time;
    return this;
  }

  set(by: number): this {
    this.#set += by;
    return this;
  }
}
