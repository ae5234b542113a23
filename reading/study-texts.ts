/** Reads one or two texts by the rules, and tells what differs between them. Work of a second for a long text: a page has a worker do it. */
import type { ReadingRulesFile } from '../schemas/reading-rules.ts';
import { driftOf, type Drift } from './drift.ts';
import type { PolicyReading } from './policy-reading.ts';
import type { PolicyText } from './policy-text.ts';
import type { RawDocument } from './raw-document.ts';
import { readDocument } from './read-document.ts';
import { readPolicyText } from './read-policy.ts';
import { createStatementFinder, type Statement } from './statements.ts';

/** A text that is to be read: one that is kept or ships, or a page's as it arrives. */
export type StudyText = PolicyText | RawDocument;

/** The rules of some languages; a text in another one has no statements. */
export type RulesByLanguage = Readonly<Record<string, ReadingRulesFile>>;

/** What is being done. */
export type StudyStep = 'reading' | 'comparing';

/** A text, read, with what the rules found in it. Whether it may be judged is `reading.state`. */
export interface StudiedText {
  readonly reading: PolicyReading;
  readonly statements: readonly Statement[];
}

/** What came of it. `drift`: null for one text alone, and for two in different languages. */
export interface StudyResult {
  readonly texts: readonly StudiedText[];
  readonly drift: Drift | null;
}

/**
 * Does it, and tells what is being done. `texts`: one, or two that are compared, the earlier one first. `rulesOf` is asked once, for the
 * languages that the texts turn out to be in.
 *
 * @throws Error when the rules do not come, or ask for a term that they do not have
 */
export async function studyTexts(
  texts: readonly StudyText[],
  rulesOf: (languages: readonly string[]) => Promise<RulesByLanguage>,
  tell: (step: StudyStep) => void,
): Promise<StudyResult> {
  tell('reading');
  const readings = texts.map((text) => readPolicyText('text' in text ? text : readDocument(text)));
  const rules = await rulesOf([...new Set(readings.map(({ language }) => language))]);
  const studied = readings.map((reading): StudiedText => {
    const file = rules[reading.language];
    return { reading, statements: file === undefined ? [] : createStatementFinder(file).find(reading) };
  });
  const [before, after] = readings;
  if (after === undefined || before?.language !== after.language) return { texts: studied, drift: null };
  tell('comparing');
  return { texts: studied, drift: driftOf(before, after) };
}
