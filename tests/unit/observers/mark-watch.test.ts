// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MarkObservation } from '../../../ledger/observation.ts';
import { LOOKS, watchForMarks } from '../../../observers/page/mark-watch.ts';
import type { PageObserver } from '../../../observers/page/observer.ts';
import type { SeenMark } from '../../../recognition/mark-verdict.ts';
import { idleAtOnce } from './test-document.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const mark = (name: string): MarkObservation => ({ kind: 'mark', at: 1, mark: name, detail: 'x', on: 'footer' });
/** Two marks are enough. */
const areTwo = (_host: string, seen: readonly SeenMark[]) => seen.length >= 2;

/** An observer that finds one mark at each look. */
function findsOneAtEachLook() {
  const scan = vi.fn();
  let signal: AbortSignal | undefined;
  const observe: PageObserver = (watch) => {
    signal = watch.signal;
    watch.onDom(() => {
      scan();
      watch.report(mark(`m${scan.mock.calls.length}`));
    });
  };
  return { observe, scan, signal: () => signal };
}

describe('watchForMarks', () => {
  it('tells when the marks are enough, once, and looks no more', () => {
    const { observe, scan, signal } = findsOneAtEachLook();
    const proven = vi.fn();
    watchForMarks(observe, areTwo, proven);
    vi.advanceTimersByTime(0);
    expect(proven).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(proven).toHaveBeenCalledOnce();
    expect(scan).toHaveBeenCalledTimes(2);
    expect(signal()?.aborted).toBe(true);
  });

  it('says nothing of a page without enough of them, and stops after a few looks', () => {
    const { observe, scan } = findsOneAtEachLook();
    const proven = vi.fn();
    watchForMarks(observe, () => false, proven);
    vi.advanceTimersByTime(10 * 60_000);
    expect(scan).toHaveBeenCalledTimes(LOOKS.length);
    expect(proven).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops when the page goes', () => {
    const { observe, scan } = findsOneAtEachLook();
    watchForMarks(observe, areTwo, vi.fn());
    dispatchEvent(Object.defineProperty(new Event('pagehide'), 'isTrusted', { value: true }));
    vi.advanceTimersByTime(60_000);
    expect(scan).not.toHaveBeenCalled();
  });

  it('weighs marks alone', () => {
    const weigh = vi.fn(() => false);
    watchForMarks(
      (watch) => watch.report({ kind: 'limit', at: 1, observer: 'x', reason: 'too-many', count: 1 }),
      weigh,
      vi.fn(),
    );
    expect(weigh).not.toHaveBeenCalled();
  });
});
