/** What the inspector shows beside its tables: each view is one component, whose code arrives when somebody goes there. */
import type { Component } from 'svelte';
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
  readonly actions: InspectorActions;
}

/** What a view is handed that has nothing to show where nothing is looked at. */
export interface StudyViewProps extends ViewProps {
  readonly study: CaptureStudy;
}

type Loaded<Props extends ViewProps> = () => Promise<{ readonly default: Component<Props> }>;

/** A view. */
export type InspectorView = {
  /** How its address ends: '#save'. No table has the name. */
  readonly name: string;
  /** Among the ways to look at what was seen, or what can be done with it. */
  readonly group: 'look' | 'tools';
} & (
  | { readonly needsStudy: true; readonly load: Loaded<StudyViewProps> }
  | { readonly needsStudy: false; readonly load: Loaded<ViewProps> }
);

const LISTED = [
  { name: 'save', group: 'tools', needsStudy: true, load: () => import('./SaveEvidence.svelte') },
  { name: 'open', group: 'tools', needsStudy: false, load: () => import('./OpenExport.svelte') },
] as const satisfies readonly InspectorView[];

/** The name of a view. */
export type ViewName = (typeof LISTED)[number]['name'];

/** All of them, in their order; `inspector.view` has their names in words. */
export const VIEWS: readonly (InspectorView & { readonly name: ViewName })[] = LISTED;
