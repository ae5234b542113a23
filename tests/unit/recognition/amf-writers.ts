/** Writers of AMF0 and AMF3, made from the specifications for the tests alone: what they write, the readers have to read. */
import type { AmfGroup, AmfReference, AmfScalar, AmfValue } from '../../../recognition/amf.ts';

/** A reference that the writer fills in: it points at one of the values written before it, `pick` says which. */
export interface OpenReference extends AmfReference {
  pick: number;
  to: AmfGroup | AmfScalar | null;
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

function f64(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return [...new Uint8Array(view.buffer)];
}

/** AMF3's variable-length number of 29 bits. */
export function u29(value: number): number[] {
  if (value < 0x80) return [value];
  if (value < 0x4000) return [(value >> 7) | 128, value & 127];
  if (value < 0x200000)
    return [(value >> 14) | 128, (value >> 7) | 128, value & 127].map((byte, i) => (i < 2 ? byte | 128 : byte) & 255);
  return [(value >> 22) | 128, (value >> 15) | 128, (value >> 8) | 128, value].map((byte) => byte & 255);
}

/** Fills an open reference in; gives the number to write. */
function resolve(reference: AmfReference, complex: readonly (AmfGroup | AmfScalar)[]): number {
  if (!('pick' in reference)) return Math.max(0, complex.indexOf(reference.to as AmfGroup));
  const open = reference as OpenReference;
  const index = complex.length === 0 ? 0 : open.pick % complex.length;
  open.to = complex[index] ?? null;
  return index;
}

/** A writer that keeps its tables between values, as a Flash cookie's entries share them. */
export function amf3Writer(): {
  readonly string: (text: string) => number[];
  readonly value: (value: AmfValue) => number[];
} {
  const strings: string[] = [];
  const classes: string[] = [];
  const complex: (AmfGroup | AmfScalar)[] = [];

  function string(text: string): number[] {
    const known = strings.indexOf(text);
    if (known >= 0) return u29(known << 1);
    if (text !== '') strings.push(text);
    const bytes = utf8(text);
    return [...u29((bytes.length << 1) | 1), ...bytes];
  }

  function object(value: AmfGroup): number[] {
    // Without a class name: dynamic. With one: properties named in the class, which a second object refers to.
    const sealed = value.name === '' ? [] : value.entries.map((entry) => entry.name);
    const key = JSON.stringify([value.name, sealed]);
    const known = classes.indexOf(key);
    const traits =
      known >= 0
        ? u29((known << 2) | 1)
        : [
            ...u29((sealed.length << 4) | (value.name === '' ? 0b1011 : 0b0011)),
            ...string(value.name),
            ...sealed.flatMap(string),
          ];
    if (known < 0) classes.push(key);
    const entries = value.entries.flatMap((entry) => [
      ...(value.name === '' ? string(entry.name) : []),
      ...write(entry.value),
    ]);
    return [0x0a, ...traits, ...entries, ...(value.name === '' ? string('') : [])];
  }

  function group(value: AmfGroup): number[] {
    complex.push(value);
    if (value.kind === 'object') return object(value);
    const items = (): number[] => value.items.flatMap(write);
    if (value.kind === 'array') {
      const entries = value.entries.flatMap((entry) => [...string(entry.name), ...write(entry.value)]);
      return [0x09, ...u29((value.items.length << 1) | 1), ...entries, ...string(''), ...items()];
    }
    if (value.kind === 'dictionary') return [0x11, ...u29(value.items.length | 1), 0, ...items()];
    const head = [...u29((value.items.length << 1) | 1), 0];
    const numbers = value.items.map((item) => ('value' in item ? Number(item.value) : 0));
    if (value.name === 'int') return [0x0d, ...head, ...numbers.flatMap(u32)];
    if (value.name === 'uint') return [0x0e, ...head, ...numbers.flatMap(u32)];
    if (value.name === 'double') return [0x0f, ...head, ...numbers.flatMap(f64)];
    return [0x10, ...head, ...string(value.name), ...items()];
  }

  function write(value: AmfValue): number[] {
    switch (value.kind) {
      case 'undefined':
        return [0];
      case 'null':
        return [1];
      case 'boolean':
        return [value.value ? 3 : 2];
      case 'integer':
        return [4, ...u29(value.value & 0x1fffffff)];
      case 'number':
        return [5, ...f64(value.value)];
      case 'string':
        return [6, ...string(value.value)];
      case 'date':
        complex.push(value);
        return [8, 1, ...f64(value.value)];
      case 'XML': {
        complex.push(value);
        const bytes = utf8(value.value);
        return [bytes.length % 2 ? 7 : 11, ...u29((bytes.length << 1) | 1), ...bytes];
      }
      case 'bytes':
        complex.push(value);
        return [12, ...u29((value.value.length << 1) | 1), ...value.value];
      case 'reference':
        return [0x0a, ...u29(resolve(value, complex) << 1)];
      case 'unsupported':
        throw new Error('AMF3 has no such value');
      default:
        return group(value);
    }
  }

  return { string, value: write };
}

/** A writer that keeps its tables between values. It numbers values as Flash Player does. */
export function amf0Writer(): {
  readonly string: (text: string) => number[];
  readonly value: (value: AmfValue) => number[];
} {
  const complex: (AmfGroup | AmfScalar)[] = [];
  const amf3 = amf3Writer();

  function string(text: string): number[] {
    const bytes = utf8(text);
    return [...u16(bytes.length), ...bytes];
  }

  const entries = (value: AmfGroup): number[] => [
    ...value.entries.flatMap((entry) => [...string(entry.name), ...write(entry.value)]),
    ...[0, 0, 9],
  ];

  function write(value: AmfValue): number[] {
    switch (value.kind) {
      case 'undefined':
        return [6];
      case 'null':
        return [5];
      case 'unsupported':
        return [13];
      case 'boolean':
        return [1, Number(value.value)];
      case 'number':
        return [0, ...f64(value.value)];
      case 'string': {
        const bytes = utf8(value.value);
        return bytes.length > 0xffff ? [12, ...u32(bytes.length), ...bytes] : [2, ...u16(bytes.length), ...bytes];
      }
      case 'date':
        complex.push(value);
        return [11, ...f64(value.value), 0, 0];
      case 'XML': {
        complex.push(value);
        const bytes = utf8(value.value);
        return [15, ...u32(bytes.length), ...bytes];
      }
      case 'reference':
        return [7, ...u16(resolve(value, complex))];
      case 'array':
        complex.push(value);
        if (value.items.length === 0) return [8, ...u32(value.entries.length), ...entries(value)];
        return [10, ...u32(value.items.length), ...value.items.flatMap(write)];
      case 'object':
        complex.push(value);
        return value.name === '' ? [3, ...entries(value)] : [16, ...string(value.name), ...entries(value)];
      default:
        // What AMF0 lacks travels as AMF3.
        return [17, ...amf3.value(value)];
    }
  }

  return { string, value: write };
}

/** A whole Flash cookie. */
export function flashLso(
  name: string,
  amf: 0 | 3,
  values: readonly (readonly [name: string, value: AmfValue])[],
): Uint8Array {
  const writer = amf === 0 ? amf0Writer() : amf3Writer();
  const title = utf8(name);
  const rest = [
    ...[...utf8('TCSO'), 0, 4, 0, 0, 0, 0, ...u16(title.length), ...title, 0, 0, 0, amf],
    ...values.flatMap(([entry, value]) => [...writer.string(entry), ...writer.value(value), 0]),
  ];
  return Uint8Array.from([0, 0xbf, ...u32(rest.length), ...rest]);
}

/** '09 05 01' → bytes; words in quotes stand for their UTF-8. */
export function bytes(text: string): Uint8Array {
  const parts = text.match(/'[^']*'|[\da-f]{2}/gi) ?? [];
  return Uint8Array.from(
    parts.flatMap((part) =>
      part.startsWith("'") ? [...new TextEncoder().encode(part.slice(1, -1))] : [parseInt(part, 16)],
    ),
  );
}

/** Takes away the writer's aid for references, which is not part of the value. */
export function withoutPicks(value: AmfValue): AmfValue {
  if ('items' in value) {
    value.items.forEach(withoutPicks);
    value.entries.forEach((entry) => withoutPicks(entry.value));
  } else if ('pick' in value) delete value.pick;
  return value;
}
