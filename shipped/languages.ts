/// <reference types="vite/client" />
/** The languages of the extension, by their files. A language is one file in `locales/`; nothing else names it. */
import type { LanguageFile } from '../schemas/language-file.ts';
import type { LanguageName } from '../words/fitting-language.ts';

// The query makes a module of its own, so that the names alone come with every page and the words with the one that needs them.
const names = import.meta.glob<LanguageName>('../locales/*.json', {
  query: '?language',
  import: 'language',
  eager: true,
});
const files = import.meta.glob<LanguageFile>('../locales/*.json', { import: 'default' });

/** All languages, by the order of their codes: 'de', 'en', … */
export const languages: readonly LanguageName[] = Object.values(names);

/** Reads the file of a language. @throws Error for a code that is not in `languages`. */
export async function loadLanguage(code: string): Promise<LanguageFile> {
  const path = Object.keys(names).find((key) => names[key]?.code === code);
  const load = files[(path ?? '').replace(/\?.*$/, '')];
  if (load === undefined) throw new Error(`There is no language file for “${code}”.`);
  return load();
}
