import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import { mayStandSince } from '../../../../ledger/item-times.ts';
import type { Observation } from '../../../../ledger/observation.ts';
import { openVisit, seesAllRequests, type CookieTab, type Visit } from '../../../../ledger/visit.ts';
import { watchCookies, type CookieLedger, type CookieWatch } from '../../../../observers/network/cookie-watch.ts';
import { at, consent, NOON, PAGE_HOST, page, request } from '../../../../tools/builders/observations.ts';
import { browserCookie } from '../stub-cookie-store.ts';

const cookie = (change: object = {}) => browserCookie({ session: true, storeId: 'firefox-default', ...change });

interface Change {
  cookie: ReturnType<typeof cookie>;
  removed: boolean;
  cause: string;
}
/** The browser's own telling: nobody hears it while nobody listens. */
let listeners: Set<(change: Change) => void>;
const tellChange = (change: Change): void => {
  for (const listener of listeners) listener(change);
};
let tellPermission: () => void;
let jar: ReturnType<typeof cookie>[];
let visits: Map<number, Visit>;
let remembered: Readonly<Record<string, CookieTab>>;
let isFullView: boolean;
const getAll = vi.fn();
const contains = vi.fn();
const getAllCookieStores = vi.fn();
const salt = () => Promise.resolve('salt');

const ledger: CookieLedger = {
  salt,
  visit: vi.fn((tab: number) => Promise.resolve(visits.get(tab) ?? null)),
  record: (tab: number, document: string, facts: readonly Observation[]) => {
    const visit = visits.get(tab);
    if (visit?.document === document) visits.set(tab, foldObservations(visit, facts));
    return Promise.resolve(visits.get(tab) ?? null);
  },
  cookieTabs: () => Promise.resolve(remembered),
  rememberCookieTabs: (tabs) => {
    remembered = tabs;
    return Promise.resolve();
  },
};

const start = () =>
  watchCookies(ledger, {
    isRelevant: (_host, { fullView }) => fullView !== null,
    keepsApart: false,
    isFullView: () => isFullView,
    trouble: (tab) => {
      throw new Error(`Tab ${String(tab)} is in trouble.`);
    },
  });

/** Opens a page of a host in a tab. */
function open(tab: number, host = PAGE_HOST): Visit {
  const visit = openVisit(`document-${String(tab)}`, NOON, page({ address: at(host) }));
  visits.set(tab, visit);
  return visit;
}

