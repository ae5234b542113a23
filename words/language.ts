/** A language to write in: its words by typed key, its numbers, and what it says in place of the English of the data. */
import i18next, { type FormatterModule, type TFunction } from 'i18next';
import type en from '../locales/en.json';
import type { LanguageFile } from '../schemas/language-file.ts';
import { inWords, type CompanyNames } from './company-names.ts';
import { createNumbers, localeOf, type Numbers } from './number-words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: (typeof en)['words'] };
  }
}

/** What every function that makes words is handed first. Any number of languages can be used side by side. */
export interface Language extends Numbers {
  /** The tag of its file: 'pt-BR'. */
  readonly code: string;
  /** The way its lines run. */
  readonly direction: LanguageFile['language']['direction'];
  /** The tag for `Intl`: that of the file, and 'en-GB' for English. */
  readonly locale: string;
  /** Its file, with the translations of the data. */
  readonly file: LanguageFile;
  /** The names of record companies in its sentences. */
  readonly names: CompanyNames;
  /**
   * The words for a key. Names made by a page are safe as variables: they are never read as patterns.
   *
   * t('companies.requests', { count: 2 }) → '2 requests'
   */
  readonly t: TFunction;
}

/**
 * `{{count, number}}` is the one format of numbers in use; i18next's own makes an Intl.NumberFormat at each call. With `atLeast: true` among the
 * variables the number is given as one that may be larger. Any other format is that of a company's name (company-names.ts).
 */
function formatterWith({ countedNumber }: Numbers): FormatterModule {
  return {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown, format, language, options) =>
      typeof value === 'number'
        ? countedNumber(value, options?.atLeast === true)
        : inWords(value as string | readonly string[], format ?? '', language ?? ''),
  };
}

/**
 * French, Spanish and Portuguese have a plural of their own for whole millions ("1 million de …"). With digits it reads as
 * any other plural, so no file needs to hold it.
 */
function withoutMillions({ services }: typeof i18next): void {
  const { pluralResolver } = services as { readonly pluralResolver: PluralResolver };
  const suffixOf = pluralResolver.getSuffix.bind(pluralResolver);
  pluralResolver.getSuffix = (...asked) => suffixOf(...asked).replace('_many', '_other');
}

/** What i18next asks for the ending of a key: '_other'. */
interface PluralResolver {
  getSuffix: (code: string, count: number, options?: object) => string;
}

/** The language of a file. `names`: the names of record companies in its sentences. */
export function createLanguage(file: LanguageFile, names: CompanyNames): Language {
  const { code, direction } = file.language;
  const locale = localeOf(code);
  const numbers = createNumbers(locale);
  const instance = i18next.createInstance().use(formatterWith(numbers));
  // Resources are given whole, so init is done when this returns: no page ever shows a key.
  void instance.init({
    lng: code,
    fallbackLng: false,
    resources: { [code]: { translation: file.words } },
    initAsync: false,
    // Svelte escapes; escaping here too would show &amp; to people.
    interpolation: { escapeValue: false, defaultVariables: { ...names } },
  });
  withoutMillions(instance);
  return { code, direction, locale, file, names, t: instance.t, ...numbers };
}
