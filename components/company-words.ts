/** What is said of a company: what it does, how often it was met, what did not load. */
import type { ContactedCompany } from '../findings/report';
import type { HostRecord } from '../ledger/visit';
import { phrase } from './data-words';
import { clockTime } from './format';
import { t } from './messages';

/**
 * What it does for a site, in one sentence: its own where we have one, else what its category means. Null for the site's
 * own hosts: whose they are stands at the head of the popup, and no list of other companies knows better.
 */
export function companySentence({ company }: Pick<ContactedCompany, 'company'>): string | null {
  if (company.purpose !== null) return phrase(company.purpose);
  if (company.relation !== 'other') return null;
  return company.category === 'unknown' ? t('companies.unknown') : t(`categorySentence.${company.category}`);
}

/** '3 of 14 did not load'; null when all did. */
export function failedWords({ failed, count }: { readonly failed: number; readonly count: number }): string | null {
  if (failed === 0) return null;
  return failed >= count ? t('companies.failedAll') : t('companies.failedSome', { failed, count });
}

/** How one host was contacted, each part a few words: how often, since when, pixels, identifiers, encryption, failures. */
export function hostFacts(record: HostRecord): readonly string[] {
  return [
    t('companies.requests', { count: record.count }),
    t('companies.first', { time: clockTime(record.firstAt) }),
    record.pixels > 0 ? t('companies.pixels', { count: record.pixels }) : null,
    record.identifiers.length > 0 ? t('companies.identifiers', { count: record.identifiers.length }) : null,
    record.insecure > 0 ? t('companies.unencrypted') : null,
    failedWords(record),
  ].filter((words) => words !== null);
}
