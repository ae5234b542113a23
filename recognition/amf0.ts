/** Reads AMF0, the format of ActionScript 1 and 2. Source: Adobe, Action Message Format AMF 0, 12 December 2007. */
import { AmfBytes, damageOf, group } from './amf.ts';
import type { AmfGroup, AmfRead, AmfScalar, AmfValue, Put } from './amf.ts';
import { amf3Reader } from './amf3.ts';
import type { Amf3Reader } from './amf3.ts';

/** One run over AMF0 bytes: both read on from where `bytes` stands and throw what `damageOf` catches. */
export interface Amf0Reader {
  readonly string: () => string;
  /** Reads one value, its type first; what is known of it before damage has been put. */
  readonly value: (put: Put, depth?: number) => void;
}

/**
 * Begins a run. A value met before is referred to by number. Flash Player numbers objects, arrays, dates and XML; Ruffle
 * numbers every value (https://github.com/ruffle-rs/rust-flash-lso/issues/72). Where a number leads to a value either way,
 * `byRuffle` takes Ruffle's.
 */
export function amf0Reader(bytes: AmfBytes, byRuffle: boolean): Amf0Reader {
  const all: (AmfGroup | AmfScalar | null)[] = [];
  const complex: (AmfGroup | AmfScalar)[] = [];
  /** One for all AMF3 values among the AMF0 ones. */
  let amf3: Amf3Reader | undefined;

  const string = (): string => bytes.utf8(bytes.u16());
  const longString = (): string => bytes.utf8(bytes.u32());

  function value(put: Put, depth = 0): void {
    bytes.tick(depth);
    const type = bytes.u8();
    const done = (read: AmfScalar): void => {
      all.push(null);
      put(read);
    };
    const open = <T extends AmfGroup | AmfScalar>(read: T): T => {
      all.push(read);
      complex.push(read);
      put(read);
      return read;
    };
    const object = (kind: 'array' | 'object', name: string): void => {
      named(open(group(kind, name)), depth + 1);
    };

    if (type === 0x00) done({ kind: 'number', value: bytes.f64() });
    else if (type === 0x01) done({ kind: 'boolean', value: bytes.u8() > 0 });
    else if (type === 0x02) done({ kind: 'string', value: string() });
    else if (type === 0x03) object('object', '');
    else if (type === 0x05) done({ kind: 'null', value: null });
    else if (type === 0x06) done({ kind: 'undefined', value: null });
    else if (type === 0x07) {
      const index = bytes.u16();
      const to = byRuffle ? (all[index] ?? complex[index]) : (complex[index] ?? all[index]);
      put({ kind: 'reference', to: to ?? null });
    } else if (type === 0x08) {
      // The count that leads is a hint, often 0: the end is marked.
      bytes.u32();
      object('array', '');
    } else if (type === 0x0a) {
      const length = bytes.u32();
      const array = open(group('array'));
      for (let i = 0; i < length; i++) value((read) => bytes.keep(array, () => array.items.push(read)), depth + 1);
    } else if (type === 0x0b) {
      open({ kind: 'date', value: bytes.f64() });
      // A time zone, which the specification reserves.
      bytes.u16();
    } else if (type === 0x0c) done({ kind: 'string', value: longString() });
    else if (type === 0x0d) done({ kind: 'unsupported', value: null });
    else if (type === 0x0f) open({ kind: 'XML', value: longString() });
    else if (type === 0x10) object('object', string());
    else if (type === 0x11) {
      all.push(null);
      (amf3 ??= amf3Reader(bytes)).value(put, depth + 1);
    }
    // 04 (movie clip) and 0E (record set) are reserved: what would follow them was never written down.
    else bytes.unknown(type);
  }

  /** Pairs of a name and a value, up to an empty name that the byte 09 follows; elsewhere a name may be empty. */
  function named(to: AmfGroup, depth: number): void {
    for (;;) {
      const name = string();
      if (!name && bytes.u8() === 9) return;
      if (!name) bytes.at--;
      value((read) => bytes.keep(to, () => to.entries.push({ name, value: read })), depth);
    }
  }

  return { string, value };
}

/** Reads one AMF0 value from the beginning of the buffer. Never throws, whatever the buffer holds. */
export function readAmf0(buffer: Uint8Array): AmfRead {
  const bytes = new AmfBytes(buffer);
  const read: AmfValue[] = [];
  const damage = damageOf(() => {
    amf0Reader(bytes, false).value((value) => read.push(value));
  });
  return { value: read[0] ?? null, end: bytes.at, damaged: damage?.words ?? null };
}
