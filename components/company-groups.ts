/** Companies grouped for reading: by purpose, then by owner. */
import type { ContactedCompany, Report } from '../findings/report';
import { isFullView } from './full-view-words';
import { groupBy, type Group } from './stable-order';

/** Companies of one purpose. */
export interface PurposeGroup {
  readonly category: ContactedCompany['company']['category'];
  readonly companies: readonly ContactedCompany[];
  /** Owners in order; a company whose owner is unknown is its own. */
  readonly owners: readonly Group<ContactedCompany>[];
}

/** Files, fonts and hosting tell a person least, and what is unknown can only be looked at: they come last. */
const LAST: readonly string[] = ['utility', 'content', 'cdn', 'hosting', 'other', 'unknown'];

/** The order of the first showing: purposes with the most companies first, then by requests. */
export function arrangeCompanies(companies: readonly ContactedCompany[]): readonly ContactedCompany[] {
  const size = new Map<string, number>();
  for (const { company } of companies) size.set(company.category, (size.get(company.category) ?? 0) + 1);
  const rank = ({ company }: ContactedCompany): number =>
    LAST.includes(company.category) ? 1000 + LAST.indexOf(company.category) : -(size.get(company.category) ?? 0);
  const category = (a: ContactedCompany, b: ContactedCompany): number =>
    a.company.category < b.company.category ? -1 : a.company.category > b.company.category ? 1 : 0;
  return companies.toSorted((a, b) => rank(a) - rank(b) || category(a, b) || b.count - a.count);
}

/** Other companies by purpose and owner, in order of first appearance. */
export function groupCompanies(companies: readonly ContactedCompany[]): readonly PurposeGroup[] {
  return groupBy(companies, ({ company }) => company.category).map(({ items }) => ({
    category: items[0]?.company.category ?? 'unknown',
    companies: items,
    owners: groupBy(items, ({ company }) => company.owner),
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
  if (isFullView(visit)) return [];
  const framed = new Set(visit.frames.map(({ address }) => address.host));
  return companies
    .filter(({ company, hosts }) => company.relation === 'other' && hosts.some(({ host }) => framed.has(host)))
    .map(({ company }) => company.name);
}
