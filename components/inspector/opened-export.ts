/** What came of opening a file, and what its seal says. */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { BagFault } from '../../evidence/files/verify-bag.ts';

/** What came of opening a file. */
export type OpenedExport =
  /** `several`: a list, whose captures are opened together. */
  | { readonly state: 'foreign' | 'newer' | 'too-large' | 'several' }
  | { readonly state: 'damaged'; readonly where: string }
  | {
      readonly state: 'opened';
      readonly from: 'file' | 'recording';
      readonly study: CaptureStudy;
      readonly seal: OpenedSeal;
      /** The facts that are read by now, of all of them; absent where all are read. */
      readonly reading?: { readonly facts: number; readonly of: number };
    };

/** A recording whose beginning was shown, and that could not be read to its end. `why`: in words. */
export interface BrokenOff {
  readonly state: 'broken-off';
  readonly why: string;
}

/** A seal, and the file whose hash it is. */
export interface Sealed {
  /** SHA-256, hexadecimal. */
  readonly seal: string;
  /** The tag manifest. */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** What the seal of an opened file says. */
export type OpenedSeal =
  | (Sealed & { readonly state: 'whole'; readonly files: number; readonly isAsPacked: boolean })
  | { readonly state: 'broken'; readonly faults: readonly BagFault[] }
  | { readonly state: 'none' };
