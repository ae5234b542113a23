/** The line under a piece of evidence: what it is, how often, and more of it. */
import type { Language } from './language.ts';
import type { Evidence } from '../findings/evidence.ts';
import { distinctionWords } from './apart-words.ts';
import { detailWords, hostWords, kindName } from './evidence-words.ts';

/** What the browser itself calls so, in small letters. */
const NAMES: readonly Evidence['kind'][] = ['local', 'session'];

/** What it is and how often it was, as the beginning of a line: 'Contacted 2 times', 'Cookie'. */
function kindWords(language: Language, { kind, count }: Pick<Evidence, 'kind' | 'count'>): string {
  if (kind === 'request') return language.t('evidence.requestTimes', { count });
  const name = kindName(language, kind);
  const words = NAMES.includes(kind) ? name : name.charAt(0).toLocaleUpperCase() + name.slice(1);
  return count > 1 ? language.t('evidence.times', { what: words, count }) : words;
}

/** 'Contacted 2 times (paths /a.js and 1 more)', then what else tells it from others. */
export function evidenceLine(language: Language, evidence: Evidence): string {
  const detail = detailWords(language, evidence);
  const first = detail === '' ? kindWords(language, evidence) : `${kindWords(language, evidence)} (${detail})`;
  return [first, hostWords(language, evidence), ...distinctionWords(language, evidence)]
    .filter((words) => words !== '')
    .join(' · ');
}
