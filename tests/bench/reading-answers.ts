/** The right answers for texts: which practices each sentence speaks of, as a person read it before any rule did. docs/reading.md tells the format. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findQuote, searchedText } from '../../reading/find-quote.ts';
import type { PolicyReading } from '../../reading/policy-reading.ts';
import type { ClausesFile } from '../../schemas/policy-data.ts';
import { root } from '../../tools/run-command.ts';

/** What a sentence says, by hand. */
export interface SentenceAnswer {
  /** As `Sentence.hash`: the text itself need not be in the project. */
  readonly hash: string;
  /** Practices that it speaks of, and how. */
  readonly practices: Readonly<Record<string, 'names' | 'general' | 'otherwise'>>;
  /** Practices of which a careful reader would not be sure: they count neither for nor against. */
  readonly doubtful?: readonly string[];
  /** Categories of the OPP-115 corpus; absent where they were not read. */
  readonly categories?: readonly string[];
  readonly stance?: string;
}

/** The answers for one text. */
export interface TextAnswers {
  readonly name: string;
  /** Name of its file, beside the answers or in the folder that `--texts` gives. */
  readonly file: string;
  /** Where the text is publicly found. */
  readonly found: string;
  readonly language: string;
  /** `development`: rules were written with it in sight. `held-out`: it was annotated and measured before any rule was changed for it. */
  readonly use: 'development' | 'held-out';
  /** Every sentence but headings; those that say nothing of a practice have none. */
  readonly sentences: readonly SentenceAnswer[];
}

/** Answers for the sentences of a text that was read, by their position. */
export type AnswersByPosition = ReadonlyMap<number, Omit<SentenceAnswer, 'hash'>>;

/** Puts answers to the sentences with their hashes. Sentences that repeat each other have the same answer. */
export function answersOf({ sentences }: Pick<TextAnswers, 'sentences'>, reading: PolicyReading): AnswersByPosition {
  const byHash = new Map(sentences.map((answer) => [answer.hash, answer]));
  return new Map(
    reading.sentences.flatMap(({ at, hash }) => {
      const answer = byHash.get(hash);
      return answer === undefined ? [] : [[at, answer] as const];
    }),
  );
}

/** A unit in which the answer is given: a clause may hold more than one sentence, and is found by any of them. */
export interface AnsweredUnit extends Omit<SentenceAnswer, 'hash'> {
  readonly sentences: readonly number[];
}

/** `policy.md` of an archived policy and its curated clauses → the units that they answer. What they set aside says nothing. */
export function unitsOfClauses(folder: string, reading: PolicyReading): AnsweredUnit[] {
  const { clauses } = JSON.parse(readFileSync(join(root, folder, 'clauses.json'), 'utf8')) as ClausesFile;
  const searched = searchedText(reading.document.text);
  const taken = new Set<number>();
  let from = 0;
  const units = clauses.map(({ id, quote, practices }): AnsweredUnit => {
    const words = quote.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*/g, '');
    const place = findQuote(searched, words, from);
    if (place === null) throw new Error(`The quote of the clause "${id}" does not stand in the text as read.`);
    from = searched.places.findIndex((at) => at >= place.end);
    if (from === -1) from = searched.places.length;
    const sentences = reading.sentences
      .filter(({ start, end }) => start < place.end && end > place.start)
      .map(({ at }) => at);
    for (const at of sentences) taken.add(at);
    const said = practices.flatMap(({ practice, speaks }) =>
      speaks === 'unclear' ? [] : [[practice, speaks] as const],
    );
    return { sentences, practices: Object.fromEntries(said.toReversed()) };
  });
  const rest = reading.sentences.filter(({ at, kind }) => kind !== 'heading' && !taken.has(at));
  return [...units, ...rest.map(({ at }) => ({ sentences: [at], practices: {} }))];
}
