/** Which companies did a page contact? One function for the badge's number and the popup's list, so that they agree. */
import type { Visit } from '../ledger/visit.ts';
import type { HostRecord } from '../ledger/visit-entries.ts';
import { companyBehind, type Company, type CompanyFinder, type CompanyMatch } from './company.ts';
import { handsOutForAll } from './delivery-hosts.ts';

/** Hosts that a page contacted, in the order of first contact, and what they come to together. */
export interface Met {
  readonly hosts: readonly HostRecord[];
  readonly count: number;
  readonly failed: number;
  readonly firstAt: number;
}

/** One service or product of a company, with those of its hosts that a page contacted. */
export interface ContactedService extends Met {
  readonly service: CompanyMatch;
}

/** A company, which is its owner, with all that a page contacted of it. It counts once, however many services it has. */
export interface Contact extends Met {
  readonly company: Company;
  /** Its services in order of first contact; at least one. */
  readonly services: readonly ContactedService[];
  /** Those of the hosts that hand out the files of anybody, the site's own among them. */
  readonly delivery?: readonly string[];
}

function together(hosts: readonly HostRecord[]): Met {
  return {
    hosts,
    count: hosts.reduce((sum, host) => sum + host.count, 0),
    failed: hosts.reduce((sum, host) => sum + host.failed, 0),
    firstAt: Math.min(...hosts.map((host) => host.firstAt)),
  };
}

/** The companies behind hosts, in order of first contact; the site's own hosts are one entry. */
function contactsOf(hosts: readonly HostRecord[], companyOf: (host: string) => CompanyMatch): Contact[] {
  const matched = hosts.map((record) => ({ record, service: companyOf(record.host) }));
  const byCompany = Map.groupBy(matched, ({ service: { relation, key } }) => `${relation} ${key}`);
  return [...byCompany.values()].flatMap((members): Contact[] => {
    const [first] = members;
    if (first === undefined) return [];
    const byService = Map.groupBy(members, ({ service }) => service.name);
    const services = [...byService.values()].flatMap((some): ContactedService[] =>
      some[0] === undefined ? [] : [{ service: some[0].service, ...together(some.map(({ record }) => record)) }],
    );
    const records = members.map(({ record }) => record);
    const delivery = records.map(({ host }) => host).filter((host) => handsOutForAll(host, companyOf));
    return [
      {
        company: companyBehind(first.service),
        services,
        ...together(records),
        ...(delivery.length === 0 ? {} : { delivery }),
      },
    ];
  });
}

/** Companies in order of first contact, each with its services and hosts; the site's own hosts are one entry. */
export function contactedCompanies(visit: Visit, companies: Pick<CompanyFinder, 'find'>): Contact[] {
  return contactsOf(visit.hosts, (host) => companies.find(host, visit.address.host));
}

/** The badge's number: other companies contacted by the page. */
export function countOtherCompanies(visit: Visit, companies: Pick<CompanyFinder, 'find'>): number {
  return contactedCompanies(visit, companies).filter(({ company }) => company.relation === 'other').length;
}

/** A contact as far as some of its hosts go; null when none is left. */
export function onlyHosts<T extends Contact>(
  contact: T,
  keep: (host: HostRecord, service: CompanyMatch) => boolean,
): T | null {
  const services = contact.services.flatMap(({ service, hosts }): ContactedService[] => {
    const kept = hosts.filter((host) => keep(host, service));
    return kept.length === 0 ? [] : [{ service, ...together(kept) }];
  });
  const left = new Set(services.flatMap(({ hosts }) => hosts));
  if (left.size === 0) return null;
  return { ...contact, services, ...together(contact.hosts.filter((host) => left.has(host))) };
}

/** The services that have a name of their own; none where the company's name says it already. */
export function namedServices({ company, services }: Pick<Contact, 'company' | 'services'>): Contact['services'] {
  return services.length === 1 && services[0]?.service.name === company.name ? [] : services;
}

/** All names by which a list may call a company or one of its services that were met; the company's own first. */
export function namesOf({ company, services }: Pick<Contact, 'company' | 'services'>): readonly string[] {
  return [...new Set([company.name, ...services.flatMap(({ service }) => service.names)])];
}
