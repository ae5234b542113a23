import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { foldObservations } from '../../../ledger/fold-observations';
import { cookieReaches, observeCookies } from '../../../observers/network/cookies';
import { NOON, PAGE_HOST, visit } from '../observation-examples';

const cookie = {
  name: 'fan',
  value: '550e8400-e29b-41d4-a716-446655440000',
  domain: '.bobdylan.com',
  hostOnly: false,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  session: false,
  expirationDate: 1_800_000_000.4,
  storeId: '0',
};

const getAll = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  getAll.mockReset();
  Object.assign(fakeBrowser.cookies, { getAll });
});

describe('observeCookies', () => {
  it('tells name, lifetime and limits, and never the value', async () => {
    getAll.mockResolvedValue([cookie]);
    const seen = await observeCookies(visit(), 'salt', NOON);
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
    expect(await observeCookies(visit(), 'salt', NOON)).toHaveLength(1);
    expect(getAll).toHaveBeenCalledWith({ url: `https://${PAGE_HOST}/`, partitionKey: {} });
  });

  it('tells only what changed since it last looked', async () => {
    getAll.mockResolvedValue([cookie]);
    const known = foldObservations(visit(), await observeCookies(visit(), 'salt', NOON));
    expect(await observeCookies(known, 'salt', NOON + 1)).toEqual([]);
    getAll.mockResolvedValue([{ ...cookie, value: '00000000-e29b-41d4-a716-446655440000' }]);
    expect(await observeCookies(known, 'salt', NOON + 2)).toMatchObject([{ change: 'written' }]);
    getAll.mockResolvedValue([]);
    expect(await observeCookies(known, 'salt', NOON + 3)).toMatchObject([{ name: 'fan', change: 'removed' }]);
  });

  it('says so when it may not look', async () => {
    getAll.mockRejectedValue(new Error('no permission'));
    expect(await observeCookies(visit(), 'salt', NOON)).toMatchObject([{ kind: 'limit', reason: 'not-permitted' }]);
  });

  it('counts what is beyond its cap', async () => {
    getAll.mockResolvedValue(Array.from({ length: 450 }, (_, i) => ({ ...cookie, name: `c${i}` })));
    const seen = await observeCookies(visit(), 'salt', NOON);
    expect(seen).toHaveLength(401);
    expect(seen.at(-1)).toMatchObject({ kind: 'limit', reason: 'too-many', count: 50 });
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
