/** What the popup's views are called, and what they count. */
import { keptCount } from '../findings/kept.ts';
import { hasMoreCompanies, hasMorePractices, keepsMore } from '../findings/record-limits.ts';
import type { Report } from '../findings/report.ts';
import { companyId } from '../findings/company-groups.ts';
import { practiceTitle } from './data-words.ts';
import { t } from './messages.ts';
import { countedNumber } from './number-words.ts';
import type { PopupView } from '../components/popup/popup-view.ts';

/** A view's title; null for the first screen, whose title is the site. */
export function viewTitle(view: PopupView, report: Report | null): string | null {
  switch (view.is) {
    case 'home':
      return null;
    case 'site':
      return t('header.title');
    case 'practices':
      return t('sections.practices');
    case 'companies':
      return t('companies.title');
    case 'kept':
      return t('kept.title');
    case 'act':
      return t('act.title');
    case 'about':
      return t('foot.cannotSee');
    case 'practice': {
      const finding = report?.findings.find(({ practice }) => practice.id === view.id);
      return finding === undefined ? t('finding.seen') : practiceTitle(finding);
    }
    case 'company':
      return report?.companies.find((met) => companyId(met) === view.id)?.company.name ?? t('finding.seen');
  }
}

/** How many things a list holds, in digits; undefined for views that are no list. */
export function viewCount(view: PopupView, report: Report | null): string | undefined {
  if (report === null) return undefined;
  const { visit } = report;
  if (view.is === 'practices') return countedNumber(report.findings.length, hasMorePractices(visit));
  if (view.is === 'companies') return countedNumber(report.otherCompanies, hasMoreCompanies(visit));
  if (view.is !== 'kept') return undefined;
  return countedNumber(keptCount(report), keepsMore(visit));
}
