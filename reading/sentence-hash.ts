/** The hash by which a sentence is known again: in annotations, in a kept copy, and beside another text. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hexadecimal digits of a sentence's hash: 64 bits, so that no two of a few thousand sentences share one by chance. */
const DIGITS = 16;

/**
 * A text with all that a site changes without changing a word made alike: runs of spaces, quotation marks, dashes, soft hyphens and
 * signs that nobody sees. Only signs that are named here, since tables of Unicode differ between browsers.
 */
export function evenText(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** SHA-256 of a text's UTF-8, in hexadecimal. Half of a pair that stands alone counts as U+FFFD, as in every encoder. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash of a sentence: 16 hexadecimal digits of the SHA-256 of its even text. */
export function sentenceHash(text: string): string {
  return textHash(evenText(text)).slice(0, DIGITS);
}
