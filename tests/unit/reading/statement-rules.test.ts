/** Every rule is proved by its own examples: what it finds, and what it must not find. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStatementFinder, type Statement } from '../../../reading/statements.ts';
import type { ReadingRule, ReadingRulesFile } from '../../../schemas/reading-rules.ts';
import { exampleSentences } from './example-sentences.ts';

const FOLDER = join(import.meta.dirname, '../../../policy-data/reading');
const LANGUAGES = readdirSync(FOLDER)
  .filter((name) => name !== 'reasons.json')
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as ReadingRulesFile);

const subjectOf = (rule: ReadingRule): string => ('practice' in rule ? rule.practice : rule.category);

/** What the last sentence of an example says of the rule's subject, by this rule; one that goes on needs the others for the sentence before. */
function foundBy(file: ReadingRulesFile, rule: ReadingRule, example: string): Statement[] {
  const others = file.rules.filter((one) => one.continues !== true && subjectOf(one) === subjectOf(rule));
  const rules = rule.continues === true ? [rule, ...others] : [rule];
  const sentences = exampleSentences(example);
  return createStatementFinder({ ...file, rules })
    .find({ sentences })
    .filter(({ sentence, rule: id }) => id === rule.id && sentence === sentences.length - 1);
}

describe.each(LANGUAGES)('the rules of $language', (file) => {
  it.each(file.rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const missed = rule.examples.filter((example) => foundBy(file, rule, example).length === 0);
    const wrong = (rule.counterExamples ?? []).filter((example) => foundBy(file, rule, example).length > 0);
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  });
});
