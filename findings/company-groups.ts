/** Companies grouped for reading: by purpose; their services below them. */
import type { ContactedCompany, Report } from './report.ts';
import { seesAllRequests } from '../ledger/visit.ts';
import { groupBy } from './stable-order.ts';

/** Companies of one purpose. */
export interface PurposeGroup {
  readonly category: Category;
  readonly companies: readonly ContactedCompany[];
}

type Category = ContactedCompany['services'][number]['service']['category'];

/** Files, fonts and hosting matter least to a person, and of what is unknown nothing can be said: they come last. */
const LAST: readonly Category[] = ['utility', 'content', 'cdn', 'hosting', 'other', 'unknown'];
/** A company with services of several purposes stands under the one of these that comes first: what is there to know people comes before what serves the page. */
const FIRST: readonly Category[] = [
  'ad',
  'session-recording',
  'fingerprinting',
  'analytics',
  'marketing',
  'social',
  'ip-location',
  'tag-manager',
];

function weight(category: Category): number {
  if (FIRST.includes(category)) return FIRST.indexOf(category);
  return LAST.includes(category) ? 1000 + LAST.indexOf(category) : 500;
}

/** The purpose under which a company stands in the list. */
export function purposeOf({ services }: Pick<ContactedCompany, 'services'>): Category {
  const categories = services.map(({ service }) => service.category);
  return categories.reduce((first, next) => (weight(next) < weight(first) ? next : first), categories[0] ?? 'unknown');
}

/** The order of the first showing: purposes with the most companies first, then by requests. */
export function arrangeCompanies(companies: readonly ContactedCompany[]): readonly ContactedCompany[] {
  const size = new Map<Category, number>();
  for (const met of companies) size.set(purposeOf(met), (size.get(purposeOf(met)) ?? 0) + 1);
  const rank = (met: ContactedCompany): number => {
    const purpose = purposeOf(met);
    return LAST.includes(purpose) ? 1000 + LAST.indexOf(purpose) : -(size.get(purpose) ?? 0);
  };
  const category = (a: ContactedCompany, b: ContactedCompany): number =>
    purposeOf(a) < purposeOf(b) ? -1 : purposeOf(a) > purposeOf(b) ? 1 : 0;
  return companies.toSorted((a, b) => rank(a) - rank(b) || category(a, b) || b.count - a.count);
}

/** Other companies by purpose, in order of first appearance. */
export function groupCompanies(companies: readonly ContactedCompany[]): readonly PurposeGroup[] {
  return groupBy(companies, purposeOf).map(({ items }) => ({
    category: items[0] === undefined ? 'unknown' : purposeOf(items[0]),
    companies: items,
  }));
}

/** Which company of a report this is; the same host may stand for the site itself and for another company. */
export function companyId({ company }: ContactedCompany): string {
  return `${company.relation} ${company.key}`;
}

/** Where else than in the page itself a company was contacted, when it was only there; null in page view, which sees only the page. */
export function onlyWhere({ hosts }: Pick<ContactedCompany, 'hosts'>): 'frame' | 'background' | 'elsewhere' | null {
  let frame = 0;
  let background = 0;
  for (const { network } of hosts) {
    if (network === undefined || network.observed.count + network.page.count > 0) return null;
    frame += network.frame.count;
    background += network.background.count;
  }
  if (frame === 0) return background === 0 ? null : 'background';
  return background === 0 ? 'frame' : 'elsewhere';
}

/** Names of the other companies whose frames page view cannot see into; [] in full view. */
export function companiesWithUnseenFrames({
  visit,
  companies,
}: Pick<Report, 'visit' | 'companies'>): readonly string[] {
  if (seesAllRequests(visit)) return [];
  const framed = new Set(visit.frames.map(({ address }) => address.host));
  return companies
    .filter(({ company, hosts }) => company.relation === 'other' && hosts.some(({ host }) => framed.has(host)))
    .map(({ company }) => company.name);
}
