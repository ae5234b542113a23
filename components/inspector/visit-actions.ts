/** What the inspector can do with a list of visits; handed in, so that its components call no browser. */
import type { CaptureList } from '../../capture/list/capture-list.ts';
import type { Sealed } from './opened-export.ts';
import type { NamedExport, VisitChoice } from './visit-choice.svelte.ts';

/** What the inspector's page hands to the view of several visits. */
export interface VisitActions {
  /** What is chosen on this page of the inspector. */
  readonly choice: VisitChoice;
  /** Opens all captures in a file: one, or those of a sealed list. @throws Error when the file cannot be read from the disk */
  readonly openAll: (file: File) => Promise<readonly NamedExport[]>;
  /** Saves the report alone; gives the file's name. @throws Error when it cannot be made */
  readonly saveReport: (list: CaptureList) => Promise<string>;
  /** Saves it sealed, with each capture; `tell` hears how many parts of the work are done. @throws Error when it cannot be made */
  readonly saveSealed: (
    list: CaptureList,
    tell: (done: number, of: number) => void,
  ) => Promise<Sealed & { readonly name: string }>;
}
