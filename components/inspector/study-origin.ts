/** Where what the inspector shows comes from, and whether its page can still be asked. Pure. */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { InspectorSource, OpenedExport } from './inspector-actions.ts';

/** What is held while the live page goes on. */
export interface HeldStudy {
  readonly study: CaptureStudy;
  readonly tab: number;
  readonly at: number;
}

/** `page`: of the page that the tab shows; `held`: as it was when it was paused. `left`: of a page that is not there any more. */
export type StudyOrigin =
  | { readonly from: 'page'; readonly tab: number; readonly held: boolean }
  | { readonly from: 'left' | 'recording' | 'file' };

/** Which document a study of one page is of. */
function documentOf({ pages, capture }: CaptureStudy): string {
  return pages[0]?.page.visit.root ?? capture.id;
}

/** `opened`: the file or recording that is shown; null where none is. `held`: null where nothing is. */
export function studyOrigin(
  source: InspectorSource,
  held: HeldStudy | null,
  opened: Extract<OpenedExport, { state: 'opened' }> | null,
): StudyOrigin {
  if (opened !== null) return { from: opened.from };
  if (held === null) return source.state === 'live' ? { from: 'page', tab: source.tab, held: false } : { from: 'left' };
  const isOfSameTab = 'study' in source && source.tab === held.tab;
  // Of a tab that is not watched now nobody has heard that its page was left: the asking finds out.
  const isLeft = isOfSameTab && (source.state === 'left' || documentOf(source.study) !== documentOf(held.study));
  return isLeft ? { from: 'left' } : { from: 'page', tab: held.tab, held: true };
}
