/** The values that AMF0 and AMF3 can hold, and the bytes they are read from. AMF is Flash's format for stored values. */
import type { FlashCookieDamage } from '../ledger/observation.ts';

/** A named value inside an object or an array. */
export interface AmfEntry {
  readonly name: string;
  readonly value: AmfValue;
}

/** A value that is made of others. */
export interface AmfGroup {
  readonly kind: 'array' | 'object' | 'vector' | 'dictionary';
  /** The class of an object, or what a vector holds ("int", "uint", "double", a class); '' where none is named. */
  readonly name: string;
  /** What stands in order. A dictionary has key, value, key, value … here. */
  readonly items: AmfValue[];
  /** What stands under a name. AMF0 writes most arrays like this, with the names "0", "1" … */
  readonly entries: AmfEntry[];
  /** How many more there are, which were read and not kept. */
  more?: number;
}

/** A value that holds no others. */
export type AmfScalar =
  | { readonly kind: 'undefined' | 'null' | 'unsupported'; readonly value: null }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A date is given in milliseconds since 1970. */
  | { readonly kind: 'integer' | 'number' | 'date'; readonly value: number }
  | { readonly kind: 'string' | 'XML'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Uint8Array };

/** A value that stands elsewhere, maybe above the reference itself; `to` is null where nothing stands. */
export interface AmfReference {
  readonly kind: 'reference';
  readonly to: AmfGroup | AmfScalar | null;
}

/** One value. It is a tree but for references: who does not follow them cannot walk in a circle. */
export type AmfValue = AmfScalar | AmfGroup | AmfReference;

/** What reading a buffer gave. */
export interface AmfRead {
  /** Null where not even the beginning could be read. A value cut short holds what could be read of it. */
  readonly value: AmfValue | null;
  /** The offset of the first byte that was not read. */
  readonly end: number;
  /** What is wrong, in words and with the byte's offset; null when the value could be read whole. */
  readonly damaged: string | null;
}

/** Takes a value as soon as it is known; a group is handed over empty and filled afterwards. */
export type Put = (value: AmfValue) => void;

/** An empty group, to be filled. */
export function group(kind: AmfGroup['kind'], name = ''): AmfGroup {
  return { kind, name, items: [], entries: [] };
}

/** How deep values may be nested: more is taken for an attack. Each value takes a byte at least, so the bytes bound the work. */
export const MAX_DEPTH = 64;
/** So many values are kept as they are read; of those after them a group keeps the number. */
export const MAX_KEPT = 20_000;
/** So many values are read between two questions whether there is time for more. */
const ASK_EVERY = 500;

/** Why reading had to stop. It never leaves the readers' public functions. */
class Damage extends Error {
  readonly kind: FlashCookieDamage;

  constructor(kind: FlashCookieDamage, words: string) {
    super(words);
    this.kind = kind;
  }
}

/** Bytes that are read from front to back; numbers are big-endian. Each method throws `Damage` at the end of the bytes. */
export class AmfBytes {
  at = 0;
  /** How many values and names have been read. */
  private count = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  private readonly isOver: () => boolean;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** `isOver`: whether the time for it has gone by. */
  constructor(bytes: Uint8Array, isOver: () => boolean = () => false) {
    this.bytes = bytes;
    this.isOver = isOver;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Stops the reading; the byte named is the one at `at`. */
  damage(what: string, kind: FlashCookieDamage = 'unknown-value'): never {
    throw new Damage(kind, `${what} at byte ${this.at}`);
  }

  /** Stops the reading at the byte just read, which names a type that is not known. */
  unknown(type: number): never {
    this.at--;
    this.damage(`unknown type ${type}`);
  }

  /** Adds a value to a group, or to the number of those that are not kept. */
  keep(to: AmfGroup, put: () => void): void {
    if (this.count <= MAX_KEPT) put();
    else to.more = (to.more ?? 0) + 1;
  }

  /** Counts a value or a name, and stops where there is no time for more. */
  tick(depth = 0): void {
    if (depth > MAX_DEPTH) this.damage(`more than ${MAX_DEPTH} levels`, 'too-large');
    if (++this.count % ASK_EVERY === 0 && this.isOver()) this.damage('too large to be read in time, left', 'too-large');
  }

  private skip(length: number): number {
    const start = this.at;
    if (length > this.bytes.length - start) this.damage('ends early', 'ends-early');
    this.at += length;
    return start;
  }

  u8(): number {
    return this.view.getUint8(this.skip(1));
  }
  u16(): number {
    return this.view.getUint16(this.skip(2));
  }
  u32(): number {
    return this.view.getUint32(this.skip(4));
  }
  i32(): number {
    return this.view.getInt32(this.skip(4));
  }
  f64(): number {
    return this.view.getFloat64(this.skip(8));
  }
  take(length: number): Uint8Array {
    const start = this.skip(length);
    return this.bytes.subarray(start, start + length);
  }
  /** Bytes that are not UTF-8 become U+FFFD. */
  utf8(length: number): string {
    return this.decoder.decode(this.take(length));
  }
}

/**
 * Runs `read` on the bytes and gives what is wrong with them, or null. Whatever the bytes are, nothing is thrown; what was
 * read before the damage has already been handed over.
 */
export function damageOf(read: () => void): { readonly kind: FlashCookieDamage; readonly words: string } | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof Damage) return { kind: error.kind, words: error.message };
    throw error;
  }
}
