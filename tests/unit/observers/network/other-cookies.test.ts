import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { foldObservations } from '../../../../ledger/fold-observations';
import { observeCookies } from '../../../../observers/network/cookies';
import { isSentAlong, MAX_HOSTS, observeOtherCookies } from '../../../../observers/network/other-cookies';
import { NOON, PAGE_HOST, visit } from '../../observation-examples';

type Cookie = Parameters<typeof isSentAlong>[0];

const cookie = (change: object = {}): Cookie =>
  ({
    name: 'id',
    value: '550e8400-e29b-41d4-a716-446655440000',
    domain: '.ad.example',
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'no_restriction',
    session: true,
    ...change,
  }) as unknown as Cookie;

const getAll = vi.fn();
beforeEach(() => {
  getAll.mockReset();
  Object.assign(fakeBrowser.cookies, { getAll });
});

const look = (known = visit(), hosts: readonly string[] = ['a.ad.example']) =>
  observeOtherCookies(known, hosts, 'salt', NOON, false);

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
    expect(isSentAlong(cookie(change), PAGE_HOST, apart)).toBe(sent);
  });
});

describe('observeOtherCookies', () => {
  it('tells name and limits, never the value, and each cookie once', async () => {
    getAll.mockResolvedValue([cookie(), cookie({ domain: '.bobdylan.com', name: 'own' })]);
    const seen = await look(visit(), ['a.ad.example', 'b.ad.example']);
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
  });

  it('tells nothing twice, and what is gone', async () => {
    getAll.mockResolvedValue([cookie()]);
    const known = foldObservations(visit(), await look());
    expect(await look(known)).toEqual([]);
    getAll.mockResolvedValue([]);
    expect(await look(known)).toMatchObject([{ name: 'id', change: 'removed' }]);
    expect(await look(known, ['c.else.example'])).toEqual([]);
  });

  it("leaves the page's own cookies alone, and is left alone by their observer", async () => {
    getAll.mockResolvedValue([cookie()]);
    const both = foldObservations(visit(), await look());
    getAll.mockResolvedValue([cookie({ name: 'own', domain: PAGE_HOST, sameSite: 'lax' })]);
    const own = await observeCookies(both, 'salt', NOON);
    expect(own.map((fact) => ('change' in fact ? fact.change : fact.kind))).toEqual(['present']);
    getAll.mockResolvedValue([cookie()]);
    expect(await look(foldObservations(both, own))).toEqual([]);
  });

  it('asks for no more hosts than its bound, and takes a refusal for no word at all', async () => {
    getAll.mockRejectedValue(new Error('no'));
    const hosts = Array.from({ length: 100 }, (_, n) => `h${String(n)}.example`);
    expect(await look(visit(), hosts)).toEqual([]);
    expect(getAll).toHaveBeenCalledTimes(MAX_HOSTS);
  });
});
