/** When a stored item came, as far as it is known. */
import type { StoredItemRecord } from './visit-entries.ts';

/** What is so of most items, and takes no room in a record: one that was written came at its first sighting, any other at any time before. */
const usual = (written: boolean): number | null => (written ? 0 : null);

/** Since when an item may have stood there, in milliseconds since 1970: it came then or later, and at `firstAt` at the latest. 0: any time before. */
export function mayStandSince({ written, firstAt, within = usual(written) }: StoredItemRecord): number {
  // A file that somebody else wrote may say more than there is.
  return within === null ? 0 : Math.max(0, firstAt - within);
}

/** What a record says of that: the difference, which has fewer digits than a date. */
export function withinOf(
  since: number,
  { written, firstAt }: Pick<StoredItemRecord, 'written' | 'firstAt'>,
): Pick<StoredItemRecord, 'within'> {
  const within = since === 0 ? null : Math.max(0, firstAt - since);
  return within === usual(written) ? {} : { within };
}
