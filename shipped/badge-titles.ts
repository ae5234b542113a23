/// <reference types="vite/client" />
/** The toolbar button's titles in each language, without the other words: the background wakes often and reads them each time. */
import type { LanguageFile } from '../schemas/language-file.ts';
import { DEFAULT_LANGUAGE } from '../words/fitting-language.ts';

type BadgeTitles = LanguageFile['badge'];

const titles = import.meta.glob<BadgeTitles>('../locales/*.json', { query: '?badge', import: 'badge', eager: true });

/** '../locales/pt-br.json' → 'pt-br'. A file has the name of its language, in lower case. */
const byLanguage = new Map(
  Object.entries(titles).map(([path, badge]) => [path.replace(/^.*\/|\.json.*$/g, ''), badge] as const),
);

/** The titles in a language; English ones where it has none. @throws Error when English is missing, which the build would not let through. */
export function badgeTitles(language: string): BadgeTitles {
  const found = byLanguage.get(language.toLowerCase()) ?? byLanguage.get(DEFAULT_LANGUAGE);
  if (found === undefined) throw new Error('There are no titles for the toolbar button.');
  return found;
}
