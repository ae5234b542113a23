import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, type AmfGroup, type AmfValue } from '../../../recognition/amf.ts';
import { readAmf0 } from '../../../recognition/amf0.ts';
import { amf0Values } from './amf-values.ts';
import { amf0Writer, bytes, withoutPicks } from './amf-writers.ts';

const number = (value: number): AmfValue => ({ kind: 'number', value });
const string = (value: string): AmfValue => ({ kind: 'string', value });
const named = (kind: 'array' | 'object', name: string, entries: Record<string, AmfValue>): AmfGroup => ({
  ...group(kind, name),
  entries: Object.entries(entries).map(([key, value]) => ({ name: key, value })),
});
const ONE = '00 3f f0 00 00 00 00 00 00';

describe('readAmf0: each type', () => {
  it.each<[string, string, AmfValue]>([
    ['number', '00 bf e0 00 00 00 00 00 00', number(-0.5)],
    ['false', '01 00', { kind: 'boolean', value: false }],
    ['true, written as any other number', '01 07', { kind: 'boolean', value: true }],
    ['string', "02 00 05 'Adele'", string('Adele')],
    ['empty string', '02 00 00', string('')],
    ['bytes that are not UTF-8', '02 00 02 ff 41', string('�A')],
    ['object', `03 00 01 'a' ${ONE} 00 00 09`, named('object', '', { a: number(1) })],
    ['empty object', '03 00 00 09', group('object')],
    ['object with an empty name', `03 00 00 ${ONE} 00 00 09`, named('object', '', { '': number(1) })],
    ['null', '05', { kind: 'null', value: null }],
    ['undefined', '06', { kind: 'undefined', value: null }],
    ['ECMA array', `08 00 00 00 01 00 01 '0' ${ONE} 00 00 09`, named('array', '', { 0: number(1) })],
    [
      'ECMA array whose count is left at 0',
      `08 00 00 00 00 00 01 '0' ${ONE} 00 00 09`,
      named('array', '', { 0: number(1) }),
    ],
    [
      'strict array',
      `0a 00 00 00 02 ${ONE} 05`,
      { ...group('array'), items: [number(1), { kind: 'null', value: null }] },
    ],
    ['date', '0b 42 73 49 16 a7 40 00 00 00 00', { kind: 'date', value: 1325289600000 }],
    ['date with a time zone', '0b 42 73 49 16 a7 40 00 00 ff c4', { kind: 'date', value: 1325289600000 }],
    ['long string', "0c 00 00 00 02 'ab'", string('ab')],
    ['unsupported', '0d', { kind: 'unsupported', value: null }],
    ['XML', "0f 00 00 00 04 '<a/>'", { kind: 'XML', value: '<a/>' }],
    ['typed object', `10 00 03 'Foo' 00 01 'a' ${ONE} 00 00 09`, named('object', 'Foo', { a: number(1) })],
    ['AMF3 value', '11 04 81 00', { kind: 'integer', value: 128 }],
  ])('%s', (_, text, value) => {
    const read = bytes(text);
    expect(readAmf0(read)).toEqual({ value, end: read.length, damaged: null });
  });

  it('keeps one table of strings for all AMF3 values', () => {
    const { value } = readAmf0(bytes("0a 00 00 00 02 11 06 05 'ab' 11 06 00"));
    expect(value).toEqual({ ...group('array'), items: [string('ab'), string('ab')] });
  });
});

