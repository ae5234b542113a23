/** The sentences of a document, each with the full statement that it makes together with what leads it in. */
import type { Block, PolicyText } from './policy-text.ts';
import type { Sentence } from './policy-reading.ts';
import { sentenceHash } from './sentence-hash.ts';
import { splitSentences, type SplitOptions, type Stretch } from './split-sentences.ts';

/** Longest lead-in that is put before each of its items: with a longer one it would be no statement that anybody reads. */
const LONGEST_LEAD_IN = 600;
/** Most items that one lead-in is put before: no list of a policy is longer, and a page may be made to cost time. */
const MOST_LED = 500;
/** Most sentences of a text. The longest policies have some 3,000; a page may be made to have millions. */
export const MAX_SENTENCES = 20_000;

const ENUMERATOR = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\.)\s+(?=\S)/;

/** The sentences of one block: a heading is one, whatever signs it has. */
function stretchesOf(text: string, { kind, start, end }: Block, options: SplitOptions): readonly Stretch[] {
  return kind === 'heading' ? [{ start, end }] : splitSentences(text, start, end, options);
}

/** 'We may share:' + '(a) your name' → 'We may share: your name' */
function joined(leadIn: string, own: string): string {
  const words = own.replace(ENUMERATOR, '');
  return /[:;,\u2014-]["'\u201d)]*$/.test(leadIn) || leadIn === ''
    ? `${leadIn} ${words}`.trim()
    : `${leadIn}: ${words}`;
}

function cellStatement({ row, column }: Block, own: string): string {
  const headers = [row, column].filter((header) => header !== '' && header !== own);
  return headers.length === 0 ? own : `${headers.join(' \u2013 ')}: ${own}`;
}

/**
 * All sentences of a document in order, `MAX_SENTENCES` at the most. They never overlap, `text.slice(start, end)` is their own text, and
 * each character that is no space belongs to one of them, up to that limit. `language`: the text's, as a code of two letters.
 */
export function sentencesOf(document: PolicyText, language = ''): Sentence[] {
  const { text, blocks } = document;
  const sentences: Sentence[] = [];
  /** By block: its last sentence, which is the one that leads in what follows. */
  const lastOf: (number | null)[] = [];
  /** By sentence: how many items it has led in. */
  const led = new Map<number, number>();
  for (const [position, block] of blocks.entries()) {
    const most = MAX_SENTENCES - sentences.length;
    if (most <= 0) break;
    const leadIn = block.leadIn === null ? null : (lastOf[block.leadIn] ?? null);
    const opening = leadIn === null ? '' : (sentences[leadIn]?.statement ?? '');
    for (const { start, end } of stretchesOf(text, block, { language, most })) {
      const own = text.slice(start, end);
      const count = leadIn === null ? 0 : (led.get(leadIn) ?? 0);
      const isLed = leadIn !== null && opening.length <= LONGEST_LEAD_IN && count < MOST_LED;
      if (leadIn !== null) led.set(leadIn, count + 1);
      sentences.push({
        ...{ at: sentences.length, start, end, text: own, block: position, kind: block.kind },
        ...{ section: block.section, leadIn, hash: sentenceHash(own) },
        statement: block.kind === 'cell' ? cellStatement(block, own) : isLed ? joined(opening, own) : own,
      });
    }
    lastOf.push(sentences.length > 0 ? sentences.length - 1 : null);
  }
  return sentences;
}
