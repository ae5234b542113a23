import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import type { Visit } from '../../../../ledger/visit.ts';
import { askForCookies } from '../../../../observers/network/cookie-store.ts';
import { cookieKey } from '../../../../observers/network-facts/cookie-key.ts';
import { CookieChanges, type RemovedCookie } from '../../../../observers/network-facts/cookie-changes.ts';
import { observeCookies as observe } from '../../../../observers/network-facts/cookies.ts';
import { NOON, visit } from '../../../../tools/builders/observations.ts';
import { browserCookie, stubCookieStore } from '../stub-cookie-store.ts';

const cookie = browserCookie();
const { getAll } = stubCookieStore();

const observeCookies = async (seen: Visit, salt: string, at: number, removed: readonly RemovedCookie[] = []) =>
  (await observe(seen, { storeId: '0', salt, at, removed, ask: askForCookies })).filter(({ kind }) => kind !== 'look');

describe('CookieChanges', () => {
  it('gives each burst once', () => {
    const changes = new CookieChanges();
    changes.add({ cookie, removed: true, cause: 'explicit' }, NOON);
    changes.add({ cookie: { ...cookie, domain: 'www.other.example' }, removed: false, cause: 'explicit' }, NOON + 1);
    expect(changes.take()).toEqual([
      { storeId: '0', site: 'bobdylan.com', removed: [{ cookie, at: NOON }], set: new Map() },
      {
        storeId: '0',
        site: 'other.example',
        removed: [],
        set: new Map([[cookieKey({ ...cookie, domain: 'www.other.example' }), { at: NOON + 1 }]]),
      },
    ]);
    expect(changes.take()).toEqual([]);
  });

  it('holds the changes of containers apart, and those of private windows not for a moment', () => {
    const changes = new CookieChanges();
    for (const storeId of ['0', 'firefox-default', 'firefox-container-1'])
      expect(changes.add({ cookie: { ...cookie, storeId }, removed: true, cause: 'explicit' }, NOON)).toBe('removal');
    for (const storeId of ['1', 'firefox-private'])
      expect(changes.add({ cookie: { ...cookie, storeId }, removed: true, cause: 'explicit' }, NOON)).toBeNull();
    expect(changes.take().map(({ storeId }) => storeId)).toEqual(['0', 'firefox-default', 'firefox-container-1']);
  });

  it.each([
    ['explicit', 1],
    ['expired', 1],
    ['evicted', 1],
    ['overwrite', 0],
    ['expired_overwrite', 0],
  ])('takes the cause "%s" for %i removal', (cause, count) => {
    const changes = new CookieChanges();
    expect(changes.add({ cookie, removed: true, cause }, NOON)).toBe(count === 1 ? 'removal' : 'other');
    expect(changes.take()[0]?.removed).toHaveLength(count);
  });

  it('dates a cookie by its first setting, and one that was removed meanwhile by the first after that', () => {
    const changes = new CookieChanges();
    const set = (at: number) => changes.add({ cookie, removed: false, cause: 'explicit' }, at);
    set(NOON);
    changes.add({ cookie, removed: true, cause: 'overwrite' }, NOON + 10);
    set(NOON + 10);
    expect([...(changes.take()[0]?.set.values() ?? [])]).toEqual([{ at: NOON }]);
    set(NOON + 20);
    changes.add({ cookie, removed: true, cause: 'explicit' }, NOON + 30);
    set(NOON + 40);
    set(NOON + 50);
    expect([...(changes.take()[0]?.set.values() ?? [])]).toEqual([{ at: NOON + 40 }]);
  });

  it('keeps no more of one site than a look can use, and still those of the next', () => {
    const changes = new CookieChanges();
    for (let i = 0; i < 5000; i++)
      changes.add({ cookie: { ...cookie, name: String(i) }, removed: true, cause: 'explicit' }, NOON);
    changes.add({ cookie: { ...cookie, domain: 'other.example' }, removed: true, cause: 'explicit' }, NOON);
    expect(changes.take().map(({ removed }) => removed.length)).toEqual([200, 1]);
  });
});

describe('a look after removals', () => {
  const look = async (seen: Visit, at: number, removed = [{ cookie, at: at - 100 }]) => {
    const told = await observeCookies(seen, 'salt', at, removed);
    return { told, after: foldObservations(seen, told) };
  };
  const knowing = async () => {
    getAll.mockResolvedValue([cookie]);
    return foldObservations(visit(), await observeCookies(visit(), 'salt', NOON));
  };

  it('tells that a cookie went and came back between two looks', async () => {
    const { told, after } = await look(await knowing(), NOON + 500);
    expect(told).toMatchObject([
      { change: 'removed', at: NOON + 400 },
      { change: 'written', at: NOON + 500 },
    ]);
    expect(after.items).toMatchObject([{ removed: false, restoredAt: NOON + 500 }]);
    expect(JSON.stringify(told)).not.toContain(cookie.value);
  });

  it('tells it too when the next page was opened meanwhile', async () => {
    getAll.mockResolvedValue([cookie]);
    expect((await look(visit(), NOON + 500)).after.items).toMatchObject([{ restoredAt: NOON + 500 }]);
  });

  it('tells one removal once, and the return later', async () => {
    const before = await knowing();
    getAll.mockResolvedValue([]);
    const { told, after } = await look(before, NOON + 500);
    expect(told).toMatchObject([{ change: 'removed' }]);
    expect(after.items).toMatchObject([{ removed: true }]);
    getAll.mockResolvedValue([cookie]);
    const back = foldObservations(after, await observeCookies(after, 'salt', NOON + 900));
    expect(back.items).toMatchObject([{ removed: false, restoredAt: NOON + 900 }]);
  });

  it('counts no removal that the browser did not tell of as one: the page itself may be about to write it anew', async () => {
    const before = await knowing();
    getAll.mockResolvedValue([]);
    const after = foldObservations(before, await observeCookies(before, 'salt', NOON + 500));
    expect(after.items).toMatchObject([{ removed: true }]);
    expect(after.gone).toEqual([]);
    const told = (await look(after, NOON + 600, [{ cookie, at: NOON + 450 }])).after;
    expect(told.gone).toHaveLength(1);
  });

  it('does not take a new value for the old one', async () => {
    const before = await knowing();
    getAll.mockResolvedValue([{ ...cookie, value: '7c9e6679-7425-40de-944b-e07fc1f90ae7' }]);
    const { after } = await look(before, NOON + 500);
    expect(after.items[0]).not.toHaveProperty('restoredAt');
  });

  it('leaves cookies of other sites and other partitions alone', async () => {
    const before = await knowing();
    const others = [
      { ...cookie, domain: '.elsewhere.example' },
      { ...cookie, partitionKey: { topLevelSite: 'https://elsewhere.example' } },
    ].map((other) => ({ cookie: other, at: NOON + 400 }));
    const { after } = await look(before, NOON + 500, others);
    expect(after.items).toHaveLength(1);
    expect(after.items[0]).not.toHaveProperty('restoredAt');
  });

  it('does not miss what stands beyond its cap', async () => {
    const before = await knowing();
    getAll.mockResolvedValue([
      ...Array.from({ length: 400 }, (_, i) => ({ ...cookie, name: `c${String(i)}` })),
      cookie,
    ]);
    const told = await observeCookies(before, 'salt', NOON + 500);
    expect(told.filter((one) => one.kind === 'stored-item' && one.change === 'removed')).toEqual([]);
  });
});
