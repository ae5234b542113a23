/** What is said of a practice: the types that the stage "judge" hands to the stage "show". */
import type { NamedCompany } from '../schemas/label-data.ts';
import type { Clause, Practice } from '../schemas/policy-data.ts';
import type { Company, CompanyMatch } from '../recognition/company.ts';
import type { Evidence } from './evidence.ts';

/** The four labels, and nothing stronger: docs/method.md tells what each means. */
export type Label = 'stated' | 'stated-in-general' | 'not-found' | 'cannot-tell';

/** A company met in a practice, and whether the policy's text names it. */
export interface CompanyInPractice {
  readonly company: Company;
  /** Those of its services that showed the practice. */
  readonly services: readonly CompanyMatch[];
  /** Whether a sentence that speaks of this practice names it. */
  readonly namedByPolicy: boolean;
  /** Where the text names it at all, and for what; absent where it does not. */
  readonly named?: NamedCompany;
}

/** Things that were seen and of which the text says the same. */
export interface FindingPart {
  readonly label: Label;
  readonly reason: string | null;
  /** The text promises something else. */
  readonly otherwise: boolean;
  /** Names of the companies behind it. */
  readonly companies: readonly string[];
  /** What the site itself did. */
  readonly evidence: readonly Evidence[];
}

/** A clause that speaks of the practice. */
export interface MatchedClause {
  readonly clause: Clause;
  /** `otherwise`: it promises something else than what was seen. */
  readonly speaks: 'names' | 'general' | 'unclear' | 'otherwise';
}

/** One thing that was seen with one of those behind it, and what the text says of just that. */
export interface Answer {
  readonly evidence: Evidence;
  /** The other company behind it; null where it is the page's own, or nobody knows whose. */
  readonly company: CompanyMatch | null;
  readonly label: Label;
  readonly reason: string | null;
  /** The text promises something else. */
  readonly otherwise: boolean;
  readonly clauses: readonly MatchedClause[];
}

/** A practice beside what the policy says of it. */
export interface Finding {
  readonly practice: Practice;
  readonly label: Label;
  /** Why we cannot tell; null with any other label. */
  readonly reason: string | null;
  /** The text promises something else than what was seen; `label` is then "stated", and must be shown with this. */
  readonly otherwise?: boolean;
  /** What was seen by what the text says of it; absent where it says the same of all, or no policy of ours speaks. */
  readonly parts?: readonly FindingPart[];
  readonly evidence: readonly Evidence[];
  /** Each piece of evidence once for each company behind it: what `label`, `parts`, `companies` and `clauses` are made of. */
  readonly answers: readonly Answer[];
  readonly companies: readonly CompanyInPractice[];
  readonly clauses: readonly MatchedClause[];
  /** True when the site has a policy of its own and the clauses are shown as background only. */
  readonly background: boolean;
}
