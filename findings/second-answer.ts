/** Each finding's second answer: what was seen, beside the text in force as the person read it. */
import type { Visit } from '../ledger/visit.ts';
import type { PolicyReading } from '../reading/policy-reading.ts';
import { namesOf } from '../recognition/contacted.ts';
import { dayRead } from './day-read.ts';
import type { SecondAnswer } from './difference.ts';
import type { Knowledge } from './knowledge.ts';
import { readClauses, type AboutReading, type ReadPolicy } from './read-clauses.ts';
import { recogniseVisit } from './recognise-visit.ts';
import { judge } from './report.ts';

/** What was read, and when. */
export interface ReadCopy {
  /** Id of the kept copy. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly reading: PolicyReading;
  readonly statements: ReadPolicy['statements'];
}

/** A text that was read, as it is quoted. */
export function quotedCopy(
  { reading: { document, language }, readAt }: Pick<ReadCopy, 'reading' | 'readAt'>,
  jurisdiction: string,
): SecondAnswer['policy'] {
  const { title, address } = document;
  return { title, archiveUrl: address, captureDate: dayRead(readAt), jurisdiction, language, readAt };
}

/**
 * Judges a visit against a text that the person read, by the same rules as against the one that is held. `knowledge`: that of the page's
 * organisation.
 */
export function secondAnswer(
  visit: Visit,
  knowledge: Knowledge,
  read: ReadCopy,
  facts: Omit<AboutReading, 'names'>,
): SecondAnswer {
  const recognised = recogniseVisit(visit, knowledge);
  const { id, readAt, reading, statements } = read;
  const names = recognised.contacts.flatMap((contact) => namesOf(contact));
  const clauses = readClauses({ reading, statements, readAt: dayRead(readAt) }, { ...facts, names });
  const { organisation } = knowledge;
  const inForce = { ...knowledge, organisation: { ...organisation, clauses } };
  return {
    copy: id,
    policy: quotedCopy(read, organisation.policy.jurisdiction),
    state: reading.state.state,
    clauses,
    findings: judge(visit, inForce, 'held', recognised),
  };
}
