/** Which hosts hand out the files of anybody? That a script comes from one of them tells nothing of whose script it is. */
import deliveryHosts from '../policy-data/delivery-hosts.json' with { type: 'json' };
import type { CompanyMatch } from './company.ts';
import { normaliseHost } from './host-name.ts';

const DOMAINS: ReadonlySet<string> = new Set(deliveryHosts.networks.flatMap(({ domains }) => domains));

/** Companies that do nothing else than to hand out what others have made. */
const HANDS_OUT: readonly CompanyMatch['category'][] = ['cdn', 'hosting'];

/**
 * The part of a host name that belongs to a delivery network or a hosting platform; null where there is none.
 *
 * deliveryDomain('d111111abcdef8.cloudfront.net') → 'cloudfront.net'; ('www.cloudfront.example') → null
 */
export function deliveryDomain(host: string): string | null {
  for (let name = normaliseHost(host); ; name = name.slice(name.indexOf('.') + 1)) {
    if (DOMAINS.has(name)) return name;
    if (!name.includes('.')) return null;
  }
}

/**
 * Whether a host hands out the files of anybody. A place on a network that the lists give to one company (an analytics company's
 * own `d….cloudfront.net`) is that company's.
 */
export function handsOutForAll(host: string, companyOf: (host: string) => CompanyMatch): boolean {
  const company = companyOf(host);
  if (company.relation !== 'other') return false;
  if (HANDS_OUT.includes(company.category)) return true;
  const domain = deliveryDomain(host);
  return domain !== null && (!company.known || company.name === companyOf(domain).name);
}
