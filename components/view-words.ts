/** What the popup's views are called, and what they count. */
import type { Report } from '../findings/report';
import { companyId } from './company-groups';
import { practiceName } from './data-words';
import { t } from './messages';
import { plainNumber } from './number-words';
import type { PopupView } from './popup-view';

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
      return finding === undefined ? t('finding.seen') : practiceName(finding.practice);
    }
    case 'company':
      return report?.companies.find((met) => companyId(met) === view.id)?.company.name ?? t('finding.seen');
  }
}

/** How many things a list holds, in digits; undefined for views that are no list. */
export function viewCount(view: PopupView, report: Report | null): string | undefined {
  if (report === null) return undefined;
  if (view.is === 'practices') return plainNumber(report.findings.length);
  if (view.is === 'companies') return plainNumber(report.otherCompanies);
  return view.is === 'kept' ? plainNumber(report.items.length + report.visit.flashCookies.length) : undefined;
}
