/** The words of all languages that we read, joined: a page is read in all of them at once, since many mix two. */
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { italian } from './italian';
import { japanese } from './japanese';
import { HELPING, SAID, WORDED, type LanguageWords } from './language-words';
import { portuguese } from './portuguese';
import { phrasePattern, spacedWords } from './spaced-words';
import { spanish } from './spanish';

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

function joined<K extends string>(
  names: readonly K[],
  of: (words: LanguageWords) => Readonly<Partial<Record<K, string>>>,
  flags?: string,
): Readonly<Record<K, RegExp>> {
  const patternOf = (name: K): RegExp =>
    phrasePattern(
      Object.values(LANGUAGES).map((words) => ({ phrases: of(words)[name] ?? '', spaceless: words.spaceless })),
      flags,
    ) ?? NEVER;
  return Object.fromEntries(names.map((name) => [name, patternOf(name)])) as Record<K, RegExp>;
}

/** What a field asks for, by its words; all patterns are for `readableWords`. */
export const FIELD_WORDS = joined(WORDED, ({ fields }) => fields);
/** What a form is for, by the words in it and near it. */
export const PURPOSE_WORDS = joined(SAID, ({ purposes }) => purposes);
/** What helps to tell the others apart. */
export const HELPING_WORDS = joined(HELPING, ({ helping }) => helping);

const IGNORED = joined(['ignored'], ({ helping }) => helping, 'gu').ignored;

/** The words of a text, with those gone that only look like one that we know: a gift card is no card to pay with. */
export function readableWords(text: string): string {
  return spacedWords(text).replace(IGNORED, ' ').replace(/ {2,}/g, ' ').trim();
}
