/** Are numbers those of their language? */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumbers, localeOf } from '../../../words/number-words.ts';

describe('a number', () => {
  it.each([
    ['en', 0, '0'],
    ['en', 999, '999'],
    ['en', 1000, '1,000'],
    ['en', 1204, '1,204'],
    ['en', 1_234_567, '1,234,567'],
    ['en', -5, '-5'],
    ['en', 2.5, '2.5'],
    ['de', 999, '999'],
    ['de', 1204, '1.204'],
    ['de', 2.5, '2,5'],
    ['fr', 1204, '1\u202f204'],
    ['pt-BR', 1204, '1.204'],
    ['es', 12_040, '12.040'],
  ])('in %s: %d is %s', (code, count, words) => {
    const { plainNumber, countedNumber } = createNumbers(localeOf(code));
    expect(plainNumber(count)).toBe(words);
    expect([countedNumber(count, false), countedNumber(count, true)]).toEqual([words, `${words}+`]);
  });

  it('stays that of its language, however often another one was asked', () => {
    const [english, german] = ['en', 'de'].map((code) => createNumbers(localeOf(code)));
    const both = (): readonly unknown[] => [english?.plainNumber(1204), german?.plainNumber(1204)];
    expect(both()).toEqual(['1,204', '1.204']);
    expect(both()).toEqual(['1,204', '1.204']);
  });

  it.each(['en', 'de', 'fr', 'es', 'pt-BR'])('reads as Intl writes it, in %s', (code) => {
    const { plainNumber } = createNumbers(localeOf(code));
    const intl = new Intl.NumberFormat(localeOf(code));
    fc.assert(fc.property(fc.integer(), (count) => plainNumber(count) === intl.format(count)));
  });
});

it.each([
  ['en', 'en-GB'],
  ['de', 'de'],
  ['pt-BR', 'pt-BR'],
])('the locale of %s is %s', (code, locale) => {
  expect(localeOf(code)).toBe(locale);
});
