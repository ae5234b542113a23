/** What tells a cookie from another of its name, in words. */
import type { Evidence } from '../findings/evidence.ts';
import type { CookieDistinction } from '../findings/cookie-distinction.ts';
import { registrableDomain } from '../recognition/registrable-domain.ts';
import { t } from './messages.ts';

/** For whom a cookie is kept apart. */
export function partitionWords(partition: string, pageHost: string): string {
  // 'https://bobdylan.com' → 'bobdylan.com'
  const isHere = registrableDomain(partition.replace(/^\w+:\/\//, '')) === registrableDomain(pageHost);
  return isHere ? t('kept.partitionHere') : t('kept.partition', { partition });
}

/** Each part a few words; [] where there are none. `pageHost`: the host that the words may call "this"; '' for none. */
export function apartWords({ reach, path, partition }: CookieDistinction, pageHost = ''): readonly string[] {
  return [
    reach === undefined
      ? null
      : !reach.hostOnly
        ? t('kept.apart.domain', { domain: reach.domain })
        : reach.domain === pageHost
          ? t('kept.apart.thisHost')
          : t('kept.apart.host', { host: reach.domain }),
    path === undefined ? null : t('kept.apart.path', { path }),
    partition === undefined
      ? null
      : partition === null
        ? t('kept.apart.noPartition')
        : partitionWords(partition, pageHost),
  ].filter((words) => words !== null);
}

/** The same for a piece of evidence; [] for all that is no cookie. */
export function distinctionWords(evidence: Evidence): readonly string[] {
  return 'distinction' in evidence ? apartWords(evidence.distinction) : [];
}
