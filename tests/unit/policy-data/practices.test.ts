import { describe, expect, it } from 'vitest';
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import type { PracticesFile } from '../../../schemas/policy-data.ts';
import { readingGrade } from './reading-level.ts';

const { practices } = practicesFile as PracticesFile;

describe('practices.json', () => {
  it('keeps the practices of a group together, the groups in the order in which a page does things', () => {
    const groups = practices.map(({ group }) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([
      'contact',
      'kept',
      'asked',
      'leads-elsewhere',
    ]);
  });

  it('gives each practice a name of its own, short enough for a heading', () => {
    const names = practices.map((practice) => practice.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 40)).toEqual([]);
  });

  it.each(practices)('explains $id in words for a fourteen-year-old', ({ explanation, cannotTell }) => {
    expect(readingGrade(explanation)).toBeLessThanOrEqual(9);
    if (cannotTell !== null) expect(readingGrade(cannotTell)).toBeLessThanOrEqual(9);
  });

  it.each(practices)('has words of its own for each situation of $id', ({ name, explanation, situations = [] }) => {
    const ids = ['plain', ...situations.map(({ id }) => id)];
    const said = [explanation, ...situations.map((one) => one.explanation)];
    const names = [name, ...situations.flatMap((one) => one.name ?? [])];
    for (const each of [ids, said, names]) expect(new Set(each).size).toBe(each.length);
    expect(names.filter((one) => one.length > 50)).toEqual([]);
    for (const sentence of said) expect(readingGrade(sentence)).toBeLessThanOrEqual(9);
  });

  it('keeps to facts', () => {
    const said = practices
      .flatMap((practice) =>
        [practice, ...(practice.situations ?? [])].map((one) => `${one.name ?? ''} ${one.explanation}`),
      )
      .concat(practices.map(({ cannotTell }) => cannotTell ?? ''))
      .join('\n');
    expect(said).not.toMatch(/violat|illegal|\bsp(y|ies)\b|secretly|[—–]/i);
  });
});
