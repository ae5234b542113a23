/** Tells what is new from what was reported before, up to a cap. */
import { clock } from '../clock.ts';
import type { VisitWatch } from './observer.ts';

/**
 * Gives a function that is true when it is asked about a key for the first time in this visit. After `most` keys it is always
 * false, and the limit has been reported, once.
 */
export function firstSightings(watch: VisitWatch, observer: string, most: number): (key: string) => boolean {
  const seen = new Set<string>();
  let full = false;
  return (key) => {
    if (seen.has(key)) return false;
    if (seen.size < most) {
      seen.add(key);
      return true;
    }
    if (!full) watch.report({ kind: 'limit', at: clock.now(), observer, reason: 'too-many', count: 0 });
    full = true;
    return false;
  };
}
