/** What the inspector can do beside showing; handed in, so that its components call no browser. */
import type { Comparison } from '../../capture/compare/compare-captures.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { ComparedSeals } from '../../evidence/report/comparison-report.ts';
import type { TimeStampVerdict } from '../../evidence/stamp/verify-time-stamp.ts';
import type { StoredItemRecord } from '../../ledger/visit-entries.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { AskedValue } from '../../recognition/asked-value.ts';
import type { LetterLawsFile, LetterWordsFile } from '../../schemas/letter-data.ts';
import type { Route } from '../../schemas/policy-data.ts';
import type { LetterDrafts } from './letter-drafts.svelte.ts';
import type { PictureActions } from './picture-actions.ts';
import type { RecordingActions } from './recording-actions.ts';
import type { OpenedExport, Sealed } from './opened-export.ts';
import type { VisitActions } from './visit-actions.ts';

export type { OpenedExport, OpenedSeal, Sealed } from './opened-export.ts';

/** What the person says of a capture when they save it. */
export interface CaptureFacts {
  readonly name: string;
  readonly note: string;
  readonly profile: 'clean' | 'used' | null;
}

/** What there is to look at. */
export type InspectorSource =
  | { readonly state: 'loading' }
  /** No record of that tab. */
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly reason: string }
  /** `left`: the page is left; the study is of what it had shown until then. `tab`: the one that shows or showed it. */
  | { readonly state: 'live' | 'left'; readonly study: CaptureStudy; readonly tab: number };

/** What can be done about a time stamp on a seal. */
export interface StampActions {
  /** Saves the request for one; gives the file's name and what stands in it. */
  readonly saveRequest: (sealed: Sealed) => { readonly path: string; readonly request: Uint8Array<ArrayBuffer> };
  /** Checks an answer. @throws Error when a file cannot be read from the disk */
  readonly check: (files: AnswerFiles, sealed: Sealed) => Promise<TimeStampVerdict>;
}

/** An answer, and what it is compared with. */
export interface AnswerFiles {
  readonly answer: File;
  /** The request, from a file or as it was just saved; null where it is not at hand. */
  readonly request: File | Uint8Array<ArrayBuffer> | null;
  /** Certificates that the person trusts; none where they trust none. */
  readonly roots: readonly File[];
}

/** A kind of file that can be saved by itself. */
export type SingleFile = 'report' | 'json' | 'har';

/** What letters are made from. */
export interface LetterData {
  readonly laws: LetterLawsFile;
  /** All routes, whoever they lead to. */
  readonly routes: readonly Route[];
  /** The words of letters in a language. @throws Error where no letter is written in it */
  readonly wordsOf: (code: string) => Promise<LetterWordsFile>;
}

/** What can be done with a letter. */
export interface LetterActions {
  /** Loads what letters are made from: only who writes one needs it. */
  readonly data: () => Promise<LetterData>;
  /** The letters of this page of the inspector, with the person's changes. */
  readonly drafts: LetterDrafts;
  /** @throws Error where the browser does not allow it */
  readonly copy: (text: string) => Promise<void>;
  /** Opens an address that belongs to a program: a `mailto:`. */
  readonly open: (address: string) => void;
  /** Saves a text file. */
  readonly save: (fileName: string, text: string) => void;
  /** Prints a text on paper of its own. `title` names the print. */
  readonly print: (title: string, text: string) => void;
}

/** What the inspector's page hands to its components. */
export interface InspectorActions {
  /** Saves all of a capture, sealed. Gives the zip's name and its seal. @throws Error when it cannot be made */
  readonly saveSealed: (study: CaptureStudy, facts: CaptureFacts) => Promise<Sealed & { readonly name: string }>;
  /** Saves one file of it; gives its name. @throws Error when it cannot be made */
  readonly saveOne: (study: CaptureStudy, facts: CaptureFacts, which: SingleFile) => Promise<string>;
  readonly open: (file: File) => Promise<OpenedExport>;
  readonly letters: LetterActions;
  readonly recordings: RecordingActions;
  readonly stamps: StampActions;
  /** Reads from a tab the value that an item of that visit has now. Never rejects; what it gives is for the screen alone. */
  readonly askValue: (tab: number, visit: Visit, item: StoredItemRecord) => Promise<AskedValue>;
  readonly visits: VisitActions;
  readonly pictures: PictureActions;
  /** Saves a comparison as a report; gives the file's name. @throws Error when it cannot be made */
  readonly saveComparison: (comparison: Comparison, seals: ComparedSeals) => Promise<string>;
}
