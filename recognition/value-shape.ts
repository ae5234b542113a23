/**
 * What a value looks like, which of its parts could tell one browser from the next, and a salted hash to compare them.
 *
 * Every function looks at the first 2,000 characters at most and takes time in proportion to them. None keeps a value.
 *
 * `StoredItemObservation.hash` is `hashIdentifier(identifiersIn(value)[0], salt)`, null where there is no token; the hashes
 * of a request are those of all tokens of its query's values. So a cookie `_ga=GA1.1.1234567890.1700000000` and a request
 * with `cid=1234567890.1700000000` have the same hash.
 */
import type { ValueShape } from '../ledger/observation.ts';
import { decodeAsciiTwice } from './percent-encoding.ts';

/** How much of a value is looked at, in UTF-16 code units. */
export const MAX_LOOKED_AT = 2000;
/** How many identifiers one value can give. */
export const MAX_IDENTIFIERS = 5;

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;
const E_MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;
/** What Google Analytics keeps in `_ga`, behind a version and a count of the domain's parts. */
const GOOGLE_PAIR = /(?<=^GA\d\.[\d-]{1,5}\.)\d+\.\d+$/;
/** Two numbers with a dot, of a random number and a time: Google's and Meta's form. */
const NUMBER_PAIR = /(?<!\d)\d{6,20}\.\d{9,20}/;
/** Identifiers that would fall apart at their own separators. */
const WHOLE = new RegExp([UUID, E_MAIL, GOOGLE_PAIR, NUMBER_PAIR].map((one) => one.source).join('|'), 'gi');

/** Whether a value is a Flash cookie in base64: 00 BF, a length below 2^30, "TCSO" 00 04. It looks at 16 characters. */
export function looksLikeFlashLso(value: string): boolean {
  return value.startsWith('AL8') && value.startsWith('VENTTwAE', 8);
}