describe('readAmf0: references', () => {
  const items = (text: string): readonly AmfValue[] => (readAmf0(bytes(text)).value as AmfGroup).items;

  it.each([
    ['object', '03 00 00 09'],
    ['typed object', "10 00 03 'Foo' 00 00 09"],
    ['ECMA array', '08 00 00 00 00 00 00 09'],
    ['strict array', '0a 00 00 00 00'],
    ['date', '0b 00 00 00 00 00 00 00 00 00 00'],
    ['XML', "0f 00 00 00 04 '<a/>'"],
  ])('repeats a value: %s', (_, first) => {
    const [one, again] = items(`0a 00 00 00 02 ${first} 07 00 01`);
    expect((again as { to: unknown }).to).toBe(one);
  });

  it('lets an object hold itself', () => {
    const { value, damaged } = readAmf0(bytes("03 00 04 'self' 07 00 00 00 00 09"));
    expect(damaged).toBeNull();
    expect((value as AmfGroup).entries).toEqual([{ name: 'self', value: { kind: 'reference', to: value } }]);
  });

  it('does not count what holds no others, as Flash Player', () => {
    const [, , object, again] = items(`0a 00 00 00 04 ${ONE} 05 03 00 00 09 07 00 01`);
    expect((again as { to: unknown }).to).toBe(object);
  });

  it('takes a number that leads nowhere by that way of counting as Ruffle counts: every value', () => {
    const [, , object, again] = items(`0a 00 00 00 04 ${ONE} 05 03 00 00 09 07 00 03`);
    expect((again as { to: unknown }).to).toBe(object);
  });

  it('goes on after a reference to nothing', () => {
    expect(items('0a 00 00 00 02 07 00 63 05')).toEqual([
      { kind: 'reference', to: null },
      { kind: 'null', value: null },
    ]);
  });
});

describe('readAmf0: damage', () => {
  it.each([
    ['no bytes', '', 'ends early at byte 0', null],
    ['movie clip, which is reserved', '04', 'unknown type 4 at byte 0', null],
    ['record set, which is reserved', '0e', 'unknown type 14 at byte 0', null],
    ['end of an object without an object', '09', 'unknown type 9 at byte 0', null],
    ['type above all others', '12', 'unknown type 18 at byte 0', null],
    ['string that is cut off', "02 00 05 'Ad'", 'ends early at byte 3', null],
    ['long string of more than there is', "0c ff ff ff ff 'A'", 'ends early at byte 5', null],
    [
      'object that is cut off',
      `03 00 01 'a' ${ONE} 00`,
      'ends early at byte 13',
      named('object', '', { a: number(1) }),
    ],
    [
      'array of more than there is',
      `0a ff ff ff ff ${ONE}`,
      'ends early at byte 14',
      { ...group('array'), items: [number(1)] },
    ],
    ['AMF3 value that is cut off', '11 04 81', 'ends early at byte 3', null],
  ])('%s', (_, text, damaged, value) => {
    expect(readAmf0(bytes(text))).toMatchObject({ damaged, value });
  });

  it('stops below 64 levels, in AMF3 inside of AMF0 as well', () => {
    expect(readAmf0(bytes('0a 00 00 00 01 '.repeat(100) + '05')).damaged).toMatch(/^more than 64 levels/);
    expect(readAmf0(bytes('0a 00 00 00 01 '.repeat(64) + '05')).damaged).toBeNull();
    expect(readAmf0(bytes('0a 00 00 00 01 '.repeat(40) + '11' + '09 03 01 '.repeat(40) + '01')).damaged).toMatch(
      /^more than 64 levels/,
    );
  });

  it('reads a hundred thousand values', () => {
    const read = readAmf0(Uint8Array.from([10, 0, 1, 0x86, 0xa0, ...Array<number>(100_000).fill(5)]));
    expect(read.damaged).toBeNull();
    const { items, more = 0 } = read.value as AmfGroup;
    expect(items.length + more).toBe(100_000);
  });
});

describe('readAmf0: properties', () => {
  it('reads what a writer writes, references and circles included', () => {
    fc.assert(
      fc.property(amf0Values, (value) => {
        const written = Uint8Array.from(amf0Writer().value(value));
        const read = readAmf0(written);
        expect(read.damaged).toBeNull();
        expect(read.end).toBe(written.length);
        expect(read.value).toEqual(withoutPicks(value));
      }),
      { numRuns: 500 },
    );
  });

  it('reads strings of more than 65,535 bytes', () => {
    const long: AmfValue = { kind: 'string', value: 'ä'.repeat(40_000) };
    expect(readAmf0(Uint8Array.from(amf0Writer().value(long))).value).toEqual(long);
  });

  it('never throws and always comes to an end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
        expect(readAmf0(random).end).toBeLessThanOrEqual(random.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('survives a changed byte', () => {
    fc.assert(
      fc.property(amf0Values, fc.nat(), fc.nat(255), (value, at, byte) => {
        const written = Uint8Array.from(amf0Writer().value(value));
        written[at % written.length] = byte;
        expect(readAmf0(written).end).toBeLessThanOrEqual(written.length);
      }),
      { numRuns: 1000 },
    );
  });
});
