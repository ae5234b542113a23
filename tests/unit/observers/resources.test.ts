// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation, RequestObservation } from '../../../ledger/observation.ts';
import type { LoadOutcomes } from '../../../observers/page/load-outcomes.ts';
import { HOLDING_TIME, IMAGE_PATIENCE, LOADING_TIME, observeResources } from '../../../observers/page/resources.ts';

interface Entry {
  name: string;
  startTime: number;
  responseEnd: number;
  initiatorType: string;
  responseStatus: number;
  transferSize: number;
  encodedBodySize: number;
}

const UUID = '5f2b6c1e-1111-4222-8333-abcdefabcdef';
const entry = (name: string, change: Partial<Entry> = {}): Entry => ({
  name,
  startTime: 10,
  responseEnd: 20,
  initiatorType: 'script',
  responseStatus: 0,
  transferSize: 0,
  encodedBodySize: 0,
  ...change,
});

let deliver: (entries: Entry[], dropped?: number) => void;
let records: Entry[];
let failed: Map<string, number>;
let pixels: Set<string>;
let ended: Set<string>;
let noticed: () => void;
let reported: Observation[];
let controller: AbortController;

let asked: () => void;
let idle: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  records = [];
  failed = new Map();
  pixels = new Set();
  ended = new Set();
  reported = [];
  controller = new AbortController();
  idle = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(callback: (list: unknown, observer: unknown, details: unknown) => void) {
        deliver = (entries, dropped) => {
          callback(
            { getEntries: () => entries },
            this,
            dropped === undefined ? undefined : { droppedEntriesCount: dropped },
          );
        };
      }
      observe(options: unknown): void {
        expect(options).toEqual({ type: 'resource', buffered: true });
      }
      takeRecords(): Entry[] {
        return records;
      }
      disconnect(): void {
        records = [];
      }
    },
  );
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start(since = performance.timeOrigin): void {
  const outcomes: LoadOutcomes = {
    failed,
    ended,
    pixels,
    onFailure: (listener) => {
      noticed = listener;
    },
  };
  observeResources(outcomes)({
    report: (observation) => reported.push(observation),
    signal: controller.signal,
    salt: 'salt',
    site: 'bobdylan.com',
    since,
    frame: 'top',
    onAsked: (run) => {
      asked = run;
    },
  });
}

/** The page rests: what waits for an idle moment is done, and what is begun in it. */
function rest(): void {
  while (idle.length > 0) idle.shift()?.();
}

function requests(): RequestObservation[] {
  vi.advanceTimersByTime(HOLDING_TIME);
  rest();
  return reported.splice(0).filter((one) => one.kind === 'request');
}

