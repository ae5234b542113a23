/** Many captures in one list, as they are handed to screens and reports (`capture/list/list-captures.ts` makes them). */
import type { Finding } from '../../findings/finding.ts';
import type { Condition, ConditionId } from '../conditions.ts';
import type { CaptureStudy, StudiedPage } from '../study-capture.ts';

/** What the seal of the file says from which a capture comes. `here`: it comes from no file, but from this browser. */
export interface ListedSeal {
  readonly state: 'whole' | 'broken' | 'none' | 'here';
  /** SHA-256, hexadecimal; null where there is none that holds. */
  readonly hash: string | null;
  /** Name of the file; '' where it comes from none. */
  readonly file: string;
}

/** A capture as it comes into a list. */
export interface ListEntry {
  readonly study: CaptureStudy;
  readonly seal: ListedSeal;
}

/** Another company of a visit, over all its pages. */
export interface ListedCompany {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly requests: number;
}

/** A thing that is kept in the browser, over all pages of a visit. */
export interface ListedItem {
  readonly store: string;
  readonly host: string;
  readonly name: string;
  /** The other company that set it; null where nobody knows one. */
  readonly setBy: string | null;
}

/** The answers of the texts to a practice on one page. */
export interface ListedAnswer {
  readonly finding: Finding;
  readonly second: Finding | null;
  readonly studied: StudiedPage;
}

/** A practice of a visit, over all its pages. */
export interface ListedPractice {
  readonly id: string;
  /** One for each label that a page of the visit gives it, in their order. */
  readonly answers: readonly [ListedAnswer, ...ListedAnswer[]];
  /** Hosts of what was seen of it. */
  readonly hosts: readonly string[];
}

/** One visit of the list. */
export interface ListedVisit extends ListEntry {
  /** 1 for the first; they are in the order of time. */
  readonly no: number;
  readonly sites: readonly string[];
  /** Companies other than the site's own. */
  readonly companies: readonly ListedCompany[];
  readonly cookies: readonly ListedItem[];
  /** What else is kept in the browser. */
  readonly stored: readonly ListedItem[];
  readonly practices: readonly ListedPractice[];
  readonly conditions: readonly Condition[];
}

/** Something that was seen in some of the visits. */
export interface InVisits<Of> {
  readonly key: string;
  readonly seen: readonly { readonly visit: ListedVisit; readonly of: Of }[];
}

/** A condition that is not the same in all visits, with each answer and the visits that give it. */
export interface DifferingAnswers {
  readonly id: ConditionId;
  /** `condition`: null where a capture of that kind has none. */
  readonly answers: readonly { readonly condition: Condition | null; readonly visits: readonly ListedVisit[] }[];
}

/** The list. */
export interface CaptureList {
  readonly visits: readonly ListedVisit[];
  /** Those in most visits first. */
  readonly practices: readonly InVisits<ListedPractice>[];
  readonly companies: readonly InVisits<ListedCompany>[];
  readonly conditions: readonly DifferingAnswers[];
}
