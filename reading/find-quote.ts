/** Finds a quote in a text again, whatever spaces, line breaks, quotation marks and dashes it is set with. */
import type { Stretch } from './split-sentences.ts';
import { evenText } from './sentence-hash.ts';

/** A text made ready to be searched: its even form without any space, and where each character of that stood. */
export interface SearchedText {
  readonly even: string;
  readonly places: Uint32Array;
}

const GAP = /[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Makes a text ready to be searched. Spaces are left out: pages break lines, and join words of two elements, where they like. */
export function searchedText(text: string): SearchedText {
  const kept: string[] = [];
  const places = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const even = evenText(text.charAt(at)).replace(GAP, '');
    if (even === '') continue;
    kept.push(even);
    places[length] = at;
    length += 1;
  }
  return { even: kept.join(''), places: places.subarray(0, length) };
}

/** Where a quote stands in a text, from `from` on (a place in the even text); null when it does not, or is empty. */
export function findQuote({ even, places }: SearchedText, quote: string, from = 0): Stretch | null {
  const wanted = evenText(quote).replace(GAP, '');
  const at = wanted === '' ? -1 : even.indexOf(wanted, from);
  const start = places[at];
  const last = places[at + wanted.length - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}
