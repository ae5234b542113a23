// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ObservedMessage, OpenedMessage, OpenedReply } from '../../../ledger/messages.ts';
import type { FrameObservation } from '../../../ledger/observation.ts';
import type { VisitObserver, VisitWatch } from '../../../observers/page/observer.ts';
import { watchVisits, type Observers, type Visits } from '../../../observers/page/visits.ts';
import { goTo } from './test-document.ts';

/** An event as the browser sends it; what a script dispatches is not trusted. */
function byBrowser<T extends Event>(event: T): T {
  return Object.defineProperty(event, 'isTrusted', { value: true });
}

let opened: OpenedMessage[];
let sent: ObservedMessage[];
let left: string[];
let watches: VisitWatch[];
let mayReport: boolean;
let answer: () => Promise<OpenedReply>;
let stopped: number;
let navigation: EventTarget;
let visits: Visits;

const seen: FrameObservation = {
  kind: 'frame',
  at: 1,
  address: { scheme: 'https', host: 'a.example', path: '/' },
  title: '',
};
const observe: VisitObserver = (watch) => {
  watches.push(watch);
};

beforeEach(() => {
  vi.useFakeTimers();
  goTo('https://artist.example/tour?utm=1#top');
  [opened, sent, left, watches] = [[], [], [], []];
  mayReport = true;
  answer = () => Promise.resolve({ salt: 'pepper', site: 'bobdylan.com' });
  stopped = 0;
  navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
});
afterEach(async () => {
  answer = () => Promise.resolve({ off: 'private' });
  visits.again();
  await vi.advanceTimersByTimeAsync(1000);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Starts, and waits for the background's answer. */
async function start(observers: Observers = { observe }, late = false): Promise<void> {
  visits = watchVisits(
    observers,
    {
      open: (message) => {
        opened.push(message);
        return answer();
      },
      send: (message) => sent.push(message),
      left: (root) => left.push(root),
      mayReport: () => mayReport,
    },
    late,
    () => {
      stopped += 1;
    },
  );
  await settled();
}
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

async function moveTo(url: string, navigationType: string): Promise<void> {
  goTo(url);
  navigation.dispatchEvent(Object.assign(new Event('currententrychange'), { navigationType }));
  await settled();
}
function pageShow(persisted: boolean): void {
  window.dispatchEvent(byBrowser(Object.assign(new Event('pageshow'), { persisted })));
}

describe('a document', () => {
  it('opens a visit with its address, then starts the observers with the answer', async () => {
    await start();
    expect(opened).toEqual([
      {
        type: 'opened',
        document: expect.stringMatching(/^[\da-f]{32}$/) as string,
        root: expect.stringMatching(/^[\da-f]{32}$/) as string,
        startedAt: performance.timeOrigin,
        frame: 'top',
        page: {
          kind: 'page',
          at: Date.now(),
          address: { scheme: 'https', host: 'artist.example', path: '/tour' },
          late: false,
        },
      },
    ]);
    expect(watches).toMatchObject([
      { salt: 'pepper', site: 'bobdylan.com', frame: 'top', since: performance.timeOrigin },
    ]);
  });

  it('that is looked at late says so', async () => {
    await start({ observe }, true);
    expect(opened[0]?.page.late).toBe(true);
  });

  it('that was prerendered begins when it is shown', async () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
      { activationStart: 5000 } as unknown as PerformanceEntry,
    ]);
    await start();
    expect(opened[0]?.startedAt).toBe(performance.timeOrigin + 5000);
    expect(watches[0]?.since).toBe(performance.timeOrigin);
  });

  it('sends what is reported, under the name of its visit', async () => {
    await start();
    watches[0]?.report(seen);
    vi.advanceTimersByTime(250);
    expect(sent).toEqual([
      {
        type: 'observed',
        document: opened[0]?.document,
        root: opened[0]?.root,
        startedAt: opened[0]?.startedAt,
        frame: 'top',
        observations: [seen],
      },
    ]);
  });

  it('sends at once when it is hidden', async () => {
    await start();
    watches[0]?.report(seen);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(sent).toHaveLength(1);
    expect(watches[0]?.signal.aborted).toBe(false);
  });

  it('in a private window is left alone', async () => {
    answer = () => Promise.resolve({ off: 'private' });
    await start();
    expect(watches).toEqual([]);
    expect(stopped).toBe(1);
    visits.again();
    pageShow(true);
    await moveTo('https://artist.example/x', 'push');
    expect(opened).toHaveLength(1);
  });

  it('tells at once what waits when a person looks, and what the observers hold back', async () => {
    await start({
      observe,
      holding: ({ report, onAsked }) => {
        onAsked(() => {
          report({ ...seen, title: 'held' });
        });
      },
    });
    watches[0]?.report(seen);
    expect(sent).toEqual([]);
    visits.tell();
    expect(sent.map(({ observations }) => observations)).toEqual([[seen, { ...seen, title: 'held' }]]);
    window.dispatchEvent(byBrowser(new Event('pagehide')));
    sent.splice(0);
    visits.tell();
    expect(sent).toEqual([]);
  });

  it('asks also an observer that comes only after a person has looked, in that visit alone', async () => {
    const handOver = vi.fn();
    await start();
    visits.tell();
    visits.add({
      later: ({ onAsked }) => {
        onAsked(handOver);
        // Not in the middle of its start.
        expect(handOver).not.toHaveBeenCalled();
      },
    });
    await settled();
    expect(handOver).toHaveBeenCalledOnce();
    handOver.mockClear();
    visits.again();
    await settled();
    expect(handOver).not.toHaveBeenCalled();
    visits.tell();
    expect(handOver).toHaveBeenCalledOnce();
  });

  it('is left alone when the extension has gone', async () => {
    await start();
    mayReport = false;
    watches[0]?.report(seen);
    vi.advanceTimersByTime(250);
    expect(sent).toEqual([]);
    expect(watches[0]?.signal.aborted).toBe(true);
    expect(stopped).toBe(1);
  });
});

