/** What the inspector shows beside its tables: each view is one component, whose code arrives when somebody goes there. */
import type { Component } from 'svelte';
import type { StudyViewProps, ViewProps } from './view-props.ts';

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
  { name: 'policy', group: 'look', needsStudy: true, load: () => import('./PolicyView.svelte') },
  { name: 'timeline', group: 'look', needsStudy: true, load: () => import('./TimelineView.svelte') },
  { name: 'map', group: 'look', needsStudy: true, load: () => import('./MapView.svelte') },
  { name: 'recordings', group: 'tools', needsStudy: false, load: () => import('./RecordingsView.svelte') },
  { name: 'pictures', group: 'tools', needsStudy: true, load: () => import('./PicturesView.svelte') },
  { name: 'save', group: 'tools', needsStudy: true, load: () => import('./SaveEvidence.svelte') },
  { name: 'letters', group: 'tools', needsStudy: true, load: () => import('./LetterDesk.svelte') },
  { name: 'open', group: 'tools', needsStudy: false, load: () => import('./OpenExport.svelte') },
  { name: 'compare', group: 'tools', needsStudy: false, load: () => import('./CompareView.svelte') },
  { name: 'several', group: 'tools', needsStudy: false, load: () => import('./SeveralView.svelte') },
] as const satisfies readonly InspectorView[];

/** The name of a view. */
export type ViewName = (typeof LISTED)[number]['name'];

/** All of them, in their order; `inspector.view` has their names in words. */
export const VIEWS: readonly (InspectorView & { readonly name: ViewName })[] = LISTED;
