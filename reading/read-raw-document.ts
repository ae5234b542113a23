/** Checks what arrives as a page's text: from the script in the page, or from a kept copy that may be damaged. */
import * as v from 'valibot';
import type { RawDocument } from './raw-document.ts';
import { MAX_BLOCKS, MAX_CHARACTERS } from './read-document.ts';

/** Longest address, title and header. */
const SHORT = v.pipe(v.string(), v.maxLength(4000));

const RAW_BLOCK = v.object({
  kind: v.picklist(['heading', 'paragraph', 'item', 'cell', 'summary']),
  text: v.pipe(v.string(), v.maxLength(MAX_CHARACTERS)),
  level: v.number(),
  isBold: v.exactOptional(v.boolean()),
  isFolded: v.exactOptional(v.boolean()),
  row: v.exactOptional(SHORT),
  column: v.exactOptional(SHORT),
  links: v.exactOptional(v.pipe(v.array(v.object({ text: v.string(), address: SHORT })), v.maxLength(100))),
});

/** What a page's text may be; a kept copy holds one. */
export const RAW_DOCUMENT = v.object({
  address: SHORT,
  title: SHORT,
  declaredLanguage: SHORT,
  publisher: SHORT,
  blocks: v.pipe(v.array(RAW_BLOCK), v.maxLength(MAX_BLOCKS)),
  cutBy: v.nullable(v.picklist(['characters', 'elements', 'blocks'])),
  unreadFrames: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** The document, when it is one; null otherwise. */
export function readRawDocument(input: unknown): RawDocument | null {
  const read = v.safeParse(RAW_DOCUMENT, input);
  return read.success ? read.output : null;
}
