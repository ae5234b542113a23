/// <reference types="vite/client" />
/** The toolbar button's titles in each language, without the other words: the background wakes often and reads them each time. */
import type { LanguageFile } from '../schemas/language-file.ts';
import { DEFAULT_LANGUAGE } from './languages.ts';

type BadgeWords = LanguageFile['badge'];

const words = import.meta.glob<BadgeWords>('../locales/*.json', { query: '?badge', import: 'badge', eager: true });

/** '../locales/pt-br.json' → 'pt-br'. A file has the name of its language, in lower case. */
const byLanguage = new Map(
  Object.entries(words).map(([path, badge]) => [path.replace(/^.*\/|\.json.*$/g, ''), badge] as const),
);

/** The titles in a language; English ones where it has none. @throws Error when English is missing, which the build would not let through. */
export function badgeWords(language: string): BadgeWords {
  const found = byLanguage.get(language.toLowerCase()) ?? byLanguage.get(DEFAULT_LANGUAGE);
  if (found === undefined) throw new Error('There are no words for the toolbar button.');
  return found;
}
