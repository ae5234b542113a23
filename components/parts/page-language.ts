/** The language of a page: which one fits the person, and what the browser and a screen reader must know of it. */
import organisation from '../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import type { LanguageFile } from '../../schemas/language-file.ts';
import { languages, loadLanguage } from '../../shipped/languages.ts';
import { companyNames } from '../../words/company-names.ts';
import { fittingLanguage } from '../../words/fitting-language.ts';
import { createLanguage, type Language } from '../../words/language.ts';
import { withOrganisation } from '../../words/organisation-words.ts';

/** The language of a file, for pages about the organisation. */
export function organisationLanguage(file: LanguageFile): Language {
  const own = withOrganisation(file, organisation.id);
  return createLanguage(own, companyNames([organisation], organisation, own));
}

/** Loads the language that fits a person. `chosen`: the code in the settings; null: as the browser. */
export async function loadFittingLanguage(chosen: string | null): Promise<Language> {
  return organisationLanguage(await loadLanguage(fittingLanguage(languages, chosen, navigator.languages)));
}

/** Writes into the document which language it is in, and which way its lines run. */
export function declareLanguage({ code, direction }: Language): void {
  document.documentElement.lang = code;
  document.documentElement.dir = direction;
}
