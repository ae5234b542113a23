/** Which language does a person get, of those that there are files for? */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../shipped/languages.ts';
import { fittingLanguage } from '../../../words/fitting-language.ts';

const codes = languages.map(({ code }) => code);
/** The first of these that there is a file for; English where there is none. What a row expects holds with any number of files. */
const first = (...wanted: readonly string[]): string => wanted.find((code) => codes.includes(code)) ?? 'en';

describe('the language of a person', () => {
  it.each<[string | null, readonly string[], string]>([
    [null, [], 'en'],
    [null, ['en-US', 'de'], 'en'],
    [null, ['EN-us'], 'en'],
    [null, ['nl', 'fr-CA', 'en'], first('nl', 'fr', 'en')],
    [null, ['de-AT', 'en'], first('de', 'en')],
    [null, ['pt', 'en'], first('pt', 'pt-BR', 'en')],
    [null, ['pt-PT', 'en'], first('pt-PT', 'pt', 'pt-BR', 'en')],
    [null, ['xx', 'yy-ZZ'], 'en'],
    [null, ['', '-', 'e', 'eng'], 'en'],
    ['en', ['de', 'fr'], 'en'],
    ['de', ['en'], first('de', 'en')],
    ['xx', ['en-AU', 'de'], 'en'],
    ['xx', ['de', 'en'], first('de', 'en')],
    ['xx', [], 'en'],
  ])('who chose %j and whose browser wants %j is %s', (chosen, wanted, expected) => {
    expect(fittingLanguage(languages, chosen, wanted)).toBe(expected);
  });

  it.each(codes)('who chose %s gets it, whatever the browser wants', (code) => {
    expect(fittingLanguage(languages, code, ['en', 'de', 'zz'])).toBe(code);
    expect(fittingLanguage(languages, null, [code.toUpperCase()])).toBe(code);
  });

  it('is always one that there is', () => {
    const tag = fc.oneof(fc.string(), fc.constantFrom('en-GB', 'de-CH', 'fr', 'zh-Hant-TW', 'es-419'));
    fc.assert(
      fc.property(fc.option(tag), fc.array(tag), (chosen, wanted) =>
        codes.includes(fittingLanguage(languages, chosen, wanted)),
      ),
    );
  });

  it('is of those that are handed in, and English where there are none', () => {
    const dutch = { code: 'nl', name: 'Nederlands', direction: 'ltr' } as const;
    expect(fittingLanguage([dutch], null, ['de', 'nl-BE'])).toBe('nl');
    expect(fittingLanguage([], 'nl', ['nl'])).toBe('en');
  });
});
