import { describe, expect, it } from 'vitest';
import { badgeTitles } from '../../../shipped/badge-titles.ts';
import { languages } from '../../../shipped/languages.ts';
import en from '../../../locales/en.json' with { type: 'json' };

describe('badgeTitles', () => {
  it.each(languages.map(({ code }) => code))('are there in %s, with a place for the number', (code) => {
    const { title, none, trouble } = badgeTitles(code);
    expect(title).toContain('{{count}}');
    expect(new Set([title, none, trouble]).size).toBe(3);
    expect(title === en.badge.title).toBe(code === 'en');
  });

  it('are English for a language that has none', () => {
    expect(badgeTitles('xx')).toEqual(en.badge);
  });
});
