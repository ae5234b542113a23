/** A person's own copy of a policy, as it is kept: its text with structure, where and when it was read, and the hash of the text. */
import * as v from 'valibot';
import { LAST_TIME } from '../ledger/observation.ts';
import type { PolicyReading } from './policy-reading.ts';
import type { PolicyText } from './policy-text.ts';
import { MAX_BLOCKS, MAX_CHARACTERS } from './read-document.ts';
import { textHash } from './sentence-hash.ts';

/** Version of the form in which a copy is kept. */
const COPY_VERSION = 1;

const SHORT = v.pipe(v.string(), v.maxLength(4000));
const PLACE = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_CHARACTERS * 2));

const BLOCK = v.object({
  kind: v.picklist(['heading', 'paragraph', 'item', 'cell']),
  start: PLACE,
  end: PLACE,
  level: v.number(),
  section: v.array(SHORT),
  leadIn: v.nullable(PLACE),
  row: SHORT,
  column: SHORT,
  isFolded: v.boolean(),
  links: v.array(v.object({ text: v.string(), address: SHORT })),
});

const POLICY_TEXT = v.object({
  address: SHORT,
  title: SHORT,
  declaredLanguage: SHORT,
  publisher: SHORT,
  text: v.string(),
  blocks: v.pipe(v.array(BLOCK), v.maxLength(MAX_BLOCKS)),
  cutBy: v.nullable(v.picklist(['characters', 'elements', 'blocks'])),
  unreadFrames: PLACE,
});

/** The form of a kept copy. */
export const KEPT_COPY_SCHEMA = v.object({
  version: v.literal(COPY_VERSION),
  id: SHORT,
  /** When the page was read, milliseconds since 1970. */
  readAt: v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TIME)),
  host: SHORT,
  /** Id of the organisation whose site it was read on; null where that is not known. */
  organisation: v.nullable(SHORT),
  language: SHORT,
  /** Since when the text is in force, or when it was last changed, as it says itself; null where it gives no date. */
  date: v.nullable(v.object({ iso: SHORT, of: v.picklist(['in-force', 'changed']) })),
  state: v.picklist(['policy', 'cut-short', 'not-a-policy', 'language-without-rules', 'empty']),
  /** SHA-256 of the text, in UTF-8, hexadecimal. */
  hash: SHORT,
  document: POLICY_TEXT,
  /** Hashes of later texts of the same page of which the person has been told that they differ. */
  told: v.array(SHORT),
});

/** A kept copy. */
export type KeptCopy = Omit<v.InferOutput<typeof KEPT_COPY_SCHEMA>, 'document'> & { readonly document: PolicyText };

/** What of a copy is stated by who keeps it. */
export type KeptFacts = Pick<KeptCopy, 'id' | 'readAt' | 'organisation'>;

/** The copy of a reading. */
export function copyOf({ document, language, state, date }: PolicyReading, facts: KeptFacts): KeptCopy {
  const host = URL.canParse(document.address) ? new URL(document.address).hostname : '';
  return {
    ...{ version: COPY_VERSION, ...facts, host, language, state: state.state },
    date: date.kind === 'found' ? { iso: date.iso, of: date.of } : null,
    ...{ hash: textHash(document.text), document, told: [] },
  };
}

/** A stored copy, or null for one that is damaged: of another form, or with a text that is not the one of its hash. */
export function readCopy(stored: unknown): KeptCopy | null {
  const read = v.safeParse(KEPT_COPY_SCHEMA, stored);
  if (!read.success || textHash(read.output.document.text) !== read.output.hash) return null;
  const { text, blocks } = read.output.document;
  const areInPlace = blocks.every(
    ({ start, end, leadIn }, at) => start <= end && end <= text.length && (leadIn === null || leadIn < at),
  );
  return areInPlace ? read.output : null;
}
