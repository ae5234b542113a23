/** Do sentences read right with the name of any record company? */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LanguageFile, Words } from '../../../schemas/language-file.ts';
import { companyNames, inWords, type NamedOrganisation } from '../../../words/company-names.ts';
import { languages, loadLanguage } from '../../../shipped/languages.ts';
import { fittingLanguage } from '../../../words/fitting-language.ts';

const SONY_MUSIC = { name: 'Sony Music', legalName: 'Sony Music Entertainment', family: 'Sony' };
const KELPWICK = { name: 'Kelpwick Records', legalName: 'Kelpwick Records Inc.' };

describe('a name in a sentence', () => {
  it.each([
    ['en', 'possessive', 'Sony Music', 'Sony Music’s'],
    ['en', 'possessive', 'Kelpwick Records', 'Kelpwick Records’'],
    ['de', 'possessive', 'Sony Music', 'Sony Musics'],
    ['de', 'possessive', 'Kelpwick Records', 'Kelpwick Records’'],
    ['de', 'possessive', 'Ariola', 'Ariolas'],
    ['de', 'possessive', 'Virgin Deluxe', 'Virgin Deluxes'],
    ['de', 'possessive', 'Because Dance', 'Because Dance’'],
    ['de', 'joined', 'Sony Music', 'Sony-Music'],
    ['en', 'a', 'Sony Music', 'a Sony Music'],
    ['en', 'a', 'Epic', 'an Epic'],
    ['en', 'a', 'Universal Music', 'a Universal Music'],
    ['en', 'a', 'Uncle Howard', 'an Uncle Howard'],
    ['en', 'a', 'One Little Independent', 'a One Little Independent'],
    ['en', 'a', 'Euphoria', 'a Euphoria'],
    ['en', 'a', 'Honest Jon’s', 'an Honest Jon’s'],
    ['en', 'a', 'Hansa', 'a Hansa'],
    ['en', 'a', 'RCA', 'an RCA'],
    ['en', 'a', 'BMG', 'a BMG'],
    ['en', 'a', 'EMI', 'an EMI'],
    ['en', 'a', 'UMG', 'a UMG'],
    ['en', 'a', 'A&M', 'an A&M'],
    ['en', 'a', 'XL Recordings', 'an XL Recordings'],
    ['en', 'a', 'Élan', 'an Élan'],
    ['fr', 'de', 'Sony Music', 'de Sony Music'],
    ['fr', 'de', 'Universal Music', 'd’Universal Music'],
    ['fr', 'de', 'Évasion', 'd’Évasion'],
    ['fr', 'que', 'Epic', 'qu’Epic'],
    ['fr', 'de', 'Harmonia Mundi', 'd’Harmonia Mundi'],
    ['fr', 'de', 'Hansa', 'de Hansa'],
    ['fr', 'de', 'Yamaha Music', 'de Yamaha Music'],
    ['fr', 'de', 'Yves Records', 'd’Yves Records'],
    ['fr', 'de', 'Oui FM', 'de Oui FM'],
    ['fr', 'à', 'Epic', 'à Epic'],
    ['pt-BR', 'da', 'Epic', 'da Epic'],
  ])('%s, %s: %s → %s', (language, format, name, written) => {
    expect(inWords(name, format, language)).toBe(written);
    expect(inWords([name], `${format}, or`, language)).toBe(written);
  });

  it.each([
    ['en', 'and', 'Sony Music and Epic'],
    ['en', 'possessive, or', 'Sony Music or Epic’s'],
    ['en', 'a, or', 'a Sony Music or an Epic'],
    ['de', 'joined, and', 'Sony-Music- und Epic'],
    ['fr', 'de, or', 'de Sony Music ou d’Epic'],
    ['es', 'and', 'Sony Music y Epic'],
    ['pt-BR', 'da, and', 'da Sony Music e da Epic'],
    ['ja', 'and', 'Sony Music、Epic'],
  ])('%s, %s: a list: %s', (language, format, written) => {
    expect(inWords(['Sony Music', 'Epic'], format, language)).toBe(written);
  });

  it('says “e” and “u” in Spanish where the next name would swallow “y” and “o”', () => {
    expect(inWords(['Sony Music', 'Island'], 'and', 'es')).toBe('Sony Music e Island');
    expect(inWords(['Sony Music', 'Orchard'], 'or', 'es')).toBe('Sony Music u Orchard');
  });

  it('keeps every letter of any name', () => {
    const formats = ['', 'and', 'a', 'de', 'possessive', 'da, or'];
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...formats),
        fc.constantFrom('en', 'de', 'fr'),
        (name, format, language) => {
          expect(inWords(name, format, language)).toContain(name);
        },
      ),
    );
  });
});

/** Each sentence of a language by its key, what it says in other words and the description for the stores. */
function sentences(words: Words, path: readonly string[] = []): (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : sentences(value, [...path, key]),
  );
}

const named = (all: readonly NamedOrganisation[], own: NamedOrganisation | null, code: string) =>
  companyNames(all, own, { language: { code, name: code, direction: 'ltr' } });

describe('the names of a page', () => {
  it('are those of its company, with those of all beside them', () => {
    expect(named([SONY_MUSIC, KELPWICK], SONY_MUSIC, 'en')).toEqual({
      company: 'Sony Music',
      legalCompany: 'Sony Music Entertainment',
      family: 'Sony',
      companies: ['Sony Music', 'Kelpwick Records'],
    });
    expect(named([SONY_MUSIC, KELPWICK], KELPWICK, 'en').family).toBe('Kelpwick Records');
  });

  it('are those of all where the page is nobody’s', () => {
    expect(named([SONY_MUSIC, KELPWICK], null, 'en').company).toBe('Sony Music or Kelpwick Records');
    expect(named([SONY_MUSIC], null, 'en').family).toBe('Sony');
  });
});

describe('no sentence names a company by itself', () => {
  it.each(languages.map(({ code }) => code))('%s', async (code) => {
    const file: LanguageFile = await loadLanguage(fittingLanguage(languages, code, []));
    const texts = [...sentences(file.words), ...sentences(file.badge), ['description', file.manifest.description]];
    expect(texts.length).toBeGreaterThan(600);
    expect(texts.filter(([, text]) => /sony|ソニー/i.test(text))).toEqual([]);
  });

  it('and each place for one is written as words/company-names.ts knows it', () => {
    const known =
      /^\{\{(?:company|legalCompany|family)(?:, (?:possessive|joined|a|de|que))?\}\}$|^\{\{companies(?:, (?:possessive|joined|a|à|de|que|da))?, (?:and|or)\}\}$/;
    for (const { code } of languages) {
      const text = readFileSync(`locales/${code.toLowerCase()}.json`, 'utf8');
      const places = text.match(/\{\{\s*(?:compan|legalC|family)[^}]*\}\}/g) ?? [];
      expect(places.length).toBeGreaterThan(40);
      expect(places.filter((place) => !known.test(place))).toEqual([]);
    }
  });
});
