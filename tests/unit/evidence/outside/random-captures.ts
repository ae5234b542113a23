/** Random captures: all that a file from elsewhere may hold, and what our own recorder makes of what pages send. */
import type * as fc from 'fast-check';
import type * as v from 'valibot';
import type { Capture } from '../../../../capture/capture.ts';
import { captureSchema, readCapture } from '../../../../capture/read-capture.ts';
import { textHash } from '../../../../reading/sentence-hash.ts';
import { anyOf } from './any-of.ts';

/** What fits together, made of parts that fit each by itself: numbers of pages and facts, hashes of texts. */
function together(parts: Capture): Capture {
  const pages = parts.pages.map((page, at) => ({ ...page, no: at + 1 }));
  const pageOf = (no: number): number => ((no - 1) % pages.length) + 1;
  return {
    ...parts,
    pages,
    facts:
      parts.kind === 'visit' ? [] : parts.facts.map((fact, at) => ({ ...fact, seq: at + 1, page: pageOf(fact.page) })),
    texts: parts.texts.map((text) => ({
      ...text,
      hash: textHash(text.document.text),
      document: { ...text.document, blocks: [] },
    })),
    pictures: parts.pictures.map((picture) => ({ ...picture, page: pageOf(picture.page) })),
  };
}

/** Any capture that we would open. */
export const anyCapture: fc.Arbitrary<Capture> = (
  anyOf(captureSchema) as fc.Arbitrary<v.InferOutput<typeof captureSchema>>
)
  .map((parts) => together(parts))
  .filter((capture) => readCapture(capture).state === 'read');