const names = (tab: number) =>
  (visits.get(tab)?.items ?? []).map(({ name, removed }) => (removed ? `${name} removed` : name));

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  listeners = new Set();
  isFullView = false;
  jar = [];
  visits = new Map();
  remembered = {};
  getAll
    .mockReset()
    .mockImplementation(({ domain, storeId }: { domain: string; storeId: string }) =>
      Promise.resolve(jar.filter((one) => one.storeId === storeId && one.domain.endsWith(domain))),
    );
  contains.mockReset().mockResolvedValue(true);
  getAllCookieStores.mockReset().mockResolvedValue([
    { id: '0', tabIds: [1, 2] },
    { id: '1', tabIds: [9] },
  ]);
  const hear = { addListener: (listener: typeof tellPermission) => (tellPermission = listener) };
  Object.assign(fakeBrowser.cookies, {
    getAll,
    getAllCookieStores,
    onChanged: {
      addListener: (listener: typeof tellChange) => listeners.add(listener),
      removeListener: (listener: typeof tellChange) => listeners.delete(listener),
    },
  });
  Object.assign(fakeBrowser, { permissions: { contains, onAdded: hear, onRemoved: hear } });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('watchCookies', () => {
  it("asks for the store that Firefox names with the page's tab, and follows that store alone", async () => {
    const watch = start();
    jar = [
      cookie({ name: 'in_box', storeId: 'firefox-container-1' }),
      cookie({ name: 'in_default', storeId: 'firefox-default' }),
    ];
    await watch.pageReported(1, open(1), { cookieStoreId: 'firefox-container-1' });
    expect(getAll).toHaveBeenCalledWith(expect.objectContaining({ storeId: 'firefox-container-1' }));
    expect(names(1)).toEqual(['in_box']);
    getAll.mockClear();
    tellChange({ cookie: cookie(), removed: false, cause: 'explicit' });
    await vi.advanceTimersByTimeAsync(300);
    expect(getAll).not.toHaveBeenCalled();
  });

  it('finds the store of a tab of Chromium among the stores', async () => {
    jar = [cookie({ storeId: '0' })];
    await start().pageReported(2, open(2), {});
    expect(getAll).toHaveBeenCalledWith(expect.objectContaining({ storeId: '0' }));
    expect(names(2)).toEqual(['fan']);
  });

  it.each([
    ['is private', 9],
    ['cannot be told', 7],
  ])('asks for nothing where the store %s', async (_why, tab) => {
    await start().pageReported(tab, open(tab), {});
    expect(getAll).not.toHaveBeenCalled();
    expect(visits.get(tab)?.limits).toMatchObject([{ observer: 'cookies', reason: 'failed' }]);
  });

  it('looks once at a page, however often it speaks', async () => {
    const watch = start();
    const visit = open(1);
    await watch.pageReported(1, visit, {});
    await watch.pageReported(1, visit, {});
    expect(getAll).toHaveBeenCalledTimes(1);
  });

  it('asks once for a burst, whatever the number of changes and tabs', async () => {
    const watch = start();
    getAllCookieStores.mockResolvedValue([{ id: '0', tabIds: Array.from({ length: 100 }, (_, tab) => tab) }]);
    for (let tab = 0; tab < 100; tab++)
      await watch.pageReported(tab, open(tab, tab < 50 ? PAGE_HOST : `www.site-${String(tab)}.example`), {});
    getAll.mockClear();
    vi.mocked(ledger.visit).mockClear();
    for (let i = 0; i < 500; i++)
      tellChange({ cookie: cookie({ storeId: '0', name: `n${String(i)}` }), removed: false, cause: 'explicit' });
    tellChange({ cookie: cookie({ storeId: '0', domain: '.nobody.example' }), removed: false, cause: 'explicit' });
    await vi.advanceTimersByTimeAsync(300);
    expect(getAll).toHaveBeenCalledTimes(1);
    expect(
      vi
        .mocked(ledger.visit)
        .mock.calls.map(([tab]) => tab)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 50 }, (_, tab) => tab));
  });

  describe('at a site that goes on writing cookies', () => {
    const write = (name: string): void => {
      const one = cookie({ storeId: '0', name });
      jar = [...jar, one];
      tellChange({ cookie: one, removed: false, cause: 'explicit' });
    };
    const openAndWrite = async () => {
      const watch = start();
      await watch.pageReported(1, open(1), {});
      write('first');
      await vi.advanceTimersByTimeAsync(300);
      expect(names(1)).toEqual(['first']);
      getAll.mockClear();
    };

    it('looks once for many writings, and dates each by the moment in which it was told', async () => {
      await openAndWrite();
      const begun = Date.now();
      for (let i = 0; i < 6; i++) {
        write(`later-${String(i)}`);
        await vi.advanceTimersByTimeAsync(250);
      }
      expect(getAll).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(600);
      expect(getAll).toHaveBeenCalledTimes(1);
      const later = visits.get(1)?.items.filter(({ name }) => name.startsWith('later')) ?? [];
      expect(later.map(({ written }) => written)).toEqual(Array(6).fill(true));
      expect(later.map(({ at: writtenAt }) => writtenAt - begun)).toEqual([0, 250, 500, 750, 1000, 1250]);
    });

    it('knows as written what another look finds before its turn has come', async () => {
      await openAndWrite();
      write('second');
      await vi.advanceTimersByTimeAsync(300);
      expect(names(1)).toEqual(['first']);
      tellPermission();
      await vi.advanceTimersByTimeAsync(10);
      expect(visits.get(1)?.items.map(({ name, written }) => [name, written])).toEqual([
        ['first', true],
        ['second', true],
      ]);
    });

    it('does not put off a removal, and finds what came back after it', async () => {
      await openAndWrite();
      write('second');
      const gone = jar.find(({ name }) => name === 'first') ?? cookie();
      tellChange({ cookie: gone, removed: true, cause: 'explicit' });
      await vi.advanceTimersByTimeAsync(10);
      tellChange({ cookie: gone, removed: false, cause: 'explicit' });
      await vi.advanceTimersByTimeAsync(290);
      const first = visits.get(1)?.items.find(({ name }) => name === 'first');
      expect(first).toMatchObject({ removed: false, written: true });
      expect(names(1)).toEqual(['first', 'second']);
    });
  });

  describe('where more is written than is heard', () => {
    const MORE = 30;
    const write = (name: string, change: object = {}): void => {
      const one = cookie({ storeId: '0', name, ...change });
      jar = [...jar.filter((other) => other.name !== name), one];
      tellChange({ cookie: one, removed: false, cause: 'explicit' });
    };
    const writeMany = (): void => {
      for (let n = 0; n < MORE; n++) write(`n${String(n)}`);
    };
    const written = (tab: number) =>
      visits
        .get(tab)
        ?.items.filter((item) => item.written)
        .map(({ name }) => name);
    const openWith = async (...there: ReturnType<typeof cookie>[]) => {
      const watch = start();
      jar = there;
      const visit = open(1);
      watch.recordChanged(1, visit);
      await watch.pageReported(1, visit, {});
      return watch;
    };

    it('knows all of it as written a second later, and what stood there before as there', async () => {
      await openWith(cookie({ storeId: '0', name: 'old' }), cookie({ storeId: '0', name: 'below', path: '/account' }));
      const begun = Date.now();
      writeMany();
      await vi.advanceTimersByTimeAsync(1000);
      expect(names(1)).toHaveLength(MORE + 1);
      expect(written(1)).toHaveLength(MORE);
      const times = visits.get(1)?.items.filter((item) => item.written) ?? [];
      // What was heard has its own time; the rest has that of the look which found it, and that of the rest's beginning beside it.
      const heard = times.filter(({ within }) => within === undefined);
      const found = times.filter(({ within }) => within !== undefined);
      expect(heard.length).toBeGreaterThanOrEqual(10);
      expect(found.length).toBeGreaterThanOrEqual(10);
      for (const { firstAt } of heard) expect(firstAt).toBe(begun);
      for (const item of found) {
        const { firstAt } = item;
        expect(mayStandSince(item)).toBe(begun);
        expect(firstAt).toBeGreaterThan(begun);
        expect(firstAt).toBeLessThanOrEqual(begun + 1000);
      }
      // A page of another path is asked: the cookie of that path was there all the time.
      const visit = visits.get(1);
      if (visit === undefined) throw new Error('The visit is gone.');
      visits.set(1, foldObservations(visit, [request(PAGE_HOST, { address: at(PAGE_HOST, '/account') })]));
      write('one-more');
      await vi.advanceTimersByTimeAsync(2500);
      expect(names(1)).toContain('below');
      expect(written(1)).not.toContain('below');
      expect(written(1)).toContain('one-more');
    });

    it('knows as written what another look finds in the meantime', async () => {
      await openWith(cookie({ storeId: '0', name: 'old' }));
      writeMany();
      await vi.advanceTimersByTimeAsync(300);
      write('late');
      tellPermission();
      await vi.advanceTimersByTimeAsync(10);
      expect(written(1)).toContain('late');
      await vi.advanceTimersByTimeAsync(3000);
      expect(written(1)).toHaveLength(MORE + 1);
      expect(written(1)).not.toContain('old');
    });

    it('finds what changed meanwhile in another tab, and nothing that did not', async () => {
      const watch = await openWith(cookie({ storeId: '0', name: 'old' }));
      await watch.pageReported(2, open(2, 'www.another.example'), {});
      writeMany();
      write('theirs', { domain: 'www.another.example', hostOnly: true });
      await vi.advanceTimersByTimeAsync(1000);
      expect(written(2)).toEqual(['theirs']);
    });

    it('finds what was taken away meanwhile', async () => {
      await openWith(cookie({ storeId: '0', name: 'old' }));
      writeMany();
      jar = jar.filter(({ name }) => name !== 'old');
      tellChange({ cookie: cookie({ storeId: '0', name: 'old' }), removed: true, cause: 'expired_overwrite' });
      await vi.advanceTimersByTimeAsync(1000);
      expect(names(1)).toContain('old removed');
    });

    it('tells a choice that lies in a rest apart from what came surely before it, and surely after it', async () => {
      const watch = await openWith();
      const begun = Date.now();
      writeMany();
      await vi.advanceTimersByTimeAsync(200);
      const visit = visits.get(1);
      if (visit === undefined) throw new Error('The visit is gone.');
      const asked = foldObservations(visit, [
        consent('none-yet', begun),
        consent('refused', begun + 100, { after: begun + 100, maker: 'person' }),
      ]);
      visits.set(1, asked);
      watch.recordChanged(1, asked);
      await vi.advanceTimersByTimeAsync(3000);
      write('next');
      await vi.advanceTimersByTimeAsync(3000);
      const sides = (visits.get(1)?.items ?? []).map((item) => {
        if (item.firstAt < begun + 100) return 'before';
        return mayStandSince(item) < begun + 100 ? 'unclear' : 'after';
      });
      const many = (side: string) => sides.filter((one) => one === side).length;
      expect(many('before')).toBeGreaterThanOrEqual(10);
      expect(many('unclear')).toBe(MORE - many('before'));
      expect(many('after')).toBe(1);
    });

    const WHY = {
      'a recording runs': (watch: CookieWatch) => {
        watch.tellApart(true);
      },
      'requests are told of, too': () => {
        isFullView = true;
      },
    };
    it.each(Object.entries(WHY).filter(([why]) => !why.startsWith('requests')))(
      'hears again at once when %s, and finds what it has missed',
      async (_why, begin) => {
        const watch = await openWith();
        writeMany();
        expect(listeners.size).toBe(0);
        begin(watch);
        expect(listeners.size).toBe(1);
        await vi.advanceTimersByTimeAsync(20);
        expect(written(1)).toHaveLength(MORE);
      },
    );

    it.each(Object.entries(WHY))('hears each change while %s', async (_why, begin) => {
      const watch = await openWith();
      begin(watch);
      for (let n = 0; n < MORE; n++) {
        write(`n${String(n)}`);
        await vi.advanceTimersByTimeAsync(10);
      }
      await vi.advanceTimersByTimeAsync(2500);
      const times = visits.get(1)?.items.map(({ firstAt }) => firstAt) ?? [];
      expect(new Set(times).size).toBe(MORE);
      watch.tellApart(false);
      isFullView = false;
      watch.recordChanged(2, null);
      writeMany();
      expect(listeners.size).toBe(0);
    });
  });

  it('rests though another tab has just been left', async () => {
    const watch = start();
    for (const tab of [1, 2]) {
      const visit = open(tab);
      watch.recordChanged(tab, visit);
      await watch.pageReported(tab, visit, {});
    }
    visits.delete(2);
    watch.recordChanged(2, null);
    for (let n = 0; n < 100; n++)
      tellChange({ cookie: cookie({ storeId: '0', name: `n${String(n)}` }), removed: false, cause: 'explicit' });
    expect(listeners.size).toBe(0);
  });

  it('hears each change while a worker that has just begun has not seen the record of some tab', async () => {
    const before = start();
    for (const tab of [1, 2]) await before.pageReported(tab, open(tab), {});
    listeners.clear();
    const watch = start();
    const visit = open(1);
    watch.recordChanged(1, visit);
    await watch.pageReported(1, visit, {});
    for (let n = 0; n < 100; n++)
      tellChange({ cookie: cookie({ storeId: '0', name: `n${String(n)}` }), removed: false, cause: 'explicit' });
    expect(listeners.size).toBe(1);
  });

  it('knows the tabs again when the worker was restarted, and the change is what woke it', async () => {
    jar = [cookie({ storeId: '0' })];
    await start().pageReported(1, open(1), {});
    listeners.clear();
    start();
    jar = [cookie({ storeId: '0', name: 'later' })];
    tellChange({ cookie: cookie({ storeId: '0', name: 'later' }), removed: false, cause: 'explicit' });
    await vi.advanceTimersByTimeAsync(300);
    expect(names(1)).toEqual(['fan removed', 'later']);
    expect(visits.get(1)?.items.map(({ written }) => written)).toEqual([false, true]);
  });

  it('looks again when the time of a cookie is over, of which no browser tells', async () => {
    vi.setSystemTime(NOON);
    const watch = start();
    const short = cookie({ storeId: '0', session: false, expirationDate: NOON / 1000 + 5 });
    jar = [short, cookie({ storeId: '0', path: '/', name: 'stays' })];
    await watch.pageReported(1, open(1), {});
    expect(names(1)).toEqual(['fan', 'stays']);
    await vi.advanceTimersByTimeAsync(7000);
    expect(names(1)).toEqual(['fan removed', 'stays']);
  });

  it('looks again when a permission comes or goes', async () => {
    jar = [cookie({ storeId: '0' })];
    await start().pageReported(1, open(1), {});
    getAll.mockResolvedValue([]);
    contains.mockResolvedValue(false);
    tellPermission();
    await vi.advanceTimersByTimeAsync(10);
    expect(names(1)).toEqual(['fan']);
    expect(visits.get(1)?.limits).toMatchObject([{ observer: 'cookies', reason: 'not-permitted' }]);
    contains.mockResolvedValue(true);
    tellPermission();
    await vi.advanceTimersByTimeAsync(10);
    expect(names(1)).toEqual(['fan removed']);
    expect(visits.get(1)?.limits).toEqual([]);
  });

  it('tells the next page of a tab what was removed between two', async () => {
    const watch = start();
    jar = [cookie({ storeId: '0' })];
    await watch.pageReported(1, open(1), {});
    visits.delete(1);
    watch.recordChanged(1, null);
    tellChange({ cookie: cookie({ storeId: '0' }), removed: true, cause: 'explicit' });
    await vi.advanceTimersByTimeAsync(1000);
    const next = openVisit('document-next', NOON + 1000, page());
    visits.set(1, next);
    await watch.pageReported(1, next, {});
    expect(visits.get(1)?.gone).toMatchObject([{ name: 'fan' }]);
    expect(visits.get(1)?.items).toMatchObject([{ name: 'fan', removed: false }]);
  });

  it.each(['the next page is there already', 'the next page comes a little later'])(
    'tells the next page what was removed, where the page was left while the browser was asked, and %s',
    async (when) => {
      const watch = start();
      jar = [cookie({ storeId: '0' })];
      await watch.pageReported(1, open(1), {});
      const next = openVisit('document-next', NOON + 1000, page());
      const goOn = async () => {
        visits.set(1, next);
        await watch.pageReported(1, next, {});
      };
      let goingOn = Promise.resolve();
      getAll.mockImplementationOnce(() => {
        visits.delete(1);
        watch.recordChanged(1, null);
        if (when === 'the next page is there already') goingOn = goOn();
        return Promise.resolve(jar);
      });
      tellChange({ cookie: cookie({ storeId: '0' }), removed: true, cause: 'explicit' });
      await vi.advanceTimersByTimeAsync(1000);
      await goingOn;
      if (visits.get(1) === undefined) await goOn();
      await vi.advanceTimersByTimeAsync(1000);
      expect(visits.get(1)?.gone).toMatchObject([{ name: 'fan' }]);
      expect(visits.get(1)?.items).toMatchObject([{ name: 'fan', removed: false }]);
    },
  );

  it('forgets a tab whose record is gone', async () => {
    const watch = start();
    await watch.pageReported(1, open(1), {});
    expect(Object.keys(remembered)).toEqual(['1']);
    watch.recordChanged(1, null);
    await vi.advanceTimersByTimeAsync(6000);
    expect(remembered).toEqual({});
  });

  it('looks at further sites in full view, all at once, and only at those that are new', async () => {
    const watch = start();
    const fullView = { at: NOON, view: 'full', state: 'from-start' } as const;
    const hosts = Array.from({ length: 80 }, (_, n) => request(`a.company-${String(n)}.example`));
    const visit = { ...foldObservations(open(1), hosts), fullView };
    visits.set(1, visit);
    await watch.pageReported(1, visit, {});
    expect(getAll.mock.calls.length).toBeLessThanOrEqual(61);
    expect(getAll.mock.calls.length).toBeGreaterThan(10);
    const calls = getAll.mock.calls.length;
    watch.recordChanged(1, visit);
    await vi.advanceTimersByTimeAsync(1500);
    expect(getAll).toHaveBeenCalledTimes(calls);
  });

  it('follows no further sites any more when full view has ended', async () => {
    const watch = watchCookies(ledger, {
      isRelevant: (_host, visit) => seesAllRequests(visit),
      keepsApart: false,
      isFullView: () => true,
      trouble: () => undefined,
    });
    const fullView = { at: NOON, view: 'full', state: 'from-start' } as const;
    const visit = { ...foldObservations(open(1), [request('a.company.example')]), fullView };
    visits.set(1, visit);
    await watch.pageReported(1, visit, {});
    watch.recordChanged(1, visit);
    await vi.advanceTimersByTimeAsync(1500);
    expect(JSON.stringify(remembered)).toContain('company.example');
    const ended = { ...visit, fullView: { ...fullView, until: NOON + 2000 } };
    visits.set(1, ended);
    watch.recordChanged(1, ended);
    await vi.advanceTimersByTimeAsync(1500);
    expect(JSON.stringify(remembered)).not.toContain('company.example');
  });
});
