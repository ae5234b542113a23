import { describe, expect, it } from 'vitest';
import { readingGrade, syllables } from './reading-level.ts';

describe('syllables', () => {
  it.each([
    ['the', 1],
    ['phone', 1],
    ['used', 1],
    ['table', 2],
    ['wanted', 2],
    ['prices', 2],
    ['music', 2],
    ['policy', 3],
    ['company', 3],
    ['information', 4],
  ])('%s has %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });
});

describe('readingGrade', () => {
  it('is low for a plain sentence', () => {
    expect(readingGrade('The site keeps small notes in your browser.')).toBeLessThan(6);
  });

  it('is high for the language of contracts', () => {
    const hard =
      'Notwithstanding the aforementioned limitations, personally identifiable information may be disseminated to affiliated organisations.';
    expect(readingGrade(hard)).toBeGreaterThan(16);
  });

  it('falls when a long sentence is cut in two', () => {
    expect(readingGrade('You can reply to it. Then it stops.')).toBeLessThan(
      readingGrade('You can reply to it and then it stops.'),
    );
  });
});
