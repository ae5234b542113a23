/** What one block of a page comes to: a paragraph may hold several, and a list that somebody typed. */
import { letterCase } from './letter-case.ts';
import type { Block } from './policy-text.ts';
import type { RawBlock } from './raw-document.ts';

/** Longest text that may be a heading although the page marks it as none, and longest title of a section. */
export const LONGEST_HEADING = 120;
/** Level of a heading that the page does not mark as one: below all that are marked. */
export const UNMARKED_LEVEL = 7;
/** Deepest list that counts as nested; deeper ones count as this deep. */
const MAX_DEPTH = 8;

/** A sign before a typed item, and an item that begins with its number or letter. */
const BULLET =
  /^(?:[\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u25a0\u2043\u2219\u00b7\u27a2\u2713\u2714\uf0b7]\s*|[-\u2013\u2014*]\s+)(?=\S)/;
const NUMBERED = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})\.)\s+(?=\S)/;

/** One line as it is read: runs of spaces are one, signs that nobody sees are gone. */
export function tidyLine(line: string): string {
  return line
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** A block on its way: not yet placed in the text. */
export interface Part {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly level: number;
  readonly raw: RawBlock;
}

/** The stretches between empty lines. */
function paragraphsOf(text: string): string[][] {
  const found: string[][] = [[]];
  for (const line of text.split('\n').map(tidyLine)) {
    if (line !== '') found.at(-1)?.push(line);
    else if (found.at(-1)?.length !== 0) found.push([]);
  }
  return found.filter((lines) => lines.length > 0);
}

/** Longest line of a list without signs, in characters. */
const LONGEST_PLAIN_ITEM = 100;
/** Most lines of such a list. */
const MOST_PLAIN_ITEMS = 60;

/**
 * How many lines of a list stand at the beginning of `lines`, behind a line that ends in a colon: short ones, at least two, of which each but
 * the last ends as an item does. Pages break such lists with `<br>` alone.
 */
function plainItems(lines: readonly string[]): number {
  let count = 0;
  for (const line of lines) {
    // With signs it is a list that was typed.
    if (line.length > LONGEST_PLAIN_ITEM || line.endsWith(':') || BULLET.test(line) || NUMBERED.test(line)) break;
    count += 1;
    if (/[.!?]$/.test(line)) break;
  }
  return count < 2 ? 0 : count;
}

/** A paragraph whose lines begin with bullets or letters in brackets is a list that somebody typed. */
function typedItems(lines: readonly string[], raw: RawBlock): Part[] {
  const parts: Part[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) parts.push({ kind: 'paragraph', text: open.join('\n'), level: 0, raw });
    open = [];
  };
  let plain = 0;
  for (const [at, line] of lines.entries()) {
    const isItem = plain > 0 || BULLET.test(line) || NUMBERED.test(line);
    const last = parts.at(-1);
    plain = line.endsWith(':') ? plainItems(lines.slice(at + 1, at + 1 + MOST_PLAIN_ITEMS)) : Math.max(0, plain - 1);
    if (isItem) {
      close();
      parts.push({ kind: 'item', text: line.replace(BULLET, ''), level: 1, raw });
    } else if (open.length === 0 && last?.kind === 'item' && letterCase(line.charCodeAt(0)) === 'small') {
      parts[parts.length - 1] = { ...last, text: `${last.text}\n${line}` };
    } else open.push(line);
  }
  close();
  return parts;
}

/** What a block comes to, in order; nothing where it has no words. */
export function partsOf(raw: RawBlock): Part[] {
  const paragraphs = paragraphsOf(raw.text);
  if (raw.kind === 'heading') {
    const text = paragraphs.flat().join(' ');
    const level = Math.min(Math.max(Math.trunc(raw.level) || 1, 1), 6);
    // A whole paragraph that is marked as a heading is none.
    if (text.length > LONGEST_HEADING * 2) return [{ kind: 'paragraph', text, level: 0, raw }];
    return text === '' ? [] : [{ kind: 'heading', text, level, raw }];
  }
  if (raw.kind === 'summary') {
    const text = paragraphs.flat().join(' ');
    return text === '' ? [] : [{ kind: 'heading', text, level: UNMARKED_LEVEL, raw }];
  }
  if (raw.kind === 'cell') {
    const text = paragraphs.map((lines) => lines.join('\n')).join('\n');
    return text === '' ? [] : [{ kind: 'cell', text, level: 0, raw }];
  }
  if (raw.kind === 'item') {
    const level = Math.min(Math.max(Math.trunc(raw.level) || 1, 1), MAX_DEPTH);
    return paragraphs.map((lines) => ({ kind: 'item', text: lines.join('\n').replace(BULLET, ''), level, raw }));
  }
  return paragraphs.flatMap((lines) => typedItems(lines, raw));
}
