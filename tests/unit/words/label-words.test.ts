import { describe, expect, it } from 'vitest';
import { languageFileNames, readLanguage } from '../../../checks/language-files.ts';
import { english, languageOf } from '../english.ts';
import {
  chipWords,
  headingWords,
  labelSentence,
  roleWords,
  partSentences,
  unnamedSentence,
} from '../../../words/label-words.ts';
import { shortDate } from '../../../words/format.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import type { CompanyInPractice, Label } from '../../../findings/finding.ts';
import { policy } from '../components/report-fixture.ts';
import { inPractice, makeCompany, makeEvidence, makeFinding, makePractice } from '../../../tools/builders/reports.ts';

const practice = makePractice({ id: 'tag-manager', name: 'Tag manager' });
const met = (name: string, namedByPolicy = false): CompanyInPractice =>
  inPractice(makeCompany({ name }), namedByPolicy);
const finding = (label: Label, companies: readonly CompanyInPractice[] = [], reason: string | null = null) =>
  makeFinding({ practice, label, companies, reason });

it.each([
  ['stated', [], null, 'The policy of 31 Dec 2011 says:'],
  ['stated-in-general', [], null, 'The policy of 31 Dec 2011 speaks of it in general words.'],
  [
    'stated-in-general',
    [met('A')],
    null,
    'The policy of 31 Dec 2011 speaks of it in general words; it does not name this company.',
  ],
  [
    'stated-in-general',
    [met('A'), met('B')],
    null,
    'The policy of 31 Dec 2011 speaks of it in general words; it does not name these 2 companies.',
  ],
  [
    'stated-in-general',
    [met('A'), met('B'), met('C', true)],
    null,
    'The policy of 31 Dec 2011 speaks of it in general words.',
  ],
  ['not-found', [met('A')], null, 'We found no sentence about this in the policy of 31 Dec 2011.'],
  ['cannot-tell', [], 'The text is ambiguous.', 'We cannot tell: The text is ambiguous.'],
  ['cannot-tell', [], null, 'We cannot tell.'],
] as const)('the sentence of %s with %j', (label, companies, reason, words) => {
  expect(labelSentence(english, finding(label, companies, reason), policy)).toBe(words);
});

describe('a text that the person has read is called by that day, which is no date of the policy', () => {
  const dated = { ...policy, captureDate: '2026-11-27' };
  const read = { ...dated, readAt: Date.UTC(2026, 10, 27, 12) };
  const broken = { ...finding('stated'), otherwise: true };

  it.each([
    [finding('stated'), 'The text that you read on 27 Nov 2026 says:', 'Stated in the text that you read'],
    [broken, 'The text that you read on 27 Nov 2026 says otherwise:', 'The text that you read says otherwise'],
    [
      finding('stated-in-general'),
      'The text that you read on 27 Nov 2026 speaks of it in general words.',
      'In general words in the text that you read',
    ],
    [
      finding('stated-in-general', [met('A'), met('B')]),
      'The text that you read on 27 Nov 2026 speaks of it in general words; it does not name these 2 companies.',
      'In general words in the text that you read',
    ],
    [
      finding('not-found'),
      'We found no sentence about this in the text that you read on 27 Nov 2026.',
      'No sentence found in the text that you read',
    ],
    [finding('cannot-tell'), 'We cannot tell.', 'Cannot tell if the text that you read covers it'],
  ])('%#: %j', (judged, sentence, heading) => {
    expect(labelSentence(english, judged, read)).toBe(sentence);
    expect(headingWords(english, judged, read)).toBe(heading);
  });

  it.each(languageFileNames('.'))('in each language: %s', (file) => {
    const language = languageOf(readLanguage('.', file).language);
    const date = shortDate(language, read.captureDate);
    for (const label of ['stated', 'stated-in-general', 'not-found'] as const) {
      const judged = finding(label, [met('A')]);
      expect(headingWords(language, judged, read)).not.toMatch(/2026|2011/);
      expect(labelSentence(language, judged, read)).toContain(date);
      expect(labelSentence(language, judged, read)).not.toBe(labelSentence(language, judged, dated));
    }
  });

  it('and that which is held by its own date', () => {
    expect(headingWords(english, finding('not-found'), policy)).toBe('No sentence found in the 2011 policy');
  });
});

