/**
 * What else the page's origin keeps, by name: IndexedDB databases, Cache storage, service workers, files (OPFS), and what stands
 * in storage buckets, which are such places again under a name of their own.
 */
import { clip, MAX_NAME_LENGTH, type Store } from '../../ledger/observation.ts';
import { clock } from '../clock.ts';
import type { VisitObserver, VisitWatch } from './observer.ts';
import { filesBelow, type Kept } from './origin-files.ts';
import { isHidden, isOpaque } from './safe-document.ts';

/** Names followed in each store. */
export const MAX_DATABASES = 1000;
/** Buckets that are looked into. */
const MAX_BUCKETS = 50;
/**
 * When to look again after the first time, in milliseconds; and whenever the page is hidden or shown. Soon, too: what a page begins to
 * keep while it loads stands there a moment after, and somebody may look by then.
 */
const AGAIN_AT = [1000, 3000, 10_000];
/** And from then on, while somebody sees the page: milliseconds. */
const EVERY = 30_000;

/** https://wicg.github.io/storage-buckets/ (Chromium). */
interface Bucket {
  readonly indexedDB: IDBFactory;
  readonly caches: CacheStorage;
  readonly getDirectory: () => Promise<FileSystemDirectoryHandle>;
}
interface Buckets {
  readonly keys: () => Promise<readonly string[]>;
  readonly open: (name: string) => Promise<Bucket>;
}

/** None on http: pages and in browsers without them. */
function bucketsOfOrigin(): Buckets | undefined {
  return (navigator as { readonly storageBuckets?: Buckets }).storageBuckets;
}

const named = (names: readonly string[]): Kept[] => names.map((name) => ({ name, size: null }));

/** What `search` finds in the origin itself, and in each of its buckets under the bucket's name: 'drafts/player-cache'. */
async function everywhere(
  own: () => Promise<readonly Kept[]>,
  search: (bucket: Bucket) => Promise<readonly Kept[]>,
): Promise<readonly Kept[]> {
  const found = [...(await own())];
  const buckets = bucketsOfOrigin();
  for (const bucket of ((await buckets?.keys()) ?? []).slice(0, MAX_BUCKETS)) {
    const inside = buckets === undefined ? [] : await search(await buckets.open(bucket));
    found.push(...inside.map(({ name, size }) => ({ name: `${bucket}/${name}`, size })));
  }
  return found;
}

async function databasesOf(factory: IDBFactory): Promise<readonly Kept[]> {
  return named((await factory.databases()).map((database) => database.name ?? ''));
}

/**
 * How the names of each store are asked for. All but the databases are missing on http: pages, for the page as well.
 */
const SOURCES: readonly (readonly [Store, () => Promise<readonly Kept[]>])[] = [
  [
    'indexed-db',
    () =>
      everywhere(
        () => databasesOf(indexedDB),
        (bucket) => databasesOf(bucket.indexedDB),
      ),
  ],
  [
    'cache',
    () =>
      everywhere(
        async () => ('caches' in globalThis ? named(await caches.keys()) : []),
        async (bucket) => named(await bucket.caches.keys()),
      ),
  ],
  [
    'service-worker',
    async () =>
      'serviceWorker' in navigator
        ? named((await navigator.serviceWorker.getRegistrations()).map((worker) => new URL(worker.scope).pathname))
        : [],
  ],
  [
    'origin-file',
    () =>
      everywhere(
        async () =>
          'storage' in navigator && 'getDirectory' in navigator.storage
            ? filesBelow(await navigator.storage.getDirectory())
            : [],
        async (bucket) => filesBelow(await bucket.getDirectory()),
      ),
  ],
  ['storage-bucket', async () => named((await bucketsOfOrigin()?.keys()) ?? [])],
];

/** Reports what is there at the beginning, then what is new, changed in size or removed. */
export const observeDatabases: VisitObserver = (watch) => {
  // A sandboxed document has no such places: it keeps nothing there, which is no limit of ours.
  if (isOpaque()) return;
  const sources = SOURCES.map(([store, find]) => follow(watch, store, find));
  const checkAll = (): void => {
    for (const one of sources) void one();
  };
  checkAll();
  addEventListener('load', checkAll, { signal: watch.signal });
  addEventListener('visibilitychange', checkAll, { signal: watch.signal });
  const timers = AGAIN_AT.map((wait) => setTimeout(checkAll, wait));
  const ticking = setInterval(() => {
    if (!isHidden()) checkAll();
  }, EVERY);
  watch.signal.addEventListener('abort', () => {
    timers.forEach(clearTimeout);
    clearInterval(ticking);
  });
};

function follow(watch: VisitWatch, store: Store, find: () => Promise<readonly Kept[]>): () => Promise<void> {
  /** Name → size. */
  let known: ReadonlyMap<string, number | null> | null = null;
  let limited = false;
  let denied = false;
  let isRunning = false;

  /** When the last look that succeeded began. */
  let since = 0;

  function reportItem(name: string, size: number | null, change: 'present' | 'written' | 'removed'): void {
    watch.report({
      kind: 'stored-item',
      at: clock.now(),
      store,
      host: location.hostname,
      name: clip(name, MAX_NAME_LENGTH),
      size,
      shape: null,
      hash: null,
      change,
      ...(change === 'written' ? { since } : {}),
      cookie: null,
    });
  }

  function limit(reason: 'too-many' | 'not-permitted' | 'failed', count: number): void {
    if (!limited) watch.report({ kind: 'limit', at: clock.now(), observer: `databases (${store})`, reason, count });
    limited = true;
  }

  return async () => {
    if (denied || isRunning) return;
    isRunning = true;
    const began = clock.now();
    try {
      const all = await find();
      if (watch.signal.aborted) return;
      // Of files, no more are counted than are named.
      if (all.length > MAX_DATABASES) limit('too-many', store === 'origin-file' ? 0 : all.length - MAX_DATABASES);
      const now = new Map(all.slice(0, MAX_DATABASES).map(({ name, size }) => [name, size]));
      for (const [name, size] of now) {
        if (known?.has(name) !== true) reportItem(name, size, known ? 'written' : 'present');
        else if (size !== null && known.get(name) !== size) reportItem(name, size, 'written');
      }
      for (const name of known?.keys() ?? []) if (!now.has(name)) reportItem(name, null, 'removed');
      known = now;
      since = began;
    } catch (error) {
      // What is not permitted will not be later, and Firefox puts a message in the page's console at each attempt.
      // By its name: the error may be of another world's class.
      denied = (Object(error) as Partial<Error>).name === 'SecurityError';
      limit(denied ? 'not-permitted' : 'failed', 0);
    } finally {
      isRunning = false;
    }
  };
}
