/** What the worker of the page of kept copies tells the page. */
import type { StudyResult, StudyStep } from '../../reading/study-texts.ts';

export type StudyMessage =
  | { readonly kind: 'step'; readonly step: StudyStep }
  | { readonly kind: 'done'; readonly result: StudyResult }
  | { readonly kind: 'failed'; readonly reason: string };
