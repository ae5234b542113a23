import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import { cookieReaches, isSentTo } from '../../../../observers/network-facts/cookie-reach.ts';
import { cookieKey } from '../../../../observers/network-facts/cookie-key.ts';
import { askForCookies } from '../../../../observers/network/cookie-store.ts';
import { observeCookies, type LookOptions } from '../../../../observers/network-facts/cookies.ts';
import type { Visit } from '../../../../ledger/visit.ts';
import { at, NOON, PAGE_HOST, request, visit } from '../../../../tools/builders/observations.ts';
import { browserCookie, stubCookieStore } from '../stub-cookie-store.ts';

const cookie = browserCookie();
const { getAll, contains } = stubCookieStore();

/** What a look tells of cookies and limits. */
const look = async (seen: Visit, time = NOON, change: Partial<LookOptions> = {}) =>
  (await observeCookies(seen, { storeId: '0', salt: 'salt', at: time, ask: askForCookies, ...change })).filter(
    ({ kind }) => kind !== 'look',
  );
const after = async (seen: Visit, time = NOON, change: Partial<LookOptions> = {}) =>
  foldObservations(
    seen,
    await observeCookies(seen, { storeId: '0', salt: 'salt', at: time, ask: askForCookies, ...change }),
  );
const named = (seen: Visit) => seen.items.map(({ name, removed }) => (removed ? `${name} removed` : name));