describe('a permission that is taken back', () => {
  const report = (): void => {
    watches.at(-1)?.report(seen);
  };

  it('lets out what was seen before, and nothing after', async () => {
    await start();
    report();
    visits.withhold();
    expect(sent.flatMap(({ observations }) => observations)).toEqual([seen]);
    report();
    await vi.advanceTimersByTimeAsync(5000);
    await moveTo('https://artist.example/music', 'push');
    pageShow(true);
    await settled();
    expect(sent).toHaveLength(1);
    expect(opened).toHaveLength(1);
  });

  it('leaves the page present, whose record is told with the reason', async () => {
    await start();
    const before = visits.present();
    visits.withhold();
    expect(visits.present()).toEqual(before);
    window.dispatchEvent(byBrowser(new Event('pagehide')));
    expect(left).toEqual([before?.root]);
  });

  it('begins anew when it comes back, and only then', async () => {
    await start();
    visits.allowAgain();
    expect(opened).toHaveLength(1);
    visits.withhold();
    visits.allowAgain();
    await settled();
    expect(opened).toHaveLength(2);
    expect(opened[1]?.page.late).toBe(true);
    report();
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent.at(-1)?.document).toBe(opened[1]?.document);
  });

  it('is no hindrance when the person asks to look', async () => {
    await start();
    visits.withhold();
    visits.again();
    await settled();
    expect(opened).toHaveLength(2);
  });
});

