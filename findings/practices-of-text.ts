/** The practices that a text speaks of, as they are shown beside a page. */
import type { PolicyReading, Sentence } from '../reading/policy-reading.ts';
import type { Practice } from '../schemas/policy-data.ts';
import { spokenPractices, type StatedText } from './spoken-practices.ts';

/** A practice with the sentences that speak of it, in the order of the text. */
export interface PracticeInText {
  readonly practice: Practice;
  /** Whether it was seen on the page. */
  readonly isSeen: boolean;
  readonly sentences: readonly Sentence[];
}

/**
 * The practices that a text speaks of: those seen on the page first, in the order in which they are given in `seen`. Sentences that are
 * `unclear` are left out: who has ten seconds reads what is said. The page of kept copies lists them, with the reason.
 */
export function practicesInText(
  text: StatedText & { readonly reading: Pick<PolicyReading, 'sentences'> },
  practices: readonly Practice[],
  seen: readonly string[],
): readonly PracticeInText[] {
  const rank = ({ id }: Practice): number => (seen.includes(id) ? seen.indexOf(id) : seen.length);
  return spokenPractices(practices, text)
    .spoken.flatMap(({ practice, statements }) => {
      const places = new Set(statements.flatMap(({ speaks, sentence }) => (speaks === 'unclear' ? [] : [sentence])));
      const sentences = text.reading.sentences.filter(({ at }) => places.has(at));
      return sentences.length === 0 ? [] : [{ practice, isSeen: seen.includes(practice.id), sentences }];
    })
    .sort((a, b) => rank(a.practice) - rank(b.practice));
}

/** How many times the words of a sentence stand in the text before it. */
export function timesBefore({ sentences }: Pick<PolicyReading, 'sentences'>, { at, text }: Sentence): number {
  return sentences.slice(0, at).filter((before) => before.text.includes(text)).length;
}
