import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeQuotes } from '../../../checks/place-quotes.ts';
import type { ClausesFile } from '../../../schemas/policy-data.ts';

const unplaced = (...quotes: string[]) => quotes.map((quote) => ({ quote, start: 0, end: 1 }));

function placed(text: string, ...quotes: string[]): [number, number][] {
  return placeQuotes(text, unplaced(...quotes)).pieces.map(({ start, end }) => [start, end]);
}

describe('the place of a quote', () => {
  it('is where it stands in the text', () => {
    const text = 'We ask. You answer.';
    expect(placed(text, 'You answer.', 'We ask.')).toEqual([
      [8, 19],
      [0, 7],
    ]);
  });

  it('is given once, so that a quote that stands twice has two places', () => {
    expect(placed('Ask us. Ask us.', 'Ask us.', 'Ask us.')).toEqual([
      [0, 7],
      [8, 15],
    ]);
  });

  it('is not within a longer quote', () => {
    expect(placed('Read about cookies here.\n\ncookies', 'cookies', 'Read about cookies here.')).toEqual([
      [26, 33],
      [0, 24],
    ]);
  });

  it('counts UTF-16 code units, as a slice of the text does', () => {
    const text = '🎵 Ask us.';
    const [place] = placeQuotes(text, unplaced('Ask us.')).pieces;
    expect(text.slice(place?.start, place?.end)).toBe('Ask us.');
  });

  it('is not made up for words that the text does not hold', () => {
    const { pieces, missing } = placeQuotes('We ask.', [{ quote: 'We asked.', start: 3, end: 4, id: 'asked' }]);
    expect(missing).toEqual(['We asked.']);
    expect(pieces).toEqual([{ quote: 'We asked.', start: 3, end: 4, id: 'asked' }]);
  });

  it('is that of the file, for every piece of the policy that ships', () => {
    const folder = join(import.meta.dirname, '../../../policy-data/organisations/sony-music/policies/2011-12-31');
    const { clauses, setAside } = JSON.parse(readFileSync(join(folder, 'clauses.json'), 'utf8')) as ClausesFile;
    const pieces = [...clauses, ...setAside];
    const bare = pieces.map((piece) => ({ ...piece, start: 0, end: 1 }));
    expect(placeQuotes(readFileSync(join(folder, 'policy.md'), 'utf8'), bare)).toEqual({ pieces, missing: [] });
  });
});
