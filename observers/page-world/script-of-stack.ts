/** The script in a stack: text in, text out. */
import { charCodeAt, indexOf, lastIndexOf, slice, upTo } from './primordials';

/** Longest address that is passed on. */
const MAX_ADDRESS = 300;

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

/**
 * The http(s) address in one line of a stack; '' where it has none.
 * Chromium: "    at name (ADDRESS:1:2)", "    at ADDRESS:1:2". Firefox: "name@ADDRESS:1:2", "@ADDRESS line 5 > eval:1:1".
 */
function addressIn(line: string): string {
  let colon = -1;
  while ((colon = indexOf(line, '://', colon + 1)) >= 0) {
    const start = colon - (slice(line, colon - 1, colon) === 's' ? 5 : 4);
    if (start < 1 || slice(line, start, start + 4) !== 'http' || indexOf('(@ ', slice(line, start - 1, start)) < 0)
      continue;
    let end = start;
    while (charCodeAt(line, end) > 32) end += 1;
    // ")" closes Chromium's brackets, "," follows them where code was made from text.
    while (indexOf('),', slice(line, end - 1, end)) >= 0) end -= 1;
    return slice(upTo(upTo(withoutPlace(slice(line, start, end)), '?'), '#'), 0, MAX_ADDRESS);
  }
  return '';
}

function eachLine(text: string, see: (line: string) => void): void {
  for (let rest = `${text}\n`; rest !== '';) {
    const line = upTo(rest, '\n');
    see(line);
    rest = slice(rest, line.length + 1);
  }
}

/**
 * The address of the first script in a stack that came over the web, without query and fragment. '' where there is none.
 *
 * scriptOfStack('Error\n    at keep (https://a.example/x.js?1:2:3)') → 'https://a.example/x.js'
 */
export function scriptOfStack(stack: string): string {
  let script = '';
  eachLine(stack, (line) => (script ||= addressIn(line)));
  return script;
}

/** Takes the lines out of a stack in which `part` stands. */
export function withoutLines(stack: string, part: string): string {
  let kept = '';
  eachLine(stack, (line) => {
    if (indexOf(line, part) < 0) kept += `${line}\n`;
  });
  return slice(kept, 0, -1);
}
