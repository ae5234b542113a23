import { describe, expect, it } from 'vitest';
import { badgeWords } from '../../../words/badge-words.ts';
import { languages } from '../../../words/languages.ts';
import en from '../../../locales/en.json' with { type: 'json' };

describe('badgeWords', () => {
  it.each(languages.map(({ code }) => code))('are there in %s, with a place for the number', (code) => {
    const { title, none, trouble } = badgeWords(code);
    expect(title).toContain('{{count}}');
    expect(new Set([title, none, trouble]).size).toBe(3);
    expect(title === en.badge.title).toBe(code === 'en');
  });

  it('are English for a language that has none', () => {
    expect(badgeWords('xx')).toEqual(en.badge);
  });
});
