/** The language of a page: which one fits the person, and what the browser and a screen reader must know of it. */
import { languages, loadLanguage } from '../../shipped/languages.ts';
import { fittingLanguage } from '../../words/fitting-language.ts';
import type { Language } from '../../words/language.ts';
import { languagesOf, type KnownOrganisation } from '../../words/organisation-languages.ts';

/**
 * Loads the language that fits a person. `chosen`: the code in the settings; null: as the browser. `organisations`: those that the extension
 * knows. `about`: the id of the one that the page is about; null for a page about all of them. `load`: reads the
 * file of a language, where a page needs more of it.
 */
export async function loadFittingLanguage(
  chosen: string | null,
  organisations: readonly KnownOrganisation[],
  about: string | null = null,
  load = loadLanguage,
): Promise<Language> {
  const file = await load(fittingLanguage(languages, chosen, navigator.languages));
  return languagesOf(file, organisations)(about);
}

/** Writes into the document which language it is in, and which way its lines run. */
export function declareLanguage({ code, direction }: Pick<Language, 'code' | 'direction'>): void {
  document.documentElement.lang = code;
  document.documentElement.dir = direction;
}