it.each([
  ['stated', 'Stated'],
  ['stated-in-general', 'In general words'],
  ['not-found', 'No sentence found'],
  ['cannot-tell', 'Cannot tell'],
] as const)('the chip of %s says "%s"', (label, words) => {
  expect(chipWords(english, label)).toBe(words);
  // Of a site with its own policy we cannot tell anything; the background text does not change that.
  expect(chipWords(english, label, true)).toBe(label === 'cannot-tell' ? words : `Background: ${words}`);
});

it.each([
  ['stated', [met('A')], 'It does not name this company.'],
  ['stated', [met('A'), met('B')], 'It does not name these 2 companies.'],
  ['stated', [met('A'), met('B'), met('Facebook', true)], 'It does not name A and B.'],
  ['stated', [met('Facebook', true)], null],
  ['stated', [], null],
  ['stated-in-general', [met('A'), met('B'), met('Facebook', true)], 'It does not name A and B.'],
  // The label's own sentence has said it.
  ['stated-in-general', [met('A')], null],
  ['not-found', [met('A')], null],
] as const)('%s with %j names no more than it should', (label, companies, words) => {
  expect(unnamedSentence(english, finding(label, companies))).toBe(words);
});

describe('a company that the text names for something else', () => {
  const entry = shippedKnowledge()[0].organisation.clauses.named.find(({ printed }) => printed === 'Facebook Connect');
  if (entry === undefined) throw new Error('The text names Facebook Connect.');
  const meta: CompanyInPractice = { ...met('Meta'), named: entry };

  it.each([
    [
      'stated',
      [meta],
      'It does not name this company. Only elsewhere does it name Meta (“Facebook Connect”) as a way to sign in.',
    ],
    [
      'stated',
      [meta, met('A'), met('Twitter', true)],
      'It does not name Meta and A. Only elsewhere does it name Meta (“Facebook Connect”) as a way to sign in.',
    ],
    ['stated-in-general', [meta], 'Only elsewhere does it name Meta (“Facebook Connect”) as a way to sign in.'],
    ['not-found', [meta], null],
  ] as const)('%s with %j', (label, companies, words) => {
    expect(unnamedSentence(english, finding(label, companies))).toBe(words);
  });

  it('stands in the list with what it is named for', () => {
    expect(roleWords(english, 'Meta', entry)).toBe('Meta (“Facebook Connect”) as a way to sign in');
    expect(roleWords(english, 'Facebook Connect', entry)).toBe('Facebook Connect as a way to sign in');
  });
});

it('a promise that the page does not keep has words of its own', () => {
  const broken = { ...finding('stated'), otherwise: true };
  expect(chipWords(english, 'stated', false, true)).toBe('Policy says otherwise');
  expect(labelSentence(english, broken, policy)).toBe('The policy of 31 Dec 2011 says otherwise:');
});

it('what was seen is parted where the text does not say the same of all', () => {
  const evidence = makeEvidence({ kind: 'local', name: 'theme' });
  const parts = [
    { label: 'not-found', reason: null, otherwise: false, companies: [], evidence: [evidence] },
    { label: 'cannot-tell', reason: 'It may be so.', otherwise: false, companies: ['A', 'B'], evidence: [] },
    { label: 'stated', reason: null, otherwise: true, companies: ['C'], evidence: [] },
  ] as const;
  expect(partSentences(english, { ...finding('not-found'), parts })).toEqual([
    'No sentence found: theme',
    'Cannot tell: A and B. It may be so.',
    'Policy says otherwise: C',
  ]);
  expect(partSentences(english, finding('stated'))).toEqual([]);
});
