/** All that takes and keeps texts, in one file that the popup fetches when the person presses, or when a kept copy speaks for the page. */
import type { ReadPage, TextChange } from '../../components/popup/policy-reader.ts';
import { secondAnswer, type ReadCopy } from '../../findings/second-answer.ts';
import type { SecondAnswer } from '../../findings/difference.ts';
import type { Knowledge } from '../../findings/knowledge.ts';
import type { Visit } from '../../ledger/visit.ts';
import { differingCopy, keepCopy, keptCopies } from '../../reading/border/kept-copies.ts';
import { startStudy, type Study } from '../../reading/border/start-study.ts';
import type { PolicyReading } from '../../reading/policy-reading.ts';
import type { RawDocument } from '../../reading/raw-document.ts';
import { textHash } from '../../reading/sentence-hash.ts';
import type { StudiedText, StudyStep, StudyText } from '../../reading/study-texts.ts';
import { loadRules, SHIPPED_READING_FACTS } from '../../shipped/reading-rules.ts';

export { noteTold } from '../../reading/border/kept-copies.ts';
export { prepareStudy } from '../../reading/border/start-study.ts';
export { markQuoteInTab, readPolicyPage } from '../../background/policy-page.ts';

/** How many sentences that differ are shown; the page of kept copies shows all. */
const MOST_EXAMPLES = 3;

/** Who waits for a text to be read. */
export interface Follower {
  /** What is being done now. */
  readonly tell: (step: StudyStep) => void;
  /** The work that is under way now, so that it can be ended. */
  readonly hold: (study: Study) => void;
}

const NOBODY: Follower = { tell: () => undefined, hold: () => undefined };

/** Has texts read in a worker. @throws Error when it cannot be done */
function study(texts: Parameters<typeof startStudy>[0], { tell, hold }: Follower): Study['result'] {
  const begun = startStudy(texts, loadRules, tell);
  hold(begun);
  return begun.result;
}

/** Has one text read, which may be on its way. @throws Error as `study`, or that of the text */
async function readText(text: Promise<StudyText>, follower: Follower): Promise<StudiedText> {
  const { texts } = await study(
    text.then((one) => [one]),
    follower,
  );
  if (texts[0] === undefined) throw new Error('The text was not read.');
  return texts[0];
}

/** What of the text is another than in the latest copy; null where nothing is, or the person was told. */
async function changeSince(reading: PolicyReading, follower: Follower): Promise<TextChange | null> {
  const hash = textHash(reading.document.text);
  const copy = await differingCopy(reading, hash);
  if (copy === null || copy.told.includes(hash)) return null;
  const { texts, drift } = await study([copy.document, reading.document], follower);
  if (drift?.isChanged !== true) return null;
  const sentence = (side: 0 | 1, at: number | null): string | null =>
    at === null ? null : (texts[side]?.reading.sentences[at]?.text ?? null);
  const examples = drift.changes
    .filter(({ kind }) => kind === 'reworded' || kind === 'gone' || kind === 'new')
    .slice(0, MOST_EXAMPLES)
    .map(({ before, after }) => ({ before: sentence(0, before), after: sentence(1, after) }));
  return { copy: copy.id, hash, since: copy.readAt, counts: drift.counts, examples };
}

/** Has the rules fetched that the page itself asks for: mostly they are those that the worker wants a moment later. */
async function fetchRulesOf(raw: Promise<RawDocument>): Promise<void> {
  await loadRules([(await raw).declaredLanguage.slice(0, 2).toLowerCase()]);
}

/** Reads a page's text as it arrives, compares it with the copy of before and keeps it. @throws Error when it cannot be read, or that of `raw` */
export async function readPage(
  raw: Promise<RawDocument>,
  facts: { readonly organisation: string | null; readonly readAt: number; readonly isPrivate: boolean },
  follower: Follower,
): Promise<ReadPage> {
  // Whoever wants them finds the same fault.
  void fetchRulesOf(raw).catch(() => undefined);
  const { reading, statements } = await readText(raw, follower);
  // What cannot be compared is kept and told of all the same.
  const change = facts.isPrivate ? null : await changeSince(reading, follower).catch(() => null);
  return { reading, statements, kept: await keepCopy(reading, facts), change };
}

/** A kept copy, read again; null where it is gone or damaged. @throws Error when the database or the rules cannot be had */
export async function openCopy(id: string): Promise<ReadCopy | null> {
  const { copies } = await keptCopies();
  const copy = copies.find((one) => one.id === id);
  if (copy === undefined) return null;
  return { id, readAt: copy.readAt, ...(await readText(Promise.resolve(copy.document), NOBODY)) };
}

/** What a copy says of a visit. */
export function answerOf(visit: Visit, knowledge: Knowledge, copy: ReadCopy): SecondAnswer {
  return secondAnswer(visit, knowledge, copy, SHIPPED_READING_FACTS);
}
