/** Scripts of the build are texts of one byte a letter, and say the same. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inOneByte } from '../../../build/one-byte-text.ts';

const FILL = `/* ${'x'.repeat(2000)} */`;
const outside = (code: string): boolean => /[^\u0000-\u00ff]/.test(code);

describe('letters outside of Latin-1', () => {
  it.each([
    ['a string', `'a … b' + "“c”"`, 'a … b“c”'],
    ['a template', ['`– ', '{1 + 1} …`'].join('$'), '– 2 …'],
    ['a letter of two halves', `'\u{1f3b5}'`, '\u{1f3b5}'],
    ['a regular expression', String.raw`/^[…–]+$/.test('…–')`, true],
    ['one of whole letters', `/^[\u{1f3b5}…]$/u.test('\u{1f3b5}')`, true],
    ['data in a string', `JSON.parse('{"a":"APA – Austria"}').a`, 'APA – Austria'],
  ])('%s means the same', (_what, code, meaning) => {
    const escaped = inOneByte(FILL + code);
    expect(outside(escaped)).toBe(false);
    expect(runInNewContext(escaped)).toBe(meaning);
  });

  it('stay where a script is full of them, and nothing changes where there are none', () => {
    expect(inOneByte(`'音楽'`)).toBe(`'音楽'`);
    expect(inOneByte(`'caf\u00e9'`)).toBe(`'caf\u00e9'`);
  });
});
