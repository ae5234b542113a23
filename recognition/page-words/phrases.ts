/**
 * How the words in `policy-data/page-words/` are written, and the pattern that finds them.
 *
 * 'name' is that word; 'abonn*' a word that begins so; '*naam' one that ends so; '*datenschutz*' one that holds it. '=land' is a text
 * of no other words; '=contact …' a text that begins so. Words are written as people spell them: lists and pages are both read as
 * `spacedWords` gives them, in small letters without accents.
 */
import { spacedWords } from './spaced-words.ts';

/** '=', a star for any beginning, the words, a star for any ending, ' …' for any further words. */
const PHRASE = /^(=?)(\*?)([^*=…,]+)(\*?)( …)?$/;

/** Beyond so many letters nothing more of a word counts as its beginning or its end. */
const LONGEST_REST = 30;
const REST = `[^ ]{0,${LONGEST_REST}}`;

/**
 * A phrase as the pattern reads it: its words in plain letters between its marks. `spaces`: whether its language writes spaces between
 * words; where it does not, a phrase may stand anywhere. Null when the phrase is not written as above.
 *
 * plainPhrase('*Prénom', true) → '*prenom'; plainPhrase('名前', false) → '*名前*'
 */
export function plainPhrase(written: string, spaces: boolean): string | null {
  const [, whole = '', begins = '', words = '', ends = '', goesOn = ''] = PHRASE.exec(written) ?? [];
  const plain = spacedWords(words);
  if (plain === '' || (goesOn !== '' && whole === '')) return null;
  return spaces || whole !== '' ? `${whole}${begins}${plain}${ends}${goesOn}` : `*${plain}*`;
}

/** The plain phrases of a list that commas divide, as alternatives of a pattern. */
export function alternatives(phrases: string): string {
  return phrases.split(',').join('|').replaceAll('*', REST);
}

/** The words of plain phrases without their marks, as alternatives of a pattern: what stands right before or behind other words. */
export function bareAlternatives(phrases: string): string {
  return phrases.replaceAll('*', '').split(',').join('|');
}

/**
 * A pattern that finds any of the plain phrases, which commas divide, in what `spacedWords` gives. It takes time that grows with the
 * text: no part of it repeats without an end. With no phrase it finds nothing.
 */
export function phrasePattern(phrases: string): RegExp {
  const list = phrases.split(',');
  /** The phrases that fit `kind`, without the marks that told it, between `before` and `after`. */
  const of = (kind: RegExp, before: string, after: string): string[] => {
    const fitting = list.flatMap((phrase) => kind.exec(phrase)?.[1] ?? []);
    return fitting.length === 0 ? [] : [`${before}(?:${alternatives(fitting.join(','))})${after}`];
  };
  const parts = [
    ...of(/^((?!=|\*.*\*$).+)$/, '(?<=^| )', '(?= |$)'),
    ...of(/^=(.+) …$/, '^', '(?= |$)'),
    ...of(/^=([^…]+)$/, '^', '$'),
    ...of(/^\*(.+)\*$/, '', ''),
  ];
  return new RegExp(parts.join('|') || '(?!)', 'u');
}
