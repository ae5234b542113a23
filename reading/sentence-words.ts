/** A sentence as words, for rules: in lower case, with their places, and with the borders that signs set between them. */

/** Words of one text. All lists are as long as `words`. */
export interface SentenceWords {
  readonly words: readonly string[];
  /** Places of each word in the text, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether a sign that ends a thought (semicolon, colon, full stop, bracket, dash with spaces) stands before the word. */
  readonly afterBorder: readonly boolean[];
  /** Whether a comma stands before the word: "email, address" is two things. */
  readonly afterComma: readonly boolean[];
}

/** Letters and digits, each run a word: "e-mail" is two, "don’t" is two, so that all ways to write them are alike. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BORDER = /[;:.!?()[\]{}]|\s[-\u2010-\u2015]\s/;

/** No sentence is read further than that, in words: what is longer is no sentence, and a page may be made to cost time. */
const MOST_WORDS = 2_000;

/** The words of a text, at most 2,000. */
export function wordsOf(text: string): SentenceWords {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const afterBorder: boolean[] = [];
  const afterComma: boolean[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (words.length === MOST_WORDS) break;
    const [word] = match;
    // The beginning of an address is no word: "https" there says nothing of encryption.
    if (text.startsWith('://', match.index + word.length)) continue;
    const between = text.slice(end, match.index);
    words.push(word.toLowerCase());
    starts.push(match.index);
    afterComma.push(between.includes(','));
    afterBorder.push(between.length > 1 && BORDER.test(between));
    end = match.index + word.length;
    ends.push(end);
  }
  return { words, starts, ends, afterBorder, afterComma };
}