/** Says what a value looks like. The first that fits, in the order of the lines. */
export function shapeOf(value: string): ValueShape {
  const text = plainText(value).trim();
  if (text === '') return 'empty';
  if (looksLikeFlashLso(text)) return 'flash-object';
  if (/^(?:true|false|yes|no|on|off)$/i.test(text)) return 'yes-no';
  if (isTime(text)) return 'time';
  if (isWhole(UUID, text)) return 'uuid';
  if (isWhole(E_MAIL, text)) return 'e-mail';
  if (/^(?:https?:)?\/\/[^\s/]/i.test(text)) return 'address';
  if (/^[[{]/.test(text) && (/[\]}]$/.test(text) || value.length > MAX_LOOKED_AT)) return 'json';
  if (isIdentifierLike(text) || isMostlyIdentifiers(text)) return 'identifier';
  if (/^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return 'number';
  return 'text';
}

/**
 * Whether a value as a whole could tell one browser from the next: a UUID, an e-mail address, a long number that is no
 * time, or letters and digits in no order that words have. A guess by form, so it can be wrong both ways; it leans to no.
 */
export function isIdentifierLike(value: string): boolean {
  const text = value.slice(0, MAX_LOOKED_AT);
  if (GOOGLE_PAIR.test(text)) return true;
  if (isWhole(NUMBER_PAIR, text)) return !isDull(text);
  return (isWhole(UUID, text) && !isDull(text)) || isWhole(E_MAIL, text) || isRandom(text);
}

/**
 * The parts of a value that look like identifiers: of a text, a query string or JSON (there its values, not its names), the
 * longest first, at most five, each once. UUIDs and e-mail addresses come in lower case.
 *
 * 'GA1.1.1234567890.1700000000' → ['1234567890.1700000000']
 * '{"id":"3F2504E0-4F89-41D3-9A0C-0305E82C3301","n":3}' → ['3f2504e0-4f89-41d3-9a0c-0305e82c3301']
 */
export function identifiersIn(value: string): string[] {
  if (value.length < 5 || looksLikeFlashLso(value) || isShortWord(value)) return [];
  const found = new Set<string>();
  let rest = plainText(value);
  // Each step is taken only where a sign of it is there: most values are one word.
  // Names in JSON, and in addresses all but the query: they are made by the site, not for the visitor.
  if (rest.includes('"')) rest = rest.replace(/"[^"]*"\s*:/g, ' ');
  if (rest.includes('://')) rest = rest.replace(/\b[a-z]+:\/\/[^\s"'?]*/gi, ' ');
  if (/[-@.]/.test(rest)) {
    rest = rest
      .replace(WHOLE, (whole) => {
        if (!isDull(whole)) found.add(whole.toLowerCase());
        return ' ';
      })
      // What is left of numbers with a fraction.
      .replace(/(?<![\w.])\d{1,5}\.\d+(?![\w.])/g, ' ');
  }
  for (const part of rest.split(/[^\w-]+/)) {
    // 'user_8f14e45f' and '8f14e45f' are the same visitor.
    const token = part.replace(/^(?:[a-z]{1,10}[-_]+)+|^[-_]+/i, '');
    if (isRandom(token) && !isPropertyId(part)) found.add(token);
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, MAX_IDENTIFIERS);
}

/**
 * A hash of 64 bits as 16 hex digits, to compare values inside one browser session and for nothing else: it is fast and
 * well mixed, but not cryptographic. Equal values under one salt give equal hashes; another salt gives others.
 *
 * Two 32-bit lanes take each UTF-16 code unit with different multipliers (FNV's prime and the golden ratio's); at the end
 * each is mixed with the other so that every input bit reaches every output bit.
 */
export function hashIdentifier(value: string, salt: string): string {
  const text = `${salt}\u0000${value}`;
  let a = 0x811c9dc5;
  let b = 0x9e3779b9 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul((b << 5) | (b >>> 27), 0x9e3779b1) ^ unit;
  }
  a = mixed(a ^ Math.imul(b, 0x85ebca6b));
  b = mixed(b ^ Math.imul(a, 0xc2b2ae35));
  return hex(mixed(a + b)) + hex(b);
}

function mixed(lane: number): number {
  let bits = lane;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');

/** The beginning of the value, in plain text. */
function plainText(value: string): string {
  return decodeAsciiTwice(value.slice(0, MAX_LOOKED_AT));
}

/**
 * Whether a value is too short and too plain for an identifier of any form, as most parameters of an address are: one without two digits
 * needs 16 characters, and one with a sign of its own (an e-mail address) is not plain.
 */
function isShortWord(value: string): boolean {
  return value.length < 16 && /^[\w.-]+$/.test(value) && (value.length < 8 || !/\d\D*\d/.test(value));
}

/** An identifier's form without its sense: a UUID of zeros, a pair of the same time twice. */
function isDull(text: string): boolean {
  const [first, second] = text.split('.');
  return first === second || /^[0-]+$/.test(text);
}

/** Whether little is left of a text without its identifiers: 'fb.1.1700000000000.1234567890'. */
function isMostlyIdentifiers(text: string): boolean {
  return !/\s/.test(text) && identifiersIn(text).join('').length > text.length * 0.6;
}

function isWhole(pattern: RegExp, text: string): boolean {
  return pattern.exec(text)?.[0] === text;
}

/** ISO and RFC dates, and numbers that are seconds or milliseconds between 2001 and 2065, or days as 20111231. */
function isTime(text: string): boolean {
  if (/^\d+$/.test(text)) {
    const digits = text.length;
    const seconds = digits === 10 ? Number(text) : digits === 13 ? Number(text) / 1000 : 0;
    if (seconds > 978_307_200 && seconds < 3e9) return true;
    return (
      (digits === 8 || digits === 12 || digits === 14) &&
      /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(text)
    );
  }
  return (
    /^\d{4}-\d\d-\d\d(?:[T ][\d:.,]*(?:Z|[-+][\d:]+)?)?$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /i.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/**
 * Whether a token without spaces looks made by chance: it changes between capitals, small letters and digits more often
 * than words and versions do.
 *
 * 'a3f9c02e' → true; 'iphone13pro', 'step-2-of-3', 'HomePageBanner' → false
 */
function isRandom(token: string): boolean {
  if (!/^[\w.+/=-]{8,512}$/.test(token) || /^(?:eyJ(?:hbGci|0eXAi|raWQi)|v?\d+(?:\.\d+)+$)/.test(token)) return false;
  const different = new Set(token).size;
  if (/^\d+$/.test(token)) return different > 3 && !isTime(token);
  if (different < 5 || /^[a-z]?(?:\d{10}|\d{13})$/i.test(token)) return false;
  let units = 0;
  let digits = 0;
  let changes = 0;
  let before = 0;
  for (let i = 0; i < token.length; i++) {
    const code = token.charCodeAt(i);
    const kind = code < 48 ? 0 : code < 58 ? 1 : code > 64 && code < 91 ? 2 : code > 96 ? 3 : 0;
    if (kind) units++;
    if (kind === 1) digits++;
    if (kind && before && kind !== before) changes++;
    before = kind;
  }
  if (digits < 2) return units >= 16 && changes >= units * 0.45;
  return units >= 8 && (changes >= units / 4 || /^[\da-f]{16,}$/i.test(token));
}

/** Numbers of a site's own accounts at Google and the like: the same for all visitors. */
function isPropertyId(token: string): boolean {
  return /^(?:UA|G|GT|GTM|AW|DC|MO)-[A-Z\d-]+$/.test(token);
}
