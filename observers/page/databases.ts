/** IndexedDB databases, Cache storage and service workers of the page's origin: names only, the browser tells no sizes. */
import { clip, MAX_NAME_LENGTH, type Store } from '../../ledger/observation';
import { clock } from '../clock';
import type { PageObserver, PageWatch } from './observer';

/** Names followed in each store. */
export const MAX_DATABASES = 1000;
/** When to look again after the first time, in milliseconds; and whenever the page is hidden or shown. */
const AGAIN_AT = [3000, 10_000];

/** How the names of each store are asked for. Caches and service workers are missing on http: pages, for the page as well. */
const SOURCES: readonly (readonly [Store, () => Promise<readonly string[]>])[] = [
  ['indexed-db', async () => (await indexedDB.databases()).map((database) => database.name ?? '')],
  ['cache', async () => ('caches' in globalThis ? await caches.keys() : [])],
  [
    'service-worker',
    async () =>
      'serviceWorker' in navigator
        ? (await navigator.serviceWorker.getRegistrations()).map((worker) => new URL(worker.scope).pathname)
        : [],
  ],
];

/** Reports databases, caches and service workers: those there at the beginning, then new and removed ones. */
export const observeDatabases: PageObserver = (watch) => {
  const looks = SOURCES.map(([store, names]) => follow(watch, store, names));
  const look = (): void => {
    for (const one of looks) void one();
  };
  look();
  addEventListener('load', look, { signal: watch.signal });
  addEventListener('visibilitychange', look, { signal: watch.signal });
  const timers = AGAIN_AT.map((wait) => setTimeout(look, wait));
  watch.signal.addEventListener('abort', () => {
    timers.forEach(clearTimeout);
  });
};

function follow(watch: PageWatch, store: Store, names: () => Promise<readonly string[]>): () => Promise<void> {
  let known: ReadonlySet<string> | null = null;
  let limited = false;
  let denied = false;

  function tell(name: string, change: 'present' | 'written' | 'removed'): void {
    watch.report({
      kind: 'stored-item',
      at: clock.now(),
      store,
      host: location.hostname,
      name: clip(name, MAX_NAME_LENGTH),
      size: null,
      shape: null,
      hash: null,
      change,
      cookie: null,
    });
  }

  function limit(reason: 'too-many' | 'not-permitted' | 'failed', count: number): void {
    if (!limited) watch.report({ kind: 'limit', at: clock.now(), observer: `databases (${store})`, reason, count });
    limited = true;
  }

  return async () => {
    if (denied) return;
    try {
      const all = await names();
      if (watch.signal.aborted) return;
      if (all.length > MAX_DATABASES) limit('too-many', all.length - MAX_DATABASES);
      const now = new Set(all.slice(0, MAX_DATABASES));
      for (const name of now) if (!known?.has(name)) tell(name, known ? 'written' : 'present');
      for (const name of known ?? []) if (!now.has(name)) tell(name, 'removed');
      known = now;
    } catch (error) {
      // What is not permitted will not be later, and Firefox puts a message in the page's console at each attempt.
      // By its name: the error may be of another world's class.
      denied = (Object(error) as Partial<Error>).name === 'SecurityError';
      limit(denied ? 'not-permitted' : 'failed', 0);
    }
  };
}
