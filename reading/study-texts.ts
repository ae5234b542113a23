/** Reads one or two texts by the rules, and tells what differs between them. Work of a second for a long text: a page has a worker do it. */
import type { ReadingRulesFile } from '../schemas/reading-rules.ts';
import { driftOf, type Drift } from './drift.ts';
import type { PolicyReading } from './policy-reading.ts';
import type { PolicyText } from './policy-text.ts';
import { readPolicyText } from './read-policy.ts';
import { createStatementFinder, type Statement } from './statements.ts';

/** What is to be done. */
export interface StudyRequest {
  /** One text, or two that are compared, the earlier one first. */
  readonly texts: readonly PolicyText[];
  /** By language; a text in another one has no statements. */
  readonly rules: Readonly<Record<string, ReadingRulesFile>>;
}

/** What is being done. */
export type StudyStep = 'reading' | 'comparing';

/** A text, read, with what the rules found in it. */
export interface StudiedText {
  readonly reading: PolicyReading;
  readonly statements: readonly Statement[];
}

/** What came of it. `drift`: null for one text alone, and for two in different languages. */
export interface StudyResult {
  readonly texts: readonly StudiedText[];
  readonly drift: Drift | null;
}

/** Does it, and tells what is being done. @throws Error when rules ask for a term that they do not have */
export function studyTexts({ texts, rules }: StudyRequest, tell: (step: StudyStep) => void): StudyResult {
  tell('reading');
  const studied = texts.map((document): StudiedText => {
    const reading = readPolicyText(document);
    const file = rules[reading.language];
    return { reading, statements: file === undefined ? [] : createStatementFinder(file).find(reading) };
  });
  const [before, after] = studied;
  if (after === undefined || before?.reading.language !== after.reading.language)
    return { texts: studied, drift: null };
  tell('comparing');
  return { texts: studied, drift: driftOf(before.reading, after.reading) };
}
