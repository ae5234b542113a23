// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_DATABASES, observeDatabases } from '../../../observers/page/databases';
import { watchPage, type WatchedPage } from './watched-page';

let databases: (string | undefined)[];
let cacheNames: string[];
let scopes: string[];
let page: WatchedPage;

beforeEach(() => {
  vi.useFakeTimers();
  databases = [];
  cacheNames = [];
  scopes = [];
  vi.stubGlobal('indexedDB', { databases: () => Promise.resolve(databases.map((name) => ({ name, version: 1 }))) });
  vi.stubGlobal('caches', { keys: () => Promise.resolve(cacheNames) });
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { getRegistrations: () => Promise.resolve(scopes.map((scope) => ({ scope }))) },
    configurable: true,
  });
});

afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

async function start(): Promise<WatchedPage> {
  page = watchPage(observeDatabases);
  await vi.advanceTimersByTimeAsync(0);
  return page;
}

describe('observeDatabases', () => {
  it('reports databases, caches and service workers by name', async () => {
    databases = ['firebase-heartbeat'];
    cacheNames = ['workbox-precache'];
    scopes = ['https://artist.example/shop/'];
    const { take } = await start();
    const found = take('stored-item');
    expect(found).toHaveLength(3);
    expect(found).toContainEqual({
      kind: 'stored-item',
      at: Date.now(),
      store: 'indexed-db',
      host: location.hostname,
      name: 'firebase-heartbeat',
      size: null,
      shape: null,
      hash: null,
      change: 'present',
      cookie: null,
    });
    expect(found).toContainEqual(
      expect.objectContaining({ store: 'cache', name: 'workbox-precache', change: 'present' }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ store: 'service-worker', name: '/shop/', change: 'present' }),
    );
  });

  it.each([
    ['after 3 seconds', () => vi.advanceTimersByTimeAsync(3000)],
    ['after 10 seconds', () => vi.advanceTimersByTimeAsync(10_000)],
    ['when the page has loaded', () => dispatchEvent(new Event('load'))],
    ['when the page is hidden or shown', () => dispatchEvent(new Event('visibilitychange'))],
  ])('looks again %s', async (_, wait) => {
    databases = ['old'];
    const { take } = await start();
    take('stored-item');
    databases = ['new'];
    await wait();
    await vi.advanceTimersByTimeAsync(0);
    expect(take('stored-item')).toMatchObject([
      { name: 'new', change: 'written' },
      { name: 'old', change: 'removed' },
    ]);
  });

  it('stops with the visit', async () => {
    const { take, end } = await start();
    end();
    databases = ['new'];
    dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(take('stored-item')).toEqual([]);
  });

  it('does not report what comes after the end of the visit', async () => {
    databases = ['slow'];
    page = watchPage(observeDatabases);
    page.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(page.reported).toEqual([]);
  });

  it('takes odd names, and cuts long ones', async () => {
    databases = ['__proto__', undefined, 'n'.repeat(500)];
    const names = (await start()).take('stored-item').map(({ name }) => name);
    expect(names).toEqual(['__proto__', '', `${'n'.repeat(119)}…`]);
  });

  it('follows 1,000 of 10,000 names and says so once', async () => {
    databases = Array.from({ length: 10_000 }, (_, i) => `database ${i}`);
    const { take } = await start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(take('stored-item')).toHaveLength(MAX_DATABASES);
    expect(take('limit')).toMatchObject([{ observer: 'databases (indexed-db)', reason: 'too-many', count: 9000 }]);
  });

  it.each([
    ['SecurityError', 'not-permitted'],
    ['UnknownError', 'failed'],
  ])('says once that it could not look: %s', async (name, reason) => {
    vi.stubGlobal('indexedDB', { databases: () => Promise.reject(new DOMException('no', name)) });
    cacheNames = ['still-seen'];
    const { take } = await start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(take('limit')).toMatchObject([{ observer: 'databases (indexed-db)', reason, count: 0 }]);
    expect(take('stored-item')).toMatchObject([{ store: 'cache', name: 'still-seen' }]);
  });

  it('is silent of what an http: page cannot have', async () => {
    Reflect.deleteProperty(globalThis, 'caches');
    Reflect.deleteProperty(navigator, 'serviceWorker');
    const { reported } = await start();
    expect(reported).toEqual([]);
  });
});
