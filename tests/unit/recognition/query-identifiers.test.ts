import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_IDENTIFIERS,
  parametersOf,
  queryIdentifiers,
  type KnownParameters,
} from '../../../recognition/query-identifiers.ts';
import { hashIdentifier } from '../../../recognition/value-shape.ts';

const UUID = '5f2b6c1e-1111-4222-8333-abcdefabcdef';
const OTHER = '0e1d2c3b-9999-4888-8777-fedcbafedcba';

describe('parameters of an address', () => {
  it.each<[string, (readonly [string, string])[]]>([
    [
      'https://a.example/x?a=1&b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'https://a.example/x?a=1&a=2#c=3',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    [
      'https://a.example/activity;src=1;u=2?x=3',
      [
        ['src', '1'],
        ['u', '2'],
        ['x', '3'],
      ],
    ],
    ['https://a.example/?a=b%3Dc+d%26', [['a', 'b=c d&']]],
    ['https://a.example/?a=%E0%A4%A', [['a', '%E0%A4%A']]],
    ['https://a.example/?a=x=y', [['a', 'x=y']]],
    ['https://a.example/?a&b=&=c&', []],
    ['https://a.example/x', []],
    ['', []],
  ])('%s', (url, expected) => {
    expect(parametersOf(url)).toEqual(expected);
  });
});

describe('identifiers in an address', () => {
  it('are told by their parameter and a hash that equals the one of a stored value', () => {
    expect(queryIdentifiers(`https://a.example/?page=home&uid=${UUID}`, 'salt')).toEqual([
      { name: 'uid', hash: hashIdentifier(UUID, 'salt') },
    ]);
  });

  it('are told once for each parameter and value', () => {
    const url = `https://a.example/?a=${UUID}&a=${UUID}&b=${UUID}&a=${OTHER}`;
    expect(queryIdentifiers(url, 's').map(({ name }) => name)).toEqual(['a', 'b', 'a']);
  });

  it('are the same for a parameter that has been read before, under another name too', () => {
    const known: KnownParameters = new Map();
    const urls = [UUID, OTHER].flatMap((id) => [
      `https://a.example/?uid=${id}&n=1`,
      `https://b.example/?n=2&uid=${id}`,
    ]);
    for (const url of [...urls, ...urls]) expect(queryIdentifiers(url, 's', known)).toEqual(queryIdentifiers(url, 's'));
    for (let n = 0; n < 2000; n += 1)
      queryIdentifiers(`https://a.example/?n=${n}&long=${'x'.repeat(3000)}${n}`, 's', known);
    expect(known.size).toBeLessThanOrEqual(300);
    expect(Math.max(...Array.from(known.keys(), (written: string) => written.length))).toBeLessThanOrEqual(500);
  });

  it('differ with the salt', () => {
    const url = `https://a.example/?a=${UUID}`;
    expect(queryIdentifiers(url, '1')).not.toEqual(queryIdentifiers(url, '2'));
  });

  it('are ten at most, with names of 120 characters at most', () => {
    const parameters = Array.from(
      { length: 40 },
      (_, i) => `${'k'.repeat(200)}${i}=${UUID.replace('1111', String(1000 + i))}`,
    );
    const traces = queryIdentifiers(`https://a.example/?${parameters.join('&')}`, 's');
    expect(traces).toHaveLength(MAX_IDENTIFIERS);
    expect(traces.every(({ name }) => name.length <= 120)).toBe(true);
  });

  it('beyond the first 4,000 characters are left alone', () => {
    expect(queryIdentifiers(`https://a.example/?x=${'-'.repeat(5000)}&uid=${UUID}`, 's')).toEqual([]);
  });

  it('never throw and never carry the value, whatever the address', () => {
    const piece = fc.oneof(
      fc.constantFrom('?', '&', ';', '=', '%', '%2', '#', '+', UUID),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 60 }), (text) => {
        const traces = queryIdentifiers(`https://a.example/${text}`, 'salt');
        return (
          traces.length <= MAX_IDENTIFIERS && traces.every(({ hash }) => !hash.includes(UUID) && hash.length <= 24)
        );
      }),
    );
  });
});
