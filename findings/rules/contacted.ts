/** Rules that ask what a company was contacted for: by the address where that tells, else by what its company is filed under. */
import type { HostRecord } from '../../ledger/visit-entries.ts';
import type { CompanyMatch } from '../../recognition/company.ts';
import type { ContactedService } from '../../recognition/contacted.ts';
import { purposesOfAddress } from '../../recognition/tag-address.ts';
import type { CompanyCategory } from '../../schemas/policy-data.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';
import { answerOf } from '../situations.ts';
import { disguisesFor } from './disguise.ts';

/** What a company is filed under. */
export type Category = CompanyCategory | 'unknown';
type Fits = (service: CompanyMatch, host: HostRecord) => boolean;

/** One piece of evidence for each host of other companies that `fits`. */
export function hostsWhere(fits: Fits, kind: 'request' | 'pixel' = 'request'): PracticeRule {
  const evidenceOf = ({ service, hosts }: ContactedService): Evidence[] =>
    hosts
      .filter((host) => fits(service, host))
      .map((host) => ({
        ...{ kind, paths: host.paths, host: host.host, at: host.firstAt },
        count: kind === 'pixel' ? host.pixels : host.count,
        ...answerOf(host),
      }));
  return ({ contacts }) =>
    contacts
      .filter(({ company }) => company.relation === 'other')
      .flatMap(({ services }) => services.flatMap(evidenceOf));
}

/** By host record: what its addresses are there for by themselves. Each rule asks for each host. */
const addressPurposes = new WeakMap<HostRecord, readonly (readonly CompanyCategory[] | null)[]>();

/** What the requests to a host were there for. An address that has a purpose of its own says nothing of what else its company does. */
function purposesOf({ category }: CompanyMatch, record: HostRecord): readonly Category[] {
  const known = addressPurposes.get(record);
  const purposes = known ?? record.paths.map((path) => purposesOfAddress(record.host, path));
  if (known === undefined) addressPurposes.set(record, purposes);
  return purposes.length === 0 ? [category] : purposes.flatMap((own): readonly Category[] => own ?? [category]);
}

/** Hosts of companies that are filed under `wanted`, and addresses of others that are there for it; under the site's own name too. */
export function contactedFor(wanted: CompanyCategory): PracticeRule {
  const hosts = hostsWhere(
    (service, host) => service.category === wanted || purposesOf(service, host).includes(wanted),
  );
  const disguised = disguisesFor(wanted);
  return (recognised) => [...hosts(recognised), ...disguised(recognised)];
}

/** Hosts of companies that are filed under one of these. */
export function filedUnder(...wanted: readonly Category[]): PracticeRule {
  return hostsWhere(({ category }) => wanted.includes(category));
}