describe('observeCookies', () => {
  it('tells name, lifetime and limits, and never the value', async () => {
    getAll.mockResolvedValue([cookie]);
    const seen = await look(visit());
    expect(seen).toMatchObject([
      {
        kind: 'stored-item',
        store: 'cookie',
        name: 'fan',
        shape: 'uuid',
        change: 'present',
        cookie: {
          domain: 'bobdylan.com',
          expiresAt: 1_800_000_000_400,
          httpOnly: true,
          sameSite: 'lax',
          partition: null,
        },
      },
    ]);
    expect(JSON.stringify(seen)).not.toContain(cookie.value);
  });

  it('asks for partitioned cookies too, and goes without where the browser knows none', async () => {
    getAll.mockImplementation((details: object) =>
      'partitionKey' in details ? Promise.reject(new Error('unknown')) : Promise.resolve([cookie]),
    );
    expect(await look(visit())).toHaveLength(1);
    expect(getAll).toHaveBeenCalledWith({ domain: 'bobdylan.com', storeId: '0', partitionKey: {} });
  });

  it('tells only what changed since it last looked', async () => {
    getAll.mockResolvedValue([cookie]);
    const known = await after(visit());
    expect(await look(known, NOON + 1)).toEqual([]);
    getAll.mockResolvedValue([{ ...cookie, value: '00000000-e29b-41d4-a716-446655440000' }]);
    expect(await look(known, NOON + 2)).toMatchObject([{ change: 'written' }]);
    getAll.mockResolvedValue([]);
    expect(await look(known, NOON + 3)).toMatchObject([{ name: 'fan', change: 'removed' }]);
  });

  it('tells "none" and "may not look" apart', async () => {
    getAll.mockResolvedValue([]);
    expect(await look(visit())).toEqual([]);
    expect(contains).toHaveBeenCalledWith({ origins: [`https://${PAGE_HOST}/*`] });
    contains.mockResolvedValue(false);
    const limit = { kind: 'limit', observer: 'cookies', reason: 'not-permitted' };
    expect(await look(visit())).toMatchObject([limit]);
    getAll.mockRejectedValue(new Error('No host permissions for cookies'));
    expect(await look(visit())).toMatchObject([limit]);
    contains.mockResolvedValue(true);
    expect(await look(visit())).toMatchObject([{ ...limit, reason: 'failed' }]);
  });

  it('says that it could not look where nobody knows the store of the tab', async () => {
    expect(await look(visit(), NOON, { storeId: null })).toMatchObject([{ kind: 'limit', reason: 'failed' }]);
    expect(getAll).not.toHaveBeenCalled();
  });

  it('tells nothing as removed when the permission is taken back, and says so once', async () => {
    getAll.mockResolvedValue([cookie]);
    const known = await after(visit());
    getAll.mockResolvedValue([]);
    contains.mockResolvedValue(false);
    const blind = await after(known, NOON + 100);
    expect(named(blind)).toEqual(['fan']);
    expect(blind.limits).toMatchObject([{ observer: 'cookies', reason: 'not-permitted' }]);
    expect(await look(blind, NOON + 200)).toEqual([]);
  });

  it('takes the limit off when it may look again, and calls nothing written that came meanwhile', async () => {
    getAll.mockResolvedValue([cookie]);
    const known = await after(visit());
    contains.mockResolvedValue(false);
    getAll.mockResolvedValue([]);
    const blind = await after(known, NOON + 100);
    contains.mockResolvedValue(true);
    getAll.mockResolvedValue([cookie, { ...cookie, name: 'later' }]);
    const seeing = await after(blind, NOON + 200);
    expect(seeing.limits).toEqual([]);
    expect(seeing.items.map(({ name, written }) => [name, written])).toEqual([
      ['fan', false],
      ['later', false],
    ]);
  });

  it('calls written what came after the first look, and not what a changed limit is told of', async () => {
    getAll.mockResolvedValue([cookie]);
    const known = await after(visit());
    getAll.mockResolvedValue([
      { ...cookie, sameSite: 'strict', secure: true, httpOnly: false, expirationDate: 1_900_000_000 },
      { ...cookie, name: 'later' },
    ]);
    const set = new Map([[cookieKey({ ...cookie, name: 'later' }), { at: NOON + 30 }]]);
    const later = await after(known, NOON + 100, { set });
    expect(later.items.map(({ name, written }) => [name, written])).toEqual([
      ['fan', false],
      ['later', true],
    ]);
    // Dated by the browser's word: what the person chose between that and the look came after it.
    expect(later.items[1]).toMatchObject({ at: NOON + 30, firstAt: NOON + 30 });
    expect(later.items[0]?.cookie).toMatchObject({ sameSite: 'strict', httpOnly: false, expiresAt: 1_900_000_000_000 });
    expect(await look(later, NOON + 200)).toEqual([]);
  });

  it('calls nothing written that is only now of the page', async () => {
    getAll.mockResolvedValue([{ ...cookie, path: '/widget' }]);
    const known = await after(visit());
    expect(known.items).toEqual([]);
    const frame = { kind: 'frame', at: NOON, address: at(PAGE_HOST, '/widget/'), title: '' } as const;
    expect(await look(foldObservations(known, [frame]), NOON + 100)).toMatchObject([{ change: 'present' }]);
  });

  it('knows cookies of one name by their path and reach', async () => {
    const short = { ...cookie, path: '/tour', expirationDate: 1_800_000_001 };
    const hostOnly = { ...cookie, domain: PAGE_HOST, hostOnly: true };
    const wide = { ...cookie, domain: `.${PAGE_HOST}` };
    getAll.mockResolvedValue([cookie, short, hostOnly, wide]);
    const tour = visit({ address: at(PAGE_HOST, '/tour/') });
    const known = await after(tour);
    expect(known.items.map((item) => [item.cookie?.domain, item.cookie?.hostOnly, item.cookie?.path])).toEqual([
      ['bobdylan.com', undefined, undefined],
      ['bobdylan.com', undefined, '/tour'],
      [PAGE_HOST, true, undefined],
      [PAGE_HOST, undefined, undefined],
    ]);
    expect(await look(known, NOON + 1)).toEqual([]);
    getAll.mockResolvedValue([cookie, hostOnly, wide]);
    const ran = await after(known, NOON + 100, { removed: [{ cookie: short, at: NOON + 90 }] });
    expect(named(ran)).toEqual(['fan', 'fan removed', 'fan', 'fan']);
    expect(ran.items.filter(({ restoredAt, written }) => restoredAt !== undefined || written)).toEqual([]);
  });

  it.each<[string, object, boolean]>([
    ['in no partition', {}, true],
    ['of the site itself', { partitionKey: { topLevelSite: 'https://bobdylan.com' } }, true],
    ['of another site', { partitionKey: { topLevelSite: 'https://blog.example' } }, false],
    ['of the site by http', { partitionKey: { topLevelSite: 'http://bobdylan.com' } }, false],
    ['of another site below one suffix', { partitionKey: { topLevelSite: 'https://adele.com' } }, false],
    [
      "of the site's frames below another company's frame",
      { partitionKey: { topLevelSite: 'https://bobdylan.com', hasCrossSiteAncestor: true } },
      false,
    ],
    ['with an empty partition', { partitionKey: { topLevelSite: '' } }, true],
    ['of the first party', { firstPartyDomain: 'bobdylan.com' }, true],
    ['of the first party, with its scheme', { firstPartyDomain: '(https,bobdylan.com)' }, true],
    ['of another first party', { firstPartyDomain: 'blog.example' }, false],
  ])('lists a cookie %s: %s', async (_what, change, listed) => {
    getAll.mockResolvedValue([{ ...cookie, ...change }]);
    expect(await look(visit())).toHaveLength(listed ? 1 : 0);
  });

  it.each<[string, object, boolean]>([
    ['for this host alone', { domain: PAGE_HOST, hostOnly: true }, true],
    ['for another host alone', { domain: 'bobdylan.com', hostOnly: true }, false],
    ['for hosts of another part of the site', { domain: '.shop.bobdylan.com' }, false],
    ['for a path that the page is below', { path: '/tour' }, true],
    ['for a path that only begins alike', { path: '/to' }, false],
    ['for a path that the page has not', { path: '/account' }, false],
  ])('lists a cookie %s: %s', async (_what, change, listed) => {
    getAll.mockResolvedValue([{ ...cookie, ...change }]);
    expect(await look(visit({ address: at(PAGE_HOST, '/tour/dates') }))).toHaveLength(listed ? 1 : 0);
  });

  it('lists what goes to a frame or a request of the site', async () => {
    getAll.mockResolvedValue([
      { ...cookie, path: '/widget' },
      { ...cookie, domain: 'img.bobdylan.com', hostOnly: true },
    ]);
    const seen = foldObservations(visit(), [
      { kind: 'frame', at: NOON, address: at(PAGE_HOST, '/widget/'), title: '' },
      request('img.bobdylan.com'),
    ]);
    expect(await look(seen)).toHaveLength(2);
  });

  it('leaves cookies out whose time is over by the wall clock, though the browser still tells of them', async () => {
    const end = NOON / 1000;
    getAll.mockResolvedValue([
      { ...cookie, name: 'over', expirationDate: end - 1 },
      { ...cookie, expirationDate: end + 1 },
    ]);
    expect(named(await after(visit()))).toEqual(['fan']);
    expect(named(await after(visit(), NOON + 60_000, { wall: NOON }))).toEqual(['fan']);
  });

  it('leaves secure cookies out on a page that is not', async () => {
    getAll.mockResolvedValue([cookie, { ...cookie, name: 'open', secure: false }]);
    expect(named(await after(visit({ address: at(PAGE_HOST, '/', 'http') })))).toEqual(['open']);
  });

  it('asks anew for all first parties where they are isolated, and keeps those of this site', async () => {
    getAll.mockImplementation((details: object) =>
      'firstPartyDomain' in details
        ? Promise.resolve([
            { ...cookie, firstPartyDomain: 'bobdylan.com', name: 'theme' },
            { ...cookie, firstPartyDomain: 'blog.example', name: 'elsewhere' },
            { ...cookie, firstPartyDomain: '', name: 'before-isolation' },
          ])
        : Promise.reject(
            new Error("First-Party Isolation is enabled, but the required 'firstPartyDomain' attribute was not set."),
          ),
    );
    expect(named(await after(visit()))).toEqual(['theme']);
    expect(getAll).toHaveBeenLastCalledWith({
      domain: 'bobdylan.com',
      storeId: '0',
      partitionKey: {},
      firstPartyDomain: null,
    });
  });

  it('is of one store: what is removed in another is no removal here', async () => {
    const boxed = { ...cookie, storeId: 'firefox-container-1' };
    getAll.mockResolvedValue([boxed]);
    const known = await after(visit(), NOON, { storeId: 'firefox-container-1' });
    expect(getAll).toHaveBeenCalledWith(expect.objectContaining({ storeId: 'firefox-container-1' }));
    expect(known.items[0]?.cookie?.storeId).toBe('firefox-container-1');
    const removed = [
      { cookie: { ...cookie, storeId: 'firefox-default' }, at: NOON + 50 },
      { cookie: { ...cookie, storeId: '1' }, at: NOON + 50 },
    ];
    expect(await look(known, NOON + 100, { storeId: 'firefox-container-1', removed })).toEqual([]);
  });

  it('counts what is beyond its cap', async () => {
    getAll.mockResolvedValue(Array.from({ length: 450 }, (_, i) => ({ ...cookie, name: `c${i}` })));
    const seen = await look(visit());
    expect(seen).toHaveLength(401);
    expect(seen.at(-1)).toMatchObject({ kind: 'limit', reason: 'too-many', count: 50 });
  });
});

describe('isSentTo', () => {
  const of = (change: object) => ({ domain: 'bobdylan.com', hostOnly: false, path: '/', secure: false, ...change });
  it.each<[object, string, boolean]>([
    [{ path: '/tour' }, '/tour', true],
    [{ path: '/tour' }, '/tour/', true],
    [{ path: '/tour/' }, '/tour', false],
    [{ path: '/tour' }, '/tourist', false],
    [{ path: '/Tour' }, '/tour', false],
  ])('%j, %s: %s', (change, path, expected) => {
    expect(isSentTo(of(change), at(PAGE_HOST, path))).toBe(expected);
  });
});

describe('cookieReaches', () => {
  it.each([
    ['.bobdylan.com', 'www.bobdylan.com', true],
    ['bobdylan.com', 'bobdylan.com', true],
    ['www.bobdylan.com', 'bobdylan.com', false],
    ['dylan.com', 'www.bobdylan.com', false],
  ])('%s → %s: %s', (domain, host, expected) => {
    expect(cookieReaches(domain, host)).toBe(expected);
  });
});
