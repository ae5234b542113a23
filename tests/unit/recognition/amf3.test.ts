import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmfBytes, damageOf, group, MAX_KEPT, type AmfGroup, type AmfValue } from '../../../recognition/amf.ts';
import { amf3Reader, readAmf3 } from '../../../recognition/amf3.ts';
import { amf3Values } from './amf-values.ts';
import { amf3Writer, bytes, withoutPicks } from './amf-writers.ts';

const integer = (value: number): AmfValue => ({ kind: 'integer', value });
const string = (value: string): AmfValue => ({ kind: 'string', value });
const array = (...items: AmfValue[]): AmfGroup => ({ ...group('array'), items });
const object = (name: string, entries: Record<string, AmfValue>): AmfGroup => ({
  ...group('object', name),
  entries: Object.entries(entries).map(([key, value]) => ({ name: key, value })),
});

describe('readAmf3: each type', () => {
  it.each<[string, string, AmfValue]>([
    ['undefined', '00', { kind: 'undefined', value: null }],
    ['null', '01', { kind: 'null', value: null }],
    ['false', '02', { kind: 'boolean', value: false }],
    ['true', '03', { kind: 'boolean', value: true }],
    ['integer of one byte', '04 7f', integer(127)],
    ['integer of two bytes', '04 81 00', integer(128)],
    ['largest integer of two bytes', '04 ff 7f', integer(0x3fff)],
    ['integer of three bytes', '04 81 80 00', integer(0x4000)],
    ['largest integer of three bytes', '04 ff ff 7f', integer(0x1fffff)],
    ['integer of four bytes', '04 80 c0 80 00', integer(0x200000)],
    ['largest integer', '04 bf ff ff ff', integer(2 ** 28 - 1)],
    ['smallest integer', '04 c0 80 80 00', integer(-(2 ** 28))],
    ['minus one', '04 ff ff ff ff', integer(-1)],
    ['double', '05 3f e0 00 00 00 00 00 00', { kind: 'number', value: 0.5 }],
    ['not a number', '05 7f f8 00 00 00 00 00 00', { kind: 'number', value: NaN }],
    ['string', "06 0b 'Adele'", string('Adele')],
    ['empty string', '06 01', string('')],
    ['string beyond ASCII', '06 09 f0 9f 8e b5', string('🎵')],
    ['bytes that are not UTF-8', '06 05 ff 41', string('�A')],
    ['XMLDocument', "07 09 '<a/>'", { kind: 'XML', value: '<a/>' }],
    ['XML', "0b 09 '<a/>'", { kind: 'XML', value: '<a/>' }],
    ['date', '08 01 42 73 49 16 a7 40 00 00', { kind: 'date', value: 1325289600000 }],
    ['ByteArray', '0c 07 00 bf ff', { kind: 'bytes', value: Uint8Array.of(0, 0xbf, 0xff) }],
    ['dense array', '09 05 01 04 01 04 02', array(integer(1), integer(2))],
    [
      'array with a named value',
      "09 03 03 'a' 04 01 01 04 02",
      { ...array(integer(2)), entries: [{ name: 'a', value: integer(1) }] },
    ],
    ['dynamic object', "0a 0b 01 03 'a' 04 01 01", object('', { a: integer(1) })],
    ['object of a class', "0a 23 07 'Foo' 03 'a' 03 'b' 04 01 04 02", object('Foo', { a: integer(1), b: integer(2) })],
    [
      'object of a class, and dynamic',
      "0a 1b 07 'Foo' 03 'a' 04 01 03 'b' 04 02 01",
      object('Foo', { a: integer(1), b: integer(2) }),
    ],
    [
      'Vector.<int>',
      '0d 05 00 ff ff ff fb 7f ff ff ff',
      { ...group('vector', 'int'), items: [integer(-5), integer(2 ** 31 - 1)] },
    ],
    ['Vector.<uint>', '0e 03 01 ff ff ff ff', { ...group('vector', 'uint'), items: [integer(2 ** 32 - 1)] }],
    [
      'Vector.<Number>',
      '0f 03 00 bf f0 00 00 00 00 00 00',
      { ...group('vector', 'double'), items: [{ kind: 'number', value: -1 }] },
    ],
    ['Vector.<Object>', "10 03 00 07 'Foo' 06 03 'x'", { ...group('vector', 'Foo'), items: [string('x')] }],
    ['Dictionary', "11 03 00 06 03 'k' 04 01", { ...group('dictionary'), items: [string('k'), integer(1)] }],
    ['empty Dictionary with weak keys', '11 01 01', group('dictionary')],
    [
      'ArrayCollection',
      "0a 07 43 'flex.messaging.io.ArrayCollection' 09 01 01",
      object('flex.messaging.io.ArrayCollection', { value: array() }),
    ],
    [
      'ObjectProxy',
      "0a 07 3b 'flex.messaging.io.ObjectProxy' 04 01",
      object('flex.messaging.io.ObjectProxy', { value: integer(1) }),
    ],
  ])('%s', (_, text, value) => {
    const read = bytes(text);
    expect(readAmf3(read)).toEqual({ value, end: read.length, damaged: null });
  });
});

