/** One side of a comparison, as the person has chosen it. */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { OpenedSeal } from './inspector-actions.ts';

/** What was chosen. `seal`: what the file's seal says; null where it is no file. */
export interface ComparedChoice {
  readonly title: string;
  readonly study: CaptureStudy;
  readonly seal: OpenedSeal['state'] | null;
}