describe('requests', () => {
  it('are told with host, path, time and what started them, without query and fragment', () => {
    start();
    deliver([
      entry('https://cdn.other.example:8443/a.js?x=1#y'),
      entry('http://artist.example/p', { initiatorType: 'beacon' }),
    ]);
    expect(requests()).toEqual([
      {
        kind: 'request',
        at: performance.timeOrigin + 10,
        address: { scheme: 'https', host: 'cdn.other.example', path: '/a.js' },
        initiator: 'script',
        failed: null,
        pixel: false,
        identifiers: [],
      },
      expect.objectContaining({ address: { scheme: 'http', host: 'artist.example', path: '/p' }, initiator: 'beacon' }),
    ]);
  });

  it('are read when the page has loaded, and together while it still loads', () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    start();
    deliver([entry('https://a.example/a.js')]);
    expect(requests()).toEqual([]);
    vi.advanceTimersByTime(LOADING_TIME);
    expect(requests()).toHaveLength(1);
    deliver([entry('https://b.example/b.js')]);
    expect(requests()).toEqual([]);
    state.mockReturnValue('complete');
    dispatchEvent(new Event('load'));
    expect(requests()).toHaveLength(1);
  });

  it('that cannot be read take none of the others with them, and are counted', () => {
    start();
    pixels.has = (url) => {
      if (url.includes('broken')) throw new TypeError('is not iterable');
      return false;
    };
    deliver(['a', 'broken', 'b'].map((name) => entry(`https://${name}.example/x.js`)));
    vi.advanceTimersByTime(HOLDING_TIME);
    rest();
    expect(reported.flatMap((one) => (one.kind === 'request' ? one.address.host : []))).toEqual([
      'a.example',
      'b.example',
    ]);
    expect(reported.filter(({ kind }) => kind === 'limit')).toMatchObject([
      { observer: 'requests', reason: 'failed', count: 1 },
    ]);
  });

  it.each([
    'data:text/plain,x',
    'blob:https://a.example/1',
    'chrome-extension://abc/x.js',
    'about:blank',
    'nonsense',
    '',
  ])('are none to %j', (name) => {
    start();
    deliver([entry(name)]);
    expect(requests()).toEqual([]);
  });

  it('carry the identifiers of their query as hashes', () => {
    start();
    deliver([entry(`https://a.example/?uid=${UUID}&page=home`)]);
    const [request] = requests();
    expect(request?.identifiers).toMatchObject([{ name: 'uid' }]);
    expect(JSON.stringify(request)).not.toContain(UUID.slice(0, 8));
  });

  it('are searched for identifiers a hundred times at one host, and no more', () => {
    start();
    deliver(Array.from({ length: 120 }, () => entry(`https://a.example/?uid=${UUID}`)));
    expect(requests().map(({ identifiers }) => identifiers.length)).toEqual([
      ...Array<number>(100).fill(1),
      ...Array<number>(20).fill(0),
    ]);
  });

  it('have bounds, whatever the address', () => {
    start();
    deliver([
      entry(`https://a.example/${'p'.repeat(9999)}?${`k=${UUID}&`.repeat(999)}`, { initiatorType: 'x'.repeat(999) }),
    ]);
    const [request] = requests();
    expect(request?.address.path).toHaveLength(120);
    expect(request?.initiator).toHaveLength(40);
    expect(request?.identifiers.length).toBeLessThanOrEqual(10);
  });
});

describe('the visit to which a request belongs', () => {
  it('is the one in which it ended', () => {
    start(performance.timeOrigin + 1000);
    deliver([
      entry('https://before.example/', { startTime: 900, responseEnd: 999 }),
      entry('https://across.example/', { startTime: 900, responseEnd: 1001 }),
      entry('https://after.example/', { startTime: 1100, responseEnd: 1200 }),
      entry('https://failed-after.example/', { startTime: 1100, responseEnd: 0 }),
    ]);
    expect(requests().map(({ address }) => address.host)).toEqual([
      'across.example',
      'after.example',
      'failed-after.example',
    ]);
  });

  it('gets what was not yet told when it ends', () => {
    start();
    deliver([entry('https://held.example/')]);
    records = [entry('https://undelivered.example/')];
    controller.abort();
    expect(reported.map((one) => (one.kind === 'request' ? one.address.host : one.kind))).toEqual([
      'held.example',
      'undelivered.example',
    ]);
  });
});

describe('failed loads', () => {
  it('are one request, not two, when the event comes before the entry is told', () => {
    start();
    deliver([entry('https://a.example/x.js#f')]);
    failed.set('https://a.example/x.js', 30);
    noticed();
    expect(requests()).toMatchObject([{ failed: true, initiator: 'script' }]);
    expect(requests()).toEqual([]);
  });

  it('are told without an entry, and not again when the entry comes late', () => {
    start();
    requests();
    failed.set('https://a.example/x.js', 30);
    noticed();
    expect(requests()).toMatchObject([{ address: { host: 'a.example' }, failed: true, initiator: 'error' }]);
    deliver([entry('https://a.example/x.js')]);
    expect(requests()).toEqual([]);
    deliver([entry('https://a.example/x.js')]);
    expect(requests()).toHaveLength(1);
  });

  it('are none where the host answered: an error page is an answer', () => {
    start();
    failed.set('https://a.example/x.js', 30);
    deliver([entry('https://a.example/x.js', { responseStatus: 404 })]);
    expect(requests()).toMatchObject([{ failed: false }]);
  });

  it.each([{ responseStatus: 200 }, { transferSize: 300 }, { encodedBodySize: 1 }])('are none with %j', (change) => {
    start();
    deliver([entry('https://a.example/', change)]);
    expect(requests()).toMatchObject([{ failed: false }]);
  });

  it('of an earlier visit are not told in this one', () => {
    failed.set('https://a.example/x.js', 30);
    start(performance.timeOrigin + 1000);
    expect(requests()).toEqual([]);
  });

  it('heard of before the visit was opened are told in it', () => {
    failed.set('https://a.example/x.js', 30);
    start();
    expect(requests()).toMatchObject([{ failed: true, initiator: 'error' }]);
  });
});

