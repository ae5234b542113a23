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

/** A language as pages get it. `name`: 'de.json'; `files`: what was read. The files were checked before. */
export function readLanguage(root: string, name: string): { language: LanguageFile; files: string[] } {
  const own = join(root, 'locales', name);
  const found = organisationFolders(root)
    .map(({ id, folder }) => ({ id, path: join(folder, 'locales', name) }))
    .filter(({ path }) => existsSync(path));
  const organisations = Object.fromEntries(
    found.map(({ id, path }) => [id, readJson(path) as OrganisationLanguageFile]),
  );
  return {
    language: { ...(readJson(own) as LanguageFile), ...(found.length === 0 ? {} : { organisations }) },
    files: [own, ...found.map(({ path }) => path)],
  };
}
