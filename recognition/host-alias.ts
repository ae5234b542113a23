/**
 * What does the alias (CNAME) of a host tell? A name of the site may stand for a host of another company, which then collects
 * under the site's name and gets the site's cookies.
 */
import type { CompanyCategory } from '../schemas/policy-data.ts';
import type { CompanyFinder } from './company.ts';
import { registrableDomain } from './registrable-domain.ts';

/**
 * Companies whose work is to collect. Hosting and content delivery (CloudFront, Akamai, Fastly, Cloudflare, …) stand behind
 * names of most sites and are no disguise; shops, mailing and marketing companies keep whole pages under such names.
 */
const COLLECTING: readonly (CompanyCategory | 'unknown')[] = [
  'ad',
  'analytics',
  'tag-manager',
  'session-recording',
  'fingerprinting',
];

/** The hosts of the page's own site, other than the page's host itself: the only ones whose alias is of interest. */
export function hostsWithAlias(hosts: readonly string[], pageHost: string): string[] {
  const site = registrableDomain(pageHost);
  return hosts.filter((host) => host !== pageHost && host !== site && registrableDomain(host) === site);
}

/**
 * The name of the collecting company that `alias` belongs to, as seen from a page of `pageHost`; null where it is nobody's that
 * we know, the site's own, or a company of another kind.
 *
 * collectorBehind('www.a.example', 'a.sc.omtrdc.net', companies) → 'Adobe Experience Cloud'
 */
export function collectorBehind(
  pageHost: string,
  alias: string,
  companies: Pick<CompanyFinder, 'find'>,
): string | null {
  const { relation, known, category, name } = companies.find(alias, pageHost);
  return relation === 'other' && known && COLLECTING.includes(category) ? name : null;
}
