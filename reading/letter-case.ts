/**
 * Small and capital letters, by a table of our own: browsers carry different versions of Unicode, in which letters are added and gain
 * a partner of the other case, and the borders of sentences, and with them all hashes, would move.
 */

/** 'none': a sign, a digit, or a letter of a script that has no case, or whose case does not matter here. */
export type LetterCase = 'small' | 'capital' | 'none';

/** Latin letters of which every second one is a capital: their first and last code, and whether even codes are the capitals. */
const PAIRED: readonly (readonly [number, number, boolean])[] = [
  [0x100, 0x137, true],
  [0x139, 0x148, false],
  [0x14a, 0x177, true],
  [0x179, 0x17e, false],
  [0x1e00, 0x1e95, true],
  [0x1ea0, 0x1eff, true],
  [0x460, 0x481, true],
  [0x48a, 0x4bf, true],
];

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;

/** The case of a letter by its UTF-16 code: Latin, Greek and Cyrillic. */
export function letterCase(code: number): LetterCase {
  if (isBetween(code, 0x61, 0x7a)) return 'small';
  if (isBetween(code, 0x41, 0x5a)) return 'capital';
  if (code < 0xc0) return 'none';
  if (code <= 0xff) return code === 0xd7 || code === 0xf7 ? 'none' : code >= 0xdf ? 'small' : 'capital';
  const paired = PAIRED.find(([first, last]) => isBetween(code, first, last));
  if (paired !== undefined) return (code % 2 === 0) === paired[2] ? 'capital' : 'small';
  if (isBetween(code, 0x388, 0x3ab) || isBetween(code, 0x400, 0x42f) || code === 0x386 || code === 0x178)
    return code === 0x390 ? 'small' : 'capital';
  if (isBetween(code, 0x3ac, 0x3ce) || isBetween(code, 0x430, 0x45f) || code === 0x17f) return 'small';
  return 'none';
}

/** Whether a text has capitals, and no small letter: a heading as many policies set it. */
export function isAllCapitals(text: string): boolean {
  let capitals = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = letterCase(text.charCodeAt(at));
    if (letter === 'small') return false;
    if (letter === 'capital') capitals += 1;
  }
  return capitals > 1;
}
