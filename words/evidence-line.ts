/** The line under a piece of evidence: what it is, how often, and more of it. */
import type { Evidence } from '../findings/evidence.ts';
import { distinctionWords } from './apart-words.ts';
import { detailWords, hostWords, kindName } from './evidence-words.ts';
import { t } from './messages.ts';

/** What the browser itself calls so, in small letters. */
const NAMES: readonly Evidence['kind'][] = ['local', 'session'];

/** What it is and how often it was, as the beginning of a line: 'Contacted 2 times', 'Cookie'. */
function kindWords({ kind, count }: Pick<Evidence, 'kind' | 'count'>): string {
  if (kind === 'request') return t('evidence.requestTimes', { count });
  const name = kindName(kind);
  const words = NAMES.includes(kind) ? name : name.charAt(0).toLocaleUpperCase() + name.slice(1);
  return count > 1 ? t('evidence.times', { what: words, count }) : words;
}

/** 'Contacted 2 times (paths /a.js and 1 more)', then what else tells it from others. */
export function evidenceLine(evidence: Evidence): string {
  const detail = detailWords(evidence);
  const first = detail === '' ? kindWords(evidence) : `${kindWords(evidence)} (${detail})`;
  return [first, hostWords(evidence), ...distinctionWords(evidence)].filter((words) => words !== '').join(' · ');
}
