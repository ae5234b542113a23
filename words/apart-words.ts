/** What tells a cookie from another of its name, in words. */
import type { Language } from './language.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { CookieDistinction } from '../findings/cookie-distinction.ts';
import { registrableDomain } from '../recognition/registrable-domain.ts';

/** For whom a cookie is kept apart. */
export function partitionWords(language: Language, partition: string, pageHost: string): string {
  // 'https://bobdylan.com' → 'bobdylan.com'
  const isHere = registrableDomain(partition.replace(/^\w+:\/\//, '')) === registrableDomain(pageHost);
  return isHere ? language.t('kept.partitionHere') : language.t('kept.partition', { partition });
}

/** Each part a few words; [] where there are none. `pageHost`: the host that the words may call "this"; '' for none. */
export function apartWords(
  language: Language,
  { reach, path, partition }: CookieDistinction,
  pageHost = '',
): readonly string[] {
  return [
    reach === undefined
      ? null
      : !reach.hostOnly
        ? language.t('kept.apart.domain', { domain: reach.domain })
        : reach.domain === pageHost
          ? language.t('kept.apart.thisHost')
          : language.t('kept.apart.host', { host: reach.domain }),
    path === undefined ? null : language.t('kept.apart.path', { path }),
    partition === undefined
      ? null
      : partition === null
        ? language.t('kept.apart.noPartition')
        : partitionWords(language, partition, pageHost),
  ].filter((words) => words !== null);
}

/** The same for a piece of evidence; [] for all that is no cookie. */
export function distinctionWords(language: Language, evidence: Evidence): readonly string[] {
  return 'distinction' in evidence ? apartWords(language, evidence.distinction) : [];
}
