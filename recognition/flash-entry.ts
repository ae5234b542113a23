/** What stands in a Flash cookie, told without telling the values. */
import { clip, MAX_TEXT_LENGTH } from '../ledger/observation.ts';
import type { ValueShape } from '../ledger/observation.ts';
import type { AmfValue } from './amf.ts';
import { identifiersIn, shapeOf } from './value-shape.ts';

export interface FlashEntryFacts {
  /** The type in words: "string", "array of 2", "object Foo of 3". */
  readonly type: string;
  /** Null for values made of others. */
  readonly shape: ValueShape | null;
  /** The longest token in it, or in what it is made of, that could tell one browser from the next; else null. */
  readonly identifier: string | null;
}

/** How many values inside of a value are looked at for identifiers. */
const MAX_LOOKED_AT = 30;

/** Describes a value as far as an observation may. */
export function describeAmf(value: AmfValue): FlashEntryFacts {
  const tokens: string[] = [];
  const values = [value];
  for (const one of values) {
    if ('items' in one) {
      const inside = [...one.items, ...one.entries.map((entry) => entry.value)];
      values.push(...inside.slice(0, Math.max(0, MAX_LOOKED_AT - values.length)));
    } else tokens.push(...identifiersIn(textOf(one) ?? ''));
  }
  const text = textOf(value);
  return {
    type: typeOf(value),
    shape: value.kind === 'date' ? 'time' : text === null ? null : shapeOf(text),
    identifier: tokens.sort((a, b) => b.length - a.length)[0] ?? null,
  };
}

/** Null for what is no text, number or truth: dates, bytes, XML, groups, references. */
function textOf(value: AmfValue): string | null {
  if ('value' in value && value.kind !== 'date' && value.kind !== 'XML' && value.kind !== 'bytes')
    return String(value.value ?? '');
  return null;
}

/** At most `room` characters: the name of a class gives way, and the number stays. */
function typeOf(value: AmfValue, room = MAX_TEXT_LENGTH): string {
  if ('to' in value)
    return value.to ? `the same ${typeOf(value.to, room - 'the same '.length)}` : 'reference to nothing';
  if (value.kind === 'bytes') return `bytes, ${value.value.length}`;
  if (!('items' in value)) return value.kind;
  const { kind, name, items, entries, more = 0 } = value;
  const all = items.length + entries.length + more;
  const end = `of ${Math.floor(kind === 'dictionary' ? all / 2 : all)}`;
  return name === '' ? `${kind} ${end}` : `${kind} ${clip(name, room - kind.length - end.length - 2)} ${end}`;
}
