/** How the answers of two texts to what was seen differ: that of 2011, and the one in force as the person read it. */
import type { ReadState } from '../reading/policy-reading.ts';
import type { ClauseIndex } from './clauses.ts';
import type { Finding } from './finding.ts';
import type { QuotedPolicy } from './quoted-policy.ts';
import type { Report } from './report.ts';

/** The second answer to all that was seen on a page. */
export interface SecondAnswer {
  /** Id of the kept copy. */
  readonly copy: string;
  readonly policy: QuotedPolicy & { readonly readAt: number };
  readonly state: ReadState['state'];
  /** Its sentences. */
  readonly clauses: ClauseIndex;
  /** The same practices as the report's, judged against that text. */
  readonly findings: readonly Finding[];
}

/** How the second answer to a finding differs from the first. */
export type Difference =
  /** The text of today names it, or speaks of it in general words; in that of 2011 there is no sentence. */
  | 'named-now'
  | 'general-now'
  /** In the text of today no sentence was found; that of 2011 named it, or spoke of it in general words. */
  | 'named-then'
  | 'general-then'
  /** Both speak of it: one names it, the other in general words. */
  | 'clearer'
  | 'vaguer'
  /** One of the two promises something else than what was seen. */
  | 'otherwise-now'
  | 'otherwise-then';

const says = ({ label, otherwise }: Finding): 'otherwise' | 'names' | 'general' | 'nothing' | null => {
  if (otherwise === true) return 'otherwise';
  if (label === 'stated') return 'names';
  if (label === 'stated-in-general') return 'general';
  return label === 'not-found' ? 'nothing' : null;
};

/** How two answers to one finding differ; null where they agree, or where one of the texts tells nothing of it. */
export function differenceOf(then: Finding, now: Finding): Difference | null {
  const before = says(then);
  const after = says(now);
  if (then.background) return null;
  // What may cover it does not name it.
  const isNamed = then.clauses.some(({ speaks }) => speaks === 'names');
  if (before === null && after === 'names' && !isNamed) return 'named-now';
  if (before === null || after === null || before === after) return null;
  if (after === 'otherwise') return 'otherwise-now';
  if (before === 'otherwise') return 'otherwise-then';
  if (before === 'nothing') return after === 'names' ? 'named-now' : 'general-now';
  if (after === 'nothing') return before === 'names' ? 'named-then' : 'general-then';
  return after === 'names' ? 'clearer' : 'vaguer';
}

/** The answer to one practice; null where there is none. */
export function answerTo(second: SecondAnswer | null, practice: string): Finding | null {
  return second?.findings.find((finding) => finding.practice.id === practice) ?? null;
}

/** The report with the labels of the text that was read, for a page of which the text that is held does not speak. */
export function inTextRead(report: Report, { findings }: SecondAnswer): Report {
  // What a getter gives stays to be asked for.
  return Object.create(report, { findings: { value: findings, enumerable: true } }) as Report;
}
