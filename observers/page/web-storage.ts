/** Which items the page keeps in localStorage and sessionStorage: names, sizes and shapes, never values. */
import { clip, MAX_NAME_LENGTH, type StoredItemObservation } from '../../ledger/observation.ts';
import { hashIdentifier, identifiersIn, shapeOf } from '../../recognition/value-shape.ts';
import { clock } from '../clock.ts';
import type { VisitObserver } from './observer.ts';
import { readStorage } from './storage-walk.ts';

/**
 * An item that only grows or shrinks (a queue of events, a log) is told of again after so many milliseconds: its size then is told,
 * and the last one when the visit ends.
 */
export const SIZE_PAUSE = 30_000;

interface Reported {
  readonly appearance: string;
  readonly size: number | null;
  readonly at: number;
}

/** Reports what stands there at the beginning, and what is written or removed while the page is open. */
export const observeWebStorage: VisitObserver = (watch) => {
  /** What was last told of each item. A value that changes and looks the same (a clock) is told once. */
  const reported = new Map<string, Reported>();
  /** Items whose size has changed meanwhile. */
  const held = new Map<string, StoredItemObservation>();

  function reportItem(key: string, item: StoredItemObservation, appearance: string): void {
    held.delete(key);
    if (item.change === 'removed') reported.delete(key);
    else reported.set(key, { appearance, size: item.size, at: item.at });
    watch.report(item);
  }

  readStorage(watch, {
    item({ store, name, value, change, at, since }) {
      const identifier = value === null ? undefined : identifiersIn(value)[0];
      const size = value === null ? null : name.length + value.length;
      const shape = value === null ? null : shapeOf(value);
      const hash = identifier === undefined ? null : hashIdentifier(identifier, watch.salt);
      const key = store + name;
      const appearance = `${change} ${String(shape)} ${String(hash)}`;
      const before = reported.get(key);
      const item: StoredItemObservation = {
        kind: 'stored-item',
        at,
        store,
        host: location.hostname,
        name: clip(name, MAX_NAME_LENGTH),
        size,
        shape,
        hash,
        change,
        ...(since === undefined ? {} : { since }),
        cookie: null,
      };
      if (before?.appearance !== appearance) reportItem(key, item, appearance);
      else if (before.size === size) held.delete(key);
      else if (item.at - before.at >= SIZE_PAUSE) reportItem(key, item, appearance);
      else held.set(key, item);
    },
    scanned() {
      const now = clock.now();
      for (const [key, item] of held) {
        const before = reported.get(key);
        if (before !== undefined && (watch.signal.aborted || now - before.at >= SIZE_PAUSE))
          reportItem(key, item, before.appearance);
      }
    },
  });
};
