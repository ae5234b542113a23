/** What an organisation's own data says in a language: its clauses, its ways to answer back, its names. */
import type { LanguageFile } from '../schemas/language-file.ts';

/**
 * A language's file in which the translations of one organisation's data stand beside those of the data that all share. `id`: null for a page
 * that is no organisation's. What an organisation has not in a language stays in English, the language of its data.
 */
export function withOrganisation(file: LanguageFile, id: string | null): LanguageFile {
  const { organisations = {} } = file;
  const own = id !== null && Object.hasOwn(organisations, id) ? organisations[id] : undefined;
  if (own === undefined) return file;
  // Put together when they are first asked for: the first screen of the popup says little of the data, and a language holds thousands of sentences.
  const together: Partial<Record<keyof typeof own, object>> = {};
  const both = (part: keyof typeof own): PropertyDescriptor => ({
    enumerable: true,
    get: () => (together[part] ??= { ...file[part], ...own[part] }),
  });
  return Object.create(file, {
    clauses: both('clauses'),
    routes: both('routes'),
    phrases: both('phrases'),
  }) as LanguageFile;
}
