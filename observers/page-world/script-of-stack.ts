/** The script in a stack: text in, text out. What a page can write into a stack by names alone is taken for nothing. */
import { charCodeAt, indexOf, lastIndexOf, slice, toNumber, upTo } from './primordials.ts';

/** Longest address that is passed on. */
const MAX_ADDRESS = 300;

/**
 * What one frame tells: the address of its file, without query and fragment; `UNTOLD` where a page may have written it, or where the
 * file is none of the web; or what `inCode` gives.
 */
export type Frame = string;
export const UNTOLD: Frame = '';
const CODE = '>';

/** 'https://a/b.js:1:2' → 'https://a/b.js'; the numbers of line and column are one each. */
function withoutPlace(address: string): string {
  let rest = address;
  for (let numbers = 0; numbers < 2; numbers += 1) {
    const colon = lastIndexOf(rest, ':');
    if (colon < 8 || !(charCodeAt(rest, colon + 1) <= 57) || indexOf(rest, '/', colon) > 0) break;
    rest = slice(rest, 0, colon);
  }
  return rest;
}

/** An address of the web as it is passed on; '' for any other. */
export function scriptAddress(address: string): Frame {
  const isWeb = indexOf(address, 'https://') === 0 || indexOf(address, 'http://') === 0;
  return isWeb ? slice(upTo(upTo(address, '?'), '#'), 0, MAX_ADDRESS) : UNTOLD;
}

/**
 * A frame of code that was made from a text. `origin` tells where, "eval at run (https://a.example/x.js:1:2)", but a page can write into
 * it: it counts where the next file of the stack is the one that it names.
 */
export const inCode = (origin: string): Frame => CODE + origin;

/**
 * What one line of Firefox's tells, "name@ADDRESS:1:2" or "@ADDRESS line 5 > eval:1:1"; null for a frame of ours or of an extension.
 * A line in which two addresses can be read is untold: a name may look like one.
 */
export function fileOfLine(line: string, ours: string): Frame | null {
  if (indexOf(line, `@${ours}:`) >= 0 || indexOf(line, '@moz-extension://') >= 0) return null;
  const at = indexOf(line, '@http');
  if (at < 0 || at !== lastIndexOf(line, '@http')) return UNTOLD;
  let end = at + 1;
  while (charCodeAt(line, end) > 32) end += 1;
  return scriptAddress(withoutPlace(slice(line, at + 1, end)));
}

/**
 * The script that called, of the frames that `each` tells, the innermost first; '' where it cannot be told. `replaced`: the innermost
 * file stands in the place of the browser's function, so the hand is the first other file behind it: 'HAND WAY'. Where there is none, the
 * file itself is the hand.
 */
export function chooseScript(replaced: boolean, each: (see: (frame: Frame) => boolean) => void): string {
  let claim: string | undefined;
  let way = '';
  let found: string | undefined;
  each((frame) => {
    if (indexOf(frame, CODE) === 0) {
      claim ??= slice(frame, CODE.length);
      return false;
    }
    const isConfirmed = claim === undefined || indexOf(claim, 'http') < 0 || indexOf(claim, frame) >= 0;
    const file = isConfirmed ? frame : UNTOLD;
    claim = undefined;
    if (replaced && file !== UNTOLD && (way === '' || way === file)) {
      way = file;
      return false;
    }
    found = way === '' || file === UNTOLD ? file : `${file} ${way}`;
    return true;
  });
  return found ?? (claim === undefined ? way : '');
}

function eachLine(text: string, see: (line: string) => void): void {
  for (let rest = `${text}\n`; rest !== '';) {
    const line = upTo(rest, '\n');
    see(line);
    rest = slice(rest, line.length + 1);
  }
}

/**
 * Takes the lines out of a stack in which `part` stands. A native that ours has called for the page ("at Object.setPrototypeOf
 * (<anonymous>)") stands above our line and below it: once is enough.
 */
export function withoutLines(stack: string, part: string): string {
  let kept = '';
  let last = '';
  let twin = '';
  eachLine(stack, (line) => {
    if (indexOf(line, part) >= 0) twin = last;
    else {
      if (twin === '' || line !== twin) kept += `${line}\n`;
      twin = '';
      last = line;
    }
  });
  return slice(kept, 0, -1);
}

/** The place in the first line of a stack of Firefox's: '@https://a/b.js:1:2' → https://a/b.js, 1 and 2. */
export function firstPlace(stack: string): { file: string; line: number; column: number } {
  const text = upTo(stack, '\n');
  const last = lastIndexOf(text, ':');
  const rest = slice(text, 0, last);
  const before = lastIndexOf(rest, ':');
  return {
    file: slice(rest, lastIndexOf(rest, '@') + 1, before),
    line: toNumber(slice(rest, before + 1)),
    column: toNumber(slice(text, last + 1)),
  };
}