describe('readAmf3: references', () => {
  it('repeats a string, and does not count the empty one', () => {
    const { value } = readAmf3(bytes("09 09 01 06 01 06 03 'a' 06 03 'b' 06 02"));
    expect(value).toEqual(array(string(''), string('a'), string('b'), string('b')));
  });

  it('counts names of classes and properties among the strings', () => {
    const { value } = readAmf3(bytes("09 05 01 0a 13 07 'Foo' 03 'a' 04 01 06 02"));
    expect(value).toEqual(array(object('Foo', { a: integer(1) }), string('a')));
  });

  it('repeats a class', () => {
    const { value } = readAmf3(bytes("09 05 01 0a 13 07 'Foo' 03 'a' 04 01 0a 01 04 02"));
    expect(value).toEqual(array(object('Foo', { a: integer(1) }), object('Foo', { a: integer(2) })));
  });

  it.each([
    ['date', '08 01 42 73 49 16 a7 40 00 00', '08 02'],
    ['XMLDocument', "07 09 '<a/>'", '07 02'],
    ['XML', "0b 09 '<a/>'", '0b 02'],
    ['ByteArray', '0c 03 00', '0c 02'],
    ['array', '09 01 01', '09 02'],
    ['object', '0a 0b 01 01', '0a 02'],
    ['Vector.<int>', '0d 01 00', '0d 02'],
    ['Vector.<uint>', '0e 01 00', '0e 02'],
    ['Vector.<Number>', '0f 01 00', '0f 02'],
    ['Vector.<Object>', '10 01 00 01', '10 02'],
    ['Dictionary', '11 01 00', '11 02'],
  ])('repeats a value: %s', (_, first, again) => {
    const { value, damaged } = readAmf3(bytes(`09 05 01 ${first} ${again}`));
    const { items } = value as AmfGroup;
    expect(damaged).toBeNull();
    expect(items[1]).toEqual({ kind: 'reference', to: items[0] });
    expect((items[1] as { to: unknown }).to).toBe(items[0]);
  });

  it('lets an object hold itself', () => {
    const { value, damaged } = readAmf3(bytes("0a 0b 01 09 'self' 0a 00 01"));
    expect(damaged).toBeNull();
    expect((value as AmfGroup).entries[0]?.value).toEqual({ kind: 'reference', to: value });
  });

  it('goes on after a reference to nothing', () => {
    const { value, damaged } = readAmf3(bytes('09 05 01 0a 0a 04 01'));
    expect(damaged).toBeNull();
    expect(value).toEqual(array({ kind: 'reference', to: null }, integer(1)));
  });
});

