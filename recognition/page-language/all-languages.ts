/** The words of all languages that we read, joined: a page is read in all of them at once, since many mix two. */
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import type { HELPING, LanguageWords, SAID, WORDED } from './language-words.ts';
import { portuguese } from './portuguese.ts';
import { phrasePattern, spacedWords } from './spaced-words.ts';
import { spanish } from './spanish.ts';

/** Every language with its name in English. */
export const LANGUAGES: Readonly<Record<string, LanguageWords>> = {
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  japanese,
};

const NEVER = /(?!)/;

/** A pattern for each name, made at its first use: most pages have no form at all. */
function joined<K extends string>(
  of: (words: LanguageWords) => Readonly<Partial<Record<K, string>>>,
  flags?: string,
): (name: K) => RegExp {
  const made = new Map<K, RegExp>();
  return (name) => {
    let pattern = made.get(name);
    if (pattern === undefined) {
      const lists = Object.values(LANGUAGES).map((words) => ({
        phrases: of(words)[name] ?? '',
        spaceless: words.spaceless,
      }));
      pattern = phrasePattern(lists, flags) ?? NEVER;
      made.set(name, pattern);
    }
    return pattern;
  };
}

/** What a field asks for, by its words; all patterns are for `readableWords`. */
export const fieldWords = joined<(typeof WORDED)[number]>(({ fields }) => fields);
/** What a form is for, by the words in it and near it. */
export const purposeWords = joined<(typeof SAID)[number]>(({ purposes }) => purposes);
/** What helps to tell the others apart. */
export const helpingWords = joined<(typeof HELPING)[number]>(({ helping }) => helping);

const everywhere = joined<'ignored'>(({ helping }) => helping, 'gu');

/** The words of a text, with those gone that only look like one that we know: a gift card is no card to pay with. */
export function readableWords(text: string): string {
  return spacedWords(text).replace(everywhere('ignored'), ' ').replace(/ {2,}/g, ' ').trim();
}
