/// <reference types="vite/client" />
/** Which languages there are, and which of them a person gets. A language is one file in `locales/`; nothing else names it. */
import type { LanguageFile } from '../schemas/language-file.ts';

/** How a language calls itself, and the way its lines run. */
export type LanguageName = LanguageFile['language'];

// The query makes a module of its own, so that the names alone come with every page and the words with the one that needs them.
const names = import.meta.glob<LanguageName>('../locales/*.json', {
  query: '?language',
  import: 'language',
  eager: true,
});
const files = import.meta.glob<LanguageFile>('../locales/*.json', { import: 'default' });

/** All languages, by the order of their codes: 'de', 'en', … */
export const languages: readonly LanguageName[] = Object.values(names);

/** What is spoken where nothing fits better. */
export const DEFAULT_LANGUAGE = 'en';

/**
 * The language for a person: the one chosen in the settings, else the first of the browser's that we have, else English.
 * Regions fall back on their language, and a language on its region: 'de-AT' → 'de', 'pt' → 'pt-BR'.
 *
 * fittingLanguage(null, ['nl', 'fr-CA', 'en']) → 'fr'
 */
export function fittingLanguage(chosen: string | null, wanted: readonly string[]): string {
  const codes = languages.map(({ code }) => code);
  const base = (code: string): string => code.toLowerCase().split('-', 1)[0] ?? '';
  for (const tag of chosen === null ? wanted : [chosen, ...wanted]) {
    const found =
      codes.find((code) => code.toLowerCase() === tag.toLowerCase()) ?? codes.find((code) => base(code) === base(tag));
    if (found !== undefined) return found;
  }
  return DEFAULT_LANGUAGE;
}

/** Reads the file of a language. @throws Error for a code that is not in `languages`. */
export async function loadLanguage(code: string): Promise<LanguageFile> {
  const path = Object.keys(names).find((key) => names[key]?.code === code);
  const load = files[(path ?? '').replace(/\?.*$/, '')];
  if (load === undefined) throw new Error(`There is no language file for “${code}”.`);
  return load();
}
