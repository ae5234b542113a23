/** Makes a page speak a person's language: its words, and what the browser and a screen reader must know of them. */
import organisation from '../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import type { LanguageFile } from '../../schemas/language-file.ts';
import { companyNames } from '../../words/company-names.ts';
import { fittingLanguage, loadLanguage } from '../../words/languages.ts';
import { withOrganisation } from '../../words/organisation-words.ts';
import { speak } from '../../words/messages.ts';

/** Has the page speak a language from now on. */
export function speakInPage(file: LanguageFile): void {
  const own = withOrganisation(file, organisation.id);
  speak(own, companyNames([organisation], organisation, own));
  document.documentElement.lang = file.language.code;
  document.documentElement.dir = file.language.direction;
}

/**
 * `chosen`: from the settings; null: as the browser. Gives the code of the language that is spoken from now on. `isWanted` is asked
 * when its words are there: by then, something else may have been chosen.
 */
export async function speakFittingly(chosen: string | null, isWanted: () => boolean = () => true): Promise<string> {
  const file = await loadLanguage(fittingLanguage(chosen, navigator.languages));
  if (isWanted()) speakInPage(file);
  return file.language.code;
}
