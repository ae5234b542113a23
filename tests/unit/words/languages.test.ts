/** Which language does a person get, of those that there are files for? */
import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingLanguage, languages, loadLanguage } from '../../../words/languages.ts';

const codes = languages.map(({ code }) => code);
/** The first of these that there is a file for; English where there is none. What a row expects holds with any number of files. */
const first = (...wanted: readonly string[]): string => wanted.find((code) => codes.includes(code)) ?? 'en';

describe('the languages', () => {
  it('are the files of locales/, each by its own name', () => {
    const files = readdirSync('locales').filter((file) => file.endsWith('.json'));
    expect(codes.map((code) => code.toLowerCase()).toSorted()).toEqual(
      files.map((file) => file.replace(/\.json$/, '')).toSorted(),
    );
    expect(languages.find(({ code }) => code === 'en')).toEqual({ code: 'en', name: 'English', direction: 'ltr' });
  });

  it.each(codes)('%s can be loaded whole', async (code) => {
    const file = await loadLanguage(code);
    expect(file.language).toEqual(languages.find((language) => language.code === code));
    expect(file.words.product).toBe('Liner Notes');
  });

  it.each(['', 'xx', 'EN', 'en-GB', '../en', '__proto__', 'constructor', 'en.json'])('%j cannot', async (code) => {
    await expect(loadLanguage(code)).rejects.toThrow(`There is no language file for “${code}”.`);
  });
});

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
    expect(fittingLanguage(chosen, wanted)).toBe(expected);
  });

  it.each(codes)('who chose %s gets it, whatever the browser wants', (code) => {
    expect(fittingLanguage(code, ['en', 'de', 'zz'])).toBe(code);
    expect(fittingLanguage(null, [code.toUpperCase()])).toBe(code);
  });

  it('is always one that there is', () => {
    const tag = fc.oneof(fc.string(), fc.constantFrom('en-GB', 'de-CH', 'fr', 'zh-Hant-TW', 'es-419'));
    fc.assert(
      fc.property(fc.option(tag), fc.array(tag), (chosen, wanted) => codes.includes(fittingLanguage(chosen, wanted))),
    );
  });
});
