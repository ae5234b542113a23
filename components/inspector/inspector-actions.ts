/** What the inspector can do beside showing; handed in, so that its components call no browser. */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { BagFault } from '../../evidence/files/verify-bag.ts';

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
  /** `left`: the page is left; the study is of what it had shown until then. */
  | { readonly state: 'live' | 'left'; readonly study: CaptureStudy };

/** What came of opening a file. */
export type OpenedExport =
  | { readonly state: 'foreign' | 'newer' | 'too-large' }
  | { readonly state: 'damaged'; readonly where: string }
  | {
      readonly state: 'opened';
      readonly study: CaptureStudy;
      readonly seal: OpenedSeal;
    };

/** What the seal of an opened file says. */
export type OpenedSeal =
  | { readonly state: 'whole'; readonly files: number; readonly seal: string; readonly isAsPacked: boolean }
  | { readonly state: 'broken'; readonly faults: readonly BagFault[] }
  | { readonly state: 'none' };

/** A kind of file that can be saved by itself. */
export type SingleFile = 'report' | 'json' | 'har';

/** What the inspector's page hands to its components. */
export interface InspectorActions {
  /** Saves all of a capture, sealed. Gives the zip's name and its seal. @throws Error when it cannot be made */
  readonly saveSealed: (
    study: CaptureStudy,
    facts: CaptureFacts,
  ) => Promise<{ readonly name: string; readonly seal: string }>;
  /** Saves one file of it; gives its name. @throws Error when it cannot be made */
  readonly saveOne: (study: CaptureStudy, facts: CaptureFacts, which: SingleFile) => Promise<string>;
  readonly open: (file: File) => Promise<OpenedExport>;
}
