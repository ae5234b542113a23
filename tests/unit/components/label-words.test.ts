import { expect, it } from 'vitest';
import { chipWords, labelSentence, unnamedSentence } from '../../../components/label-words';
import type { CompanyInPractice, Label } from '../../../findings/finding';
import { inPractice, makeCompany, makeFinding, makePractice, policy } from './report-fixture';

const practice = makePractice({ id: 'tag-manager', name: 'Tag manager' });
const met = (name: string, namedByPolicy = false): CompanyInPractice =>
  inPractice(makeCompany({ name }), namedByPolicy);
const finding = (label: Label, companies: readonly CompanyInPractice[] = [], reason: string | null = null) =>
  makeFinding({ practice, label, companies, reason });

it.each([
  ['stated', [], null, 'The policy of 31 Dec 2011 says:'],
  ['stated-in-general', [], null, 'The policy of 31 Dec 2011 says so in general words.'],
  [
    'stated-in-general',
    [met('A')],
    null,
    'The policy of 31 Dec 2011 says so in general words; it does not name this company.',
  ],
  [
    'stated-in-general',
    [met('A'), met('B'), met('C', true)],
    null,
    'The policy of 31 Dec 2011 says so in general words; it does not name these 2 companies.',
  ],
  ['not-found', [met('A')], null, 'We found no sentence about this in the policy of 31 Dec 2011.'],
  ['cannot-tell', [], 'The text is ambiguous.', 'We cannot tell: The text is ambiguous.'],
  ['cannot-tell', [], null, 'We cannot tell.'],
] as const)('the sentence of %s with %j', (label, companies, reason, words) => {
  expect(labelSentence(finding(label, companies, reason), policy)).toBe(words);
});

it.each([
  ['stated', 'Stated'],
  ['stated-in-general', 'In general words'],
  ['not-found', 'No sentence found'],
  ['cannot-tell', 'Cannot tell'],
] as const)('the chip of %s says "%s"', (label, words) => {
  expect(chipWords(label)).toBe(words);
  // Of a site with its own policy we cannot tell anything; the background text does not change that.
  expect(chipWords(label, true)).toBe(label === 'cannot-tell' ? words : `Background: ${words}`);
});

it.each([
  ['stated', [met('A')], 'It does not name this company.'],
  ['stated', [met('A'), met('B')], 'It does not name these 2 companies.'],
  ['stated', [met('A'), met('B'), met('Facebook', true)], 'It does not name A and B.'],
  ['stated', [met('Facebook', true)], null],
  ['stated', [], null],
  ['not-found', [met('A')], null],
] as const)('%s with %j names no more than it should', (label, companies, words) => {
  expect(unnamedSentence(finding(label, companies))).toBe(words);
});
