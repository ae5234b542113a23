/** Random histories of a browser's cookies, beside a model of the right answer. */
import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import { storedItemKey } from '../../../../ledger/item-place.ts';
import { cookieKey } from '../../../../observers/network-facts/cookie-key.ts';
import { CookieChanges } from '../../../../observers/network-facts/cookie-changes.ts';
import { askForCookies } from '../../../../observers/network/cookie-store.ts';
import { observeCookies } from '../../../../observers/network-facts/cookies.ts';
import { at, NOON, PAGE_HOST, visit } from '../../../../tools/builders/observations.ts';

type Cookie = Browser.cookies.Cookie;

const VALUES = ['550e8400-e29b-41d4-a716-446655440000', '7c9e6679-7425-40de-944b-e07fc1f90ae7', 'x'];
const PAGE = at(PAGE_HOST, '/tour/dates');

const STORES = ['firefox-default', 'firefox-private', 'firefox-container-1'] as const;
const PLACES = [
  { domain: '.bobdylan.com', hostOnly: false },
  { domain: 'bobdylan.com', hostOnly: true },
  { domain: PAGE_HOST, hostOnly: true },
  { domain: `.${PAGE_HOST}`, hostOnly: false },
  { domain: 'shop.bobdylan.com', hostOnly: true },
  { domain: '.other.example', hostOnly: false },
] as const;
const PARTITIONS = [undefined, 'https://bobdylan.com', 'https://blog.example'] as const;
const PATHS = ['/', '/tour', '/tour/', '/tou', '/account'] as const;

const cookie = fc
  .record({
    storeId: fc.constantFrom(...STORES),
    place: fc.constantFrom(...PLACES),
    partition: fc.constantFrom(...PARTITIONS),
    path: fc.constantFrom(...PATHS),
    name: fc.constantFrom('uid', 'lang'),
    value: fc.constantFrom(...VALUES),
  })
  .map(({ place, partition, ...rest }): Cookie => ({
    ...rest,
    ...place,
    ...(partition === undefined ? {} : { partitionKey: { topLevelSite: partition } }),
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    session: true,
  }));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('set' as const), cookie }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('remove' as const),
      which: fc.nat(),
      cause: fc.constantFrom('explicit', 'expired', 'evicted', 'expired_overwrite'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('look' as const) }) },
);

/** Written out by hand, apart from the code: what a page at PAGE is sent in a store. */
function isSent({ domain, hostOnly, path, partitionKey }: Cookie): boolean {
  const reaches = hostOnly ? domain === PAGE_HOST : ['.bobdylan.com', `.${PAGE_HOST}`].includes(domain);
  const onPath = path === '/' || path === '/tour' || path === '/tour/';
  return reaches && onPath && [undefined, 'https://bobdylan.com'].includes(partitionKey?.topLevelSite);
}

const identity = ({ storeId, domain, hostOnly, path, name, partitionKey }: Cookie): string =>
  JSON.stringify([storeId, domain, hostOnly, path, name, partitionKey?.topLevelSite]);

const getAll = vi.fn();
beforeEach(() => {
  Object.assign(fakeBrowser.cookies, { getAll });
  Object.assign(fakeBrowser, { permissions: { contains: () => Promise.resolve(true) } });
});

it('gives each cookie one key, and each key one cookie', () => {
  fc.assert(
    fc.property(cookie, cookie, (a, b) => {
      expect(cookieKey(a) === cookieKey(b)).toBe(identity(a) === identity(b));
    }),
  );
});

it('knows of a history what the browser holds, what was written, and what came back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('firefox-default', 'firefox-container-1'),
      fc.array(step, { maxLength: 40 }),
      async (storeId, steps) => {
        const jar = new Map<string, Cookie>();
        const changes = new CookieChanges();
        getAll.mockImplementation(({ storeId: asked }: { storeId: string }) =>
          Promise.resolve(
            [...jar.values()].filter((one) => one.storeId === asked && one.domain.endsWith('bobdylan.com')),
          ),
        );
        /** Of each cookie: whether the browser told of its removal, by its value; whether it was touched after the first look. */
        const removals = new Map<string, Set<string>>();
        const touched = new Set<string>();
        const looks: number[] = [];
        let time = NOON;
        let seen = visit({ address: PAGE });
        const look = async () => {
          const burst = changes.take().filter((change) => change.storeId === storeId && change.site === 'bobdylan.com');
          const removed = burst.flatMap((change) => change.removed);
          const set = new Map(burst.flatMap((change) => [...change.set]));
          seen = foldObservations(
            seen,
            await observeCookies(seen, { storeId, salt: 's', at: time, removed, set, ask: askForCookies }),
          );
          looks.push(time);
          const sent = [...jar.values()].filter((one) => one.storeId === storeId && isSent(one));
          const kept = seen.items.filter(({ removed: isGone }) => !isGone);
          expect(kept.map(storedItemKey).sort()).toEqual(sent.map(cookieKey).sort());
          expect(new Set(seen.items.map(storedItemKey)).size).toBe(seen.items.length);
          for (const one of sent) {
            const item = seen.items.find((known) => storedItemKey(known) === cookieKey(one));
            if (!touched.has(identity(one))) expect(item?.written).toBe(false);
            if (item?.restoredAt !== undefined) expect(removals.get(identity(one))?.size).toBeGreaterThan(0);
          }
          expect(JSON.stringify(seen)).not.toMatch(/firefox-private|blog\.example/);
        };
        for (const one of steps) {
          time += 100;
          if (one.is === 'look') await look();
          else if (one.is === 'set') {
            const key = identity(one.cookie);
            const before = jar.get(key);
            if (before !== undefined) changes.add({ cookie: before, removed: true, cause: 'overwrite' }, time);
            jar.set(key, one.cookie);
            if (looks.length > 0) touched.add(key);
            changes.add({ cookie: one.cookie, removed: false, cause: 'explicit' }, time);
          } else if (jar.size > 0) {
            const gone = [...jar.values()][one.which % jar.size];
            if (gone === undefined) continue;
            jar.delete(identity(gone));
            touched.add(identity(gone));
            if (one.cause !== 'expired_overwrite')
              removals.set(identity(gone), (removals.get(identity(gone)) ?? new Set()).add(gone.value));
            changes.add({ cookie: gone, removed: true, cause: one.cause }, time);
          }
        }
        await look();
        const ofOthers = seen.gone.filter(({ storeId: id, partition }) => {
          const isHere = storeId === 'firefox-default' ? id === undefined : id === storeId;
          return !isHere || partition === 'https://blog.example';
        });
        expect(ofOthers).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
