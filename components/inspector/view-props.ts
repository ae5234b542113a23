/** What the inspector hands to each of its views. */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { CellContext } from '../../words/table-words.ts';
import type { InspectorActions, OpenedExport } from './inspector-actions.ts';

/** What every view is handed. */
export interface ViewProps {
  /** What is looked at: the opened file, or the page as it is or was held; null where there is neither. */
  readonly study: CaptureStudy | null;
  /** The page itself, whatever file is open; null where there is none. */
  readonly live: CaptureStudy | null;
  /** What came of the last file that somebody opened. */
  readonly opened: OpenedExport | null;
  /** Shows an opened file in the tables. */
  readonly show: (file: string, opened: OpenedExport) => void;
  readonly context: CellContext;
  /** What of the view is meant, by its id; null for all of it. */
  readonly part: string | null;
  readonly actions: InspectorActions;
}

/** What a view is handed that has nothing to show where nothing is looked at. */
export interface StudyViewProps extends ViewProps {
  readonly study: CaptureStudy;
}