describe('a failure', () => {
  const failures = (told: readonly RequestObservation[]): number => told.filter(({ failed: is }) => is === true).length;

  it('is told once, however much the page loads after it', () => {
    start();
    for (let i = 0; i < 30; i += 1) failed.set(`https://tracker${i}.example/t.js`, 30);
    noticed();
    deliver(Array.from({ length: 30 }, (_, i) => entry(`https://tracker${i}.example/t.js`)));
    const told = requests();
    for (let round = 0; round < 4; round += 1) {
      deliver(
        Array.from({ length: 1000 }, (_, i) => entry(`https://img.example/${round}-${i}`, { responseStatus: 200 })),
      );
      told.push(...requests());
    }
    expect(failures(told)).toBe(30);
    expect(told).toHaveLength(4030);
  });

  it('without an entry is told once too, and swallows no later request', () => {
    start();
    for (let i = 0; i < 30; i += 1) failed.set(`https://tracker${i}.example/t.js`, 30);
    noticed();
    const told = requests();
    for (let round = 0; round < 3; round += 1) {
      deliver(
        Array.from({ length: 1000 }, (_, i) => entry(`https://img.example/${round}-${i}`, { responseStatus: 200 })),
      );
      told.push(...requests());
    }
    expect(failures(told)).toBe(30);
    // The entry of the failure itself, late, then two requests more.
    deliver([entry('https://tracker0.example/t.js')]);
    expect(requests()).toEqual([]);
    deliver([entry('https://tracker0.example/t.js', { responseStatus: 200 })]);
    deliver([entry('https://tracker0.example/t.js', { responseStatus: 200 })]);
    expect(requests().map(({ failed: is }) => is)).toEqual([false, false]);
  });

  it('at an address that failed before is another one', () => {
    start();
    failed.set('https://poll.example/', 30);
    noticed();
    expect(failures(requests())).toBe(1);
    failed.set('https://poll.example/', 60);
    noticed();
    expect(failures(requests())).toBe(1);
    noticed();
    expect(requests()).toEqual([]);
  });

  it('is not told where its address worked in the end, before it was told', () => {
    start();
    failed.set('https://a.example/x.js', 30);
    failed.delete('https://a.example/x.js');
    deliver([entry('https://a.example/x.js', { responseStatus: 200 })]);
    expect(requests()).toMatchObject([{ failed: false }]);
  });

  it.each([
    ['of an image of one by one', 'https://a.example/i', 'img'],
    ['of a known address', 'https://www.facebook.com/tr/?id=1', 'img'],
  ])('%s makes no pixel tag', (_, url, initiatorType) => {
    start();
    failed.set(url, 30);
    pixels.add(url);
    ended.add(url);
    deliver([entry(url, { initiatorType })]);
    expect(requests()).toMatchObject([{ failed: true, pixel: false }]);
  });
});

