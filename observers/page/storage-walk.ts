/** What stands in localStorage and sessionStorage and what changes there, by one look a second that all readers share. */
import { clock } from '../clock.ts';
import type { VisitWatch } from './observer.ts';
import { isHidden } from './safe-document.ts';
import { followStore, type StorageItem } from './storage-follower.ts';

export interface StorageReader {
  readonly item?: (item: StorageItem) => void;
  /** Called after each look, whether or not anything changed. */
  readonly scanned?: () => void;
}

/** Milliseconds between two looks, and the longest wait on a page where a look is slow. */
export const EVERY = 1000;
const LONGEST_WAIT = 30_000;
/** How many milliseconds a look may take before it leaves the rest for the next. */
const BUDGET = 8;

/** The readers of each visit. All observers of a visit are given its signal, so it tells which walk is theirs. */
const walks = new WeakMap<AbortSignal, Walk>();

interface Walk {
  readonly readers: StorageReader[];
  /** Where looks are slow it only calls `scanned`. */
  readonly lookNow: () => void;
  /** Tells a reader that comes when looks have been taken of what has been told by then. */
  readonly tell: (reader: StorageReader) => void;
}

/**
 * Tells `reader` of all items, then of changes, until the visit ends. The first look comes after the current task. Gives what looks at
 * once, and so tells all readers.
 */
export function readStorage(watch: VisitWatch, reader: StorageReader): () => void {
  const known = walks.get(watch.signal);
  if (known !== undefined) {
    known.readers.push(reader);
    known.tell(reader);
    return known.lookNow;
  }
  const readers = [reader];
  const begun = { readers, ...walk(watch, readers) };
  walks.set(watch.signal, begun);
  return begun.lookNow;
}

function walk({ signal, report }: VisitWatch, readers: readonly StorageReader[]): Omit<Walk, 'readers'> {
  const scans = (['local', 'session'] as const).map((store) =>
    followStore(
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
    const began = clock.now();
    // The last look of a visit is not cut short.
    const done = scans.map(({ look }) => look(signal.aborted ? Infinity : start + BUDGET)).every(Boolean);
    for (const reader of readers) reader.scanned?.();
    for (const { over } of scans) over(began);
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
  return {
    lookNow() {
      if (wait === EVERY) scanStores();
      else for (const reader of readers) reader.scanned?.();
    },
    tell(reader) {
      for (const { tellKnown } of scans) if (reader.item !== undefined) tellKnown(reader.item);
    },
  };
}
