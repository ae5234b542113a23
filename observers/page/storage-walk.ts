/** What stands in localStorage and sessionStorage and what changes there, by one look a second that all readers share. */
import { clock } from '../clock.ts';
import type { VisitWatch } from './observer.ts';
import { isHidden, isOpaque } from './safe-document.ts';

/** An item that is there at the beginning, was written, or was removed. */
export interface StorageItem {
  readonly store: 'local' | 'session';
  readonly name: string;
  /** Null when it was removed. */
  readonly value: string | null;
  readonly change: 'present' | 'written' | 'removed';
  /** When that was seen, in milliseconds since 1970. */
  readonly at: number;
}

export interface StorageReader {
  readonly item?: (item: StorageItem) => void;
  /** Called after each look, whether or not anything changed. */
  readonly scanned?: () => void;
}

/** Names followed in each store. */
export const MAX_NAMES = 1000;
/** Milliseconds between two looks, and the longest wait on a page where a look is slow. */
export const EVERY = 1000;
const LONGEST_WAIT = 30_000;
/** How many milliseconds a look may take before it leaves the rest for the next. */
const BUDGET = 8;

/** The readers of each visit. All observers of a visit are given its signal, so it tells which walk is theirs. */
const walks = new WeakMap<AbortSignal, Walk>();

interface Walk {
  readonly readers: StorageReader[];
  /** Tells a reader that comes when looks have been taken of what has been told by then. */
  readonly tell: (reader: StorageReader) => void;
}

/** Tells `reader` of all items, then of changes, until the visit ends. The first look comes after the current task. */
export function readStorage(watch: VisitWatch, reader: StorageReader): void {
  const known = walks.get(watch.signal);
  if (known !== undefined) {
    known.readers.push(reader);
    known.tell(reader);
    return;
  }
  const readers = [reader];
  walks.set(watch.signal, { readers, tell: walk(watch, readers) });
}

function walk({ signal, report }: VisitWatch, readers: readonly StorageReader[]): Walk['tell'] {
  const scans = (['local', 'session'] as const).map((store) =>
    follow(
      store,
      (item) => {
        for (const reader of readers) reader.item?.(item);
      },
      (reason, count) => {
        report({ kind: 'limit', at: clock.now(), observer: `web-storage (${store})`, reason, count });
      },
    ),
  );
  let wait = EVERY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function scanStores(): void {
    clearTimeout(timer);
    timer = undefined;
    const start = performance.now();
    // The last look of a visit is not cut short.
    const done = scans.map(({ look }) => look(signal.aborted ? Infinity : start + BUDGET)).every(Boolean);
    for (const reader of readers) reader.scanned?.();
    wait = performance.now() - start > BUDGET ? Math.min(wait * 2, LONGEST_WAIT) : EVERY;
    if (!signal.aborted && !isHidden()) later(done ? wait : EVERY / 10);
  }

  function later(milliseconds: number): void {
    timer ??= setTimeout(scanStores, milliseconds);
  }

  signal.addEventListener('abort', scanStores);
  // At the window, where no element of the page can take the method's name.
  addEventListener('visibilitychange', scanStores, { signal });
  // Another document of the origin wrote: worth a look even while this one is hidden.
  addEventListener('storage', () => later(EVERY), { signal });
  queueMicrotask(() => {
    if (!signal.aborted) scanStores();
  });
  return (reader) => {
    for (const { tellKnown } of scans) if (reader.item !== undefined) tellKnown(reader.item);
  };
}

interface Follower {
  /** False when time ran out: the next call goes on from there. */
  readonly look: (until: number) => boolean;
  /** Tells of the items that looks have met, as they stand now. */
  readonly tellKnown: (reportItem: (item: StorageItem) => void) => void;
}

/** Gives the look at one store. */
function follow(
  store: StorageItem['store'],
  reportItem: (item: StorageItem) => void,
  limit: (reason: 'too-many' | 'not-permitted', count: number) => void,
): Follower {
  /** What was last seen of each name: the fingerprint of its value. */
  const known = new Map<string, Pick<StorageItem, 'at' | 'change'> & { readonly print: number }>();
  let limited = false;
  /** Looked through once: what is new from then on was written meanwhile. */
  let complete = false;
  let at = 0;
  /** The names that this look has met so far. */
  let met = new Set<string>();

  function stop(reason: 'too-many' | 'not-permitted', count: number): void {
    if (!limited) limit(reason, count);
    limited = true;
  }

  function look(until: number): boolean {
    let area: Storage;
    try {
      area = store === 'local' ? localStorage : sessionStorage;
      if (area.length > MAX_NAMES) stop('too-many', area.length - MAX_NAMES);
    } catch {
      // Storage that the person has switched off. A sandboxed document has none, and keeps nothing.
      if (!isOpaque()) stop('not-permitted', 0);
      return true;
    }
    for (; at < Math.min(area.length, MAX_NAMES); at++) {
      if (performance.now() > until) return false;
      const name = area.key(at) ?? '';
      met.add(name);
      const value = area.getItem(name);
      const before = known.get(name);
      if (value === null || (before === undefined && known.size >= MAX_NAMES)) continue;
      const print = fingerprint(value);
      if (before?.print === print) continue;
      // Where more names stand than are followed, a new one may be one that was not followed before.
      const written = complete && (before !== undefined || !limited);
      const seen = { change: written ? 'written' : 'present', at: clock.now() } as const;
      known.set(name, { ...seen, print });
      reportItem({ store, name, value, ...seen });
    }
    for (const name of known.keys()) {
      // Only what was not met is asked for: a value may have five million characters.
      if (met.has(name) || area.getItem(name) !== null) continue;
      known.delete(name);
      reportItem({ store, name, value: null, change: 'removed', at: clock.now() });
    }
    at = 0;
    met = new Set();
    complete = true;
    return true;
  }

  function tellKnown(reportKnown: typeof reportItem): void {
    if (known.size === 0) return;
    const area = store === 'local' ? localStorage : sessionStorage;
    for (const [name, { change, at }] of known) {
      const value = area.getItem(name);
      if (value !== null) reportKnown({ store, name, value, change, at });
    }
  }

  return { look, tellKnown };
}

/** Tells a changed value by its length, its first and its last 1,000 units: the same work for 5 MB. */
function fingerprint(value: string): number {
  const half = 1000;
  let print = value.length;
  for (let i = 0; i < Math.min(value.length, 2 * half); i++) {
    print = Math.imul(print ^ value.charCodeAt(i < half ? i : value.length - 1 - i + half), 0x01000193);
  }
  return print;
}
