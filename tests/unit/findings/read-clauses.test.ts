/** A policy that was read judges as its clauses do: the text of 2011, read by rules, beside the clauses that a person cut from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import browserParts from '../../../policy-data/browser-parts.json' with { type: 'json' };
import englishRules from '../../../policy-data/reading/en.json' with { type: 'json' };
import reasons from '../../../policy-data/reading/reasons.json' with { type: 'json' };
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { ClauseIndex } from '../../../findings/clauses.ts';
import type { Finding } from '../../../findings/finding.ts';
import { readClauses, type ReadPolicy } from '../../../findings/read-clauses.ts';
import { judge } from '../../../findings/report.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readDocument } from '../../../reading/read-document.ts';
import { sentencesOf } from '../../../reading/sentences.ts';
import { createStatementFinder } from '../../../reading/statements.ts';
import type { BrowserPartsFile } from '../../../schemas/label-data.ts';
import type { ReadingRulesFile } from '../../../schemas/reading-rules.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { visit } from '../../../tools/builders/observations.ts';
import { labelSituations, type LabelSituation } from './label-situations.ts';

const TEXT_OF_2011 = join(
  import.meta.dirname,
  '../../../policy-data/organisations/sony-music/policies/2011-12-31/policy.md',
);
const [knowledge] = shippedKnowledge();
const finder = createStatementFinder(englishRules as ReadingRulesFile);
const about = { reasons, browserParts: browserParts as BrowserPartsFile, names: ['Facebook', 'Twitter', 'Google'] };

function read(text: string, state: ReadPolicy['reading']['state'] = { state: 'policy' }): ReadPolicy {
  const sentences = sentencesOf(readDocument(readPlainText(text)));
  const reading = { sentences, state, date: { kind: 'none' } as const };
  return { reading, statements: finder.find({ sentences }), readAt: '2011-12-31' };
}

function findingIn({ practice, seen, page }: LabelSituation, clauses: ClauseIndex): Finding | undefined {
  const organisation = { ...knowledge.organisation, clauses };
  const all = judge(foldObservations(visit(page), seen), { ...knowledge, organisation }, 'held');
  return all.find((finding) => finding.practice.id === practice);
}

const labelOf = (finding: Finding | undefined): string =>
  finding === undefined ? 'not seen' : `${finding.label}${finding.otherwise === true ? ', otherwise' : ''}`;

describe('the policy of 2011, read by rules', () => {
  const clauses = readClauses(read(readFileSync(TEXT_OF_2011, 'utf8')), about);

  it('gives each situation the label that the curated clauses give', () => {
    const differ = labelSituations.flatMap((one) => {
      const [curated, byRules] = [findingIn(one, knowledge.organisation.clauses), findingIn(one, clauses)];
      const labels = [labelOf(curated), labelOf(byRules)];
      return labels[0] === labels[1] ? [] : [`${one.practice}, ${one.situation}: ${labels.join(' → ')}`];
    });
    expect(differ).toEqual([]);
  });

  it('quotes the sentences as they stand', () => {
    const text = readDocument(readPlainText(readFileSync(TEXT_OF_2011, 'utf8'))).text;
    expect(clauses.all.length).toBeGreaterThan(40);
    for (const { quote, start, end } of clauses.all) expect(text.slice(start, end)).toBe(quote);
  });

  it('names the companies that a sentence prints, and for what', () => {
    expect(clauses.named.map(({ printed, as }) => `${printed}: ${as}`)).toEqual([
      'Facebook: sign-in',
      'Twitter: sign-in',
    ]);
  });
});

describe('a text that was read', () => {
  const shop = labelSituations.find(({ practice }) => practice === 'web-storage');

  it('is silent only where it was read whole', () => {
    if (shop === undefined) throw new Error('no situation of web storage');
    const label = (state: ReadPolicy['reading']['state']): (string | null | undefined)[] => {
      const finding = findingIn(shop, readClauses(read('We collect your name.', state), about));
      return [finding?.label, finding?.reason];
    };
    expect(label({ state: 'policy' })).toEqual(['not-found', null]);
    expect(label({ state: 'cut-short', by: 'limit' })).toEqual(['cannot-tell', reasons.silence['cut-short']]);
    expect(label({ state: 'language-without-rules' })[1]).toBe(reasons.silence['language-without-rules']);
    expect(label({ state: 'not-a-policy' })[1]).toBe(reasons.silence['not-a-policy']);
    expect(label({ state: 'empty', by: 'no-words' })[1]).toBe(reasons.silence.empty);
  });

  it('prints a name only as a word of its own', () => {
    const { named } = readClauses(read('We show Metadata of the songs. Googles, and Google itself.'), {
      ...about,
      names: ['Meta', 'Google', 'Go'],
    });
    expect(named.map(({ printed, clauses }) => [printed, clauses])).toEqual([['Google', ['sentence-1']]]);
  });

  it('is as old as it says, or as the day on which it was read', () => {
    const policy = read('We collect your name.');
    const dated = { ...policy.reading, date: { kind: 'found', iso: '2009-05', of: 'changed', sentence: 0 } as const };
    expect(readClauses(policy, about).year).toBe(2011);
    expect(readClauses({ ...policy, reading: dated }, about).year).toBe(2009);
  });
});
