/**
 * The names of record companies in a sentence. A language's file writes `{{company}}` for the company of the page, or `{{companies, and}}`
 * for all that the extension knows; what else stands behind the comma says how the name has to be written for its sentence to read right
 * with any name:
 *
 * - `and`, `or`: how a list is joined: 'Sony Music and Kelpwick Records'
 * - `possessive`: 'Sony Music’s', 'Kelpwick Records’' (English); 'Sony Musics', 'Kelpwick Records’' (German)
 * - `joined`: as the first half of a German compound: `{{company, joined}}-Seite` → 'Sony-Music-Seite'
 * - `a`, `de`, `que`, `da`, …: a word that stands before each name, elided where the language wants it: 'an Epic site', 'd’Epic'
 */
import type { LanguageFile } from '../schemas/language-file.ts';
import { localeOf } from './number-words.ts';

/** The names that each sentence may use. */
export interface CompanyNames {
  /** The company of the page: 'Sony Music'. Where no company is known, those of the extension. */
  readonly company: string;
  /** The same by its legal name: 'Sony Music Entertainment'. */
  readonly legalCompany: string;
  /** What it and its sister companies are called together: 'Sony'. */
  readonly family: string;
  /** All companies that the extension knows. */
  readonly companies: readonly string[];
}

/** What sentences are told of one organisation. */
export interface NamedOrganisation {
  readonly name: string;
  readonly legalName: string;
  readonly family?: string | undefined;
}

/**
 * The names for the sentences of a page. `all`: the organisations that the extension knows. `own`: the page's; null where none is known: all of
 * them then stand in its place, 'Sony Music or Kelpwick Records'. `phrases`: how a language writes a name, where it does so in its own way.
 */
export function companyNames(
  all: readonly NamedOrganisation[],
  own: NamedOrganisation | null,
  { language, phrases = {} }: Pick<LanguageFile, 'language' | 'phrases'>,
): CompanyNames {
  const named = (name: string): string => phrases[name] ?? name;
  const companies = all.map(({ name }) => named(name));
  const one = own ?? (all.length === 1 ? (all[0] ?? null) : null);
  if (one === null) {
    const any = inWords(companies, 'or', language.code);
    return { company: any, legalCompany: any, family: any, companies };
  }
  const { name, legalName, family = name } = one;
  return { company: named(name), legalCompany: named(legalName), family: named(family), companies };
}

/**
 * A sentence of the data, with the names in their places: those of `{{company}}` and its like, and no others.
 *
 * withNames('Ask {{company}} itself.', names, 'en') → 'Ask Sony Music itself.'
 */
export function withNames(sentence: string, names: CompanyNames, language: string): string {
  if (!sentence.includes('{{')) return sentence;
  return sentence.replaceAll(PLACE, (_place, name: keyof CompanyNames, format?: string) =>
    inWords(names[name], format ?? '', language),
  );
}

const PLACE = /\{\{(company|legalCompany|family|companies)(?:, ([^}]*))?\}\}/g;

/**
 * One name or several, as a sentence wants them. `language`: its tag.
 *
 * inWords('Epic', 'de', 'fr') → 'd’Epic'
 * inWords(['Sony Music', 'Kelpwick Records'], 'possessive, or', 'en') → 'Sony Music or Kelpwick Records’'
 */
export function inWords(names: string | readonly string[], format: string, language: string): string {
  const list = typeof names === 'string' ? [names] : names;
  const wishes = format.split(',').map((wish) => wish.trim());
  const written = list.map((name, at) =>
    wishes.reduce((words, wish) => shaped(words, wish, language, at === list.length - 1), name),
  );
  if (written.length < 2) return written[0] ?? '';
  // English lists are British, like its numbers: no comma before "and".
  const locale = localeOf(language);
  return new Intl.ListFormat(locale, { type: wishes.includes('or') ? 'disjunction' : 'conjunction' }).format(written);
}

function shaped(name: string, wish: string, language: string, isLast: boolean): string {
  switch (wish) {
    case '':
    case 'and':
    case 'or':
      return name;
    case 'possessive':
      return isLast ? possessive(name, language) : name;
    case 'joined':
      // 'Sony-Music- und Kelpwick-Records-Seite': the first halves that lack their second one end in a hyphen.
      return name.replaceAll(' ', '-') + (isLast ? '' : '-');
    default:
      return behind(wish, name, language);
  }
}

function possessive(name: string, language: string): string {
  if (language === 'de') return /(?:[sßxz]|ce)$/i.test(name) ? `${name}’` : `${name}s`;
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}

/** A word and the name behind it: 'de Sony Music', 'd’Epic', 'an Epic'. */
function behind(word: string, name: string, language: string): string {
  if (language === 'en' && word === 'a') return startsWithVowelSound(name) ? `an ${name}` : `a ${name}`;
  if (language === 'fr' && word.endsWith('e') && elides(name)) return `${word.slice(0, -1)}’${name}`;
  return `${word} ${name}`;
}

/** In English it is the sound that counts: 'an SME site', 'a Universal site', 'an hour', 'a One Little Independent site'. */
function startsWithVowelSound(name: string): boolean {
  // Letters that are read one by one, whose names begin with a vowel: F is "eff". A word in capitals can be read as one, so one needs a consonant next.
  if (/^[AEFHILMNORSX]\b/.test(name)) return true;
  if (/^[A-Z]{2,4}\b/.test(name)) return /^(?:[AEIO]|[FHLMNRSX][BCDFGHJKLMNPQRSTVWXZ])/.test(name);
  // "Eight", "eleven", "eighteen".
  if (/^(?:8|11\b|18\b)/.test(name)) return true;
  if (/^(?:heir|honest|honou?r|hour)/i.test(name)) return true;
  // "You" and "one" begin with a consonant to the ear.
  if (/^(?:e[uw]|one\b|once\b|uni(?![nm])|us[aeiou]|ut[aeio]|u[kr][aeiou])/i.test(name)) return false;
  return /^[aeiou]/i.test(bare(name));
}

/** Words of French names that begin with a mute h; of all other names, most of which come from elsewhere, the h is heard: 'de Hansa'. */
const MUTE_H =
  /^h(?:abit|achette|armoni|enri|ermès|eure|ippo|isto|iver|om(?:me|ère)|onneur|ori[sz]|[oô]tel|uma|umour|ydr|ymne)/i;

/** In French a vowel or a mute h takes the e away before it; not a y that is heard as in "Yamaha", not the numbers and "oui". */
function elides(name: string): boolean {
  if (/^(?:oui\b|onz|uhl|yaourt)/i.test(name)) return false;
  const plain = bare(name);
  return /^[aeiouœæ]/i.test(plain) || /^y[^aeiou\W\d]/i.test(plain) || MUTE_H.test(name);
}

/** Without marks on its letters: 'Évasion' → 'Evasion'. */
function bare(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '');
}
