/** Makes one text with structure of a page's blocks: headings and what stands under them, items and what leads them in, cells. */
import { LONGEST_HEADING, partsOf, tidyLine, UNMARKED_LEVEL, type Part } from './block-parts.ts';
import { isAllCapitals } from './letter-case.ts';
import { END_MARK, OpenLists, OpenSections } from './open-structure.ts';
import type { Block, PolicyText } from './policy-text.ts';
import type { RawBlock, RawDocument } from './raw-document.ts';

/**
 * Most characters and blocks of a document; what comes after them is cut, and the document says so. The longest policies have some
 * 300,000 characters, with those of all countries on one page; what a page is made to hold besides costs time and tells nothing.
 */
export const MAX_CHARACTERS = 1_000_000;
export const MAX_BLOCKS = 20_000;
/** Most links that are kept of a block. */
const MAX_LINKS = 50;

/** Number of a section: "3.", "2.1", "IV.". */
const SECTION_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]|[A-Z][.)]|§ ?\d{1,3})\s+\S/;

/** Whether a paragraph is a heading that the page does not mark as one, given what stands before and behind it. */
function isUnmarkedHeading(part: Part, before: Part | undefined, behind: Part | undefined): boolean {
  const { text, raw } = part;
  if (part.kind !== 'paragraph' || behind === undefined || text.length > LONGEST_HEADING || text.includes('\n'))
    return false;
  if (END_MARK.test(text) || !/[^\W\d_]|[\u00c0-\uffff]/.test(text)) return false;
  if (raw.isBold === true || isAllCapitals(text)) return true;
  const isListed = before !== undefined && (before.kind === 'item' || before.text.endsWith(':'));
  return !isListed && SECTION_NUMBER.test(text) && behind.text.length > text.length;
}

function separator(before: Part | undefined, part: Part): string {
  if (before === undefined) return '';
  return before.kind === part.kind && (part.kind === 'item' || part.kind === 'cell') ? '\n' : '\n\n';
}

/** The parts of a page's blocks, within the limits, and whether there were more. */
function boundedParts(blocks: readonly RawBlock[]): { parts: Part[]; cutBy: 'characters' | 'blocks' | null } {
  const parts: Part[] = [];
  let left = MAX_CHARACTERS;
  for (const block of blocks) {
    if (left <= 0) return { parts, cutBy: 'characters' };
    const isTooLong = block.text.length > left;
    const text = isTooLong ? wholeSlice(block.text, left) : block.text;
    for (const part of partsOf(isTooLong ? { ...block, text } : block)) {
      if (parts.length >= MAX_BLOCKS) return { parts, cutBy: 'blocks' };
      parts.push(part);
    }
    if (isTooLong) return { parts, cutBy: 'characters' };
    left -= block.text.length;
  }
  return { parts, cutBy: null };
}

/** The first `length` characters, one less where that would halve a pair. */
function wholeSlice(text: string, length: number): string {
  return (text.charCodeAt(length - 1) & 0xfc00) === 0xd800 ? text.slice(0, length - 1) : text.slice(0, length);
}

/**
 * One text of a page's blocks, with the place of each. It throws for no document, however it is made, and stays within
 * `MAX_CHARACTERS` and `MAX_BLOCKS`.
 */
export function readDocument(raw: RawDocument): PolicyText {
  const { parts, cutBy } = boundedParts(raw.blocks);
  const blocks: Block[] = [];
  const texts: string[] = [];
  const lists = new OpenLists();
  const sections = new OpenSections();
  let length = 0;
  let placed: Part | undefined;
  parts.forEach((part, at) => {
    const isHeading = part.kind === 'heading' || isUnmarkedHeading(part, parts[at - 1], parts[at + 1]);
    const kind = isHeading ? 'heading' : part.kind;
    const level = kind === 'heading' && part.kind !== 'heading' ? UNMARKED_LEVEL : part.level;
    const shown: Part = { ...part, kind, level };
    const gap = separator(placed, shown);
    texts.push(gap, part.text);
    const start = length + gap.length;
    length = start + part.text.length;
    const before = placed === undefined ? null : { part: placed, at: blocks.length - 1 };
    const leadIn = kind === 'item' ? lists.leadIn(level, blocks.length, before) : null;
    if (kind !== 'item') lists.close();
    blocks.push({
      kind,
      start,
      end: length,
      level,
      section: kind === 'heading' ? sections.enter(level, part.text) : sections.path,
      leadIn,
      row: kind === 'cell' ? tidyLine(part.raw.row ?? '').slice(0, LONGEST_HEADING) : '',
      column: kind === 'cell' ? tidyLine(part.raw.column ?? '').slice(0, LONGEST_HEADING) : '',
      isFolded: part.raw.isFolded === true,
      links: (part.raw.links ?? []).slice(0, MAX_LINKS),
    });
    placed = shown;
  });
  const { address, title, declaredLanguage, publisher, unreadFrames } = raw;
  return {
    ...{ address, title: tidyLine(title), declaredLanguage, publisher: tidyLine(publisher), unreadFrames },
    ...{ text: texts.join(''), blocks, cutBy: raw.cutBy ?? cutBy },
  };
}
