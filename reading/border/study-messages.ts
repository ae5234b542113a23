/** What a page and the worker that reads texts for it tell each other. */
import type { RulesByLanguage, StudyResult, StudyStep, StudyText } from '../study-texts.ts';

/** From the page: the work, and the rules once they are asked for. */
export type StudyOrder =
  | { readonly kind: 'texts'; readonly texts: readonly StudyText[] }
  | { readonly kind: 'rules'; readonly rules: RulesByLanguage };

/** From the worker. The page loads the rules, so that they do not ship twice. */
export type StudyMessage =
  | { readonly kind: 'step'; readonly step: StudyStep }
  | { readonly kind: 'rules-wanted'; readonly languages: readonly string[] }
  | { readonly kind: 'done'; readonly result: StudyResult }
  | { readonly kind: 'failed'; readonly reason: string };
