/** Companies grouped for reading: by purpose, then by owner. */
import type { ContactedCompany } from '../findings/report';
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