describe('an observer', () => {
  it('that goes wrong at its start stops no other, and is told of by name', async () => {
    await start({
      broken: () => {
        throw new Error('broken');
      },
      observe,
    });
    vi.advanceTimersByTime(250);
    expect(watches).toHaveLength(1);
    expect(sent[0]?.observations).toMatchObject([{ kind: 'limit', observer: 'broken', reason: 'failed' }]);
  });

  it('hands over what it holds when the visit ends', async () => {
    await start({
      holding: ({ signal, report }) => {
        signal.addEventListener('abort', () => {
          report(seen);
        });
      },
    });
    window.dispatchEvent(byBrowser(new Event('pagehide')));
    expect(sent).toMatchObject([{ document: opened[0]?.document, observations: [seen] }]);
  });

  it('does not end by an event that the page sends to itself', async () => {
    const ended = vi.fn();
    await start({
      holding: ({ signal }) => {
        signal.addEventListener('abort', ended);
      },
    });
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(ended).not.toHaveBeenCalled();
    expect(opened).toHaveLength(1);
  });
});

describe('a new page of a single-page site', () => {
  it.each([
    ['https://artist.example/music', 'push'],
    ['https://artist.example/tour?page=2', 'push'],
    ['https://artist.example/music', 'traverse'],
  ])('%s by %s is a new visit', async (url, how) => {
    await start();
    watches[0]?.report(seen);
    vi.advanceTimersByTime(100);
    await moveTo(url, how);
    expect(sent).toMatchObject([{ document: opened[0]?.document, observations: [seen] }]);
    expect(watches[0]?.signal.aborted).toBe(true);
    expect(opened).toHaveLength(2);
    expect(opened[1]?.document).not.toBe(opened[0]?.document);
    expect(opened[1]).toMatchObject({
      startedAt: Date.now(),
      page: { late: false, address: { path: new URL(url).pathname } },
    });
    expect(opened[1]?.root).toBe(opened[0]?.root);
    expect(left).toEqual([]);
    expect(watches[1]?.since).toBe(performance.timeOrigin + performance.now());
  });

  it.each([
    ['https://artist.example/en/tour', '/en/tour'],
    ['https://artist.example/tour/?page=2', '/tour/'],
  ])('%s in the place of the old address is none: the record follows', async (url, path) => {
    await start();
    await moveTo(url, 'replace');
    await vi.advanceTimersByTimeAsync(250);
    expect(opened).toHaveLength(1);
    expect(watches[0]?.signal.aborted).toBe(false);
    expect(sent).toMatchObject([
      { document: opened[0]?.document, observations: [{ kind: 'page', late: false, address: { path } }] },
    ]);
  });

  it('after several in one breath is the last, and what the first was owed goes to it', async () => {
    let resolve: (reply: OpenedReply) => void = () => undefined;
    const waiting = new Promise<OpenedReply>((take) => {
      resolve = take;
    });
    answer = () => waiting;
    await start();
    for (const path of ['a', 'b', 'c', 'd']) {
      goTo(`https://artist.example/${path}`);
      navigation.dispatchEvent(Object.assign(new Event('currententrychange'), { navigationType: 'push' }));
    }
    resolve({ salt: 's', site: 'bobdylan.com' });
    await settled();
    expect(opened.map(({ page }) => page.address.path)).toEqual(['/tour', '/a', '/b', '/c', '/d']);
    expect(new Set(opened.map(({ root }) => root)).size).toBe(1);
    expect(watches.map(({ since }) => since)).toEqual([performance.timeOrigin]);
  });

  it.each([
    ['https://artist.example/tour?utm=1#dates', 'push'],
    ['https://artist.example/tour', 'replace'],
    ['https://artist.example/tour?utm=1#top', 'replace'],
  ])('%s by %s is not: the page is the same', async (url, how) => {
    await start();
    await moveTo(url, how);
    expect(opened).toHaveLength(1);
    expect(watches[0]?.signal.aborted).toBe(false);
  });

  it('that comes before the background has answered gets what the first had seen', async () => {
    let resolve: (reply: OpenedReply) => void = () => undefined;
    const waiting = new Promise<OpenedReply>((take) => {
      resolve = take;
    });
    answer = () => waiting;
    await start();
    vi.advanceTimersByTime(50);
    await moveTo('https://artist.example/en/', 'push');
    resolve({ salt: 's', site: 'bobdylan.com' });
    await settled();
    expect(opened).toHaveLength(2);
    expect(watches.map(({ since }) => since)).toEqual([performance.timeOrigin]);
  });

  it.each([
    ['another query in place', 'https://artist.example/tour', 0, 1],
    ['another path in place', 'https://artist.example/en/tour', 0, 1],
    ['a step on', 'https://artist.example/music', 1, 2],
    ['a step on to another query', 'https://artist.example/tour?page=2', 1, 2],
    ['no step at all', 'https://artist.example/tour?utm=1#dates', 1, 1],
  ])('is told from other changes without the Navigation API: %s', async (_name, url, more, visitsOpened) => {
    Reflect.deleteProperty(globalThis, 'navigation');
    let entries = 3;
    vi.spyOn(history, 'length', 'get').mockImplementation(() => entries);
    await start();
    entries += more;
    goTo(url);
    watches[0]?.report(seen);
    await vi.advanceTimersByTimeAsync(250);
    expect(opened).toHaveLength(visitsOpened);
    vi.restoreAllMocks();
  });

  it('is noticed without the Navigation API too: when going back, and when something is sent', async () => {
    Reflect.deleteProperty(globalThis, 'navigation');
    await start();
    goTo('https://artist.example/a');
    window.dispatchEvent(new Event('popstate'));
    await settled();
    expect(opened).toHaveLength(2);
    // One has gone back: a step on from there may leave the history as long as it was.
    goTo('https://artist.example/b');
    watches[1]?.report(seen);
    await vi.advanceTimersByTimeAsync(250);
    expect(sent.at(-1)?.document).toBe(opened[1]?.document);
    expect(opened).toHaveLength(3);
  });
});

