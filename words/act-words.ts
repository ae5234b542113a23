/** What a person can do where they stand, in words. */
import type { Language } from './language.ts';
import type { FittingAct } from '../findings/fitting-acts.ts';
import { phrase, routeWords } from './data-words.ts';

/** The words of one thing to do. */
export interface ActWords {
  readonly title: string;
  /** What else must be known before the press: what to do where there is no link, what comes first, limits. */
  readonly notes: readonly string[];
}

/** What to press, and what must be known before. */
export function actWords(language: Language, act: FittingAct): ActWords {
  switch (act.kind) {
    case 'own-switch':
      return { title: language.t('act.ownSwitch'), notes: [language.t('act.ownSwitchNote')] };
    case 'route': {
      const { title, text, first } = routeWords(language, act.route);
      return { title, notes: [...(act.route.address === null && text !== null ? [text] : []), ...first] };
    }
    case 'company-choice':
      return { title: phrase(language, act.optOut.what), notes: [] };
    case 'privacy-page':
      return { title: `${act.company}: ${language.t('companies.privacy')}`, notes: [] };
  }
}
