/** A language for each page: with the name of its organisation in all sentences, and what that organisation's data says in it. */
import type { LanguageFile } from '../schemas/language-file.ts';
import { companyNames, type NamedOrganisation } from './company-names.ts';
import { createLanguage, type Language } from './language.ts';
import { withOrganisation } from './organisation-words.ts';

/** An organisation as sentences know it. */
export type KnownOrganisation = NamedOrganisation & { readonly id: string };

/**
 * Gives the language for a page, the same one each time. `own`: the id of the organisation whose page it is; null where it is nobody's.
 * `data`: the id of the one whose data the page shows, where that is another.
 */
export type LanguageForPage = (own: string | null, data?: string | null) => Language;

/** The languages of a file. `all`: the organisations that the extension knows. Each language is made when it is first asked for. */
export function languagesOf(file: LanguageFile, all: readonly KnownOrganisation[]): LanguageForPage {
  const made = new Map<string, Language>();
  return (own, data = own) => {
    const key = JSON.stringify([own, data]);
    const known = made.get(key);
    if (known !== undefined) return known;
    const words = withOrganisation(file, data);
    const language = createLanguage(words, companyNames(all, all.find(({ id }) => id === own) ?? null, words));
    made.set(key, language);
    return language;
  };
}
