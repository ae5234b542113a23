/** Reads AMF3, the format of ActionScript 3. Source: Adobe, AMF 3 Specification, January 2013. */
import { AmfBytes, damageOf, group } from './amf.ts';
import type { AmfGroup, AmfRead, AmfScalar, AmfValue, Put } from './amf.ts';

interface Traits {
  readonly name: string;
  readonly external: boolean;
  readonly dynamic: boolean;
  readonly properties: readonly string[];
}

/** One run over AMF3 bytes: both read on from where `bytes` stands and throw what `damageOf` catches. */
export interface Amf3Reader {
  readonly string: () => string;
  /** Reads one value, its type first; what is known of it before damage has been put. */
  readonly value: (put: Put, depth?: number) => void;
}

/** Flex classes that pack themselves, of which it is known that they write one value; it is read as an entry "value". */
const WRAPPER = /^flex\.messaging\.io\.(?:Array(?:Collection|List)|(?:Managed)?ObjectProxy|SerializationProxy)$/;

/** Begins a run. Strings, class descriptions and values that it has met are referred to by number later in the run. */
export function amf3Reader(bytes: AmfBytes): Amf3Reader {
  const strings: string[] = [];
  const traits: Traits[] = [];
  const complex: (AmfGroup | AmfScalar)[] = [];

  /**
   * U29: seven bits a byte while the high bit is set, then eight bits of a fourth byte.
   *
   * 05 → 5; 81 00 → 128; FF FF FF FF → 536,870,911
   */
  function u29(): number {
    let value = 0;
    for (let i = 0; i < 3; i++) {
      const byte = bytes.u8();
      value = (value << 7) | (byte & 127);
      if (byte < 128) return value;
    }
    return (value << 8) | bytes.u8();
  }

  /** A new string (low bit set, above it the length) or one met before (its number). The empty one has no number. */
  function string(): string {
    bytes.tick();
    const head = u29();
    if (!(head & 1)) return strings[head >> 1] ?? bytes.damage('reference to no string');
    const text = bytes.utf8(head >> 1);
    if (text) strings.push(text);
    return text;
  }

  function value(put: Put, depth = 0): void {
    bytes.tick(depth);
    const type = bytes.u8();
    if (type < 2) put({ kind: type ? 'null' : 'undefined', value: null });
    else if (type < 4) put({ kind: 'boolean', value: type > 2 });
    // 29 bits, the highest of which is the sign.
    else if (type === 4) put({ kind: 'integer', value: (u29() << 3) >> 3 });
    else if (type === 5) put({ kind: 'number', value: bytes.f64() });
    else if (type === 6) put({ kind: 'string', value: string() });
    else if (type > 0x11) bytes.unknown(type);
    else {
      const head = u29();
      if (head & 1) referable(type, head >> 1, put, depth + 1);
      else put({ kind: 'reference', to: complex[head >> 1] ?? null });
    }
  }

  /** A value that can be referred to. `length` is what stands above the bit that marks a new one. */
  function referable(type: number, length: number, put: Put, depth: number): void {
    const open = <T extends AmfGroup | AmfScalar>(read: T): T => {
      complex.push(read);
      put(read);
      return read;
    };
    if (type === 0x07 || type === 0x0b) open({ kind: 'XML', value: bytes.utf8(length) });
    else if (type === 0x08) open({ kind: 'date', value: bytes.f64() });
    else if (type === 0x09) {
      const array = open(group('array'));
      named(array, depth);
      list(array, length, depth);
    } else if (type === 0x0a) {
      const { name, external, dynamic, properties } = traitsOf(length);
      const object = open(group('object', name));
      if (external && !WRAPPER.test(name)) bytes.damage('a class that packs itself');
      for (const property of properties) entry(object, property, depth);
      if (dynamic) named(object, depth);
    } else if (type === 0x0c) open({ kind: 'bytes', value: bytes.take(length) });
    else if (type === 0x11) {
      // Whether keys are held weakly says nothing about what is stored.
      bytes.u8();
      list(open(group('dictionary')), length * 2, depth);
    } else {
      // Nor does whether the length of a vector is fixed.
      bytes.u8();
      const numbers = ['int', 'uint', 'double'][type - 0x0d];
      const vector = open(group('vector', numbers ?? string()));
      if (numbers === undefined) list(vector, length, depth);
      else {
        for (let i = 0; i < length; i++) {
          bytes.tick();
          const read: AmfScalar =
            type === 0x0f
              ? { kind: 'number', value: bytes.f64() }
              : { kind: 'integer', value: type === 0x0d ? bytes.i32() : bytes.u32() };
          bytes.keep(vector, () => vector.items.push(read));
        }
      }
    }
  }

  /** The description of a class; `head` is what stands above the two bits that mark a new object. */
  function traitsOf(head: number): Traits {
    if (!(head & 1)) return traits[head >> 1] ?? bytes.damage('reference to no class');
    const name = string();
    const external = (head & 2) > 0;
    const properties = external ? ['value'] : [];
    for (let i = external ? 0 : head >> 3; i > 0; i--) properties.push(string());
    const described = { name, external, dynamic: !external && (head & 4) > 0, properties };
    traits.push(described);
    return described;
  }

  function entry(to: AmfGroup, name: string, depth: number): void {
    value((read) => bytes.keep(to, () => to.entries.push({ name, value: read })), depth);
  }

  /** Pairs of a name and a value, up to the empty name. */
  function named(to: AmfGroup, depth: number): void {
    for (let name = string(); name; name = string()) entry(to, name, depth);
  }

  function list(to: AmfGroup, length: number, depth: number): void {
    for (let i = 0; i < length; i++) value((read) => bytes.keep(to, () => to.items.push(read)), depth);
  }

  return { string, value };
}

/** Reads one AMF3 value from the beginning of the buffer. Never throws, whatever the buffer holds. */
export function readAmf3(buffer: Uint8Array): AmfRead {
  const bytes = new AmfBytes(buffer);
  const read: AmfValue[] = [];
  const damage = damageOf(() => {
    amf3Reader(bytes).value((value) => read.push(value));
  });
  return { value: read[0] ?? null, end: bytes.at, damaged: damage?.words ?? null };
}
