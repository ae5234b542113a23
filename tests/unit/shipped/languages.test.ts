/** Is every file of locales/ there, whole, and under its own name? */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

  it.each(['', 'xx', 'EN', 'en-GB', '../en', '__proto__', 'constructor', 'en.json'])('%j cannot', async (code) => {
    await expect(loadLanguage(code)).rejects.toThrow(`There is no language file for “${code}”.`);
  });
});
