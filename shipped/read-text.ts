/// <reference types="vite/client" />
/**
 * Reads a policy with the rules that ship. Each language's rules are a file of their own that is fetched when a text in it is read: nothing of
 * it comes with the popup's first screen or with the worker, neither of which may import this file but later (`import()`).
 */
import browserParts from '../policy-data/browser-parts.json' with { type: 'json' };
import reasonsFile from '../policy-data/reading/reasons.json' with { type: 'json' };
import type { ReadPolicy } from '../findings/read-clauses.ts';
import type { PolicyReading } from '../reading/policy-reading.ts';
import type { PolicyText } from '../reading/policy-text.ts';
import type { RawDocument } from '../reading/raw-document.ts';
import { readDocument } from '../reading/read-document.ts';
import { readPolicyText } from '../reading/read-policy.ts';
import { createStatementFinder, type Statement, type StatementFinder } from '../reading/statements.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type { ReadingReasonsFile, ReadingRulesFile } from '../schemas/reading-rules.ts';

const files = import.meta.glob<ReadingRulesFile>('../policy-data/reading/??.json', { import: 'default' });

/** Finders by language: a page that reads a text mostly reads another one in the same language. */
const finders = new Map<string, Promise<StatementFinder | null>>();

/** A text, read, with all that the rules found in it. Whether it may be judged is `reading.state`. */
export type ReadText = { readonly reading: PolicyReading } & Pick<ReadPolicy, 'statements'>;

/** What is known of every text that is read, for `readClauses`; the names of companies to look for are the visit's. */
export const SHIPPED_READING_FACTS = {
  reasons: reasonsFile as ReadingReasonsFile,
  browserParts: browserParts as BrowserPartsFile,
};

/** The rules of a language; null where it has none. @throws Error when they do not arrive */
export async function loadRules(language: string): Promise<ReadingRulesFile | null> {
  return (await files[`../policy-data/reading/${language}.json`]?.()) ?? null;
}

async function makeFinder(language: string): Promise<StatementFinder | null> {
  const rules = await loadRules(language);
  return rules === null ? null : createStatementFinder(rules);
}

async function statementsOf(reading: PolicyReading): Promise<readonly Statement[]> {
  const { language } = reading;
  const finder = finders.get(language) ?? makeFinder(language);
  finders.set(language, finder);
  try {
    return (await finder)?.find(reading) ?? [];
  } catch (error) {
    // Asked for again at the next text: a file that did not come once may come then.
    finders.delete(language);
    throw error;
  }
}

/** Reads the text of a kept copy, or of a file. @throws Error when the rules of its language do not arrive */
export async function readText(document: PolicyText): Promise<ReadText> {
  const reading = readPolicyText(document);
  return { reading, statements: await statementsOf(reading) };
}

/** Reads a page's text as it arrives (`readPolicyPage` of background/policy-page.ts). @throws Error as `readText` */
export async function readPageText(raw: RawDocument): Promise<ReadText> {
  return readText(readDocument(raw));
}
