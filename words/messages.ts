/** All words of the pages, by typed key. Another language is one more file in `locales/`. */
import i18next, { type FormatterModule, type TFunction } from 'i18next';
import type en from '../locales/en.json';
import type { LanguageFile, Words } from '../schemas/language-file.ts';
import { inWords, withNames, type CompanyNames } from './company-names.ts';
import { countedNumber, useNumbersOf } from './number-words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: (typeof en)['words'] };
  }
}

/**
 * `{{count, number}}` is the one format of numbers in use; i18next's own makes an Intl.NumberFormat at each call. With `atLeast: true` among the
 * variables the number is told as one that may be larger. Any other format is that of a company's name (company-names.ts).
 */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, format, language, options) =>
    typeof value === 'number'
      ? countedNumber(value, options?.atLeast === true)
      : inWords(value as string | readonly string[], format ?? '', language ?? ''),
};

const instance = i18next.createInstance().use(formatter);
let current: LanguageFile | undefined;
let names: CompanyNames = { company: '', legalCompany: '', family: '', companies: [] };

/**
 * French, Spanish and Portuguese have a plural of their own for whole millions ("1 million de …"). With digits it reads as
 * any other plural, so no file needs to hold it.
 */
function withMillions(words: Words): Words {
  const entries = Object.entries(words).flatMap(([key, value]): [string, string | Words][] => {
    if (typeof value !== 'string') return [[key, withMillions(value)]];
    const million = key.replace(/_other$/, '_many');
    return million === key || Object.hasOwn(words, million)
      ? [[key, value]]
      : [
          [key, value],
          [million, value],
        ];
  });
  return Object.fromEntries(entries);
}

/**
 * Makes a language the one that all words are in from now on. Call it before anything is drawn. `companies`: the names in its sentences; without
 * them those of the call before.
 */
export function speak(file: LanguageFile, companies: CompanyNames = names): void {
  const { code } = file.language;
  current = file;
  names = companies;
  useNumbersOf(code);
  // Resources are given whole, so init is done when this returns: no page ever shows a key.
  void instance.init({
    lng: code,
    fallbackLng: false,
    resources: { [code]: { translation: withMillions(file.words) } },
    initAsync: false,
    // Svelte escapes; escaping here too would show &amp; to people.
    interpolation: { escapeValue: false, defaultVariables: { ...names } },
  });
}

/**
 * A sentence of the data with the companies' names in their places: 'Ask {{company}} itself.' → 'Ask Sony Music itself.' `language`: the
 * sentence's, where it is not the one that is spoken.
 */
export function named(sentence: string, language = spoken().language.code): string {
  return withNames(sentence, names, language);
}

/** The file of the language that is spoken. @throws Error before `speak`. */
export function spoken(): LanguageFile {
  if (current === undefined) throw new Error('No language was chosen before words were asked for.');
  return current;
}

/**
 * The words for a key. Names made by a page are safe as variables: they are never read as patterns.
 *
 * t('companies.requests', { count: 2 }) → '2 requests'
 */
export const t: TFunction = instance.t;
