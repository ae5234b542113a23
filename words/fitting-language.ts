/** Which of the languages that there are a person gets. */
import type { LanguageFile } from '../schemas/language-file.ts';

/** How a language calls itself, and the way its lines run. */
export type LanguageName = LanguageFile['language'];

/** What is shown where nothing fits better. */
export const DEFAULT_LANGUAGE = 'en';

/**
 * The code of the language for a person: the one chosen in the settings, else the first of the browser's that there is, else English.
 * Regions fall back on their language, and a language on its region: 'de-AT' → 'de', 'pt' → 'pt-BR'.
 *
 * fittingLanguage(languages, null, ['nl', 'fr-CA', 'en']) → 'fr'
 */
export function fittingLanguage(
  languages: readonly Pick<LanguageName, 'code'>[],
  chosen: string | null,
  wanted: readonly string[],
): string {
  const codes = languages.map(({ code }) => code);
  const base = (code: string): string => code.toLowerCase().split('-', 1)[0] ?? '';
  for (const tag of chosen === null ? wanted : [chosen, ...wanted]) {
    const found =
      codes.find((code) => code.toLowerCase() === tag.toLowerCase()) ?? codes.find((code) => base(code) === base(tag));
    if (found !== undefined) return found;
  }
  return DEFAULT_LANGUAGE;
}
