/** Other companies that were contacted, or kept something, before a choice was stored at the consent platform. */
import { splitByConsent } from '../consent-split.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';
import { answerOf } from '../situations.ts';

/**
 * Only where the platforms of the page were seen without a choice in this visit: what was chosen before it, or what the tool or the
 * browser's signal decided, stands from the beginning, and what cannot be read proves nothing.
 */
export const usedBeforeChoice: PracticeRule = (recognised) => {
  const split = splitByConsent(recognised);
  if (split === null || !split.isSure || (split.state !== 'open' && split.state !== 'made')) return [];
  const { hosts, items } = split.before;
  return [
    ...hosts.map(([, record]): Evidence => {
      const { host, firstAt, paths, count } = record;
      return { kind: 'request', paths, host, at: firstAt, count, ...answerOf(record) };
    }),
    ...items.map(({ item }): Evidence => ({
      kind: item.store,
      name: item.name,
      host: item.cookie?.domain ?? item.host,
      at: item.firstAt,
      count: 1,
    })),
  ];
};