describe('a page that comes back from the cache of the browser', () => {
  it('is a new visit that is told anew, with what it had loaded', async () => {
    await start();
    window.dispatchEvent(byBrowser(new Event('pagehide')));
    expect(watches[0]?.signal.aborted).toBe(true);
    vi.advanceTimersByTime(60_000);
    pageShow(true);
    await settled();
    expect(opened[1]).toMatchObject({ startedAt: Date.now(), page: { late: false } });
    expect(watches[1]?.since).toBe(performance.timeOrigin);
  });

  it('is not meant by the event of the first load', async () => {
    await start();
    pageShow(false);
    await settled();
    expect(opened).toHaveLength(1);
  });
});

describe('a page that is left', () => {
  it('says so, after all else, and is the same document when it comes back', async () => {
    await start();
    const before = visits.present();
    expect(before).toEqual({ root: opened[0]?.root, document: opened[0]?.document });
    expect(left).toEqual([]);
    window.dispatchEvent(byBrowser(new Event('pagehide')));
    expect(left).toEqual([opened[0]?.root]);
    pageShow(true);
    await settled();
    expect(visits.present()).toEqual({ root: before?.root, document: opened[1]?.document });
    expect(opened[1]?.root).toBe(before?.root);
  });
});

describe('an extension that goes while the page rests', () => {
  it('leaves nothing behind that goes on', async () => {
    await start();
    mayReport = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(watches[0]?.signal.aborted).toBe(true);
    expect(stopped).toBe(1);
    expect(visits.present()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    expect(sent).toEqual([]);
  });
});

describe('a frame', () => {
  const page = { root: 'r'.repeat(32), document: 'd'.repeat(32) };
  const next = { ...page, type: 'page-opened', document: 'e'.repeat(32) } as const;

  beforeEach(() => {
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('names the page in which it stands, as that page has answered', async () => {
    answer = () => Promise.resolve({ salt: 's', site: 'bobdylan.com', page });
    await start();
    expect(opened).toMatchObject([{ frame: 'frame' }]);
    expect(opened[0]).not.toHaveProperty('root');
    watches[0]?.report(seen);
    vi.advanceTimersByTime(250);
    expect(sent).toMatchObject([{ root: page.root, observations: [seen] }]);
    expect(visits.present()).toBeNull();
    window.dispatchEvent(byBrowser(new Event('pagehide')));
    expect(left).toEqual([]);
  });

  it('in a page that nobody watches looks at nothing, until that page is', async () => {
    answer = () => Promise.resolve({ salt: 's', site: 'bobdylan.com', page: null });
    await start();
    expect(watches).toEqual([]);
    answer = () => Promise.resolve({ salt: 's', site: 'bobdylan.com', page });
    visits.pageOpened(next);
    await vi.advanceTimersByTimeAsync(100);
    expect(watches).toHaveLength(1);
  });

  it('that had told nothing yet when its page was opened tells what it has loaded since its beginning', async () => {
    let reply: (opened: OpenedReply) => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        reply = resolve;
      });
    await start();
    await vi.advanceTimersByTimeAsync(50);
    visits.pageOpened(next);
    reply({ salt: 's', site: 'bobdylan.com', page: next });
    await settled();
    expect(watches).toEqual([]);
    answer = () => Promise.resolve({ salt: 's', site: 'bobdylan.com', page: next });
    await vi.advanceTimersByTimeAsync(100);
    expect(watches).toMatchObject([{ since: performance.timeOrigin }]);
  });

  it('that outlives a change of view tells in the new one what it shows, and not what still waited', async () => {
    answer = () => Promise.resolve({ salt: 's', site: 'bobdylan.com', page });
    await start();
    watches[0]?.report(seen);
    visits.pageOpened({ ...next, document: page.document });
    expect(watches[0]?.signal.aborted).toBe(false);
    answer = () => Promise.resolve({ salt: 's', site: 'bobdylan.com', page: next });
    visits.pageOpened(next);
    await vi.advanceTimersByTimeAsync(350);
    expect(sent).toEqual([]);
    expect(watches.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    watches[1]?.report(seen);
    await vi.advanceTimersByTimeAsync(250);
    expect(sent).toMatchObject([{ root: page.root, observations: [seen] }]);
  });
});

describe('a second injection', () => {
  it('tells everything anew as one visit, and doubles nothing', async () => {
    await start();
    visits.again();
    await settled();
    expect(opened).toHaveLength(2);
    expect(opened[1]?.page.late).toBe(true);
    expect(watches.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(watches[1]?.since).toBe(performance.timeOrigin);
    await moveTo('https://artist.example/music', 'push');
    expect(opened).toHaveLength(3);
  });
});

describe('observers that are added', () => {
  it('are started in this visit and in those after it, once', async () => {
    const added: VisitWatch[] = [];
    const more: Observers = {
      more: (watch) => {
        added.push(watch);
      },
    };
    await start();
    visits.add(more);
    visits.add(more);
    visits.add({ observe });
    expect(added).toHaveLength(1);
    expect(watches).toHaveLength(1);
    expect(added[0]).toMatchObject({ salt: 'pepper', since: performance.timeOrigin });
    await moveTo('https://artist.example/music', 'push');
    expect(added.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('wait for the answer of the background like all others', async () => {
    let resolve: (reply: OpenedReply) => void = () => undefined;
    const waiting = new Promise<OpenedReply>((take) => {
      resolve = take;
    });
    answer = () => waiting;
    await start({});
    visits.add({ observe });
    expect(watches).toEqual([]);
    resolve({ salt: 's', site: 'bobdylan.com' });
    await settled();
    expect(watches).toHaveLength(1);
  });

  it('are not started in a private window', async () => {
    answer = () => Promise.resolve({ off: 'private' });
    await start();
    visits.add({ more: observe });
    expect(watches).toEqual([]);
  });
});

describe('a frame', () => {
  it('begins a new visit a little after the page, to whose visit it belongs', async () => {
    vi.stubGlobal('top', {});
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window & typeof globalThis);
    await start();
    expect(opened[0]?.frame).toBe('frame');
    visits.again();
    visits.again();
    await settled();
    expect(opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(opened).toHaveLength(2);
  });
});
