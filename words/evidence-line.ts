/** The line under a piece of evidence: what it is, how often, and more of it. */
import type { Evidence } from '../findings/evidence.ts';
import { apartWords } from './apart-words.ts';
import { detailWords, hostWords } from './evidence-words.ts';
import { t } from './messages.ts';

/** What the browser itself calls so, in small letters. */
const NAMES: readonly Evidence['what'][] = ['local', 'session'];

/** What it is and how often it was, as the beginning of a line: 'Contacted 2 times', 'Cookie'. */
function kindWords({ what, count }: Pick<Evidence, 'what' | 'count'>): string {
  if (what === 'request') return t('evidence.requestTimes', { count });
  const words = t(`evidence.${what}`);
  const kind = NAMES.includes(what) ? words : words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return count > 1 ? t('evidence.times', { what: kind, count }) : kind;
}

/** 'Contacted 2 times (paths /a.js and 1 more)', then what else tells it from others. */
export function evidenceLine(seen: Evidence): string {
  const detail = detailWords(seen);
  const first = detail === '' ? kindWords(seen) : `${kindWords(seen)} (${detail})`;
  return [first, hostWords(seen), ...apartWords(seen.apart ?? {})].filter((words) => words !== '').join(' · ');
}
