/** The text of 2011, read by rules, says what its curated clauses say. `npm run bench -- --reading` prints the same figures, and those of other texts. */
import { describe, expect, it } from 'vitest';
import { figuresOf, textOf2011 } from '../../bench/reading.ts';
import { addText, noFigures, precision, recall } from '../../bench/reading-figures.ts';
import type { Statement } from '../../../reading/statements.ts';

describe('the text of 2011', () => {
  const figures = figuresOf([textOf2011()]);

  it.each([...figures.byPractice])('%s', (_, counts) => {
    expect(precision(counts)).toBeGreaterThanOrEqual(0.97);
    expect(recall(counts)).toBeGreaterThanOrEqual(0.97);
  });

  it('speaks of every practice that a curated clause speaks of, and of no other', () => {
    expect(figures.texts).toEqual({ right: figures.byPractice.size, wrong: 0, missed: 0 });
  });
});

describe('figures', () => {
  const statement = (sentence: number, practice: string, stance: 'does' | 'may' = 'does'): Statement => ({
    ...{ sentence, start: 0, end: 1, words: { start: 0, end: 1 }, section: '', stance, actor: null },
    ...{ data: [], purposes: [], recipients: [], rule: 'r', about: 'practice', practice, speaks: 'names' },
  });

  it('count what is right, wrong and missed, in sentences and in the text', () => {
    const figures = noFigures();
    const units = [
      { sentences: [0], practices: { a: 'names', b: 'names' }, stance: 'does' },
      { sentences: [1, 2], practices: { a: 'general' }, stance: 'does' },
      { sentences: [3], practices: {}, doubtful: ['c'] },
      { sentences: [4], practices: {} },
    ] as const;
    const statements = [
      statement(0, 'a'),
      statement(2, 'a', 'may'),
      statement(3, 'c'),
      statement(4, 'd'),
      statement(4, 'a'),
    ];
    addText(figures, units, statements, ({ sentences }) => sentences.join());
    expect(Object.fromEntries(figures.byPractice)).toEqual({
      a: { right: 2, wrong: 1, missed: 0 },
      b: { right: 0, wrong: 0, missed: 1 },
      d: { right: 0, wrong: 1, missed: 0 },
    });
    expect(figures.texts).toEqual({ right: 1, wrong: 1, missed: 1 });
    expect(figures.stance).toEqual({ right: 1, all: 2 });
    expect(figures.faults).toEqual(['missed b: 0', 'wrong d (r): 4', 'wrong a (r): 4']);
  });
});
