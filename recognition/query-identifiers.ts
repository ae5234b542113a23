/** Which values in an address could tell one browser from the next? */
import { clip, MAX_NAME_LENGTH, type IdentifierTrace } from '../ledger/observation.ts';
import { decodeFormText } from './percent-encoding.ts';
import { hashIdentifier, identifiersIn } from './value-shape.ts';

/** Longest part of an address that is searched, in UTF-16 code units. */
const MAX_SEARCHED = 4000;
/** Most parameters that are looked at, and most identifiers that are told. */
const MAX_PARAMETERS = 60;
export const MAX_IDENTIFIERS = 10;

/** Parameters that are remembered as written, and the longest of them; when there are more, the memory starts over. */
const MAX_REMEMBERED = 300;
const MAX_REMEMBERED_LENGTH = 500;

/** What has been read of parameters, by how they are written: the requests of a page bear many of them again and again. */
export type KnownParameters = Map<string, readonly IdentifierTrace[]>;

function writtenParameters(url: string): string[] {
  const [withPath = ''] = url.slice(0, MAX_SEARCHED).split('#', 1);
  const begin = withPath.search(/[?;]/);
  return begin < 0 ? [] : withPath.slice(begin + 1).split(/[?&;]/, MAX_PARAMETERS);
}

/** 'x=a%20b' → ['x', 'a b']; null without a name or a value. */
function decodedParameter(written: string): readonly [name: string, value: string] | null {
  const equals = written.indexOf('=');
  if (equals < 1 || equals === written.length - 1) return null;
  return [decodeFormText(written.slice(0, equals)), decodeFormText(written.slice(equals + 1))];
}

/**
 * The parameters of an address, decoded: those of the query, and those that stand in the path behind semicolons.
 *
 * 'https://a.example/activity;src=1;u=2?x=3&y' → [['src', '1'], ['u', '2'], ['x', '3']]
 */
export function parametersOf(url: string): (readonly [name: string, value: string])[] {
  return writtenParameters(url).flatMap((written) => {
    const parameter = decodedParameter(written);
    return parameter === null ? [] : [parameter];
  });
}

function tracesOf(written: string, salt: string, known: KnownParameters): readonly IdentifierTrace[] {
  const before = known.get(written);
  if (before !== undefined) return before;
  const [name, value] = decodedParameter(written) ?? ['', ''];
  const traces = identifiersIn(value).map((identifier) => ({
    name: clip(name, MAX_NAME_LENGTH),
    hash: hashIdentifier(identifier, salt),
  }));
  if (known.size >= MAX_REMEMBERED) known.clear();
  if (written.length <= MAX_REMEMBERED_LENGTH) known.set(written, traces);
  return traces;
}

/**
 * Identifier-like values in an address, each by its parameter's name and its salted hash; at most ten. Never throws. `known`: what has been
 * read under the same salt; what is read now is added to it.
 */
export function queryIdentifiers(url: string, salt: string, known: KnownParameters = new Map()): IdentifierTrace[] {
  const traces: IdentifierTrace[] = [];
  const met = new Set<string>();
  for (const written of writtenParameters(url)) {
    for (const trace of tracesOf(written, salt, known)) {
      if (traces.length >= MAX_IDENTIFIERS) return traces;
      const key = `${trace.hash} ${trace.name}`;
      if (met.has(key)) continue;
      met.add(key);
      traces.push(trace);
    }
  }
  return traces;
}
