/** Is the age of a text right on every day, and in every language? */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english, languageOf } from '../english.ts';
import { loadLanguage } from '../../../shipped/languages.ts';
import { ageOf, ageWords, yearOf } from '../../../words/age-words.ts';

const CAPTURED = '2011-12-31';
const on = (day: string): number => Date.parse(`${day}T12:04:05Z`);

describe('the age of a text of 31 December 2011', () => {
  it.each([
    ['2011-12-31', 'less than a year ago'],
    ['2012-10-30', 'less than a year ago'],
    ['2012-10-31', 'almost 1 year ago'],
    ['2012-12-31', '1 year ago'],
    ['2013-01-30', '1 year ago'],
    ['2013-01-31', 'more than 1 year ago'],
    ['2026-10-30', 'more than 14 years ago'],
    ['2026-11-26', 'almost 15 years ago'],
    ['2026-12-30', 'almost 15 years ago'],
    ['2026-12-31', '15 years ago'],
    ['2027-01-01', '15 years ago'],
    ['2027-02-01', 'more than 15 years ago'],
    ['2027-06-30', 'more than 15 years ago'],
    ['2027-12-31', '16 years ago'],
  ])('on %s is %s', (day, words) => {
    expect(ageWords(english, CAPTURED, on(day))).toBe(words);
  });

  it('is not told of a day before it', () => {
    expect(ageWords(english, CAPTURED, on('2011-12-30'))).toBeNull();
    expect(ageWords(english, 'no day', on('2026-11-26'))).toBeNull();
  });

  it('of a leap day has its anniversary on 1 March in other years', () => {
    expect(ageOf('2024-02-29', on('2025-02-28'))).toEqual({ is: 'almost', years: 1 });
    expect(ageOf('2024-02-29', on('2025-03-01'))).toEqual({ is: 'exact', years: 1 });
    expect(ageOf('2024-02-29', on('2028-02-29'))).toEqual({ is: 'exact', years: 4 });
  });

  it('never falls as time goes on, and is never a year off', () => {
    const day = fc.date({ min: new Date('2011-12-31'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [early, late] = [a, b].map(Number).toSorted((x, y) => x - y);
        const years = (at = 0): number => {
          const age = ageOf(CAPTURED, at);
          return age === null || age.is === 'young' ? 0 : age.years;
        };
        expect(years(late)).toBeGreaterThanOrEqual(years(early));
        const exact = ((late ?? 0) - Date.parse(CAPTURED)) / (365.2425 * 86_400_000);
        expect(Math.abs(years(late) - exact)).toBeLessThan(1);
      }),
    );
  });

  it.each([
    ['de', 'vor fast 1 Jahr', 'vor fast 15 Jahren', 'vor mehr als 15 Jahren'],
    ['fr', 'il y a presque 1 an', 'il y a presque 15 ans', 'il y a plus de 15 ans'],
    ['es', 'hace casi 1 año', 'hace casi 15 años', 'hace más de 15 años'],
    ['pt-BR', 'há quase 1 ano', 'há quase 15 anos', 'há mais de 15 anos'],
    ['ja', 'ほぼ1年前', 'ほぼ15年前', '15年以上前'],
  ])('in %s has the plural of that language', async (code, one, almost, over) => {
    const language = languageOf(await loadLanguage(code));
    expect(['2012-11-26', '2026-11-26', '2027-06-30'].map((day) => ageWords(language, CAPTURED, on(day)))).toEqual([
      one,
      almost,
      over,
    ]);
  });

  it('has a year', () => {
    expect(yearOf(CAPTURED)).toBe('2011');
  });
});
