/** What changed between two texts, in words. */
import type { PracticeDrift } from '../findings/drift-by-practice.ts';
import type { ChangeKind } from '../reading/drift.ts';
import { wordList } from './format.ts';
import type { Language } from './language.ts';

/** In the order of telling: what differs first. */
export const CHANGE_KINDS: readonly ChangeKind[] = ['reworded', 'gone', 'new', 'moved', 'same'];

/** What became of one sentence: "reworded". */
export function changeWords({ t }: Language, kind: ChangeKind): string {
  return t(`drift.kind.${kind}`);
}

/** How many sentences became what: "2 reworded, 1 gone"; those of which there are none are left out. */
export function countWords(language: Language, counts: PracticeDrift['counts']): string {
  const there = CHANGE_KINDS.filter((kind) => counts[kind] > 0);
  return wordList(
    language,
    there.map((kind) => language.t(`drift.count.${kind}`, { count: counts[kind] })),
  );
}

/** What the two texts come to in a practice: "only the later text speaks of it". */
export function practiceChangeWords({ t }: Language, { change }: Pick<PracticeDrift, 'change'>): string {
  return t(`drift.change.${change}`);
}
