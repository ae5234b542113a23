// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices, LONGEST_PAUSE, SHORTEST_PAUSE, watchDom, type OnDom } from '../../../observers/page/dom-scan.ts';
import { idleAtOnce } from './test-document.ts';

let controller: AbortController;
let onDom: OnDom;
const ignore = (): void => undefined;

/** Lets mutation observers hear of what happened. */
async function heard(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
  controller = new AbortController();
  ({ onDom } = watchDom(controller.signal));
});
afterEach(() => {
  controller.abort();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a look at the page', () => {
  it('is taken once, and when the page has changed and a pause has passed', async () => {
    const scan = vi.fn();
    onDom(scan, ignore);
    expect(scan).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(scan).toHaveBeenCalledTimes(1);
    document.body.append('x');
    await heard();
    expect(scan).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE);
    expect(scan).toHaveBeenCalledTimes(2);
  });

  it('is one for a crowd of changes, and a page that never rests is looked at all the same', async () => {
    const scan = vi.fn();
    onDom(scan, ignore);
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE);
    scan.mockClear();
    for (let i = 0; i < 100; i += 1) {
      document.body.append('x');
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(scan.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(scan.mock.calls.length).toBeLessThanOrEqual(4);
  });

  it.each([
    [0, SHORTEST_PAUSE],
    [4, 400],
    [40, LONGEST_PAUSE],
  ])('that took %d ms puts off the next until %d ms after it', async (takes, pause) => {
    let taken = 0;
    const clock = performance.now.bind(performance);
    const later = vi.spyOn(performance, 'now').mockImplementation(() => clock() + taken);
    const at: number[] = [];
    onDom(() => {
      at.push(Date.now());
      taken += takes;
    }, ignore);
    for (let i = 0; i < 40; i += 1) {
      document.body.append('x');
      await vi.advanceTimersByTimeAsync(50);
    }
    later.mockRestore();
    const [, first = 0, second = 0] = at;
    // The time that a scan takes passes for `performance` alone here; changes are heard every 50 ms.
    expect(second - first).toBeGreaterThanOrEqual(pause - takes);
    expect(second - first).toBeLessThanOrEqual(pause + 50);
  });

  it.each(['src', 'href', 'action', 'data'])('is taken when %s of an element changes', async (name) => {
    const scan = vi.fn();
    const element = document.createElement('div');
    document.body.append(element);
    onDom(scan, ignore);
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE);
    scan.mockClear();
    element.setAttribute('class', 'x');
    await vi.advanceTimersByTimeAsync(2 * SHORTEST_PAUSE);
    expect(scan).not.toHaveBeenCalled();
    element.setAttribute(name, 'x');
    await vi.advanceTimersByTimeAsync(2 * SHORTEST_PAUSE);
    expect(scan).toHaveBeenCalledTimes(1);
  });

  it('is taken when an open shadow tree changes', async () => {
    const scan = vi.fn();
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    onDom(scan, ignore);
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE);
    scan.mockClear();
    root.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(2 * SHORTEST_PAUSE);
    expect(scan).toHaveBeenCalledTimes(1);
  });

  it('is taken when the document has been parsed and when it has loaded', async () => {
    const scan = vi.fn();
    onDom(scan, ignore);
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE);
    scan.mockClear();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE);
    window.dispatchEvent(new Event('load'));
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE);
    expect(scan).toHaveBeenCalledTimes(2);
  });

  it('ends with the visit', async () => {
    const scan = vi.fn();
    onDom(scan, ignore);
    document.body.append('x');
    await heard();
    controller.abort();
    scan.mockClear();
    await vi.advanceTimersByTimeAsync(5000);
    document.body.append('y');
    await vi.advanceTimersByTimeAsync(5000);
    expect(scan).not.toHaveBeenCalled();
  });
});

describe('a look that goes wrong', () => {
  it('stops no other, and is told once', async () => {
    const failed = vi.fn();
    const other = vi.fn();
    onDom(() => {
      throw new Error('broken');
    }, failed);
    onDom(other, ignore);
    document.body.append('x');
    await vi.advanceTimersByTimeAsync(SHORTEST_PAUSE + 1);
    expect(failed).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledTimes(2);
  });
});

describe('a look that costs much', () => {
  it('is taken the more rarely, the more it costs: a hundredth of the time in the long run', async () => {
    const scan = vi.fn(() => {
      const until = performance.now() + 200;
      while (performance.now() < until) vi.advanceTimersByTime(1);
    });
    onDom(scan, ignore);
    // Half of it is given before it is earned.
    document.body.append('x');
    await vi.advanceTimersByTimeAsync(9000);
    expect(scan).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(scan).toHaveBeenCalledTimes(2);
    for (let i = 0; i < 600; i += 1) {
      document.body.append('x');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(scan.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('leaves the others to the next idle time', () => {
    const idle: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
    const slow = vi.fn(() => vi.advanceTimersByTime(50));
    const other = vi.fn();
    const { onDom: fresh } = watchDom(controller.signal);
    fresh(slow, ignore);
    fresh(other, ignore);
    idle.shift()?.();
    expect([slow.mock.calls.length, other.mock.calls.length]).toEqual([1, 0]);
    idle.shift()?.();
    expect([slow.mock.calls.length, other.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('a long list', () => {
  const items = Array.from({ length: 1000 }, (_, i) => i);
  let idle: (() => void)[];

  beforeEach(() => {
    idle = [];
    vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
  });
  /** Runs idle callbacks until there are none, and gives how many there were. */
  function rest(): number {
    let turns = 0;
    for (let next = idle.shift(); next !== undefined; next = idle.shift()) {
      next();
      turns += 1;
    }
    return turns;
  }

  it('is worked through in slices, each item once, in order, and its end is told', () => {
    const seen: number[] = [];
    const done = vi.fn();
    inSlices<number>(
      controller.signal,
      (item) => {
        seen.push(item);
        vi.advanceTimersByTime(1);
      },
      done,
    )(items);
    expect(seen).toEqual([]);
    expect(rest()).toBeGreaterThan(20);
    expect(seen).toEqual(items);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('that is short is worked through at once', () => {
    const work = vi.fn();
    inSlices<number>(controller.signal, work)([1, 2, 3]);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('that grows meanwhile is worked through to its end, each item once', () => {
    const seen: number[] = [];
    const done = vi.fn();
    const start = inSlices<number>(
      controller.signal,
      (item) => {
        seen.push(item);
        vi.advanceTimersByTime(1);
      },
      done,
    );
    start(items);
    idle.shift()?.();
    expect(seen.length).toBeLessThan(100);
    start([...items.slice(-500), 1000]);
    rest();
    expect(seen).toEqual([...items, 1000]);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('goes on past an item that goes wrong, and ends with the visit', () => {
    const seen: number[] = [];
    const start = inSlices<number>(controller.signal, (item) => {
      if (item === 1) throw new Error('broken');
      seen.push(item);
    });
    start([0, 1, 2]);
    expect(seen).toEqual([0, 2]);
    controller.abort();
    start([3]);
    expect(seen).toEqual([0, 2]);
  });
});
