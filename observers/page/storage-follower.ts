/** What stands in one store of the page, look by look. */
import { clock } from '../clock.ts';
import { isOpaque } from './safe-document.ts';

/** An item that is there at the beginning, was written, or was removed. */
export interface StorageItem {
  readonly store: 'local' | 'session';
  readonly name: string;
  /** Null when it was removed. */
  readonly value: string | null;
  readonly change: 'present' | 'written' | 'removed';
  /** When that was seen, in milliseconds since 1970. */
  readonly at: number;
  /** Of one that was written: when a look was last over that would have met it. */
  readonly since?: number;
}

/** Names followed in each store. */
export const MAX_NAMES = 1000;

export interface StorageFollower {
  /** False when time ran out: the next call goes on from there. */
  readonly look: (until: number) => boolean;
  /** Nothing but looks and readers has run since `start`: a look that was whole within that time holds for all of it. */
  readonly over: (start: number) => void;
  /** Tells of the items that looks have met, as they stand now. */
  readonly tellKnown: (reportItem: (item: StorageItem) => void) => void;
}

type Seen = Pick<StorageItem, 'at' | 'change' | 'since'>;

/** Gives the looks at one store. `limit`: there is more than is followed, or the store may not be read. */
export function followStore(
  store: StorageItem['store'],
  reportItem: (item: StorageItem) => void,
  limit: (reason: 'too-many' | 'not-permitted', count: number) => void,
): StorageFollower {
  /** What was last seen of each name: the fingerprint of its value. */
  const known = new Map<string, Seen & { readonly print: number }>();
  let limited = false;
  /** Looked through once: what is new from then on was written meanwhile. */
  let complete = false;
  let at = 0;
  /** The names that this look has met so far. */
  let met = new Set<string>();
  /** When a look in several parts began; null where none goes on. */
  let began: number | null = null;
  /** Since when what is found new may stand there. */
  let since = 0;

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
    const start = began ?? clock.now();
    for (; at < Math.min(area.length, MAX_NAMES); at++) {
      if (performance.now() > until) {
        began = start;
        return false;
      }
      const name = area.key(at) ?? '';
      met.add(name);
      const value = area.getItem(name);
      const before = known.get(name);
      if (value === null || (before === undefined && known.size >= MAX_NAMES)) continue;
      const print = fingerprint(value);
      if (before?.print === print) continue;
      // Where more names stand than are followed, a new one may be one that was not followed before.
      const written = complete && (before !== undefined || !limited);
      const now = clock.now();
      const seen: Seen = written ? { change: 'written', at: now, since } : { change: 'present', at: now };
      known.set(name, { ...seen, print });
      reportItem({ store, name, value, ...seen });
    }
    for (const name of known.keys()) {
      // Only what was not met is asked for: a value may have five million characters.
      if (met.has(name) || area.getItem(name) !== null) continue;
      known.delete(name);
      reportItem({ store, name, value: null, change: 'removed', at: clock.now() });
    }
    // What is new may stand where an earlier part of the look has passed.
    since = start;
    began = null;
    at = 0;
    met = new Set();
    complete = true;
    return true;
  }

  function over(start: number): void {
    if (since >= start) since = clock.now();
  }

  function tellKnown(reportKnown: typeof reportItem): void {
    if (known.size === 0) return;
    const area = store === 'local' ? localStorage : sessionStorage;
    for (const [name, { print: _print, ...seen }] of known) {
      const value = area.getItem(name);
      if (value !== null) reportKnown({ store, name, value, ...seen });
    }
  }

  return { look, over, tellKnown };
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
