/** What is said of a practice: the types that the stage "judge" hands to the stage "show". */
import type { NamedCompany } from '../schemas/label-data.ts';
import type { Clause, Practice } from '../schemas/policy-data.ts';
import type { Company, CompanyMatch } from '../recognition/company.ts';
import type { ToldApart } from './kept.ts';

/** The four labels, and nothing stronger. DESIGN: "What we say, and how". */
export type Label = 'stated' | 'stated-in-general' | 'not-found' | 'cannot-tell';

/** One of those who hold the same identifier. */
export interface Holder {
  /** The company's owner; the site's host where it is the site itself. */
  readonly owner: string;
  readonly isSite: boolean;
  /** Under which name, and where. */
  readonly name: string;
  readonly host: string;
  /** `got`: it was sent there, or goes there with each request. `keeps`: a tool of its keeps it at the site's address. */
  readonly how: 'got' | 'keeps';
}

/** One thing that was seen, as a person could check it in the page. */
export interface Evidence {
  /** What kind of thing: picks the sentence in the popup. */
  readonly what:
    | 'request'
    | 'pixel'
    | 'frame'
    | 'cookie'
    | 'local'
    | 'session'
    | 'indexed-db'
    | 'cache'
    | 'service-worker'
    | 'origin-file'
    | 'storage-bucket'
    | 'flash-object'
    | 'flash-cookie'
    | 'form'
    | 'field'
    | 'link'
    | 'consent'
    | 'geolocation'
    | 'identifier'
    | 'redirect'
    | 'read-out'
    /** Requests that carried something besides their address. */
    | 'upload'
    | 'typed-text'
    | 'disguise'
    /** Something looked for and not found; `subject` says what. */
    | 'absence';
  /** Host name, item name, address or words, as seen. Never a value. */
  readonly subject: string;
  /** More of it (path, lifetime, field names, scopes), '' when there is none. */
  readonly detail: string;
  readonly host: string;
  /** First seen, milliseconds since 1970. */
  readonly at: number;
  /** How many of it. */
  readonly count: number;
  /** What tells a cookie from others of its name that are evidence too. */
  readonly apart?: ToldApart;
  /** A host of the company behind it, where `host` is not that company's own. */
  readonly behind?: string;
  /** Which of the practice's situations it shows (`practices.json`); absent where the practice's own words are true of it. */
  readonly situation?: string;
  /** True where none of the requests was answered, as far as anybody saw: blocked, or failed. */
  readonly unanswered?: true;
  /** Who holds an identifier that several have, each once. */
  readonly holders?: readonly Holder[];
}

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
  readonly companies: readonly CompanyInPractice[];
  readonly clauses: readonly MatchedClause[];
  /** True when the site has a policy of its own and the clauses are shown as background only. */
  readonly background: boolean;
}
