/**
 * A font whose every letter is the same bar, made here byte by byte (OpenType specification 1.9): text drawn with it breaks
 * and looks the same on every machine, whatever fonts are installed there. Three widths stand for the three families of
 * `tokens.css`, so that a heading in the wrong family still shows.
 */

const UNITS = 1000;
const BAR_HEIGHT = 520;
const ASCENT = 930;
const DESCENT = 240;

type Piece = readonly [size: 1 | 2 | 4, value: number];
const byte = (value: number): Piece => [1, value];
const short = (value: number): Piece => [2, value];
const long = (value: number): Piece => [4, value];
const shorts = (...values: readonly number[]): Piece[] => values.map(short);

function pack(...pieces: readonly Piece[]): Buffer {
  return Buffer.concat(
    pieces.map(([size, value]) => {
      const buffer = Buffer.alloc(size);
      buffer.writeUIntBE(value < 0 ? value + 2 ** (8 * size) : value, 0, size);
      return buffer;
    }),
  );
}

/** A rectangle, counter-clockwise: one contour of four points on the curve, coordinates as 16-bit steps. */
function bar(width: number): Buffer {
  const [left, right] = [30, width - 30];
  return pack(
    ...shorts(1, left, 0, right, BAR_HEIGHT, 3, 0),
    ...[1, 1, 1, 1].map(byte),
    ...shorts(left, right - left, 0, left - right),
    ...shorts(0, 0, BAR_HEIGHT, 0),
  );
}

/** Characters → glyphs: 1 is the bar, 2 is room. Format 13 gives one glyph to a whole range. */
function characterMap(): Buffer {
  const ranges: readonly (readonly [first: number, last: number, glyph: 1 | 2])[] = [
    [0x20, 0x20, 2],
    [0x21, 0x9f, 1],
    [0xa0, 0xa0, 2],
    [0xa1, 0x1fff, 1],
    [0x2000, 0x200f, 2],
    [0x2010, 0x2027, 1],
    [0x2028, 0x202f, 2],
    [0x2030, 0x10ffff, 1],
  ];
  const groups = ranges.flat().map(long);
  return pack(
    ...shorts(0, 1, 3, 10),
    long(12),
    ...shorts(13, 0),
    long(16 + groups.length * 4),
    long(0),
    long(ranges.length),
    ...groups,
  );
}

function names(family: string): Buffer {
  const words = Buffer.from(family, 'utf16le').swap16();
  const ids = [1, 4, 6];
  return Buffer.concat([
    pack(
      ...shorts(0, ids.length, 6 + 12 * ids.length),
      ...ids.flatMap((id) => shorts(3, 1, 0x409, id, words.length, 0)),
    ),
    words,
  ]);
}

function windowsMetrics(width: number): Buffer {
  return pack(
    ...shorts(4, width, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    ...Array.from({ length: 10 }, () => byte(0)),
    ...[0, 0, 0, 0].map(long),
    long(0x626c6f63),
    ...shorts(0x40, 0x20, 0xffff, ASCENT, -DESCENT, 0, ASCENT, DESCENT),
    ...[1, 0].map(long),
    ...shorts(BAR_HEIGHT, 700, 0, 0x20, 2),
  );
}

/** The file of a font whose letters are `width` thousandths of its size wide. */
export function blockFont(family: string, width: number): Buffer {
  const shape = bar(width);
  const glyph = Buffer.concat([shape, Buffer.alloc((4 - (shape.length % 4)) % 4)]);
  const room = Math.round(width * 0.55);
  const tables: Readonly<Record<string, Buffer>> = {
    'OS/2': windowsMetrics(width),
    cmap: characterMap(),
    glyf: glyph,
    head: pack(
      ...[0x00010000, 0x00010000, 0, 0x5f0f3cf5].map(long),
      ...shorts(0, UNITS),
      ...[0, 0, 0, 0].map(long),
      ...shorts(0, 0, UNITS, BAR_HEIGHT, 0, 8, 2, 1, 0),
    ),
    hhea: pack(long(0x00010000), ...shorts(ASCENT, -DESCENT, 0, width, 0, 30, width - 30, 1, 0, 0, 0, 0, 0, 0, 0, 3)),
    hmtx: pack(...shorts(width, 30, width, 30, room, 0)),
    // Glyph 0, for what has none, is empty: nothing has none.
    loca: pack(...[0, 0, glyph.length, glyph.length].map(long)),
    maxp: pack(long(0x00010000), ...shorts(3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
    name: names(family),
    post: pack(long(0x00030000), long(0), ...shorts(-100, 50), ...[1, 0, 0, 0, 0].map(long)),
  };
  const entries = Object.entries(tables);
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 12 + 16 * entries.length;
  for (const [tag, body] of entries) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    directory.push(Buffer.from(tag, 'latin1'), pack(long(sum), long(offset), long(body.length)));
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([
    pack(long(0x00010000), ...shorts(entries.length, 128, 3, entries.length * 16 - 128)),
    ...directory,
    ...bodies,
  ]);
}
