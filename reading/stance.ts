/** How a sentence stands to what it speaks of, by its other words: negation with its reach, consent, choice, hedges. */
import type { Stance } from '../schemas/reading-rules.ts';
import type { FoundPhrases, Span } from './phrase-finder.ts';
import type { SentenceWords } from './sentence-words.ts';

const NAMES = ['negation', 'notNegation', 'border', 'hedge', 'consent', 'choice', 'denial', 'denialLimit'] as const;
type StanceWords = Readonly<Record<(typeof NAMES)[number], readonly string[]>>;

const nameOf = (kind: (typeof NAMES)[number]): string => `stance ${kind}`;

/** The words that tell the stance, by the names under which they are looked for. */
export function stancePhrases(stance: StanceWords): [string, readonly string[]][] {
  return NAMES.map((kind) => [nameOf(kind), stance[kind]]);
}

/** How far a negation reaches at the most, in words. */
const REACH = 30;

/** A sentence with what was found in it. `ownFrom`: its first own word, after those of its lead-in. */
export interface ReadWords {
  readonly words: SentenceWords;
  readonly found: FoundPhrases;
  readonly ownFrom: number;
}

/** Where words of that kind stand in a sentence. */
export function spansOf({ found }: ReadWords, kind: (typeof NAMES)[number]): readonly Span[] {
  return found.get(nameOf(kind)) ?? [];
}

/** Whether a negation stands before the place with no border between. The colon of a lead-in is none: "We do not sell: your name". */
function isNegated(at: number, read: ReadWords): boolean {
  const harmless = spansOf(read, 'notNegation');
  const borders = spansOf(read, 'border');
  return spansOf(read, 'negation').some(({ from, to }) => {
    if (from > at || at - to > REACH) return false;
    if (harmless.some((span) => span.from <= from && to <= span.to)) return false;
    if (borders.some((span) => span.from >= to && span.from <= at)) return false;
    for (let n = to; n <= at; n += 1) if (n !== read.ownFrom && read.words.afterBorder[n] === true) return false;
    return true;
  });
}

/**
 * The stance of a sentence to what stands at a place, given as the number of a word.
 *
 * A negation with a condition of consent ("We do not share it without your consent") says that it is done with consent.
 */
export function stanceAt(at: number, read: ReadWords): Stance {
  if (spansOf(read, 'consent').length > 0) return 'with-consent';
  if (isNegated(at, read)) return 'does-not';
  if (spansOf(read, 'choice').length > 0) return 'on-choice';
  return spansOf(read, 'hedge').length > 0 ? 'may' : 'does';
}
