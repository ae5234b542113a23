/** The finding in one sentence. */
import { hasMoreCompanies, hasMorePractices } from '../findings/record-limits';
import type { Report } from '../findings/report';
import type { Policy } from '../schemas/policy-data';
import { shortDate } from './format';
import { t } from './messages';

/**
 * How many other companies, and for how many things that the page does the text is silent; the second half only where a
 * policy was compared (`policy` is not null) and there was something to compare.
 */
export function leadSentence(report: Report, policy: Policy | null): string {
  const companies = t('lead.companies', { count: report.otherCompanies, atLeast: hasMoreCompanies(report.visit) });
  if (policy === null || report.findings.length === 0) return t('lead.only', { companies });
  const count = report.findings.filter(({ label }) => label === 'not-found').length;
  const silent = { count, date: shortDate(policy.captureDate), atLeast: hasMorePractices(report.visit) };
  return t('lead.both', { companies, silent: t('lead.silent', silent) });
}