describe('pixel tags', () => {
  it('are images of one by one', () => {
    start();
    pixels.add('https://a.example/i?x');
    ended.add('https://a.example/i?x');
    ended.add('https://a.example/i?y');
    deliver([
      entry('https://a.example/i?x', { initiatorType: 'img' }),
      entry('https://a.example/i?y', { initiatorType: 'img' }),
    ]);
    expect(requests().map(({ pixel }) => pixel)).toEqual([true, false]);
  });

  it('may come late: an image waits for its load, and not for ever', () => {
    start();
    const startTime = performance.now();
    deliver([
      entry('https://a.example/late', { initiatorType: 'img', startTime }),
      entry('https://a.example/never', { initiatorType: 'img', startTime }),
    ]);
    expect(requests()).toEqual([]);
    pixels.add('https://a.example/late');
    ended.add('https://a.example/late');
    expect(requests()).toMatchObject([{ address: { path: '/late' }, pixel: true }]);
    vi.advanceTimersByTime(IMAGE_PATIENCE);
    expect(requests()).toMatchObject([{ address: { path: '/never' }, pixel: false }]);
  });

  it('are not lost when the visit ends before the load', () => {
    start();
    deliver([entry('https://a.example/i', { initiatorType: 'img', startTime: performance.now() })]);
    controller.abort();
    expect(requests()).toMatchObject([{ address: { path: '/i' }, pixel: false }]);
  });

  it('are images that the page shows nowhere, where the address tells which page is open', () => {
    start();
    const page = encodeURIComponent(location.href);
    const shown = `https://badge.example/big?u=${page}`;
    ended.add(shown);
    deliver([
      entry(`https://count.example/hit?u=${page}`, { initiatorType: 'img' }),
      entry('https://cdn.example/next.jpg?u=2', { initiatorType: 'img' }),
      entry(shown, { initiatorType: 'img' }),
      entry(`https://api.example/hit?u=${page}`, { initiatorType: 'fetch' }),
    ]);
    vi.advanceTimersByTime(IMAGE_PATIENCE);
    const seen = requests().map(({ address, pixel }) => [address.host, pixel]);
    expect(Object.fromEntries(seen)).toEqual({
      'count.example': true,
      'cdn.example': false,
      'badge.example': false,
      'api.example': false,
    });
  });

  it('are calls of known addresses', () => {
    start();
    deliver([entry('https://www.facebook.com/tr/?id=1', { initiatorType: 'img' })]);
    expect(requests()).toMatchObject([{ pixel: true }]);
  });
});

it('says how many requests the browser had forgotten before we came', () => {
  start();
  deliver([], 40);
  vi.advanceTimersByTime(HOLDING_TIME);
  rest();
  expect(reported).toMatchObject([{ kind: 'limit', observer: 'requests', reason: 'too-many', count: 40 }]);
});

describe('when somebody looks', () => {
  const hosts = (): string[] => reported.splice(0).flatMap((one) => (one.kind === 'request' ? one.address.host : []));
  /** Ended this moment. */
  const fresh = (url: string, initiatorType: string): Entry =>
    entry(url, { initiatorType, startTime: performance.now(), responseEnd: performance.now() });

  it('is told at once of what is held, and of what the browser has not told yet', () => {
    start();
    deliver([fresh('https://held.example/', 'fetch')]);
    records = [fresh('https://noted.example/', 'beacon')];
    expect(hosts()).toEqual([]);
    asked();
    expect(hosts()).toEqual(['held.example', 'noted.example']);
  });

  it('is not told of a load whose failure may yet be heard, so that it is told as one', () => {
    start();
    const url = 'https://blocked.example/x.js';
    deliver([fresh(url, 'script')]);
    asked();
    expect(hosts()).toEqual([]);
    failed.set(url, performance.now());
    expect(requests()).toMatchObject([{ failed: true, initiator: 'script' }]);
  });
});

describe('a page that loads much at once', () => {
  it('is told of it a few milliseconds at a time, each request once, and of failures after their entries', () => {
    start();
    const urls = Array.from({ length: 100 }, (_, i) => `https://h${String(i)}.example/`);
    deliver(urls.map((url) => entry(url)));
    failed.set(urls.at(-1) ?? '', 5);
    // Each look at the clock finds it further on.
    let ticks = performance.now() + HOLDING_TIME;
    vi.spyOn(performance, 'now').mockImplementation(() => (ticks += 2));
    vi.advanceTimersByTime(HOLDING_TIME);
    expect(reported).toEqual([]);
    let rounds = 0;
    while (idle.length > 0) {
      idle.shift()?.();
      rounds += 1;
    }
    expect(rounds).toBeGreaterThan(5);
    const told = reported.filter((one) => one.kind === 'request');
    expect(told.map(({ address }) => address.host)).toEqual(urls.map((url) => new URL(url).hostname));
    expect(told.at(-1)).toMatchObject({ failed: true, initiator: 'script' });
    vi.restoreAllMocks();
  });
});
