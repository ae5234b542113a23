/** The marks of all organisations, ready to be looked for in a page. */
import organisations from 'virtual:organisations/marks.json';
import { createMarkFinder, type MarkFinder } from '../recognition/mark-finder.ts';
import { createMarkJudge, type SeenMark } from '../recognition/mark-verdict.ts';

/** Builds the finder. */
export function shippedMarkFinder(): MarkFinder {
  return createMarkFinder(organisations.map(({ file }) => file));
}

/**
 * Builds the question whether marks prove a page of a host to be an organisation's, whichever it is. Whether the host is a shared place is
 * left out: the list behind it is too long for a script in a page.
 */
export function shippedMarkProof(): (host: string, seen: readonly SeenMark[]) => boolean {
  const judges = organisations.map(({ file }) => createMarkJudge(file, () => false));
  return (host, seen) => judges.some((judge) => judge(host, seen).proven);
}
