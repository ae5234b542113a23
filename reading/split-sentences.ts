/**
 * Where sentences end. The borders are those of Unicode's rules (UAX 29, "Sentence Boundaries") with what the annex leaves to the
 * tailor: abbreviations, names, addresses, numbers of lists and sections, line breaks. The rules work on tables of our own alone,
 * so every browser and Node give the same borders for the same text; `Intl.Segmenter` does not, and hashes hang on borders.
 *
 * Libraries that were tried: `sentence-splitter` and `sbd` know the abbreviations of English only and need 200 ms for 48 kB,
 * `sentencex` runs in Node alone, `unicode-segmenter` knows no sentences.
 *
 * Long because every rule asks the others: what ends a sentence is told in one place.
 */
import { abbreviationKind, beginsSentences, isHalved } from './abbreviations.ts';
import { letterCase } from './letter-case.ts';
import { monthNumber } from './months.ts';

/** A stretch of a text, in UTF-16 units; `end` is the place after its last character. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longest sentence: a longer one is no sentence of a policy, and is ended at a space. */
export const MAX_SENTENCE = 4000;

/** What may end a sentence. Those of scripts without spaces end it whatever follows. */
const MARKS = /[.!?\u2026\u3002\uff0e\uff01\uff1f\uff61\u0964\u061f\u06d4\n]/g;
const AT_ONCE = '\u3002\uff0e\uff01\uff1f\uff61';
const CLOSING = '"\')]}\u2019\u201c\u201d\u00bb\u203a\u300d\u300f\uff09\u3011';
const OPENING =
  '"\'([{\u2018\u201c\u201e\u201a\u00ab\u2039\u00bf\u00a1\u300c\u300e\uff08\u3010*\u2022\u00b7-\u2013\u2014';
const SPACES =
  ' \t\n\r\f\v\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** What is known of a text that is split. */
export interface SplitOptions {
  /** Its language as a code of two letters: what is an abbreviation in one is a word in another. */
  readonly language?: string;
  /** Most sentences: what comes after them is left out. */
  readonly most?: number;
}

/** How far a rule looks for the word before or behind a mark, and for the number of a section before it. */
const LONGEST_WORD = 40;
const LONGEST_NUMBER = 12;

const isSpace = (char: string | undefined): boolean => char !== undefined && SPACES.includes(char);
const isOneOf = (signs: string, char: string | undefined): boolean => char !== undefined && signs.includes(char);
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** The place after all characters from `at` on that are of `signs`, before `end`. */
function after(text: string, at: number, end: number, signs: string): number {
  let next = at;
  while (next < end && isOneOf(signs, text[next])) next += 1;
  return next;
}

/** The word that ends before `at`, with the full stops inside it and without brackets before it; not from before `start`. */
function wordBefore(text: string, at: number, start: number): string {
  const first = Math.max(start, at - LONGEST_WORD);
  let from = at;
  while (from > first && !isSpace(text[from - 1]) && !isOneOf('([{"\u201c\u201e\u00ab/,;:', text[from - 1])) from -= 1;
  return text.slice(from, at);
}

/** The word that begins at `at`. */
function wordAt(text: string, at: number, end: number): string {
  const last = Math.min(end, at + LONGEST_WORD);
  let to = at;
  while (to < last && !isSpace(text[to]) && !isOneOf(',.;:!?)"\u201d', text[to])) to += 1;
  return text.slice(at, to);
}

/** Whether this is the number of a list or section that stands at a sentence's beginning: "1.", "2.1.", "(a).", "IV.". */
function isEnumerator(head: string): boolean {
  return /^[([]?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5}|§ ?\d{1,4})[)\]]?$/.test(head);
}

/** A name like "iTunes" or "eBay": it may begin a sentence although its first letter is small. */
function isBrand(word: string): boolean {
  return /^[a-z]{1,2}[A-Z]/.test(word);
}

/** Whether a full stop between two words without a space was meant to end a sentence: "your data.We may". */
function isRunTogether(text: string, at: number, end: number, start: number): boolean {
  const next = wordAt(text, at, end);
  if (letterCase(text.charCodeAt(at)) !== 'capital' || !beginsSentences(next) || next.length < 2) return false;
  const before = wordBefore(text, at - 1, start);
  return before.length > 2 && !/[@/.]/.test(before) && letterCase(before.charCodeAt(before.length - 1)) === 'small';
}

/** Whether the letter before the full stop at `at` is the network's name: "on Facebook and X.", after a small word or a comma. */
function isNetworkX(text: string, at: number, start: number): boolean {
  if (text[at - 1] !== 'X' || at - start < 4 || !isSpace(text[at - 2])) return false;
  const before = wordBefore(text, at - 2, start);
  return before === '' || letterCase(before.charCodeAt(0)) === 'small';
}

/** What is being split, and how far. */
interface Splitting {
  readonly text: string;
  readonly end: number;
  readonly language: string;
}

