import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import type { Visit } from '../../../../ledger/visit.ts';
import { cookieKey } from '../../../../observers/network-facts/cookie-key.ts';
import { askForCookies } from '../../../../observers/network/cookie-store.ts';
import { observeCookies } from '../../../../observers/network-facts/cookies.ts';
import {
  isSentAlong,
  MAX_SITES,
  observeOtherCookies,
  type OtherLookOptions,
} from '../../../../observers/network-facts/other-cookies.ts';
import { at, NOON, PAGE_HOST, request, visit } from '../../../../tools/builders/observations.ts';
import { browserCookie, stubCookieStore } from '../stub-cookie-store.ts';

type Cookie = Parameters<typeof cookieKey>[0];

const cookie = (change: object = {}): Cookie =>
  browserCookie({
    name: 'id',
    domain: '.ad.example',
    httpOnly: true,
    sameSite: 'no_restriction',
    session: true,
    expirationDate: undefined,
    ...change,
  });

const { getAll, contains } = stubCookieStore();

const asked = (...hosts: readonly string[]) =>
  foldObservations(
    visit(),
    hosts.map((host) => request(host)),
  );
const look = (
  known: Visit = asked('a.ad.example'),
  sites: readonly string[] = ['ad.example'],
  change: Partial<OtherLookOptions> = {},
) =>
  observeOtherCookies(known, sites, {
    storeId: '0',
    salt: 'salt',
    at: NOON,
    keepsApart: false,
    again: new Set(),
    ask: askForCookies,
    ...change,
  });

describe('isSentAlong', () => {
  it.each<[string, object, boolean, boolean]>([
    ['open to all sites', {}, false, true],
    ['open to all sites, in a browser that keeps them apart', {}, true, false],
    ['for its own pages', { sameSite: 'lax' }, false, false],
    ['not secure', { secure: false }, false, false],
    ['kept for this site', { partitionKey: { topLevelSite: 'https://bobdylan.com' } }, true, true],
    ['kept for another site', { partitionKey: { topLevelSite: 'https://garden.example' } }, false, false],
    ['kept for something that is no address', { partitionKey: { topLevelSite: '?' } }, false, false],
  ])('%s', (_what, change, apart, sent) => {
    expect(isSentAlong(cookie(change), at(PAGE_HOST), apart)).toBe(sent);
  });
});

describe('observeOtherCookies', () => {
  it('tells name and limits, never the value, and each cookie once', async () => {
    getAll.mockResolvedValue([cookie()]);
    const seen = await look(asked('a.ad.example', 'b.ad.example'));
    expect(seen).toMatchObject([
      {
        store: 'cookie',
        name: 'id',
        host: 'a.ad.example',
        change: 'present',
        cookie: { domain: 'ad.example', httpOnly: true },
      },
    ]);
    expect(JSON.stringify(seen)).not.toContain('550e8400');
    expect(getAll).toHaveBeenCalledExactlyOnceWith({ domain: 'ad.example', storeId: '0', partitionKey: {} });
  });

  it('tells nothing twice, and what is gone', async () => {
    getAll.mockResolvedValue([cookie()]);
    const known = foldObservations(asked('a.ad.example'), await look());
    expect(await look(known)).toEqual([]);
    getAll.mockResolvedValue([]);
    expect(await look(known)).toMatchObject([{ name: 'id', change: 'removed' }]);
    expect(await look(known, ['else.example'])).toEqual([]);
  });

  it.each<[string, object, boolean]>([
    ['of the path that was asked', { path: '/script.js' }, true],
    ['of a path above it', { path: '/' }, true],
    ['of a path that was not asked', { path: '/account' }, false],
    ['of another host of the site', { domain: 'shop.ad.example', hostOnly: true }, false],
    ['of the site without its hosts', { domain: 'ad.example', hostOnly: true }, false],
  ])('lists one %s: %s', async (_what, change, listed) => {
    getAll.mockResolvedValue([cookie(change)]);
    expect(await look()).toHaveLength(listed ? 1 : 0);
  });

  it('lists one that was seen to be set, whatever its path', async () => {
    getAll.mockResolvedValue([cookie({ path: '/collect' })]);
    const known = foldObservations(asked('a.ad.example'), [
      {
        kind: 'write',
        at: NOON,
        store: 'cookie',
        host: 'a.ad.example',
        name: 'id',
        api: 'set-cookie',
        writer: 'a.ad.example',
        path: '/a.js',
        source: 'page',
      },
    ]);
    expect(await look(known)).toHaveLength(1);
  });

  it('tells as written what came after the first look at that site', async () => {
    getAll.mockResolvedValue([cookie()]);
    expect(await look()).toMatchObject([{ change: 'present' }]);
    const set = new Map([[cookieKey(cookie()), { at: NOON }]]);
    const again = new Set(['ad.example']);
    expect(await look(undefined, undefined, { again, set })).toMatchObject([{ change: 'written' }]);
    expect(await look(undefined, undefined, { again })).toMatchObject([{ change: 'present' }]);
    expect(await look(undefined, undefined, { set })).toMatchObject([{ change: 'present' }]);
  });

  it('counts a cookie of before from when the page first had to do with its site', async () => {
    getAll.mockResolvedValue([cookie()]);
    const known = foldObservations(visit(), [
      request('b.ad.example', { at: NOON + 700 }),
      request('a.ad.example', { at: NOON + 500 }),
      request('a.ad.example', { at: NOON + 900 }),
    ]);
    expect(await look(known)).toMatchObject([{ change: 'present', since: NOON + 500 }]);
    // What is listed later, since its path is asked only then, may have stood there all the time.
    const [late] = await look(known, undefined, { again: new Set(['ad.example']) });
    expect(late).not.toHaveProperty('since');
  });

  it("leaves the page's own cookies alone, and is left alone by their observer", async () => {
    getAll.mockResolvedValue([cookie()]);
    const both = foldObservations(asked('a.ad.example'), await look());
    expect(await look(both, ['bobdylan.com'])).toEqual([]);
    getAll.mockResolvedValue([cookie({ name: 'own', domain: PAGE_HOST, sameSite: 'lax' })]);
    const own = await observeCookies(both, { storeId: '0', salt: 'salt', at: NOON, ask: askForCookies });
    expect(own.map((fact) => ('change' in fact ? fact.change : fact.kind))).toEqual(['look', 'present']);
    getAll.mockResolvedValue([cookie()]);
    expect(await look(foldObservations(both, own))).toEqual([]);
  });

  it('takes a refusal for no word at all: what was known is not told as removed', async () => {
    getAll.mockResolvedValue([cookie()]);
    const known = foldObservations(asked('a.ad.example'), await look());
    getAll.mockResolvedValue([]);
    contains.mockResolvedValue(false);
    expect(await look(known)).toEqual([]);
    getAll.mockRejectedValue(new Error('no'));
    expect(await look(known)).toEqual([]);
  });

  it('asks for no more sites than its bound', async () => {
    getAll.mockResolvedValue([]);
    const sites = Array.from({ length: 100 }, (_, n) => `h${String(n)}.example`);
    expect(await look(asked(...sites), sites)).toEqual([]);
    expect(getAll.mock.calls.length).toBeLessThanOrEqual(MAX_SITES);
    expect(getAll.mock.calls.length).toBeGreaterThan(10);
  });
});
