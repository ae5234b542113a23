/** What the popup asks of whoever reads policies for it; entrypoints/popup/policy-reader.svelte.ts does. */
import type { SecondAnswer } from '../../findings/difference.ts';
import type { Report } from '../../findings/report.ts';
import type { KeepResult } from '../../reading/keep-result.ts';
import type { Drift } from '../../reading/drift.ts';
import type { PolicyReading } from '../../reading/policy-reading.ts';
import type { Statement } from '../../reading/statements.ts';
import type { StudyStep } from '../../reading/study-texts.ts';
import type { Practice } from '../../schemas/policy-data.ts';

/** The page for which a copy may speak: whose it is, and what was seen there. */
export type PageOfPolicy = Pick<Report, 'visit' | 'recognition' | 'organisation'>;

/** What has changed since the copy of before: told once. */
export interface TextChange {
  /** Id of the copy of before, and the hash of the text that was read now. */
  readonly copy: string;
  readonly hash: string;
  /** When the copy of before was read, milliseconds since 1970. */
  readonly since: number;
  readonly counts: Drift['counts'];
  /** The first sentences that differ, as they stand; null where there is none in that text. */
  readonly examples: readonly { readonly before: string | null; readonly after: string | null }[];
}

/** A page that was read. */
export interface ReadPage {
  readonly reading: PolicyReading;
  readonly statements: readonly Statement[];
  readonly kept: KeepResult;
  /** Null where there is no copy of before, or the person knows. */
  readonly change: TextChange | null;
}

/** How far the reading of the page in the tab has come. */
export type ReadingState =
  | { readonly is: 'none' }
  | { readonly is: 'reading'; readonly step: StudyStep }
  /** `not-let-in`: the browser keeps us out of the page. `broken`: the page went, the worker died, or a file of ours did not arrive. */
  | { readonly is: 'failed'; readonly why: 'not-let-in' | 'broken' }
  | { readonly is: 'read'; readonly page: ReadPage };

/** The second answer to a page: on its way, not to be had (the copy cannot be opened), or there. `readAt`: milliseconds since 1970. */
export type SecondState =
  | { readonly is: 'waiting' | 'missing'; readonly readAt: number }
  | { readonly is: 'there'; readonly answer: SecondAnswer };

/** What became of a quote that was asked for in the page: `folded` is in a part of it that the person has to open first. */
export type MarkOutcome = 'marked' | 'folded' | 'not-found' | 'page-gone';

/** Reads policies, and knows the copies. Everything it gives is reactive. */
export interface PolicyReader {
  readonly state: ReadingState;
  /** All practices, for those that a text speaks of and the page does not show. */
  readonly practices: readonly Practice[];
  /** Null where no copy speaks for the page. */
  readonly second: (page: PageOfPolicy) => SecondState | null;
  /** Opens the copy that speaks for the page; again, where it could not be opened before. Never rejects. */
  readonly open: (page: PageOfPolicy) => Promise<void>;
  /** The person is about to press: what reads may come already. */
  readonly prepare: () => void;
  /** Reads the page in the tab and keeps a copy. `organisation`: whose site it is. Never rejects. */
  readonly read: (organisation: string | null) => Promise<void>;
  /** Ends a reading that is under way: of a text that is not read to its end nothing is kept. */
  readonly stop: () => void;
  /** Notes that the person has been shown what has changed: it is told once. Never rejects. */
  readonly told: (change: TextChange) => Promise<void>;
  /** Scrolls the page to a quote and marks it; `before`: how many times the same words stand before. */
  readonly mark: (quote: string, before: number) => Promise<MarkOutcome>;
}
