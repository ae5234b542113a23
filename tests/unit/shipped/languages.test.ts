/** Is every file of locales/ there, whole, and under its own name? */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { languages, loadLanguage } from '../../../shipped/languages.ts';

const codes = languages.map(({ code }) => code);

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

  it.each(codes)('%s translates the sentences of the data as its own file does', async (code) => {
    const own = JSON.parse(readFileSync(`locales/${code.toLowerCase()}.json`, 'utf8')) as LanguageFile;
    const file = await loadLanguage(code);
    expect(file.phrases ?? {}).toEqual(own.phrases ?? {});
    expect(file.routes).toEqual(own.routes);
  });

  it.each(['', 'xx', 'EN', 'en-GB', '../en', '__proto__', 'constructor', 'en.json'])('%j cannot', async (code) => {
    await expect(loadLanguage(code)).rejects.toThrow(`There is no language file for “${code}”.`);
  });
});
