/** The script in a stack: text in, text out. */
import { charCodeAt, indexOf, lastIndexOf, slice } from './primordials';

/** Longest address that is passed on. */
const MAX_ADDRESS = 300;

/** 'https://a/b.js:1:2' → 'https://a/b.js'; the numbers of line and column are one each. */
function withoutPlace(address: string): string {
  let rest = address;
  for (let numbers = 0; numbers < 2; numbers += 1) {
    const colon = lastIndexOf(rest, ':');
    if (colon < 8 || !(charCodeAt(rest, colon + 1) <= 57) || indexOf(rest, '/', colon) !== -1) break;
    rest = slice(rest, 0, colon);
  }
  return rest;
}

/**
 * The http(s) address in one line of a stack; '' where it has none.
 * Chromium: "    at name (ADDRESS:1:2)", "    at ADDRESS:1:2". Firefox: "name@ADDRESS:1:2", "@ADDRESS line 5 > eval:1:1".
 */
function addressIn(line: string): string {
  let colon = -1;
  while ((colon = indexOf(line, '://', colon + 1)) !== -1) {
    const start = slice(line, colon - 5, colon) === 'https' ? colon - 5 : colon - 4;
    const before = start < 1 ? '' : slice(line, start - 1, start);
    if (slice(line, start, start + 4) !== 'http' || (before !== '(' && before !== '@' && before !== ' ')) continue;
    let end = start;
    while (charCodeAt(line, end) > 32) end += 1;
    // ")" closes Chromium's brackets, "," follows them where code was made from text.
    while (indexOf('),', slice(line, end - 1, end)) !== -1) end -= 1;
    let address = withoutPlace(slice(line, start, end));
    let cut = indexOf(address, '?');
    if (cut !== -1) address = slice(address, 0, cut);
    cut = indexOf(address, '#');
    if (cut !== -1) address = slice(address, 0, cut);
    return slice(address, 0, MAX_ADDRESS);
  }
  return '';
}

/** Where the line ends that begins at `from`. */
function endOfLine(stack: string, from: number): number {
  const end = indexOf(stack, '\n', from);
  return end === -1 ? stack.length : end;
}

/**
 * The address of the first script in a stack that came over the web, without query and fragment. '' where there is none.
 *
 * scriptOfStack('Error\n    at keep (https://a.example/x.js?1:2:3)') → 'https://a.example/x.js'
 */
export function scriptOfStack(stack: string): string {
  for (let from = 0; from < stack.length;) {
    const to = endOfLine(stack, from);
    const address = addressIn(slice(stack, from, to));
    if (address !== '') return address;
    from = to + 1;
  }
  return '';
}

/** Takes the lines out of a stack in which `part` stands. */
export function withoutLines(stack: string, part: string): string {
  let kept = '';
  for (let from = 0; from <= stack.length;) {
    const to = endOfLine(stack, from);
    const line = slice(stack, from, to);
    if (indexOf(line, part) === -1) kept += from === 0 ? line : `\n${line}`;
    from = to + 1;
  }
  return kept;
}
