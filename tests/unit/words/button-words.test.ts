/** The popup's first script says what the button says, without the name that stands above it: in each language, before the words are there. */
import { describe, expect, it } from 'vitest';
import { NO_BADGE } from '../../../findings/badge.ts';
import { badgeTitles } from '../../../shipped/badge-titles.ts';
import { languages } from '../../../shipped/languages.ts';
import { buttonWords } from '../../../words/button-words.ts';

describe.each(languages.map(({ code }) => code))('the words of the button in %s', (code) => {
  const { title, none, trouble } = badgeTitles(code);

  it.each([title, none])('say of a page “%s” without the name', (text) => {
    const words = buttonWords(text);
    expect(words).not.toBeNull();
    expect(words).not.toMatch(/Liner|^[\s:：]/);
    expect(text.endsWith(words ?? '?')).toBe(true);
  });

  it('are none where they tell of no page', () => {
    expect(buttonWords(trouble)).toBeNull();
    expect(buttonWords(NO_BADGE.title)).toBeNull();
  });
});
