/** A visit → what the rules judge by: whom the page contacted, and whose the stored items are. */
import type { Visit } from '../ledger/visit.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import { contactedCompanies } from '../recognition/contacted.ts';
import { createOwnSetters, itemOwner } from './item-owner.ts';
import type { Knowledge } from './knowledge.ts';
import { createNamedFinder } from './named.ts';
import type { KnownStoredItem, Recognised } from './recognised.ts';

/** Recognises the companies and the stored items of a visit. */
export function recogniseVisit(
  visit: Visit,
  { companies, storedItems, organisation }: Pick<Knowledge, 'companies' | 'storedItems' | 'organisation'>,
): Recognised {
  const companyOf = (host: string): CompanyMatch => companies.find(host, visit.address.host);
  const contacts = contactedCompanies(visit, companies);
  const ownerNamed = (name: string): string => companies.ownerNamed(name) ?? name;
  const isOwnSetter = createOwnSetters(organisation.itemSetters);
  const others = contacts.flatMap((contact) =>
    contact.services.flatMap(({ service }) => (service.relation === 'other' ? [[service, contact] as const] : [])),
  );
  const writes = Map.groupBy(visit.writes, ({ store, name }) => `${store} ${name}`);
  const surroundings = {
    writesTo: (store: string, name: string) => writes.get(`${store} ${name}`) ?? [],
    contactNamed: createNamedFinder(others),
    storedItems,
    companyOf,
    ownerNamed,
    isOwnSetter,
  };
  const items = visit.items.map((item) => itemOwner(item, surroundings));
  const setterOf = ({ setterOwner }: KnownStoredItem): string => setterOwner ?? visit.address.host;
  return { visit, contacts, items, companyOf, setterOf, ownerNamed, isOwnSetter };
}
