/**
 * A capture: what is kept of one visit, or of a recording over several pages, with the conditions under which it was made. All that
 * is shown of it, exported or compared is derived from this and from the files in `policy-data/`.
 */
import type { Address, Observation } from '../ledger/observation.ts';
import type { Visit } from '../ledger/visit.ts';
import type { KeptCopy } from '../reading/kept-copy.ts';
import type { CaptureConditions } from './capture-conditions.ts';

/** What stands in `format`. */
export const CAPTURE_FORMAT = 'liner-notes-capture';
/** Version of the form in which a capture is kept and exported. Goes up with every change after which an older reader would read it wrongly. */
export const CAPTURE_VERSION = 1;

/** A page of a capture: one document, or one view of a site that changes its address without a new document. */
export interface CapturedPage {
  /** 1 for the first page. Rows refer to it. */
  readonly no: number;
  /** 1 for the first tab in which a page of the capture stood. */
  readonly tab: number;
  /** When its record began, in milliseconds since 1970. */
  readonly openedAt: number;
  /** When it was left; null where it was still there at the end. */
  readonly leftAt: number | null;
  /** Since when the person allowed nobody to watch its site any more; absent where they did not take that back, or it is not known. */
  readonly withheldAt?: number | undefined;
  /** Its record at the end. */
  readonly visit: Visit;
}

/** One fact of a recording, in the order in which they came. */
export interface CapturedFact {
  /** 1 for the first. */
  readonly seq: number;
  /** `no` of its page. */
  readonly page: number;
  readonly observation: Observation;
}

/** A picture of the visible part of a tab, which the person has added. Its file is kept beside the capture (`picture-files.ts`). */
export interface CapturedPicture {
  /** `no` of its page. */
  readonly page: number;
  /** What the tab showed: a page may change its address while it stays. */
  readonly address: Address;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the person says of it; '' as long as they say nothing. */
  readonly caption: string;
  /** 'picture-1.png' */
  readonly file: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly hash: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * `stopped`: by the person. `cut-off`: nobody has stopped it, it ended with the browser, or when the extension was updated; nobody writes
 * that, it is told by the recorder running no such recording. `full`: it has all that a recording may have. `no-room`: all recordings together
 * have all that they may have.
 */
export type RecordingState = 'running' | 'stopped' | 'cut-off' | 'full' | 'no-room';

/** A capture. */
export interface Capture {
  readonly format: typeof CAPTURE_FORMAT;
  readonly version: typeof CAPTURE_VERSION;
  /** Random. */
  readonly id: string;
  /** `visit`: what the record of one page says, summed up. `recording`: each fact by itself, besides. */
  readonly kind: 'visit' | 'recording';
  /** As the person calls it; '' as long as they have not. */
  readonly name: string;
  readonly note: string;
  /** Milliseconds since 1970. Of a visit: when its record began, and when it was last added to. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly conditions: CaptureConditions;
  readonly pages: readonly CapturedPage[];
  /** Of a recording; none of a visit. */
  readonly facts: readonly CapturedFact[];
  /** How many facts found no room. */
  readonly leftOut: number;
  /** How often the browser ended the background while it recorded; 0 of a visit. */
  readonly interruptions: number;
  /** How a recording ended; absent of a visit, and where an older version has saved it. */
  readonly ended?: RecordingState | undefined;
  /** Policies in force as the person has read them, of these sites. */
  readonly texts: readonly KeptCopy[];
  readonly pictures: readonly CapturedPicture[];
}

/** Most facts of a recording; what comes after is counted in `leftOut`. */
export const MAX_FACTS = 200_000;
/** Most pages of a recording. */
export const MAX_PAGES = 500;
/** Most UTF-16 code units of a name and of a note. */
export const MAX_CAPTURE_NAME = 120;
export const MAX_CAPTURE_NOTE = 4000;
/** Most pictures of a capture. */
export const MAX_PICTURES = 50;
/** Most UTF-16 code units of what is said of a picture. */
export const MAX_CAPTION = 300;
