import { expect, it } from 'vitest';
import { clausesInOrder, readableQuote } from '../../../words/quote-words.ts';
import clausesFile from '../../../policy-data/organisations/sony-music/policies/2011-12-31/clauses.json' with { type: 'json' };
import { analyticsClause, billingClause, cookieClause, operationsClause } from '../components/report-fixture.ts';
import { makeFinding, makePractice } from '../../../tools/builders/reports.ts';

it.each([
  ['please\u00a0[contact us](http://a.example/b?c=)\u00a0immediately', 'please contact us immediately'],
  ['**Visit \u00a0[www.a.example](http://a.example/)\u00a0now.**', 'Visit www.a.example now.'],
  ['[parents](http://a.example/x)[](http://a.example/x)\u00a0and', 'parents and'],
  ['by writing us:\n\nA\u00a0  \nB\u00a0  \nC', 'by writing us:\nA\nB\nC'],
  ['  * Fulfill your order\n  * Other', 'Fulfill your order\nOther'],
  ['(e.g., a [sic] word)', '(e.g., a [sic] word)'],
])('%j reads %j', (quote, words) => {
  expect(readableQuote(quote)).toBe(words);
});

it('takes no word of the policy away', () => {
  const lettersOf = (text: string): string => text.replace(/\]\([^)]*\)/g, '').replace(/[^A-Za-z0-9]/g, '');
  for (const { quote } of clausesFile.clauses) expect(lettersOf(readableQuote(quote))).toBe(lettersOf(quote));
});

it('sets the sentences that name the practice first', () => {
  const finding = makeFinding({
    practice: makePractice({ id: 'x', name: 'X' }),
    label: 'stated',
    clauses: [
      { clause: billingClause, speaks: 'unclear' },
      { clause: operationsClause, speaks: 'general' },
      { clause: analyticsClause, speaks: 'names' },
      { clause: cookieClause, speaks: 'names' },
    ],
  });
  expect(clausesInOrder(finding).map(({ clause }) => clause.id)).toEqual([
    analyticsClause.id,
    cookieClause.id,
    operationsClause.id,
    billingClause.id,
  ]);
});
