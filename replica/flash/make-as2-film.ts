/**
 * Builds `as2.swf`: a Flash 8 film in ActionScript 2 bytecode, for which Haxe has no compiler any more. Played by Ruffle it
 * leaves a Flash cookie in AMF0 with every kind of value that ActionScript 2 can write.
 *
 * node replica/flash/make-as2-film.ts
 *
 * Source of the formats: Adobe, SWF File Format Specification, version 19, chapters 1 and 5.
 */
import { writeFileSync } from 'node:fs';

type Code = number[];

const text = (value: string): Code => [...new TextEncoder().encode(value), 0];
const u16 = (value: number): Code => [value & 255, value >> 8];
const u32 = (value: number): Code => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** ActionPush of one value; a double stands in the file with its two halves swapped. */
function push(value: string | number | boolean | null | undefined): Code {
  let body: Code;
  if (typeof value === 'string') body = [0, ...text(value)];
  else if (value === null) body = [2];
  else if (value === undefined) body = [3];
  else if (typeof value === 'boolean') body = [5, Number(value)];
  else {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setFloat64(0, value);
    body = [6, ...u32(bytes.getUint32(0)), ...u32(bytes.getUint32(4))];
  }
  return [0x96, ...u16(body.length), ...body];
}

const variable = (name: string): Code => [...push(name), 0x1c];
const assign = (name: string, value: Code): Code => [...push(name), ...value, 0x1d];
const member = (object: Code, name: string): Code => [...object, ...push(name), 0x4e];
const set = (object: Code, name: string, value: Code): Code => [...object, ...push(name), ...value, 0x4f];
const list = (...items: Code[]): Code => [...items.toReversed().flat(), ...push(items.length), 0x42];
const object = (entries: Record<string, Code>): Code => [
  ...Object.entries(entries).flatMap(([name, value]) => [...push(name), ...value]),
  ...push(Object.keys(entries).length),
  0x43,
];
const call = (target: Code, method: string, ...args: Code[]): Code => [
  ...args.toReversed().flat(),
  ...push(args.length),
  ...target,
  ...push(method),
  0x52,
];
const create = (name: string, ...args: Code[]): Code => [
  ...args.toReversed().flat(),
  ...push(args.length),
  ...push(name),
  0x40,
];
const drop = (code: Code): Code => [...code, 0x17];
/** `function name() {}` */
const emptyFunction = (name: string): Code => [0x9b, ...u16(name.length + 5), ...text(name), ...u16(0), ...u16(0)];

const data = variable('data');
const program: Code = [
  ...assign('so', call(variable('SharedObject'), 'getLocal', push('as2'))),
  ...assign('data', member(variable('so'), 'data')),
  ...emptyFunction('Album'),
  ...drop(call(variable('Object'), 'registerClass', push('liner.Album'), variable('Album'))),
  ...assign('album', create('Album')),
  ...set(variable('album'), 'title', push('Kind of Blue')),
  ...assign('mixed', list(push('dense'))),
  ...set(variable('mixed'), 'extra', push('named')),
  ...assign('loop', object({ name: push('loop') })),
  ...set(variable('loop'), 'self', variable('loop')),
  ...set(data, 'seven', push(7)),
  ...set(data, 'half', push(-0.5)),
  ...set(data, 'notANumber', push(NaN)),
  ...set(data, 'yes', push(true)),
  ...set(data, 'no', push(false)),
  ...set(data, 'word', push('Für Elise – 🎵')),
  ...set(data, 'empty', push('')),
  ...set(data, 'nothing', push(null)),
  ...set(data, 'unset', push(undefined)),
  ...set(data, 'visitor', push('3f2504e0-4f89-41d3-9a0c-0305e82c3301')),
  ...set(data, 'list', list(push(1), push('two'), list(push(null)))),
  ...set(data, 'mixed', variable('mixed')),
  ...set(data, 'nested', object({ artist: object({ name: push('Adele') }) })),
  ...set(data, 'when', create('Date', push(1325289600000))),
  ...set(data, 'xml', create('XML', push('<song><title>Hello</title></song>'))),
  ...set(data, 'album', variable('album')),
  ...set(data, 'sameAlbum', variable('album')),
  ...set(data, 'loop', variable('loop')),
  ...drop(call(variable('so'), 'flush')),
  0,
];

/** A tag with the long form of its length. */
const tag = (code: number, body: Code): Code => [...u16((code << 6) | 63), ...u32(body.length), ...body];
const tags = [...tag(9, [255, 255, 255]), ...tag(12, program), ...u16(1 << 6), ...u16(0)];
const size = [0x78, 0, 5, 0x5f, 0, 0, 0xf, 0xa0, 0];
const frames = [...u16(12 << 8), ...u16(1)];
const length = 8 + size.length + frames.length + tags.length;
const film = [...new TextEncoder().encode('FWS'), 8, ...u32(length), ...size, ...frames, ...tags];
writeFileSync(new URL('as2.swf', import.meta.url), Uint8Array.from(film));
