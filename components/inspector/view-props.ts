/** What the inspector hands to each of its views. */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { CellContext } from '../../words/table-words.ts';
import type { InspectorActions, OpenedExport } from './inspector-actions.ts';
import type { BrokenOff } from './opened-export.ts';

/** Shows this in the place of what it came with. Gives whether that was still shown. */
export type ShowMore = (next: OpenedExport | BrokenOff, address?: string) => boolean;

/** What every view is handed. */
export interface ViewProps {
  /** What is looked at: the opened file, or the page as it is or was held; null where there is neither. */
  readonly study: CaptureStudy | null;
  /** The page itself, whatever file is open; null where there is none. */
  readonly live: CaptureStudy | null;
  /** What came of the last file that somebody opened, or of a recording that could not be read to its end. */
  readonly opened: OpenedExport | BrokenOff | null;
  /**
   * Shows an opened file in the tables, at an address within the inspector where one is given. Gives what shows more of it in its place; that
   * gives false where it is shown no more.
   */
  readonly show: (file: string, opened: OpenedExport, address?: string) => ShowMore;
  readonly context: CellContext;
  /** What of the view is meant, by its id; null for all of it. */
  readonly part: string | null;
  readonly actions: InspectorActions;
}

/** What a view is handed that has nothing to show where nothing is looked at. */
export interface StudyViewProps extends ViewProps {
  readonly study: CaptureStudy;
}
