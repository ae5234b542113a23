/** Rules that ask what a company was contacted for: by the address where that tells, else by what its company is filed under. */
import type { HostRecord } from '../ledger/visit.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import type { ContactedService } from '../recognition/contacted.ts';
import { purposesOfAddress } from '../recognition/tag-address.ts';
import type { CompanyCategory } from '../schemas/policy-data.ts';
import { disguisesFor } from './rules/disguise.ts';
import type { Evidence } from './finding.ts';
import type { PracticeRule } from './practices.ts';
import { answerOf } from './situations.ts';

type Category = CompanyCategory | 'unknown';
type Fits = (service: CompanyMatch, host: HostRecord) => boolean;

/** One piece of evidence for each host of other companies that `fits`. */
export function hostsWhere(fits: Fits, what: Evidence['what'] = 'request'): PracticeRule {
  const evidenceOf = ({ service, hosts }: ContactedService): Evidence[] =>
    hosts
      .filter((host) => fits(service, host))
      .map((host) => ({
        ...{ what, subject: host.host, detail: host.paths.join(' '), host: host.host, at: host.firstAt },
        count: what === 'pixel' ? host.pixels : host.count,
        ...answerOf(host),
      }));
  return ({ contacts }) =>
    contacts
      .filter(({ company }) => company.relation === 'other')
      .flatMap(({ services }) => services.flatMap(evidenceOf));
}

/** What the requests to a host were there for. An address that has a purpose of its own tells nothing of what else its company does. */
function purposesOf({ category }: CompanyMatch, { host, paths }: HostRecord): readonly Category[] {
  return paths.length === 0
    ? [category]
    : paths.flatMap((path): readonly Category[] => purposesOfAddress(host, path) ?? [category]);
}

/** Hosts of companies that are filed under `wanted`, and addresses of others that are there for it; under the site's own name too. */
export function contactedFor(wanted: CompanyCategory): PracticeRule {
  const hosts = hostsWhere(
    (service, host) => service.category === wanted || purposesOf(service, host).includes(wanted),
  );
  const disguised = disguisesFor(wanted);
  return (seen) => [...hosts(seen), ...disguised(seen)];
}

/** Paths of the scripts and frames that draw buttons and embedded posts, of networks whose addresses our data lacks. */
const PLUG_IN_PATH =
  /\/(?:(?:widgets?|embeds?|plugins?|buttons?|pinit)(?:\/|\.js|$)|(?:share|like)(?:[-_]?button)?(?:\/|\.js|\.php|$))/i;

function isPlugIn(host: string, path: string): boolean {
  return purposesOfAddress(host, path)?.includes('social') ?? PLUG_IN_PATH.test(path);
}

/** Whether an address of a social network is there for something else: a pixel, a log-in. */
function isForSomethingElse(host: string, path: string): boolean {
  return purposesOfAddress(host, path)?.includes('social') === false;
}

/** Buttons, posts and feeds of social networks: their frames, and the scripts that draw them. */
export const socialPlugIn: PracticeRule = (seen) => {
  const { visit, companyOf } = seen;
  const frames = visit.frames
    .filter(({ address: { host, path } }) => {
      const { relation, category } = companyOf(host);
      return relation === 'other' && category === 'social' && !isForSomethingElse(host, path);
    })
    .map(({ address: { host, path }, title, at }): Evidence => ({
      ...{ what: 'frame', subject: host, host, at, count: 1 },
      detail: title === '' ? path : title,
    }));
  const scripts = hostsWhere(
    ({ category }, { host, paths }) => category === 'social' && paths.some((path) => isPlugIn(host, path)),
  );
  return [...frames, ...scripts(seen).map((one) => ({ ...one, situation: 'script' }))];
};
