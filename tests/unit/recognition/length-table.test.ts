import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, writeTable } from '../../../recognition/length-table.ts';

describe('writeTable', () => {
  it('puts names of one length into one text', () => {
    const values = new Map([
      ['ab', 1],
      ['abcd', 2],
      ['cd', 3],
    ]);
    expect(writeTable(values)).toEqual(['', '', 'ab|1|cd|3', '', 'abcd|2']);
  });

  it.each([
    ['', 'x'],
    ['a|b', 'x'],
    ['a', 'x|y'],
  ])('refuses the name %j with the value %j', (name, value) => {
    expect(() => writeTable(new Map([[name, value]]))).toThrow('does not fit');
  });
});

describe('readTable', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('__proto__', 'constructor', 'length', ' ', '\u0000', '\n'),
  );
  const whole = word.filter((text) => !text.includes('|'));

  it('gives each value, and nothing for what the table lacks', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            whole.filter((name) => name !== ''),
            whole,
          ),
        ),
        word,
        (pairs, other) => {
          const values = new Map(pairs);
          const ask = readTable(JSON.parse(JSON.stringify(writeTable(values))) as string[]);
          for (const [name, value] of values) expect(ask(name)).toBe(value);
          expect(ask(other)).toBe(values.get(other));
          expect(ask(`${other}|1`)).toBeUndefined();
        },
      ),
    );
  });

  it('lacks everything when it is empty', () => {
    expect(readTable([])('a')).toBeUndefined();
    expect(readTable([])('')).toBeUndefined();
  });
});
