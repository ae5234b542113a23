/**
 * Does a request carry what stands in a field? As it is, percent-encoded, in base64, or as one of the usual hashes.
 *
 * The hashes come from the caller: no package is part of this stage. Nothing here keeps a text.
 */
import type { FieldMeaning, TypedTextObservation } from '../ledger/observation.ts';

/** The form in which a text was found. */
export type TextForm = TypedTextObservation['form'];
/** The hashes that companies match people by. */
export const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const;
/** Gives the hash of some bytes. */
export type Digest = (hash: (typeof HASHES)[number], bytes: Uint8Array) => Uint8Array;

/** What a text looks like in each form, to be found in a request. Made by `formsOf`. */
export interface TextForms {
  readonly distinctive: boolean;
  /** Lower case. */
  readonly plain: readonly string[];
  readonly base64: readonly string[];
  readonly hashes: readonly { readonly form: TextForm; readonly hex: string; readonly base64: string }[];
}

/** A request in the spellings that are searched. Made by `searchable`. */
export interface Searchable {
  readonly plain: string;
  readonly encoded: readonly string[];
  /** In the alphabet of base64, whichever of the two was used. */
  readonly base64: readonly string[];
}

/** A longer text is compared by its beginning, in UTF-16 code units. */
export const MAX_COMPARED = 500;
/** Encodings within encodings that are undone. */
const LEVELS = 3;
/** Places of one text in one request that are looked at. */
const MAX_PLACES = 50;

/** Whether a text is long enough for a find to mean something. Card fields are left out: a card's number is never held. */
export function isComparable(text: string, meaning: FieldMeaning): boolean {
  if (meaning === 'card-number' || meaning === 'card-detail') return false;
  return text.trim().length >= (meaning === 'email' || meaning === 'friend-email' ? 6 : 5);
}

/** Whether nobody would send such a text but for having read it: an e-mail address, a number of seven digits, two long words. */
export function isDistinctive(text: string): boolean {
  const words = text.trim();
  if (/[^@\s]@[^@\s]+\.[^@\s]/.test(words) || words.replace(/\D/g, '').length >= 7) return true;
  if (words.length >= 8 && /\d/.test(words) && /\p{L}/u.test(words)) return true;
  return words.length >= 12 && /\S\s+\S/.test(words);
}

/** The ways in which a text is written before it is encoded or hashed: as it is, trimmed, in lower case; a phone number in digits. */
function spellings(text: string): string[] {
  const trimmed = text.trim();
  const digits = /^[+()\-.\d\s/]+$/.test(trimmed) ? trimmed.replace(/\D/g, '') : '';
  return [...new Set([text, trimmed, trimmed.toLowerCase(), ...(digits.length >= 7 ? [digits] : [])])];
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/=+$/, '');
}

/**
 * What the bytes look like inside of longer base64, at each of the three places where they can begin. Characters that also
 * depend on what stands before or after are cut off.
 */
function insideBase64(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((before) => {
    const shifted = new Uint8Array(before + bytes.length);
    shifted.set(bytes, before);
    return toBase64(shifted).slice(Math.ceil((before * 8) / 6), Math.floor((shifted.length * 8) / 6));
  });
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a pair of surrogates.
    return text;
  }
}

/** Makes the forms of a text; its first 500 characters count. Costs half a millisecond. */
export function formsOf(text: string, digest: Digest): TextForms {
  const written = spellings(text.slice(0, MAX_COMPARED));
  const encoder = new TextEncoder();
  const distinctive = isDistinctive(text);
  const inBase64 = [...new Set(written.flatMap((one) => [one, percentEncoded(one)]))].map((one) => encoder.encode(one));
  return {
    distinctive,
    // With the spaces around it as well: one that is not distinctive is found as a whole value alone.
    plain: [
      ...new Set(written.flatMap((one) => [one.trim(), one]).map((one) => one.toLowerCase().replace(/\r\n?/g, '\n'))),
    ],
    base64: [...new Set(inBase64.flatMap((bytes) => (distinctive ? insideBase64(bytes) : [toBase64(bytes)])))],
    hashes: written.flatMap((one) =>
      HASHES.map((form) => {
        const bytes = digest(form, encoder.encode(one));
        const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
        return { form, hex, base64: toBase64(bytes) };
      }),
    ),
  };
}

/** Undoes one layer of percent-encoding and of JSON's escapes. What cannot be undone stays. */
function opened(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    })
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\([nrt"\\/])/g, (_all, code: string) => ({ n: '\n', r: '\r', t: '\t' })[code] ?? code)
    .replace(/\r\n?/g, '\n');
}

/** Makes a request ready to be searched. Never throws. */
export function searchable(url: string, body: string | null): Searchable {
  const levels = [`${url}\n${body ?? ''}`];
  for (let level = 0; level < LEVELS; level += 1) {
    const last = levels.at(-1) ?? '';
    const next = opened(last);
    if (next === last) break;
    levels.push(next);
  }
  const lower = levels.map((text) => text.toLowerCase());
  return {
    plain: lower[0] ?? '',
    // '+' is a space in the encoding of forms.
    encoded: [...lower.slice(1), ...lower.filter((text) => text.includes('+')).map((text) => text.replace(/\+/g, ' '))],
    base64: levels.map((text) => text.replace(/-/g, '+').replace(/_/g, '/')),
  };
}

const IN_WORD = /[\p{L}\p{N}]/u;
/** What stands around a whole value in a query, in a form's encoding and in JSON. */
const VALUE_BEGINS = /^$|[=&?:;,|[("'`\n]/;
const VALUE_ENDS = /^$|[&#:;,|\])}"'`\n]/;
const IN_BASE64 = /[A-Za-z\d+/]/;

function stands(text: string, wanted: string, fits: (before: string, after: string) => boolean): boolean {
  let at = text.indexOf(wanted);
  for (let places = 0; at >= 0 && places < MAX_PLACES; places += 1) {
    if (fits(text.charAt(at - 1), text.charAt(at + wanted.length))) return true;
    at = text.indexOf(wanted, at + 1);
  }
  return false;
}

/**
 * The forms in which a text stands in a request. A text that is not distinctive ("hello") has to be a whole value: as a part of
 * an address it would be found by chance.
 */
export function formsFound(forms: TextForms, request: Searchable): TextForm[] {
  const { distinctive } = forms;
  const fits = distinctive
    ? (before: string, after: string): boolean => !IN_WORD.test(before) && !IN_WORD.test(after)
    : (before: string, after: string): boolean => VALUE_BEGINS.test(before) && VALUE_ENDS.test(after);
  const apart = (before: string, after: string): boolean =>
    distinctive || (!IN_BASE64.test(before) && !IN_BASE64.test(after));
  const found = new Set<TextForm>();
  for (const wanted of forms.plain) {
    if (stands(request.plain, wanted, fits)) found.add('plain');
    else if (request.encoded.some((text) => stands(text, wanted, fits))) found.add('encoded');
  }
  if (forms.base64.some((wanted) => request.base64.some((text) => stands(text, wanted, apart)))) found.add('base64');
  for (const { form, hex, base64 } of forms.hashes) {
    if (request.plain.includes(hex) || request.base64.some((text) => text.includes(base64))) found.add(form);
  }
  return [...found];
}
