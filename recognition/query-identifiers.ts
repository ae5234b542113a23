/** Which values in an address could tell one browser from the next? */
import { clip, MAX_NAME_LENGTH, type IdentifierTrace } from '../ledger/observation.ts';
import { decodeFormText } from './percent-encoding.ts';
import { hashIdentifier, identifiersIn } from './value-shape.ts';

/** Longest part of an address that is searched, in UTF-16 code units. */
const MAX_SEARCHED = 4000;
/** Most parameters that are looked at, and most identifiers that are told. */
const MAX_PARAMETERS = 60;
export const MAX_IDENTIFIERS = 10;

/**
 * The parameters of an address, decoded: those of the query, and those that stand in the path behind semicolons.
 *
 * 'https://a.example/activity;src=1;u=2?x=3&y' → [['src', '1'], ['u', '2'], ['x', '3']]
 */
export function parametersOf(url: string): (readonly [name: string, value: string])[] {
  const [withPath = ''] = url.slice(0, MAX_SEARCHED).split('#', 1);
  const begin = withPath.search(/[?;]/);
  if (begin < 0) return [];
  return withPath
    .slice(begin + 1)
    .split(/[?&;]/, MAX_PARAMETERS)
    .flatMap((parameter) => {
      const equals = parameter.indexOf('=');
      return equals < 1 || equals === parameter.length - 1
        ? []
        : [[decodeFormText(parameter.slice(0, equals)), decodeFormText(parameter.slice(equals + 1))] as const];
    });
}

/** Identifier-like values in an address, each by its parameter's name and its salted hash; at most ten. Never throws. */
export function queryIdentifiers(url: string, salt: string): IdentifierTrace[] {
  const traces: IdentifierTrace[] = [];
  const known = new Set<string>();
  for (const [parameter, value] of parametersOf(url)) {
    for (const identifier of identifiersIn(value)) {
      if (traces.length >= MAX_IDENTIFIERS) return traces;
      const trace = { name: clip(parameter, MAX_NAME_LENGTH), hash: hashIdentifier(identifier, salt) };
      const key = `${trace.hash} ${trace.name}`;
      if (known.has(key)) continue;
      known.add(key);
      traces.push(trace);
    }
  }
  return traces;
}
