/** Cookies of the site itself, and those of other companies: by the address that they belong to, whoever wrote them. */
import type { KnownStoredItem } from './recognised.ts';
import type { Report } from './report.ts';
import { isUnder } from '../recognition/host-name.ts';
import { registrableDomain } from '../recognition/registrable-domain.ts';

/** Two lists, each in the order given. */
export interface CookieGroups {
  readonly own: readonly KnownStoredItem[];
  readonly other: readonly KnownStoredItem[];
}

/** Parts cookies by whose address they belong to. `report` tells which hosts are of the site's owner. */
export function groupCookies(
  cookies: readonly KnownStoredItem[],
  { visit, companies }: Pick<Report, 'visit' | 'companies'>,
): CookieGroups {
  const site = registrableDomain(visit.address.host);
  const ownHosts = companies.filter(({ company }) => company.relation !== 'other').flatMap(({ hosts }) => hosts);
  const isOwn = ({ item }: KnownStoredItem): boolean => {
    const domain = item.cookie?.domain ?? item.host;
    return registrableDomain(domain) === site || ownHosts.some(({ host }) => isUnder(host, domain));
  };
  return { own: cookies.filter(isOwn), other: cookies.filter((known) => !isOwn(known)) };
}
