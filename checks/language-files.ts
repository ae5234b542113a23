/** The files of a language: the project's own, and one of each organisation that speaks it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageFile, OrganisationLanguageFile } from '../schemas/language-file.ts';
import { organisationFolders } from './organisation-folders.ts';

/** The names of the project's languages' files: 'de.json', 'en.json', … */
export function languageFileNames(root: string): string[] {
  return readdirSync(join(root, 'locales'))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** Reads a JSON file. @throws SyntaxError for another file. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What the other versions of each organisation's policies say in a language: by the organisation's id, then by the English sentence. */
export type Histories = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * A language as pages get it, and beside it the words of the histories, which few pages need. `name`: 'de.json'; `files`: what was read. The
 * files were checked before.
 */
export function readLanguage(
  root: string,
  name: string,
): { language: LanguageFile; histories: Histories; files: string[] } {
  const own = join(root, 'locales', name);
  const found = organisationFolders(root)
    .map(({ id, folder }) => ({ id, path: join(folder, 'locales', name) }))
    .filter(({ path }) => existsSync(path))
    .map(({ id, path }) => ({ id, path, file: readJson(path) as OrganisationLanguageFile }));
  const organisations = Object.fromEntries(found.map(({ id, file: { history: _, ...rest } }) => [id, rest]));
  return {
    language: { ...(readJson(own) as LanguageFile), ...(found.length === 0 ? {} : { organisations }) },
    histories: Object.fromEntries(found.map(({ id, file }) => [id, file.history ?? {}])),
    files: [own, ...found.map(({ path }) => path)],
  };
}
