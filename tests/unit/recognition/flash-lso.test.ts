import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, type AmfEntry, type AmfGroup, type AmfValue } from '../../../recognition/amf.ts';
import { describeAmf } from '../../../recognition/flash-entry.ts';
import { readFlashLso } from '../../../recognition/flash-lso.ts';
import { shippedStoredItemIndex } from '../../../recognition/shipped-stored-item-index.ts';
import { createStoredItemFinder } from '../../../recognition/stored-item.ts';
import { looksLikeFlashLso } from '../../../recognition/value-shape.ts';
import { amf0Values, amf3Values } from './amf-values.ts';
import { flashLso, withoutPicks } from './amf-writers.ts';

/** What Ruffle wrote when it played the films beside the file. */
const left = JSON.parse(
  readFileSync(new URL('../../../replica/flash/left-by-ruffle.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const PREFS = left['artist.example/films/prefs.swf/prefs']!;
const ALL = left['artist.example/films/all-types.swf/all']!;
const ROOTED = left['artist.example//rooted']!;
const AS2 = left['artist.example/films/as2.swf/as2']!;

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const toBase64 = (buffer: Uint8Array): string => Buffer.from(buffer).toString('base64');
const byName = (entries: readonly AmfEntry[]): Record<string, AmfValue> =>
  Object.fromEntries(entries.map(({ name, value }) => [name, value]));

const integer = (value: number): AmfValue => ({ kind: 'integer', value });
const number = (value: number): AmfValue => ({ kind: 'number', value });
const string = (value: string): AmfValue => ({ kind: 'string', value });
const boolean = (value: boolean): AmfValue => ({ kind: 'boolean', value });
const NULL: AmfValue = { kind: 'null', value: null };
const UNDEFINED: AmfValue = { kind: 'undefined', value: null };
const array = (...items: AmfValue[]): AmfGroup => ({ ...group('array'), items });
const vector = (name: string, ...items: AmfValue[]): AmfGroup => ({ ...group('vector', name), items });
const named = (kind: 'array' | 'object', name: string, entries: Record<string, AmfValue>): AmfGroup => ({
  ...group(kind, name),
  entries: Object.entries(entries).map(([key, value]) => ({ name: key, value })),
});

describe('the Flash cookie in which sign-up widgets on sites of Sony Music kept a date of birth', () => {
  // ActionScript of 2010: `SharedObject.getLocal("ts_coppa_so", "/")`, then `data.dob` and `data.ts`, both of the type Date.
  const born = Date.UTC(2001, 4, 17);
  const asked = Date.UTC(2010, 11, 16);
  const date = (value: number): AmfValue => ({ kind: 'date', value });

  it.each([0, 3] as const)('is read in AMF%i, and told without the date', (amf) => {
    const written = flashLso('ts_coppa_so', amf, [
      ['dob', date(born)],
      ['ts', date(asked)],
    ]);
    const read = readFlashLso(toBase64(written));
    expect(read).toEqual({
      name: 'ts_coppa_so',
      amf,
      damaged: null,
      damage: null,
      entries: [
        { name: 'dob', value: date(born) },
        { name: 'ts', value: date(asked) },
      ],
    });
    expect(read.entries.map(({ value }) => describeAmf(value))).toEqual([
      { type: 'date', shape: 'time', identifier: null },
      { type: 'date', shape: 'time', identifier: null },
    ]);
    expect(looksLikeFlashLso(toBase64(written))).toBe(true);
  });

  it('is known by its name', () => {
    const finder = createStoredItemFinder(shippedStoredItemIndex);
    expect(finder.candidates('flash', 'ts_coppa_so', 'www.columbiarecords.com', null)).toMatchObject([
      { setter: 'Topspin', purpose: 'Holds a date of birth, to remember that a child was turned away.' },
    ]);
    expect(finder.candidates('local', 'ts_coppa_so', 'www.columbiarecords.com', null)).toEqual([]);
  });
});

describe('readFlashLso: what Ruffle writes', () => {
  it('reads prefs.swf, AMF3', () => {
    const { entries, ...rest } = readFlashLso(PREFS);
    expect(rest).toEqual({ name: 'prefs', amf: 3, damaged: null, damage: null });
    expect(entries).toEqual([
      { name: 'artists', value: array(string('Adele'), string('Pink Floyd')) },
      { name: 'optIn', value: boolean(true) },
      { name: 'userId', value: string('abc-123') },
      { name: 'visits', value: integer(7) },
    ]);
  });

  it.each([
    ['all', ALL],
    ['rooted', ROOTED],
  ])('reads all-types.swf, AMF3: %s', (name, value) => {
    const { entries, ...rest } = readFlashLso(value);
    expect(rest).toEqual({ name, amf: 3, damaged: null, damage: null });
    const blue = named('object', 'liner.Album', { title: string('Kind of Blue'), year: integer(1959) });
    const sketches = named('object', 'liner.Album', { title: string('Sketches of Spain'), year: integer(1960) });
    expect(entries).toHaveLength(31);
    expect(byName(entries)).toEqual({
      nothing: NULL,
      unset: UNDEFINED,
      yes: boolean(true),
      no: boolean(false),
      small: integer(7),
      negative: integer(-1),
      edge: integer(268435455),
      beyond: number(268435456),
      low: integer(-268435456),
      half: number(0.5),
      word: string('Für Elise – 🎵'),
      again: string('Für Elise – 🎵'),
      empty: string(''),
      long: string('0123456789'.repeat(20)),
      visitor: string('3f2504e0-4f89-41d3-9a0c-0305e82c3301'),
      mail: string('fan@example.com'),
      when: { kind: 'date', value: 1325289600000 },
      list: array(integer(1), string('two'), array(number(3.5), NULL)),
      mixed: { ...array(string('dense')), entries: [{ name: 'extra', value: string('named') }] },
      holes: named('array', '', { 3: string('fourth') }),
      nested: named('object', '', {
        artist: named('object', '', {
          name: string('Adele'),
          albums: array(named('object', '', { title: string('19') }), named('object', '', { title: string('21') })),
        }),
      }),
      album: blue,
      second: sketches,
      sameAlbum: blue,
      bytes: { kind: 'bytes', value: Uint8Array.of(0, 191, 1, 255) },
      xml: { kind: 'XML', value: '<song>\n  <title>Hello</title>\n</song>' },
      ints: vector('int', integer(-5), integer(2147483647)),
      uints: vector('uint', integer(7), integer(4294967295)),
      doubles: vector('double', number(1.5), number(-2.25)),
      objects: vector('liner.Album', blue, sketches),
      dictionary: { ...group('dictionary'), items: [string('plain'), integer(1), blue, string('keyed by an object')] },
    });
  });

  it('reads as2.swf, AMF0, with an object that holds itself', () => {
    const { entries, ...rest } = readFlashLso(AS2);
    expect(rest).toEqual({ name: 'as2', amf: 0, damaged: null, damage: null });
    const album = named('object', 'liner.Album', { title: string('Kind of Blue') });
    const loop = named('object', '', { name: string('loop') });
    loop.entries.push({ name: 'self', value: { kind: 'reference', to: loop } });
    expect(entries).toEqual(
      Object.entries({
        seven: number(7),
        half: number(-0.5),
        notANumber: number(NaN),
        yes: boolean(true),
        no: boolean(false),
        word: string('Für Elise – 🎵'),
        empty: string(''),
        nothing: NULL,
        unset: UNDEFINED,
        visitor: string('3f2504e0-4f89-41d3-9a0c-0305e82c3301'),
        list: named('array', '', { 0: number(1), 1: string('two'), 2: named('array', '', { 0: NULL }) }),
        mixed: named('array', '', { 0: string('dense'), extra: string('named') }),
        nested: named('object', '', { artist: named('object', '', { name: string('Adele') }) }),
        when: { kind: 'date', value: 1325289600000 },
        xml: { kind: 'XML', value: '<song><title>Hello</title></song>' },
        album,
        sameAlbum: { kind: 'reference', to: album },
        loop,
      }).map(([name, value]) => ({ name, value })),
    );
  });

  it('takes the bytes of a .sol file as well', () => {
    expect(readFlashLso(fromBase64(PREFS))).toEqual(readFlashLso(PREFS));
  });
});

describe('readFlashLso: damage', () => {
  it.each([
    ['prefs', PREFS],
    ['all', ALL],
    ['as2', AS2],
  ])('gives what can be read when %s is cut at any byte', (_, value) => {
    const whole = fromBase64(value);
    const { entries } = readFlashLso(whole);
    for (let length = 0; length < whole.length; length++) {
      const cut = readFlashLso(whole.subarray(0, length));
      expect(cut.damaged).not.toBeNull();
      expect(cut.entries.map(({ name }) => name)).toEqual(entries.slice(0, cut.entries.length).map(({ name }) => name));
      // The last one may be a part; the others are whole.
      expect(cut.entries.slice(0, -1)).toEqual(entries.slice(0, Math.max(0, cut.entries.length - 1)));
    }
    expect(readFlashLso(whole.subarray(0, -1)).entries).toHaveLength(entries.length);
  });

  it('reads base64 that is cut at any character as far as it goes', () => {
    for (let length = 0; length < PREFS.length; length++)
      expect(readFlashLso(PREFS.slice(0, length)).damaged).not.toBeNull();
    expect(readFlashLso(PREFS.slice(0, 101)).entries.map(({ name }) => name)).toEqual(['artists', 'optIn']);
  });

  const other = (at: number, byte: number): Uint8Array => fromBase64(PREFS).with(at, byte);
  it.each([
    ['no base64', 'AL8*', 'not base64', 'not-flash'],
    ['other first bytes', other(1, 0xbe), 'no Flash cookie at byte 6', 'not-flash'],
    ['no TCSO', other(6, 0x55), 'no Flash cookie at byte 10', 'not-flash'],
    ['another AMF version', other(26, 1), 'unknown type 1 at byte 26', 'unknown-value'],
    ['a length that is too long', other(5, 0x58), '94 bytes announced, the end at byte 93', 'ends-early'],
    ['an entry without its end', other(57, 1), 'no end of an entry at byte 58', 'unknown-value'],
  ])('%s', (_, value, damaged, damage) => {
    expect(readFlashLso(value)).toMatchObject({ damaged, damage });
  });

  it('keeps a class that packs itself from hiding what stands before it', () => {
    const packed = [0x0a, 7, 7, ...new TextEncoder().encode('Foo'), 1];
    const value = flashLso('odd', 3, [
      ['first', integer(1)],
      ['second', { kind: 'null', value: null }],
    ]);
    const read = readFlashLso(Uint8Array.from([...value.subarray(0, -2), ...packed, 0]));
    expect(read.entries).toEqual([
      { name: 'first', value: integer(1) },
      { name: 'second', value: group('object', 'Foo') },
    ]);
    expect(read.damaged).toMatch(/^a class that packs itself at byte \d+$/);
  });
});

describe('readFlashLso: properties', () => {
  it.each([
    [0 as const, amf0Values],
    [3 as const, amf3Values],
  ])('reads what a writer writes, with shared tables: AMF%i', (amf, values) => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 10 }),
        fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 5 }), withoutReferences(amf, values)), { maxLength: 5 }),
        (name, entries) => {
          const written = flashLso(name, amf, entries);
          const read = readFlashLso(toBase64(written));
          expect(read).toEqual({
            name,
            amf,
            entries: entries.map(([entry, value]) => ({ name: entry, value: withoutPicks(value) })),
            damaged: null,
            damage: null,
          });
          expect(looksLikeFlashLso(toBase64(written))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever stands behind the header', () => {
    const header = fromBase64(PREFS).subarray(0, 27);
    fc.assert(
      fc.property(fc.constantFrom(0, 3), fc.uint8Array({ maxLength: 200 }), (amf, random) => {
        expect(readFlashLso(Uint8Array.from([...header.with(26, amf), ...random])).damaged).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        expect(readFlashLso(text).damaged).not.toBeNull();
      }),
    );
  });
});

/** In a Flash cookie of AMF0 numbers are taken as Ruffle counts; the writer counts as Flash Player does. */
function withoutReferences(amf: 0 | 3, values: fc.Arbitrary<AmfValue>): fc.Arbitrary<AmfValue> {
  const has = (value: AmfValue): boolean =>
    value.kind === 'reference' ||
    ('items' in value && (value.items.some(has) || value.entries.some((entry) => has(entry.value))));
  return amf === 3 ? values : values.filter((value) => !has(value));
}
