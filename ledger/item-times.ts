/** When a stored item came, as far as it is known. */
import type { StoredItemRecord } from './visit-entries.ts';

/** Since when an item may have stood there, in milliseconds since 1970: it came then or later, and at `firstAt` at the latest. 0: any time before. */
export function mayStandSince({ since, written, firstAt }: StoredItemRecord): number {
  return since ?? (written ? firstAt : 0);
}
