/** Collectors of other companies under hosts of the site's own, or of another site of the same owner. */
import { collectorOf } from '../recognition/collectors';
import type { Evidence } from './finding';
import type { PracticeRule } from './practices';

/**
 * One piece of evidence for each collector and host. Software that sites run themselves (Matomo, Snowplow) counts by its alias
 * only: by its shape it tells no other company anything.
 */
export const collectorInDisguise: PracticeRule = ({ visit, companyOf }) =>
  visit.disguises.flatMap(({ address, at, collector, reason, detail }): Evidence[] => {
    // Under another company's host it is no disguise: that company is told of by its own name.
    if (companyOf(address.host).relation === 'other') return [];
    const seen = { what: 'disguise', host: address.host, at, count: 1 } as const;
    if (reason === 'alias') return [{ ...seen, subject: collector, detail: `alias ${detail}`, behind: detail }];
    const known = collectorOf(collector);
    if (known === null || known.selfRun) return [];
    return [{ ...seen, subject: known.name, detail: `shape ${address.path} ${detail}`.trim(), behind: known.host }];
  });
