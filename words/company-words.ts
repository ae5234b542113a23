/** What is said of a company: what its services do, how often it was met, what did not load. */
import type { Language } from './language.ts';
import type { ContactedCompany } from '../findings/report.ts';
import type { HostRecord } from '../ledger/visit-entries.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import { phrase } from './data-words.ts';
import { clockTime, wordList } from './format.ts';

/**
 * What a service does for a site, in one sentence: its own where we have one, else what its category means. Null for the site's
 * own hosts: whose they are stands at the head of the popup, and no list of other companies knows better.
 */
export function serviceSentence(language: Language, { purpose, category, relation }: CompanyMatch): string | null {
  if (purpose !== null) return phrase(language, purpose);
  if (relation !== 'other') return null;
  return category === 'unknown' ? language.t('companies.unknown') : language.t(`categorySentence.${category}`);
}

/** How many requests are known to have been blocked: by full view alone, page view cannot tell. */
function blockedCount({ hosts }: Pick<ContactedCompany, 'hosts'>): number {
  return hosts.reduce((sum, { network }) => sum + (network?.blocked ?? 0), 0);
}

interface Met extends Pick<ContactedCompany, 'hosts'> {
  readonly failed: number;
  readonly count: number;
}

/** How many did not load, those not counted that are known to have been blocked. */
export function unloaded(met: Met): number {
  return Math.max(0, met.failed - blockedCount(met));
}

/** '3 of 14 did not load'; null when all did, or were blocked. */
export function failedWords(language: Language, met: Met): string | null {
  const failed = unloaded(met);
  if (failed === 0) return null;
  return failed >= met.count
    ? language.t('companies.failedAll')
    : language.t('companies.failedSome', { failed, count: met.count });
}

/** '2 of 14 blocked by your browser or another tool'; null when none is known to have been. */
export function blockedWords(language: Language, met: Met): string | null {
  const blocked = blockedCount(met);
  if (blocked === 0) return null;
  return blocked >= met.count
    ? language.t('companies.blockedAll')
    : language.t('companies.blockedSome', { blocked, count: met.count });
}

/** Where else than in the page, and what it carried; nothing in page view. `by` names frames and workers in one list. */
function networkFacts(
  language: Language,
  { network }: HostRecord,
  pageHost: string | null,
): readonly (string | null)[] {
  if (network === undefined) return [];
  const { frame, background, uploads } = network;
  const hosts = network.by.filter((host) => background.count === 0 || host !== pageHost);
  const frames =
    hosts.length === 0
      ? language.t('companies.inSomeFrame', { count: frame.count })
      : language.t(hosts.length === 1 ? 'companies.inFrame' : 'companies.inFrames', {
          count: frame.count,
          hosts: wordList(language, hosts),
        });
  return [
    frame.count === 0 ? null : frames,
    background.count === 0 ? null : language.t('companies.inBackground', { count: background.count }),
    uploads === 0 ? null : language.t('companies.uploads', { count: uploads }),
  ];
}

/**
 * How one host was contacted, each part a few words: how often, since when, from where, pixels, identifiers, encryption, failures.
 * `pageHost`: the page's own, whose service worker is no frame.
 */
export function hostFacts(language: Language, record: HostRecord, pageHost: string | null = null): readonly string[] {
  const met = { ...record, hosts: [record] };
  return [
    language.t('companies.requests', { count: record.count }),
    language.t('companies.first', { time: clockTime(record.firstAt) }),
    ...networkFacts(language, record, pageHost),
    record.pixels > 0 ? language.t('companies.pixels', { count: record.pixels }) : null,
    record.identifiers.length > 0 ? language.t('companies.identifiers', { count: record.identifiers.length }) : null,
    record.insecure > 0 ? language.t('companies.unencrypted') : null,
    failedWords(language, met),
    blockedWords(language, met),
  ].filter((words) => words !== null);
}
