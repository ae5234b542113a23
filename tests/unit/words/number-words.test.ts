/** Are numbers those of the language that is spoken? */
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { plainNumber, useNumbersOf, wordLocale } from '../../../words/number-words.ts';

afterEach(() => {
  useNumbersOf('en');
});

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
  ])('in %s: %d is %s', (language, count, words) => {
    useNumbersOf(language);
    expect(plainNumber(count)).toBe(words);
  });

  it('changes with the language, however often it was asked for', () => {
    expect(plainNumber(1204)).toBe('1,204');
    useNumbersOf('de');
    expect(plainNumber(1204)).toBe('1.204');
    useNumbersOf('en');
    expect(plainNumber(1204)).toBe('1,204');
  });

  it.each(['en', 'de', 'fr', 'es', 'pt-BR'])('reads as Intl writes it, in %s', (language) => {
    useNumbersOf(language);
    const intl = new Intl.NumberFormat(wordLocale());
    fc.assert(fc.property(fc.integer(), (count) => plainNumber(count) === intl.format(count)));
  });
});

it.each([
  ['en', 'en-GB'],
  ['de', 'de'],
  ['pt-BR', 'pt-BR'],
])('the locale of %s is %s', (language, locale) => {
  useNumbersOf(language);
  expect(wordLocale()).toBe(locale);
});
