/** In which ways was a practice seen? Its words must be true of each. */
import type { HostRecord } from '../ledger/visit-entries.ts';
import type { Finding } from './finding.ts';
import type { Evidence } from './evidence.ts';

/** The case that a practice's own name and explanation are for. */
export const PLAIN = 'plain';

/**
 * The situations that the evidence shows, each once: the plain case first, then in the order of `practices.json`. One piece of evidence
 * may serve two practices: a situation that this one does not have is its plain case.
 */
export function situationsOf({ practice, evidence }: Pick<Finding, 'practice' | 'evidence'>): readonly string[] {
  const known = (practice.situations ?? []).map(({ id }) => id);
  const shown = new Set(evidence.map(({ situation = PLAIN }) => (known.includes(situation) ? situation : PLAIN)));
  return [PLAIN, ...known].filter((id) => shown.has(id));
}

/** Whether the host is known to have answered nothing. */
export function answerOf({ count, failed }: Pick<HostRecord, 'count' | 'failed'>): Pick<Evidence, 'unanswered'> {
  return failed >= count ? { unanswered: true } : {};
}
