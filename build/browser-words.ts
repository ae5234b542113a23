/** The words that the browser itself shows of the extension, in the form in which it reads them: `_locales/<code>/messages.json`. */
import { join } from 'node:path';
import { languageFileNames, readJson, readLanguage } from '../checks/language-files.ts';
import { organisationFolders } from '../checks/organisation-folders.ts';
import type { LanguageFile } from '../schemas/language-file.ts';
import type { NamedOrganisation } from '../words/company-names.ts';
import { extensionDescription } from '../words/extension-description.ts';

/** The names of the words, as the manifest refers to them: `__MSG_extensionName__`. */
export const BROWSER_WORDS = {
  name: 'extensionName',
  description: 'extensionDescription',
  action: 'actionTitle',
} as const;

/** The product's name is the same in all languages. */
const PRODUCT = 'Liner Notes';

/** A file of `_locales/`: its path in the built extension, and its text. */
export interface BrowserWordsFile {
  readonly path: string;
  readonly contents: string;
}

/** One file for a language. Browsers spell codes with a low line: 'pt-BR' → '_locales/pt_BR/messages.json' */
export function browserWordsFile(
  file: Pick<LanguageFile, 'language' | 'manifest' | 'phrases'>,
  organisations: readonly NamedOrganisation[],
): BrowserWordsFile {
  const messages = {
    [BROWSER_WORDS.name]: { message: PRODUCT },
    [BROWSER_WORDS.description]: { message: extensionDescription(file, organisations) },
    [BROWSER_WORDS.action]: { message: PRODUCT },
  };
  return {
    path: `_locales/${file.language.code.replace('-', '_')}/messages.json`,
    contents: `${JSON.stringify(messages, null, 2)}\n`,
  };
}

/** One file for each file of `locales/` under a project's folder. */
export function browserWordsFiles(root: string): BrowserWordsFile[] {
  const known = organisationFolders(root).map(
    ({ folder }) => readJson(join(folder, 'organisation.json')) as NamedOrganisation,
  );
  return languageFileNames(root).map((name) => browserWordsFile(readLanguage(root, name).language, known));
}
