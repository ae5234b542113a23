/** All that reads, in one file that the popup fetches when the person presses, or when a kept copy speaks for the page. */
import type { ReadPage, TextChange } from '../../components/popup/policy-reader.ts';
import { secondAnswer, type ReadCopy } from '../../findings/second-answer.ts';
import type { SecondAnswer } from '../../findings/difference.ts';
import type { Knowledge } from '../../findings/knowledge.ts';
import type { Visit } from '../../ledger/visit.ts';
import { differingCopy, keepCopy, keptCopies, noteTold } from '../../reading/border/kept-copies.ts';
import { driftOf } from '../../reading/drift.ts';
import type { PolicyReading } from '../../reading/policy-reading.ts';
import type { RawDocument } from '../../reading/raw-document.ts';
import { readPolicyText } from '../../reading/read-policy.ts';
import { textHash } from '../../reading/sentence-hash.ts';
import { readPageText, readText, SHIPPED_READING_FACTS } from '../../shipped/read-text.ts';

export { markQuoteInTab, readPolicyPage } from '../../background/policy-page.ts';

/** How many sentences that differ are shown; the page of kept copies shows all. */
const MOST_EXAMPLES = 3;

/** What of the text is another than in the latest copy; null where nothing is, or the person was told. */
async function changeSince(reading: PolicyReading): Promise<TextChange | null> {
  const hash = textHash(reading.document.text);
  const before = await differingCopy(reading, hash);
  if (before === null || before.told.includes(hash)) return null;
  const earlier = readPolicyText(before.document);
  const { changes, counts, isChanged } = driftOf(earlier, reading);
  if (!isChanged) return null;
  // Where that cannot be noted, it is told once more.
  await noteTold(before.id, hash).catch(() => undefined);
  const examples = changes
    .filter(({ kind }) => kind === 'reworded' || kind === 'gone' || kind === 'new')
    .slice(0, MOST_EXAMPLES)
    .map(({ before: was, after }) => ({
      before: was === null ? null : (earlier.sentences[was]?.text ?? null),
      after: after === null ? null : (reading.sentences[after]?.text ?? null),
    }));
  return { since: before.readAt, counts, examples };
}

/** Reads a page's text, compares it with the copy of before and keeps it. @throws Error when the rules of its language do not arrive */
export async function readPage(
  raw: RawDocument,
  facts: { readonly organisation: string | null; readonly readAt: number; readonly isPrivate: boolean },
): Promise<ReadPage> {
  const { reading, statements } = await readPageText(raw);
  // What cannot be compared is kept and told of all the same.
  const change = facts.isPrivate ? null : await changeSince(reading).catch(() => null);
  return { reading, statements, kept: await keepCopy(reading, facts), change };
}

/** A kept copy, read again; null where it is gone or damaged. @throws Error when the database or the rules cannot be had */
export async function openCopy(id: string): Promise<ReadCopy | null> {
  const { copies } = await keptCopies();
  const copy = copies.find((one) => one.id === id);
  if (copy === undefined) return null;
  return { id, readAt: copy.readAt, ...(await readText(copy.document)) };
}

/** What a copy says of a visit. */
export function answerOf(visit: Visit, knowledge: Knowledge, copy: ReadCopy): SecondAnswer {
  return secondAnswer(visit, knowledge, copy, SHIPPED_READING_FACTS);
}
