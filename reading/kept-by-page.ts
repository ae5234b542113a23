/** Copies of policies, put together by the page that they are of. */
import type { KeptCopy } from './kept-copy.ts';
import { pageOf } from './page-of-address.ts';

/** The copies of one page, the newest first. */
export interface KeptPage {
  readonly page: string;
  readonly latest: KeptCopy;
  readonly older: readonly KeptCopy[];
}

/** The pages of which copies are kept, the one that was read last first. */
export function keptByPage(copies: readonly KeptCopy[]): KeptPage[] {
  const newestFirst = [...copies].sort((a, b) => b.readAt - a.readAt);
  const pages = Map.groupBy(newestFirst, ({ document }) => pageOf(document.address));
  return [...pages].flatMap(([page, [latest, ...older]]) => (latest === undefined ? [] : [{ page, latest, older }]));
}

/** The copy of the same page that was read before this one, the nearest in time; null where it is the first. */
export function copyBefore(copy: KeptCopy, copies: readonly KeptCopy[]): KeptCopy | null {
  const page = pageOf(copy.document.address);
  const before = copies.filter(
    ({ id, readAt, document }) => id !== copy.id && readAt <= copy.readAt && pageOf(document.address) === page,
  );
  return before.sort((a, b) => b.readAt - a.readAt)[0] ?? null;
}
