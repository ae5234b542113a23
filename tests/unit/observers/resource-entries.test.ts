import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clock } from '../../../observers/clock.ts';
import { followResources, MAX_ENTRIES } from '../../../observers/page/resource-entries.ts';

interface Entry {
  readonly name: string;
  readonly startTime: number;
  readonly responseEnd: number;
}
const entry = (name: string, startTime = 10, responseEnd = startTime + 10): Entry => ({ name, startTime, responseEnd });

let deliver: (entries: Entry[], dropped?: number) => void;
let undelivered: Entry[];
let observers: number;
let connected: number;
let controllers: AbortController[];

beforeEach(() => {
  [undelivered, controllers, observers, connected] = [[], [], 0, 0];
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(callback: (list: unknown, observer: unknown, details: unknown) => void) {
        observers += 1;
        deliver = (entries, dropped) => {
          callback({ getEntries: () => entries }, this, { droppedEntriesCount: dropped });
        };
      }
      observe(): void {
        connected += 1;
      }
      takeRecords(): Entry[] {
        return undelivered.splice(0);
      }
      disconnect(): void {
        connected -= 1;
      }
    },
  );
});
afterEach(() => {
  for (const controller of controllers) controller.abort();
  vi.unstubAllGlobals();
});

function follow(since = -Infinity): { names: () => string[]; missed: () => number; end: () => void } {
  const controller = new AbortController();
  controllers.push(controller);
  const taken: string[] = [];
  let missed = 0;
  followResources({
    since,
    signal: controller.signal,
    take: (entries) => taken.push(...entries.map(({ name }) => name)),
    missed: (count) => {
      missed += count;
    },
  });
  return { names: () => taken.splice(0), missed: () => missed, end: () => controller.abort() };
}

describe('one observer for all', () => {
  it('gives each what it hears, and those who come later what came before, past the browser’s 250', () => {
    const first = follow();
    deliver(Array.from({ length: 600 }, (_, i) => entry(`https://a.example/${i}`)));
    const second = follow();
    deliver([entry('https://b.example/')]);
    expect(observers).toBe(1);
    expect(first.names()).toHaveLength(601);
    expect(second.names()).toHaveLength(601);
    expect(second.missed()).toBe(0);
  });

  it('gives a visit what ended in it', () => {
    follow();
    deliver([entry('https://before.example/', 10, 20), entry('https://across.example/', 10, 2000)]);
    const visit = follow(clock.at(1000));
    deliver([entry('https://after.example/', 1500, 1600), entry('https://failed.example/', 1500, 0)]);
    expect(visit.names()).toEqual(['https://across.example/', 'https://after.example/', 'https://failed.example/']);
  });

  it('tells what had not been told when one ends, and hears on while another follows', () => {
    const keeper = follow(Infinity);
    const visit = follow();
    undelivered = [entry('https://last.example/')];
    visit.end();
    expect(visit.names()).toEqual(['https://last.example/']);
    deliver([entry('https://between.example/')]);
    expect(visit.names()).toEqual([]);
    expect(follow().names()).toEqual(['https://last.example/', 'https://between.example/']);
    expect(keeper.names()).toEqual([]);
    expect(connected).toBe(1);
  });

  it('ends with the last, and begins anew', () => {
    follow().end();
    expect(connected).toBe(0);
    const next = follow();
    deliver([entry('https://a.example/')]);
    expect(next.names()).toEqual(['https://a.example/']);
    expect(observers).toBe(2);
  });

  it('says how many the browser had forgotten, to those whose time it was', () => {
    const first = follow();
    deliver([], 40);
    expect(first.missed()).toBe(40);
    expect(follow().missed()).toBe(40);
    expect(follow(clock.now() + 1000).missed()).toBe(0);
  });

  it('keeps a bounded number, and says what it has forgotten', () => {
    const first = follow();
    for (let i = 0; i < 10; i += 1) deliver(Array.from({ length: MAX_ENTRIES / 2 }, () => entry('https://a.example/')));
    expect(first.names()).toHaveLength(MAX_ENTRIES * 5);
    const late = follow();
    const kept = late.names().length;
    expect(kept).toBeLessThanOrEqual(MAX_ENTRIES);
    expect(late.missed()).toBe(MAX_ENTRIES * 5 - kept);
    expect(follow(clock.at(1e6)).missed()).toBe(0);
  });

  it('keeps a bounded length of addresses', () => {
    follow();
    for (let i = 0; i < 200; i += 1) deliver([entry(`https://a.example/${'p'.repeat(20_000)}`)]);
    const names = follow().names();
    expect(names.reduce((sum, name) => sum + name.length, 0)).toBeLessThanOrEqual(600_000);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(8000);
  });
});