/** Whether the full stop at `at` belongs to its word, given the word that comes next; the sentence began at `start`. */
function belongsToWord({ text, end, language }: Splitting, at: number, start: number, nextAt: number): boolean {
  const word = wordBefore(text, at, start);
  const next = wordAt(text, nextAt, end);
  if (at - start < LONGEST_NUMBER && isEnumerator(text.slice(start, at))) return true;
  // Two halves with a space between: the first is passed over before the second, the second as a whole word.
  if (word.length === 1 && text[at] === '.') {
    const second = wordAt(text, nextAt, end);
    if (text[nextAt + second.length] === '.' && isHalved(word, second)) return true;
  }
  const gap = at - word.length;
  const beforeGap = text[gap - 2] === '.' && isSpace(text[gap - 1]) ? wordBefore(text, gap - 2, start) : '';
  if (beforeGap !== '' && isHalved(beforeGap, word)) return true;
  if (/^\d{1,2}$/.test(word) && monthNumber(next) !== null) return true;
  const kind = abbreviationKind(word, language);
  if (kind === 'leading') return true;
  if (kind === 'numbered' && (isDigit(next[0]) || next.startsWith('+'))) return true;
  const isInitial = word.length === 1 && letterCase(word.charCodeAt(0)) === 'capital' && !isNetworkX(text, at, start);
  return (kind === 'trailing' || isInitial) && !beginsSentences(next);
}

/** What a mark comes to: whether the sentence ends with it, and the place behind it and all that belongs to it. */
interface Border {
  readonly isEnd: boolean;
  readonly behind: number;
}

/** What the mark at `at` comes to; the sentence began at `start`. */
function borderAt(splitting: Splitting, at: number, start: number): Border {
  const { text, end } = splitting;
  const mark = text.charAt(at);
  if (mark === '\n') {
    const next = after(text, at, end, SPACES);
    return { isEnd: !goesOn(text, next, end), behind: next };
  }
  const run = after(text, at, end, '.!?\u2026\u3002\uff01\uff1f');
  const behind = after(text, Math.max(run, at + 1), end, CLOSING);
  if (isOneOf(AT_ONCE, mark) || behind >= end) return { isEnd: true, behind };
  if (!isSpace(text[behind])) {
    const isEnd = behind === at + 1 && mark === '.' && isRunTogether(text, behind, end, start);
    return { isEnd, behind };
  }
  const next = after(text, behind, end, SPACES);
  // The line break decides.
  if (text.slice(behind, next).includes('\n')) return { isEnd: false, behind };
  const nextWord = after(text, next, end, OPENING);
  if (nextWord >= end) return { isEnd: true, behind };
  const isPartOfWord = mark === '.' && run === at + 1 && belongsToWord(splitting, at, start, nextWord);
  return { isEnd: !isPartOfWord && !goesOn(text, nextWord, end), behind };
}

/** Whether what begins here goes on with a sentence: its first letter is small, and it is no name and no "(b)". */
function goesOn(text: string, at: number, end: number): boolean {
  if (letterCase(text.charCodeAt(at)) !== 'small') return false;
  const word = wordAt(text, at, end);
  return (
    !isBrand(word) && !(text[at - 1] === '(' && /^(?:[a-z]|[ivx]{1,4})$/.test(word) && text[at + word.length] === ')')
  );
}

/** Ends a stretch that is too long at a good place before its limit: after a semicolon, a comma, at a space, else anywhere. */
function shortened(text: string, start: number, end: number): number {
  if (end - start <= MAX_SENTENCE) return end;
  const limit = start + MAX_SENTENCE;
  const half = start + MAX_SENTENCE / 2;
  const later = text.slice(half, limit);
  for (const sign of ['; ', ', ', ' ']) {
    const at = later.lastIndexOf(sign);
    if (at > 0) return half + at + sign.length;
  }
  // Not between the halves of a pair.
  return (text.charCodeAt(limit) & 0xfc00) === 0xdc00 ? limit - 1 : limit;
}

/**
 * The sentences of `text` between `start` and `end`, in order, without the spaces around them. Every character there that is no
 * space belongs to exactly one of them, unless there are more than `most`.
 *
 * 'We use cookies, e.g. ours. You may refuse.' → 'We use cookies, e.g. ours.', 'You may refuse.'
 */
export function splitSentences(
  text: string,
  start = 0,
  end = text.length,
  { language = '', most = Infinity }: SplitOptions = {},
): Stretch[] {
  const splitting: Splitting = { text, end, language };
  const found: Stretch[] = [];
  let from = after(text, start, end, SPACES);
  const take = (to: number): void => {
    while (from < to && found.length < most) {
      const cut = shortened(text, from, to);
      let last = cut;
      while (last > from && isSpace(text[last - 1])) last -= 1;
      if (last > from) found.push({ start: from, end: last });
      from = after(text, cut, end, SPACES);
    }
  };
  const marks = new RegExp(MARKS);
  marks.lastIndex = from;
  for (let hit = marks.exec(text); hit !== null && hit.index < end; hit = marks.exec(text)) {
    if (found.length >= most) break;
    const { isEnd, behind } = borderAt(splitting, hit.index, from);
    if (isEnd) take(Math.max(behind, hit.index));
    marks.lastIndex = Math.max(from, behind, hit.index + 1);
  }
  take(end);
  return found;
}
