import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenSparingly, MANY, RESTS } from '../../../../observers/network/cookie-listening.ts';
import type { CookieChange } from '../../../../observers/network-facts/cookie-changes.ts';
import { browserCookie } from '../stub-cookie-store.ts';

let listener: ((change: CookieChange) => void) | null;
const change: CookieChange = { cookie: browserCookie(), removed: false, cause: 'explicit' };
const hear = vi.fn<(change: CookieChange) => 'removal' | 'other' | null>();
const rested = vi.fn();
const mayRest = vi.fn<() => boolean>();

const tell = (times: number): void => {
  for (let n = 0; n < times; n++) listener?.(change);
};
const start = () => listenSparingly({ hear, rested, mayRest });

beforeEach(() => {
  vi.useFakeTimers();
  hear.mockReset().mockReturnValue('other');
  rested.mockReset();
  mayRest.mockReset().mockReturnValue(true);
  Object.assign(fakeBrowser.cookies, {
    onChanged: {
      addListener: (one: typeof listener) => (listener = one),
      removeListener: () => (listener = null),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('listenSparingly', () => {
  it('hears so many changes, rests, and hears again', async () => {
    const { unheardFrom } = start();
    expect(unheardFrom(0)).toBeNull();
    const begun = Date.now();
    tell(100);
    expect(hear).toHaveBeenCalledTimes(MANY);
    expect(unheardFrom(begun - 500)).toBe(begun);
    expect(unheardFrom(begun + 100)).toBe(begun + 100);
    expect(rested).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(RESTS[0]);
    expect(rested).toHaveBeenCalledTimes(1);
    expect(unheardFrom(begun)).toBe(begun);
    expect(unheardFrom(Date.now() + 1)).toBeNull();
    tell(1);
    expect(hear).toHaveBeenCalledTimes(MANY + 1);
  });

  it('tells of the time between two looks since when something may have gone unheard', async () => {
    const { unheardFrom } = start();
    const first = Date.now();
    tell(MANY);
    await vi.advanceTimersByTimeAsync(RESTS[0] + 2000);
    const second = Date.now();
    tell(MANY);
    await vi.advanceTimersByTimeAsync(RESTS[0]);
    // After the first rest all was heard until the second began.
    expect(unheardFrom(first + RESTS[0] + 1)).toBe(second);
    // Both rests lie in it.
    expect(unheardFrom(first + 10)).toBe(first + 10);
  });

  it('hears again before it says so, and nothing is lost in between', async () => {
    start();
    rested.mockImplementation(() => {
      tell(1);
    });
    tell(MANY);
    await vi.advanceTimersByTimeAsync(RESTS[0]);
    expect(hear).toHaveBeenCalledTimes(MANY + 1);
  });

  it('rests longer while a page goes on, and shortly again after a second in which less came', async () => {
    start();
    for (const rest of [...RESTS, RESTS[2]]) {
      tell(MANY);
      await vi.advanceTimersByTimeAsync(rest - 1);
      expect(listener).toBeNull();
      await vi.advanceTimersByTimeAsync(1);
      expect(listener).not.toBeNull();
    }
    await vi.advanceTimersByTimeAsync(1001);
    tell(MANY);
    await vi.advanceTimersByTimeAsync(RESTS[0]);
    expect(listener).not.toBeNull();
  });

  it('ends a rest that may not be any more, once, and no other', async () => {
    const { settle, unheardFrom } = start();
    settle();
    expect(rested).not.toHaveBeenCalled();
    tell(MANY);
    settle();
    expect(listener).toBeNull();
    mayRest.mockReturnValue(false);
    settle();
    expect(listener).not.toBeNull();
    expect(unheardFrom(Date.now() + 1)).toBeNull();
    settle();
    await vi.advanceTimersByTimeAsync(RESTS[0]);
    expect(rested).toHaveBeenCalledTimes(1);
  });

  it('hears all of a page that writes now and then', async () => {
    start();
    for (let second = 0; second < 20; second++) {
      tell(MANY - 1);
      await vi.advanceTimersByTimeAsync(1001);
    }
    expect(hear).toHaveBeenCalledTimes(20 * (MANY - 1));
    expect(rested).not.toHaveBeenCalled();
  });

  it('hears each removal that counts, however many there are', () => {
    hear.mockReturnValue('removal');
    start();
    tell(500);
    expect(hear).toHaveBeenCalledTimes(500);
  });

  it("counts what is nobody's, such as a private window's, and does not rest where it may not", () => {
    hear.mockReturnValue(null);
    mayRest.mockReturnValue(false);
    start();
    tell(100);
    expect(hear).toHaveBeenCalledTimes(100);
    mayRest.mockReturnValue(true);
    tell(100);
    expect(hear).toHaveBeenCalledTimes(101);
  });
});
