/** Which words of a sentence stayed, went and came: by the longest common run of words (Myers' algorithm, package `diff`). */
import { diffArrays } from 'diff';
import { evenText } from './sentence-hash.ts';

/** A stretch of words, as written, with the spaces behind them. */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Most words that may differ: two sentences that differ in more are no wordings of one. */
const MAX_EDITS = 2000;

/** The words of a text with the spaces behind each. */
const wordsOf = (text: string): string[] => text.match(/[^ \n]+[ \n]*/g) ?? [];
const isSameWord = (one: string, other: string): boolean => evenText(one) === evenText(other);

/**
 * What of `before` is gone in `after`, and what is new there. What stayed is given as it is written after; quotation marks and
 * dashes of another form are no change.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { comparator: isSameWord, maxEditLength: MAX_EDITS });
  if (changes === undefined)
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }));
}
