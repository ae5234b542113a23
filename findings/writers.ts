/**
 * Who wrote a stored item, as far as the writes that were seen tell: by store, name and host. A partitioned cookie and one that is
 * not have no difference there, so both have the same writers.
 */
import type { Visit } from '../ledger/visit.ts';
import type { StoredItemRecord, WriteRecord } from '../ledger/visit-entries.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import { handsOutForAll } from '../recognition/delivery-hosts.ts';
import { isUnder } from '../recognition/host-name.ts';

/** The writers of an item, the first first; [] where none was seen. A cookie may be written on any host under its domain. */
export function writersOf(
  item: Pick<StoredItemRecord, 'store' | 'host' | 'name' | 'cookie'>,
  writes: Visit['writes'],
): readonly WriteRecord[] {
  const domain = item.cookie?.domain ?? item.host;
  return writes
    .filter(
      (write) =>
        write.store === item.store &&
        write.name === item.name &&
        (item.store === 'cookie' ? isUnder(write.host, domain) : write.host === domain),
    )
    .toSorted((a, b) => a.at - b.at);
}

/**
 * Whether a host is that of one other company, whose own code runs from there. A tag manager carries out what others have written,
 * and a delivery network hands out everybody's files, the site's own bundle among them: that they wrote says nothing of whose it is.
 */
export function speaksForItself(host: string, companyOf: (host: string) => CompanyMatch): boolean {
  const { relation, category } = companyOf(host);
  return relation === 'other' && category !== 'tag-manager' && !handsOutForAll(host, companyOf);
}

/**
 * The one other company whose scripts and responses alone wrote an item; null when none was seen, when one cannot be told, when
 * the site's own script or several companies wrote too, and where one of the writers writes for others.
 */
export function onlyWriter(
  writers: readonly Pick<WriteRecord, 'writer'>[],
  companyOf: (host: string) => CompanyMatch,
): CompanyMatch | null {
  const [first, ...rest] = writers.map(({ writer }) =>
    writer !== null && speaksForItself(writer, companyOf) ? companyOf(writer) : null,
  );
  if (first === undefined || first === null) return null;
  return rest.every((company) => company?.owner === first.owner) ? first : null;
}
