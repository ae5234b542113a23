/** What the popup's views are called, and what they count. */
import type { Language } from './language.ts';
import { keptCount } from '../findings/kept.ts';
import { hasMoreCompanies, hasMorePractices, keepsMore } from '../findings/record-limits.ts';
import type { Report } from '../findings/report.ts';
import { companyId } from '../findings/company-groups.ts';
import { practiceTitle } from './data-words.ts';
import type { PopupView } from './screens.ts';

/** A view's title; null for the first screen, whose title is the site. */
export function viewTitle(language: Language, view: PopupView, report: Report | null): string | null {
  switch (view.is) {
    case 'home':
      return null;
    case 'site':
      return language.t('header.title');
    case 'practices':
      return language.t('sections.practices');
    case 'companies':
      return language.t('companies.title');
    case 'kept':
      return language.t('kept.title');
    case 'act':
      return language.t('act.title');
    case 'policy':
      return language.t('reading.title');
    case 'about':
      return language.t('foot.cannotSee');
    case 'practice': {
      const finding = report?.findings.find(({ practice }) => practice.id === view.id);
      return finding === undefined ? language.t('finding.seen') : practiceTitle(language, finding);
    }
    case 'company':
      return report?.companies.find((met) => companyId(met) === view.id)?.company.name ?? language.t('finding.seen');
  }
}

/** How many things a list holds, in digits; undefined for views that are no list. */
export function viewCount(language: Language, view: PopupView, report: Report | null): string | undefined {
  if (report === null) return undefined;
  const { visit } = report;
  if (view.is === 'practices') return language.countedNumber(report.findings.length, hasMorePractices(visit));
  if (view.is === 'companies') return language.countedNumber(report.otherCompanies, hasMoreCompanies(visit));
  if (view.is !== 'kept') return undefined;
  return language.countedNumber(keptCount(report), keepsMore(visit));
}
