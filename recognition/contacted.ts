/** Which companies did a page contact? One function for the badge's number and the popup's list, so that they agree. */
import type { HostRecord, Visit } from '../ledger/visit';
import type { CompanyFinder, CompanyMatch } from './company';
import { handsOutForAll } from './delivery-hosts';

/** A company with all its hosts that a page contacted. */
export interface Contact {
  readonly company: CompanyMatch;
  readonly hosts: readonly HostRecord[];
  readonly count: number;
  readonly failed: number;
  readonly firstAt: number;
  /** Those of the hosts that hand out the files of anybody, the site's own among them. */
  readonly delivery?: readonly string[];
}

/** Companies in order of first contact, each with its hosts; the site's own hosts are one entry. */
export function contactedCompanies(visit: Visit, companies: Pick<CompanyFinder, 'find'>): Contact[] {
  const contacts = new Map<string, { company: CompanyMatch; hosts: HostRecord[] }>();
  for (const record of visit.hosts) {
    const company = companies.find(record.host, visit.address.host);
    const key = `${company.relation} ${company.key}`;
    const contact = contacts.get(key);
    if (contact === undefined) contacts.set(key, { company, hosts: [record] });
    else contact.hosts.push(record);
  }
  const companyOf = (host: string): CompanyMatch => companies.find(host, visit.address.host);
  return [...contacts.values()].map(({ company, hosts }) => {
    const delivery = hosts.map(({ host }) => host).filter((host) => handsOutForAll(host, companyOf));
    return {
      company,
      hosts,
      count: hosts.reduce((sum, host) => sum + host.count, 0),
      failed: hosts.reduce((sum, host) => sum + host.failed, 0),
      firstAt: Math.min(...hosts.map((host) => host.firstAt)),
      ...(delivery.length === 0 ? {} : { delivery }),
    };
  });
}

/** The badge's number: other companies contacted by the page. */
export function countOtherCompanies(visit: Visit, companies: Pick<CompanyFinder, 'find'>): number {
  return contactedCompanies(visit, companies).filter(({ company }) => company.relation === 'other').length;
}
