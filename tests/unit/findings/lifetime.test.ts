import { expect, it } from 'vitest';
import storedItems from '../../../policy-data/stored-items.json' with { type: 'json' };
import { asksForMore } from '../../../findings/lifetime.ts';

it.each([
  ['400 days', false],
  ['401 days', true],
  ['13 months', false],
  ['14 months', true],
  ['57 weeks', false],
  ['58 weeks', true],
  ['1 year', false],
  ['2 years', true],
  ['1 to 10 years', true],
  ['2 years (13 months in Europe)', true],
  ['30 years or until deleted', true],
  ['6 months to 2 years', true],
  ['30 seconds to 1 year', false],
  ['session', false],
  ['until deleted', false],
])('“%s”: more than 400 days is %s', (lifetime, more) => {
  expect(asksForMore(lifetime)).toBe(more);
});

it('can read each lifetime of the data that speaks of time', () => {
  const unread = storedItems.items
    .map(({ lifetime }) => lifetime)
    .filter((lifetime) => /\d/.test(lifetime) && !/\d+ (?:second|minute|hour|day|week|month|year)s?\b/.test(lifetime));
  expect(unread).toEqual([]);
});
