import { describe, expect, it } from 'vitest';
import { readLines, writeLines } from '../../../recognition/sorted-lines.ts';

/** Names that begin alike, hold each other, or stand at either end of the order. */
const NAMES = ['', 'a.example', 'a.example.org', 'aa.example', 'b.example', 'b-c.example', '0.example', 'zz.z'];

describe('names with values in a text', () => {
  it.each([0, 1, 2, 3, NAMES.length])('finds each of %i names, and no other', (count) => {
    const values = new Map(NAMES.slice(0, count).map((name, at) => [name, at === 2 ? '' : `v${at} and more`]));
    const valueOf = readLines(writeLines(values));
    for (const name of NAMES) expect(valueOf(name)).toBe(values.get(name));
    for (const name of ['.', 'example', 'a.exampl', 'a.example.', '~', 'zz.zz']) expect(valueOf(name)).toBeUndefined();
  });

  it.each([
    ['a b', 'value'],
    ['a~b', 'value'],
    ['a', 'val~ue'],
  ])('refuses %s with %s', (name, value) => {
    expect(() => writeLines(new Map([[name, value]]))).toThrow(/does not fit/);
  });
});
