// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_DATABASES, observeDatabases } from '../../../observers/page/databases.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

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
  it('tells since when something new may stand there: since the look before it began', async () => {
    const { take } = await start();
    const looked = Date.now();
    databases = ['later'];
    await vi.advanceTimersByTimeAsync(1000);
    expect(take('stored-item')).toMatchObject([{ name: 'later', change: 'written', at: looked + 1000, since: looked }]);
  });

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
    ['after a second', () => vi.advanceTimersByTimeAsync(1000)],
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

  it('looks again every half minute while somebody sees the page', async () => {
    const { take } = await start();
    await vi.advanceTimersByTimeAsync(29_000);
    databases = ['late'];
    await vi.advanceTimersByTimeAsync(2000);
    expect(take('stored-item')).toMatchObject([{ name: 'late', change: 'written' }]);
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

/** A directory of the origin's files, as the browser gives it. */
interface Tree {
  readonly [name: string]: Tree | number;
}

function directory(tree: () => Tree): object {
  return {
    values: () => {
      const handles = Object.entries(tree()).map(([name, what]) =>
        typeof what === 'number'
          ? {
              kind: 'file',
              name,
              getFile: () => (what < 0 ? Promise.reject(new Error('locked')) : Promise.resolve({ size: what })),
            }
          : { kind: 'directory', name, ...directory(() => what) },
      );
      return { next: () => Promise.resolve({ done: handles.length === 0, value: handles.shift() }) };
    },
  };
}

function define(name: 'storage' | 'storageBuckets', value: unknown): void {
  Object.defineProperty(navigator, name, { value, configurable: true });
}

describe('files of the origin and storage buckets', () => {
  let files: Tree;
  let buckets: Record<string, { databases?: string[]; caches?: string[]; files?: Tree }>;
  let opened: string[];

  beforeEach(() => {
    [files, buckets, opened] = [{}, {}, []];
    define('storage', { getDirectory: () => Promise.resolve(directory(() => files)) });
    define('storageBuckets', {
      keys: () => Promise.resolve(Object.keys(buckets)),
      open: (name: string) => {
        opened.push(name);
        const bucket = buckets[name];
        return Promise.resolve({
          indexedDB: { databases: () => Promise.resolve((bucket?.databases ?? []).map((one) => ({ name: one }))) },
          caches: { keys: () => Promise.resolve(bucket?.caches ?? []) },
          getDirectory: () => Promise.resolve(directory(() => bucket?.files ?? {})),
        });
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'storage');
    Reflect.deleteProperty(navigator, 'storageBuckets');
  });

  const told = (of: WatchedPage) =>
    of.take('stored-item').map(({ store, name, size, change }) => [store, name, size, change]);

  it('are told by path and size, and what stands in them is not', async () => {
    files = { 'fan-id.txt': 16, saves: { 'one.dat': 3, deep: { 'two.dat': 0 } }, empty: {}, 'open.log': -1 };
    expect(told(await start())).toEqual([
      ['origin-file', 'fan-id.txt', 16, 'present'],
      ['origin-file', 'saves/one.dat', 3, 'present'],
      ['origin-file', 'saves/deep/two.dat', 0, 'present'],
      ['origin-file', 'empty/', null, 'present'],
      ['origin-file', 'open.log', null, 'present'],
    ]);
  });

  it('are followed: written, grown, removed', async () => {
    const seen = await start();
    files = { 'fan-id.txt': 16 };
    await vi.advanceTimersByTimeAsync(3000);
    expect(told(seen)).toEqual([['origin-file', 'fan-id.txt', 16, 'written']]);
    files = { 'fan-id.txt': 20, 'fan-id.txt.crswap': 1 };
    await vi.advanceTimersByTimeAsync(7000);
    expect(told(seen)).toEqual([['origin-file', 'fan-id.txt', 20, 'written']]);
    files = {};
    dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(told(seen)).toEqual([['origin-file', 'fan-id.txt', null, 'removed']]);
  });

  it('are bounded in number and depth', async () => {
    let deep: Tree = { 'bottom.txt': 1 };
    for (let level = 0; level < 40; level += 1) deep = { d: deep };
    files = { deep, ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`file ${i}`, 1])) };
    const seen = await start();
    await vi.advanceTimersByTimeAsync(100);
    const names = told(seen);
    expect(names[0]?.[1]).toMatch(/^deep\/(?:d\/){8}$/);
    expect(names).toHaveLength(MAX_DATABASES);
    expect(seen.take('limit')).toMatchObject([{ observer: 'databases (origin-file)', reason: 'too-many' }]);
  });

  it('are told of each bucket, with the bucket itself', async () => {
    buckets = { fan: { databases: ['songs'], caches: ['covers'], files: { 'a.txt': 2 } }, bare: {} };
    databases = ['own'];
    const found = told(await start());
    expect(found).toHaveLength(6);
    expect(found).toEqual(
      expect.arrayContaining([
        ['indexed-db', 'own', null, 'present'],
        ['indexed-db', 'fan/songs', null, 'present'],
        ['cache', 'fan/covers', null, 'present'],
        ['origin-file', 'fan/a.txt', 2, 'present'],
        ['storage-bucket', 'fan', null, 'present'],
        ['storage-bucket', 'bare', null, 'present'],
      ]),
    );
    expect(opened.every((name) => name in buckets)).toBe(true);
  });

  it.each([
    ['SecurityError', 'not-permitted'],
    ['UnknownError', 'failed'],
  ])('that may not be looked at are a limit, once: %s', async (name, reason) => {
    define('storage', { getDirectory: () => Promise.reject(new DOMException('no', name)) });
    const seen = await start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.take('limit')).toMatchObject([{ observer: 'databases (origin-file)', reason }]);
  });

  it('are none in a sandboxed document, which is no limit', async () => {
    vi.stubGlobal('origin', 'null');
    define('storage', { getDirectory: () => Promise.reject(new DOMException('no', 'SecurityError')) });
    const seen = await start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.take('limit')).toEqual([]);
  });

  it('are not there on an http: page', async () => {
    define('storage', undefined);
    Reflect.deleteProperty(navigator, 'storage');
    Reflect.deleteProperty(navigator, 'storageBuckets');
    expect((await start()).reported).toEqual([]);
  });
});
