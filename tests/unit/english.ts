/** Languages for tests, with the name of Sony Music in their sentences. */
import { createLanguage, type Language } from '../../words/language.ts';
import organisation from '../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import { companyNames } from '../../words/company-names.ts';
import en from '../../locales/en.json' with { type: 'json' };
import type { LanguageFile } from '../../schemas/language-file.ts';

/** The language of a file. */
export function languageOf(file: LanguageFile): Language {
  return createLanguage(file, companyNames([organisation], organisation, file));
}

/** English, which most tests read. */
export const english = languageOf(en as LanguageFile);
