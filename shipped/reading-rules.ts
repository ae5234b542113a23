/// <reference types="vite/client" />
/**
 * The rules of reading that ship. Each language's rules are a file of their own that is fetched when a text in it is read: nothing of it comes
 * with the popup's first screen or with the worker, neither of which may import this file but later (`import()`).
 */
import browserParts from '../policy-data/browser-parts.json' with { type: 'json' };
import reasonsFile from '../policy-data/reading/reasons.json' with { type: 'json' };
import type { RulesByLanguage } from '../reading/study-texts.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type { ReadingReasonsFile, ReadingRulesFile } from '../schemas/reading-rules.ts';

const files = import.meta.glob<ReadingRulesFile>('../policy-data/reading/??.json', { import: 'default' });

/** What is known of every text that is read, for `readClauses`; the names of companies to look for are the visit's. */
export const SHIPPED_READING_FACTS = {
  reasons: reasonsFile as ReadingReasonsFile,
  browserParts: browserParts as BrowserPartsFile,
};

/** The rules of the languages that have some. @throws Error when they do not arrive */
export async function loadRules(languages: readonly string[]): Promise<RulesByLanguage> {
  const found: Record<string, ReadingRulesFile> = {};
  const load = async (language: string): Promise<void> => {
    const file = await files[`../policy-data/reading/${language}.json`]?.();
    if (file !== undefined) found[language] = file;
  };
  await Promise.all(languages.map(load));
  return found;
}
