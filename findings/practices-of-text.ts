/** Which practices does a text speak of, and in which sentences? */
import type { PolicyReading, Sentence } from '../reading/policy-reading.ts';
import type { Statement } from '../reading/statements.ts';
import type { Practice } from '../schemas/policy-data.ts';

/** A practice with the sentences that speak of it, in the order of the text. */
export interface SpokenPractice {
  readonly practice: Practice;
  /** Whether it was seen on the page. */
  readonly isSeen: boolean;
  readonly sentences: readonly Sentence[];
}

/** The practices that a text speaks of: those seen on the page first, in the order in which they are given in `seen`. What is `unclear` does not speak. */
export function spokenPractices(
  { sentences }: Pick<PolicyReading, 'sentences'>,
  statements: readonly Statement[],
  practices: readonly Practice[],
  seen: readonly string[],
): readonly SpokenPractice[] {
  const places = new Map<string, Set<number>>();
  for (const one of statements) {
    if (one.about !== 'practice' || one.speaks === 'unclear') continue;
    const known = places.get(one.practice) ?? new Set();
    places.set(one.practice, known.add(one.sentence));
  }
  const rank = ({ id }: Practice): number => (seen.includes(id) ? seen.indexOf(id) : seen.length);
  return practices
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((practice) => {
      const found = [...(places.get(practice.id) ?? [])].sort((a, b) => a - b).flatMap((at) => sentences[at] ?? []);
      return found.length === 0 ? [] : [{ practice, isSeen: seen.includes(practice.id), sentences: found }];
    });
}

/** How many times the words of a sentence stand in the text before it. */
export function timesBefore({ sentences }: Pick<PolicyReading, 'sentences'>, { at, text }: Sentence): number {
  return sentences.slice(0, at).filter((before) => before.text.includes(text)).length;
}
