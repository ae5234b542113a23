/** Links that tell of a practice: where they lead, and what they ask for. */
import type { LinkRole } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import { musicServiceAt } from '../../recognition/music-services.ts';
import type { Evidence } from '../evidence.ts';
import { isAskedHere } from '../permission-requests.ts';
import type { PracticeRule, Recognised } from '../recognised.ts';

/** Links of these roles whose host `fits`. */
export function linksWith(
  roles: readonly LinkRole[],
  fits: (host: string, recognised: Recognised) => boolean = () => true,
): PracticeRule {
  return (recognised) =>
    recognised.visit.links
      .filter(({ role, address }) => roles.includes(role) && fits(address?.host ?? '', recognised))
      .map(({ address, text, scopes, at }): Evidence => ({
        kind: 'link',
        text,
        path: address?.path ?? '',
        scopes,
        host: address?.host ?? '',
        at,
        count: 1,
      }));
}

/** Whether a link leads to another company; false where its host is not known. */
export const toOtherCompany = (host: string, { companyOf }: Recognised): boolean =>
  host !== '' && companyOf(host).relation === 'other';

/** How a request for rights was seen; undefined for the plain case, a link that names them. */
function situationOf(link: Visit['links'][number], page: string): string | undefined {
  if (isAskedHere(link, page)) return 'asked-here';
  const { address, scopes } = link;
  const whole = address === null ? null : musicServiceAt(address.host, address.path, scopes)?.whole;
  return scopes.length > 0 || whole != null ? undefined : 'no-rights-named';
}

/** Links that name the rights which they ask for, those that speak of a pre-save only, and what a page of consent asks for itself. */
export const preSave: PracticeRule = (recognised) => {
  const { visit } = recognised;
  const among = (situation: string | undefined): Evidence[] => {
    const links = visit.links.filter((link) => situationOf(link, visit.address.host) === situation);
    const found = linksWith(['pre-save'])({ ...recognised, visit: { ...visit, links } });
    return situation === undefined ? found : found.map((one) => ({ ...one, situation }));
  };
  return [...among('asked-here'), ...among(undefined), ...among('no-rights-named')];
};

/** Links to the policy and to choices; where the page was read and none leads to a policy, that too. */
export const policyAndChoiceLinks: PracticeRule = (recognised) => {
  const links = linksWith(['policy', 'choice', 'cookie-settings'])(recognised);
  const { visit } = recognised;
  // Links or forms were read, so the page's text was there: only then is a missing link a fact.
  const wasRead = visit.links.length > 0 || visit.forms.length > 0;
  const hasPolicyLink = visit.links.some(({ role }) => role === 'policy');
  if (hasPolicyLink || !wasRead) return links;
  const absence: Evidence = {
    kind: 'absence',
    of: 'policy-link',
    host: visit.address.host,
    at: visit.updatedAt,
    count: 1,
    situation: 'no-policy-link',
  };
  return [...links, absence];
};