describe('readAmf3: damage', () => {
  it.each([
    ['no bytes', '', 'ends early at byte 0', null],
    ['unknown type', '12', 'unknown type 18 at byte 0', null],
    ['string that is cut off', "06 0b 'Ad'", 'ends early at byte 2', null],
    ['string that is not known', '06 04', 'reference to no string at byte 2', null],
    ['class that is not known', '0a 05', 'reference to no class at byte 2', null],
    ['array that is cut off', '09 07 01 04 01 04', 'ends early at byte 6', array(integer(1))],
    ['array of more than there is', '09 ff ff ff ff 01 04 01', 'ends early at byte 8', array(integer(1))],
    ['bytes of more than there are', '0c ff ff ff ff 01', 'ends early at byte 5', null],
    [
      'numbers of more than there are',
      '0d ff ff ff ff 00 00 00 00 01',
      'ends early at byte 10',
      { ...group('vector', 'int'), items: [integer(1)] },
    ],
    ['a class of many properties', "0a ff ff ff fb 03 'A'", 'ends early at byte 7', null],
    ['class that packs itself', "0a 07 07 'Foo' 04 01", 'a class that packs itself at byte 6', group('object', 'Foo')],
    [
      'nested value that is cut off',
      "0a 0b 01 03 'a' 09 05 01 04 01",
      'ends early at byte 10',
      object('', { a: array(integer(1)) }),
    ],
  ])('%s', (_, text, damaged, value) => {
    expect(readAmf3(bytes(text))).toMatchObject({ damaged, value });
  });

  it('stops below 64 levels', () => {
    const deep = bytes('09 03 01 '.repeat(100) + '01');
    expect(readAmf3(deep).damaged).toMatch(/^more than 64 levels/);
    expect(readAmf3(bytes('09 03 01 '.repeat(64) + '01')).damaged).toBeNull();
  });

  it('reads as many values as there are bytes for, and keeps the first of them', () => {
    const array = readAmf3(Uint8Array.from([9, 0x8c, 0x9a, 0x41, 1, ...Array<number>(200_000).fill(1)]));
    expect(array.damaged).toBeNull();
    expect(array.value).toMatchObject({ kind: 'array' });
    const { items, more = 0 } = array.value as AmfGroup;
    expect(items.length).toBeLessThanOrEqual(MAX_KEPT);
    expect(items.length + more).toBe(100_000);
    const vector = readAmf3(Uint8Array.from([0x0d, 0x83, 0x80, 0x01, 0, ...Array<number>(131_072).fill(0)]));
    expect(vector.damaged).toBeNull();
  });

  it('stops when there is no time for more, and gives what it has', () => {
    let asked = 0;
    const reader = new AmfBytes(
      Uint8Array.from([9, 0x8c, 0x9a, 0x41, 1, ...Array<number>(200_000).fill(1)]),
      () => ++asked > 3,
    );
    const read: AmfValue[] = [];
    const damage = damageOf(() => amf3Reader(reader).value((value) => read.push(value)));
    expect(damage?.kind).toBe('too-large');
    expect(damage?.words).toMatch(/^too large to be read in time/);
    expect((read[0] as AmfGroup).items.length).toBeGreaterThan(500);
  });
});

describe('readAmf3: properties', () => {
  it('reads what a writer writes, references and circles included', () => {
    fc.assert(
      fc.property(amf3Values, (value) => {
        const written = Uint8Array.from(amf3Writer().value(value));
        const read = readAmf3(written);
        expect(read.damaged).toBeNull();
        expect(read.end).toBe(written.length);
        expect(read.value).toEqual(withoutPicks(value));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws and always comes to an end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
        const { damaged, end } = readAmf3(random);
        expect(end).toBeLessThanOrEqual(random.length);
        if (random.length === 0) expect(damaged).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('survives a changed byte', () => {
    fc.assert(
      fc.property(amf3Values, fc.nat(), fc.nat(255), (value, at, byte) => {
        const written = Uint8Array.from(amf3Writer().value(value));
        written[at % written.length] = byte;
        expect(readAmf3(written).end).toBeLessThanOrEqual(written.length);
      }),
      { numRuns: 1000 },
    );
  });
});
