/** What stores and the browser say of the extension: one sentence, which names the record companies that it knows. */
import type { LanguageFile } from '../schemas/language-file.ts';
import { companyNames, withNames, type NamedOrganisation } from './company-names.ts';

/** How many characters stores take. */
export const MAX_DESCRIPTION = 132;

/** The description in a language. */
export function extensionDescription(
  file: Pick<LanguageFile, 'language' | 'manifest' | 'phrases'>,
  organisations: readonly NamedOrganisation[],
): string {
  return withNames(file.manifest.description, companyNames(organisations, null, file), file.language.code);
}
