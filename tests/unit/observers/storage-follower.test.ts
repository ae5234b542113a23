import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followStore, type StorageItem } from '../../../observers/page/storage-follower.ts';

const names = ['a', 'b', 'c', 'd'];
/** How long each reading of a value takes, in milliseconds. */
let pace = 0;
let found: StorageItem[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  pace = 0;
  found = [];
  names.splice(4);
  vi.stubGlobal('localStorage', {
    get length() {
      return names.length;
    },
    key: (at: number) => names[at],
    getItem(name: string) {
      vi.advanceTimersByTime(pace);
      return names.includes(name) ? 'x' : null;
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const start = () => followStore('local', (item) => found.push(item), vi.fn());
const wait = (milliseconds: number): number => {
  vi.advanceTimersByTime(milliseconds);
  return Date.now();
};
const take = (): StorageItem[] => found.splice(0);

describe('since when an item may stand there', () => {
  it('is not known of what was there at the first look', () => {
    start().look(Infinity);
    for (const item of take()) expect(item).not.toHaveProperty('since');
  });

  it('is the end of the task in which a whole look was taken, its readers included', () => {
    const { look, over } = start();
    const began = Date.now();
    pace = 1;
    look(Infinity);
    // A reader takes its time.
    const ended = wait(5);
    over(began);
    wait(1000);
    names.push('new');
    look(Infinity);
    expect(take().at(-1)).toMatchObject({ name: 'new', change: 'written', since: ended });
  });

  it('is the beginning of a look that was taken in parts, for it may have passed the place', () => {
    const { look, over } = start();
    look(Infinity);
    over(Date.now());
    pace = 1;
    wait(1000);
    const began = Date.now();
    expect(look(performance.now() + 1)).toBe(false);
    over(began);
    const second = wait(100);
    // It stands now where the look has been.
    names.unshift('new');
    expect(look(Infinity)).toBe(true);
    over(second);
    take();
    wait(1000);
    look(Infinity);
    expect(take()).toMatchObject([{ name: 'new', since: began }]);
  });
});
