/** Names of companies as a list on the web has them → as people should read them. No list is free of what its makers' tools left in. */
import { decodeHTML } from 'entities';

const WINDOWS_1252 = new TextDecoder('windows-1252');
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** 'é' → 0xE9: the bytes of the characters that a reader of the wrong encoding makes of them. */
const byteOf = new Map(
  Array.from({ length: 256 }, (_, byte) => [WINDOWS_1252.decode(Uint8Array.of(byte)), byte] as const),
);

/** 'StrÃ¶er' → 'Ströer': bytes of UTF-8 that were read as if each were a letter. A name that cannot come of that stays as it is. */
function rightEncoding(name: string): string {
  const bytes = Array.from(name, (character) => byteOf.get(character));
  if (bytes.some((byte) => byte === undefined)) return name;
  try {
    return UTF_8.decode(Uint8Array.from(bytes as number[]));
  } catch {
    return name;
  }
}

function tidied(name: string): string {
  return (
    decodeHTML(rightEncoding(name))
      .normalize('NFC')
      // What nobody sees goes; what breaks a line, or stands for nothing, is a space.
      .replace(/\p{Cf}/gu, '')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}\uFFFD\s]+/gu, ' ')
      // Separates names in the files that ship.
      .replaceAll('|', '/')
      .trim()
  );
}

/** 'nRelate-VOID', 'Gauge (void)', 'VOID: Gauge': the list's makers took the entry back. 'Avoid' and 'The Void' are names. */
const TAKEN_BACK = /^void$|[-–—_([{:/]\s*void\s*[)\]}]?$|^\W*void\s*[-–—_)\]}:]/i;
const isTakenBack = (name: string): boolean => /\sVOID$/.test(name) || TAKEN_BACK.test(name);

/** Words that stand where a name is missing: only where the name has no other word. */
const NOBODY =
  /^(?:(?:unknown|none|null|undefined|n\W?a|tbd|tba|todo|tests?|testing|dummy|placeholder|only|open source)\b\W*)+$/i;

/**
 * A name without what does not belong to it; null where it names nobody.
 *
 * 'Hoefler &amp;amp; Co ' → 'Hoefler & Co'; 'nRelate-VOID' → null; 'test only' → null
 */
export function cleanName(raw: string): string | null {
  let name = raw;
  // One pass may uncover the next: '&amp;#8203;' is '&#8203;', then a space of no width, then nothing.
  for (let before = ''; name !== before;) {
    before = name;
    name = tidied(name);
  }
  return isTakenBack(name) || NOBODY.test(name) || !/[\p{L}\p{N}]/u.test(name) ? null : name;
}

/** 'Ströer SSP GmbH' → 'stroersspgmbh': names that sound alike are one. */
export function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** 'leasdboxer' and 'leadboxer' differ by one letter: left out, put in, changed, or two that changed places. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = short.slice(start);
  const longRest = long.slice(start);
  if (long.length > short.length) return longRest.endsWith(rest);
  if (rest.slice(1) === longRest.slice(1)) return true;
  const [first = '', second = ''] = longRest;
  return rest === second + first + longRest.slice(2);
}

/** From how many letters on a name that is nearly its domain's is held to be a slip: short ones are alike by chance. */
const LONG_ENOUGH = 5;

/** The part of a domain that a name misses by one letter, where no part of any domain has the name itself; null for none. */
export function nearMiss(name: string, domains: readonly string[]): string | null {
  const letters = lettersOf(name);
  if (letters.length < LONG_ENOUGH) return null;
  const labels = domains.flatMap((domain) => domain.split('.').slice(0, -1)).map((label) => lettersOf(label));
  if (labels.some((label) => label.includes(letters))) return null;
  return labels.find((label) => label.length >= LONG_ENOUGH && isOneSlipAway(letters, label)) ?? null;
}

/** Capitals inside a name are written on purpose: 'PayPal' rather than 'Paypal'. */
const capitals = (name: string): number => name.match(/\p{Lu}/gu)?.length ?? 0;

/**
 * Name → the one spelling of all that have the same letters: the spelling in `preferred` if there is one, then the one with
 * more capitals, then the first.
 */
export function oneSpelling(names: readonly string[], preferred: readonly string[] = []): ReadonlyMap<string, string> {
  const byLetters = new Map<string, string>();
  for (const name of names) {
    const before = byLetters.get(lettersOf(name));
    const better =
      before === undefined ||
      capitals(name) > capitals(before) ||
      (capitals(name) === capitals(before) && name < before);
    if (better) byLetters.set(lettersOf(name), name);
  }
  for (const name of preferred) byLetters.set(lettersOf(name), name);
  return new Map(names.map((name) => [name, byLetters.get(lettersOf(name)) ?? name]));
}
