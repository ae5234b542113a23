import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pacedWork } from '../../../observers/paced-work.ts';

let done: number[];
const start = () => {
  const begun = Date.now();
  return pacedWork(() => done.push(Date.now() - begun), { after: 250, every: 1000 }, { now: () => Date.now() });
};
const pass = (time: number) => vi.advanceTimersByTime(time);

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('pacedWork', () => {
  it('is done soon after the first word, and at its pace while words go on', () => {
    const work = start();
    for (let time = 0; time < 3000; time += 50) {
      work.ask();
      pass(50);
    }
    expect(done).toEqual([250, 1250, 2250]);
    pass(5000);
    expect(done).toEqual([250, 1250, 2250, 3250]);
    work.ask();
    pass(250);
    expect(done.at(-1)).toBe(8250);
  });

  it('does not wait for its turn when it is pressing, and is done once for both', () => {
    const work = start();
    work.ask();
    pass(300);
    work.ask();
    pass(100);
    work.ask(true);
    work.ask(true);
    expect(work.isWaiting()).toBe(true);
    pass(5000);
    expect(done).toEqual([250, 650]);
  });

  it('is not done again where somebody else has done it', () => {
    const work = start();
    work.ask();
    work.done();
    expect(work.isWaiting()).toBe(false);
    pass(500);
    work.ask();
    pass(400);
    expect(done).toEqual([]);
    pass(100);
    expect(done).toEqual([1000]);
  });
});
