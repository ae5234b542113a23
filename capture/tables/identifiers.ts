/** Identifiers by number: the same number for the same identifier all over a capture, so that files need no hash. Pure. */
import type { CapturedPage } from '../capture.ts';

/** Gives the number of an identifier by its salted hash; null for what is no identifier. */
export type IdentifierNumber = (hash: string | null) => number | null;

const known = new WeakMap<readonly CapturedPage[], IdentifierNumber>();

/** Numbers the identifiers of stored items and requests, in the order of first appearance; 1 is the first. */
export function identifierNumbers(pages: readonly CapturedPage[]): IdentifierNumber {
  const before = known.get(pages);
  if (before !== undefined) return before;
  const numbers = new Map<string, number>();
  for (const { visit } of pages) {
    const hashes = [
      ...visit.items.map(({ hash }) => hash),
      ...visit.hosts.flatMap(({ identifiers }) => identifiers.map(({ hash }) => hash)),
    ];
    for (const hash of hashes) if (hash !== null && !numbers.has(hash)) numbers.set(hash, numbers.size + 1);
  }
  const numberOf: IdentifierNumber = (hash) => (hash === null ? null : (numbers.get(hash) ?? null));
  known.set(pages, numberOf);
  return numberOf;
}
