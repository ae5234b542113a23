/**
 * A visit, or a piece of one, as the text that is stored, and back. The names of an entry's members stand once for all entries that have the same ones, which halves
 * what a list takes: two hundred companies fit into their share.
 */

/**
 * JSON in ASCII alone. A string with one letter beyond Latin-1 takes two bytes a letter in the browser's session storage;
 * escaped, its length is its size.
 *
 * serialise({ a: 'é' }) → '{"a":"\\u00e9"}'
 */
export function serialise(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Stands before the members of an array; before those of an object stands the number of its shape. */
const ARRAY = -1;

/** Numbers of the shapes met so far, by the names of their members. */
type Shapes = Map<string, number>;

/** In plain loops: it is run with each message, often enough to be optimised, and to optimise loops with destructuring took V8 130 ms. */
function packed(value: unknown, shapes: Shapes): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [ARRAY];
    for (const member of value) list.push(packed(member, shapes));
    return list;
  }
  const members = value as Readonly<Record<string, unknown>>;
  const names: string[] = [];
  const entry: unknown[] = [0];
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (member === undefined) continue;
    names.push(name);
    entry.push(packed(member, shapes));
  }
  const shape = JSON.stringify(names);
  let number = shapes.get(shape);
  if (number === undefined) {
    number = shapes.size;
    shapes.set(shape, number);
  }
  entry[0] = number;
  return entry;
}

function unpacked(value: unknown, shapes: readonly (readonly string[])[]): unknown {
  if (!Array.isArray(value)) return value;
  const [kind, ...members] = value as unknown[];
  if (kind === ARRAY) return members.map((member) => unpacked(member, shapes));
  const names = shapes[Number(kind)];
  if (names?.length !== members.length) throw new Error('The record has an entry of no known shape.');
  return Object.fromEntries(names.map((name, at) => [name, unpacked(members[at], shapes)]));
}

/** What an entry of a visit takes in its text, in bytes: a shape's number is taken to have one digit. */
export function storedSize(entry: unknown): number {
  return serialise(packed(entry, new Map())).length;
}

/** A value as a text in ASCII; `version`: of the record that it is of. */
export function packedText(value: unknown, version: number): string {
  const shapes: Shapes = new Map();
  const body = packed(value, shapes);
  return serialise({ version, shapes: [...shapes.keys()].map((shape) => JSON.parse(shape) as unknown), body });
}

/** A text as it is stored, before it is known whether it holds a record. */
export interface StoredText {
  /** The version of the record's shape (`RECORD_VERSION`); all else is another matter where that is not ours. */
  readonly version: number;
  readonly shapes?: readonly (readonly string[])[];
  readonly body?: unknown;
}

/** Reads the text; null for one that bears no version. */
export function parseStored(text: string): StoredText | null {
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || !('version' in stored)) return null;
    return typeof stored.version === 'number' ? (stored as StoredText) : null;
  } catch {
    return null;
  }
}

/** What such a text holds, or one that is written out in full; null where an entry has no known shape. */
export function unpack(stored: StoredText): object | null {
  if (stored.body === undefined) return stored;
  try {
    const value = unpacked(stored.body, stored.shapes ?? []);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
