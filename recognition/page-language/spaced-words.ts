/** A page's texts and names → words with a space between, and lists of phrases → one pattern that finds them as whole words. */

/** Makes words comparable: small letters, Latin ones without accents. 'Straße' → 'strasse' */
function folded(text: string): string {
  const small = text.toLowerCase();
  if (!/[^ -~]/.test(small)) return small;
  return small
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss');
}

/**
 * The words of a text, or of a name that programmers made.
 *
 * spacedWords('mailster-firstName') → 'mailster first name'; spacedWords('address1') → 'address 1'; spacedWords('18+') → '18 plus'
 */
export function spacedWords(text: string): string {
  return folded(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'))
    .replace(/\+/g, ' plus ')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Beyond so many letters nothing more of a word counts as its beginning or its end. */
const LONGEST_REST = 30;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

interface PhraseList {
  readonly phrases: string;
  readonly spaceless?: true | undefined;
}

/** One phrase, which is written as `spacedWords` gives it, as a pattern; borders are put around it elsewhere. */
function patternOf(phrase: string): string {
  const rest = `\\p{L}{0,${LONGEST_REST}}`;
  const begins = phrase.startsWith('*') ? rest : '';
  const ends = phrase.endsWith('*') ? rest : '';
  return begins + escaped(phrase.replace(/^\*|\*$/g, '')) + ends;
}

/**
 * A pattern that finds any phrase of the lists, in time that grows with the text: no part of it repeats without an end. Null when
 * there is no phrase.
 */
export function phrasePattern(lists: readonly PhraseList[], flags = 'u'): RegExp | null {
  const bordered: string[] = [];
  const whole: string[] = [];
  const anywhere: string[] = [];
  for (const { phrases, spaceless } of lists) {
    for (const written of phrases.split(',')) {
      const phrase = written.trim();
      if (phrase === '') continue;
      if (phrase.startsWith('=')) whole.push(escaped(phrase.slice(1)));
      else if (spaceless === true) anywhere.push(escaped(phrase));
      else bordered.push(patternOf(phrase));
    }
  }
  const parts = [
    bordered.length > 0 ? `(?<=^| )(?:${bordered.join('|')})(?= |$)` : '',
    whole.length > 0 ? `^(?:${whole.join('|')})$` : '',
    anywhere.length > 0 ? `(?:${anywhere.join('|')})` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : new RegExp(parts.join('|'), flags);
}
