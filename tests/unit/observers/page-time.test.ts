// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_LOAD } from '../../../observers/page/after-load.ts';
import { observeInPageTime } from '../../../observers/page/page-time.ts';

let state: DocumentReadyState;
let controller: AbortController;
let asked: () => void;
let seen: string[];

const note = (what: string) => () => {
  seen.push(what);
};

function start(): void {
  observeInPageTime(
    {
      late(watch) {
        seen.push('late');
        watch.onDom(note('late scan'));
      },
    },
    {
      early(watch) {
        seen.push('early');
        watch.onDom(note('early scan'));
      },
    },
  )({
    report: () => undefined,
    signal: controller.signal,
    salt: 'salt',
    site: 'artist.example',
    since: 0,
    frame: 'top',
    onAsked: (handOver) => {
      asked = handOver;
    },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 1));
  state = 'interactive';
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  controller = new AbortController();
  seen = [];
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ALL = ['early', 'late', 'early scan', 'late scan'];

describe('a page that still loads', () => {
  it('is left alone until it has loaded', async () => {
    start();
    await vi.advanceTimersByTimeAsync(LONGEST_LOAD - 1);
    expect(seen).toEqual(['early']);
    dispatchEvent(new Event('load'));
    await vi.advanceTimersByTimeAsync(10);
    expect(seen.toSorted()).toEqual(ALL.toSorted());
  });

  it('is not waited for without end', async () => {
    start();
    await vi.advanceTimersByTimeAsync(LONGEST_LOAD + 10);
    expect(seen.toSorted()).toEqual(ALL.toSorted());
  });

  it.each([
    [
      'somebody looks at the record',
      () => {
        asked();
      },
    ],
    ['the person presses something', () => dispatchEvent(new Event('pointerdown'))],
  ])('is looked at when %s', async (_, happen) => {
    start();
    happen();
    await vi.advanceTimersByTimeAsync(10);
    expect(seen.toSorted()).toEqual(ALL.toSorted());
  });

  it('is looked at once when it is left before', async () => {
    start();
    controller.abort();
    expect(seen.toSorted()).toEqual(ALL.toSorted());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toHaveLength(ALL.length);
  });
});

describe('a page that has loaded', () => {
  it('is looked at when it has nothing to do', async () => {
    state = 'complete';
    start();
    expect(seen).toEqual(['early']);
    await vi.advanceTimersByTimeAsync(10);
    expect(seen.toSorted()).toEqual(ALL.toSorted());
  });

  it('is looked at once when it is left before its first idle moment', () => {
    state = 'complete';
    start();
    controller.abort();
    expect(seen.toSorted()).toEqual(ALL.toSorted());
  });

  it('is not looked at anew when it is left', async () => {
    state = 'complete';
    start();
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(seen).toHaveLength(ALL.length);
  });
});
