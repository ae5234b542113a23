/** What changed between two texts, as it is shown: what was asked for, with long equal stretches folded. */
import type { ChangeKind, Drift, SentenceChange } from './drift.ts';

/** A line of the comparison, or several equal sentences in one. */
export type DriftRow =
  | { readonly kind: 'change'; readonly change: SentenceChange }
  | { readonly kind: 'stretch'; readonly changes: readonly SentenceChange[] };

/** Fewest equal sentences that are folded: fewer are as quickly read as what would stand in their place. */
const SHORTEST_STRETCH = 3;

/** What of a comparison is asked for. */
export interface DriftFilter {
  readonly kinds: ReadonlySet<ChangeKind>;
  /** Whether a change concerns what is asked for; true for all, where nothing is. */
  readonly concerns: (change: SentenceChange) => boolean;
}

/** The lines of a comparison, in the order of the later text. */
export function driftRows({ changes }: Pick<Drift, 'changes'>, { kinds, concerns }: DriftFilter): DriftRow[] {
  const rows: DriftRow[] = [];
  let equal: SentenceChange[] = [];
  const close = (): void => {
    if (equal.length >= SHORTEST_STRETCH) rows.push({ kind: 'stretch', changes: equal });
    else rows.push(...equal.map((change): DriftRow => ({ kind: 'change', change })));
    equal = [];
  };
  for (const change of changes) {
    if (!kinds.has(change.kind) || !concerns(change)) continue;
    if (change.kind === 'same') equal.push(change);
    else {
      close();
      rows.push({ kind: 'change', change });
    }
  }
  close();
  return rows;
}
