/** Sentences that only say that something is not done. */
import type { Span } from './phrase-finder.ts';
import { spansOf, type ReadWords } from './stance.ts';

/** Id of the reason why a text that only says that it does not do something does not state it. */
export const DENIED = 'denied';

/**
 * Practices that a sentence speaks of also where it says "we do not": what is asked of children, to whom nothing is given, what is
 * not kept of a card. Of all others "we do not" would be the very opposite of what a page did.
 */
const SPOKEN_OF_WHEN_DENIED: ReadonlySet<string> = new Set([
  ...['demographics', 'form-to-another-company', 'visit-data-sent-to-company', 'payment', 'sent-without-encryption'],
  ...['outbound-links', 'other-company-shop', 'policy-and-choice-links', 'consent-manager', 'used-before-choice'],
]);

/** Longest sentence that only denies, in words; one with more says more. */
const LONGEST_DENIAL = 24;
/** How far a denial and what it denies stand from each other, and from a word that limits it. */
const DENIAL_REACH = 8;
const LIMIT_REACH = 4;

/**
 * Whether the sentence only says that the practice, of which it speaks at a place, is not done: "We do not use session replay",
 * "Flash-Cookies verwenden wir nicht". One that denies an end of it ("We do not use cookies to read your files"), or does it under a condition, does not.
 */
export function onlyDenies(practice: string, { from, to }: Span, read: ReadWords): boolean {
  if (SPOKEN_OF_WHEN_DENIED.has(practice)) return false;
  const { words, ownFrom } = read;
  if (words.words.length - ownFrom > LONGEST_DENIAL) return false;
  if (spansOf(read, 'consent').length > 0) return false;
  const hasBorder = (start: number, end: number): boolean => {
    for (let n = start + 1; n <= end; n += 1) if (words.afterBorder[n] === true) return true;
    return spansOf(read, 'border').some((span) => span.from >= start && span.from <= end);
  };
  return spansOf(read, 'denial').some((denial) => {
    if (denial.from < ownFrom || denial.from - to > DENIAL_REACH || from - denial.to > DENIAL_REACH) return false;
    const end = Math.max(to, denial.to);
    if (hasBorder(Math.min(from, denial.from), end + LIMIT_REACH)) return false;
    return !spansOf(read, 'denialLimit').some((span) => span.from >= end && span.from < end + LIMIT_REACH);
  });
}
