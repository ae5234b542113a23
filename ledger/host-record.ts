/**
 * Requests → the record of their host. The page observer and the browser itself report the same requests; what is counted
 * here counts each of them once.
 */
import { purposesOfAddress } from '../recognition/tag-address.ts';
import type { NetworkRequestObservation, RequestObservation } from './observation.ts';
import type { HostRecord, NetworkTally, Tally } from './visit-entries.ts';

/** Examples of paths kept for a host. */
const MAX_PATHS = 3;
/** Identifier traces kept for a host. */
const MAX_IDENTIFIERS = 6;
/** Kinds of initiator kept for a host: the page and the browser have more than twenty words each, and judgements rest on them. */
const MAX_INITIATORS = 60;
/** Hosts of frames and workers kept for a host. */
const MAX_ASKING = 4;

const NONE: Tally = { count: 0, failed: 0, insecure: 0 };

function merged(first: readonly string[], second: readonly string[], most: number): readonly string[] {
  if (first.length >= most || second.every((entry) => first.includes(entry))) return first;
  return [...new Set([...first, ...second])].slice(0, most);
}

function added(tally: Tally, count: number, failed: boolean, insecure: boolean): Tally {
  return {
    count: tally.count + count,
    failed: tally.failed + (failed ? count : 0),
    insecure: tally.insecure + (insecure ? count : 0),
  };
}

/**
 * The larger of what both saw of the page, and what only the browser saw elsewhere. A request that goes through the site's service
 * worker is reported by the page as its own and by the browser as the worker's: what the page has more of is not counted again there.
 * Where the browser reported all requests of the page, it knows better what became of them: to a page, the answer of another company
 * that is no image looks like a failure.
 */
function summed({ observed, page, frame, background }: NetworkTally): Tally {
  const sum = (of: keyof Tally): number => {
    const passedOn = Math.max(0, observed[of] - page[of]);
    return Math.max(observed[of], page[of]) + frame[of] + Math.max(0, background[of] - passedOn);
  };
  const failed = page.count < observed.count ? sum('failed') : page.failed + frame.failed + background.failed;
  return { count: sum('count'), failed, insecure: sum('insecure') };
}

/** Examples that a host keeps where there are too many hosts for more: first so many, and in the end so few. */
const FEWER = [
  { paths: 1, initiators: 2, identifiers: 2, by: 1 },
  { paths: 1, initiators: 1, identifiers: 0, by: 0 },
] as const;

/** The record with fewer examples and all its numbers; null when it has no more than few. */
export function withFewerExamples(record: HostRecord): HostRecord | null {
  const { initiators, paths, identifiers, network } = record;
  for (const most of FEWER) {
    const isMore =
      initiators.length > most.initiators ||
      paths.length > most.paths ||
      identifiers.length > most.identifiers ||
      (network?.by.length ?? 0) > most.by;
    if (!isMore) continue;
    return {
      ...record,
      initiators: initiators.slice(0, most.initiators),
      paths: paths.slice(0, most.paths),
      identifiers: identifiers.slice(0, most.identifiers),
      ...(network === undefined ? {} : { network: { ...network, by: network.by.slice(0, most.by) } }),
    };
  }
  return null;
}

type Request = RequestObservation | NetworkRequestObservation;

function isInsecure({ address }: Request): boolean {
  return address.scheme === 'http' || address.scheme === 'ws';
}

/**
 * The first few paths. The first pixel tag's stands before them, then the first of each purpose that an address has, however late they come:
 * they show what the host is called for.
 */
function withPath(record: HostRecord | undefined, request: Request): readonly string[] {
  const known = record?.paths ?? [];
  const { host, path } = request.address;
  const purposes = purposesOfAddress(host, path);
  const isFirstPixel = request.kind === 'request' && request.pixel && record?.pixels === 0;
  if (isFirstPixel) return merged([path], known, MAX_PATHS);
  const isTold = purposes === null || known.some((one) => purposesOfAddress(host, one) === purposes);
  if (isTold) return merged(known, [path], MAX_PATHS);
  const pixel = known.slice(0, (record?.pixels ?? 0) > 0 ? 1 : 0);
  return [...new Set([...pixel, path, ...known])].slice(0, MAX_PATHS);
}

/** All but the numbers of requests. */
function withExamples(record: HostRecord | undefined, request: Request, initiator: string): HostRecord {
  const { address, at } = request;
  const identifiers = request.identifiers.filter(
    (trace) => !record?.identifiers.some((known) => known.name === trace.name && known.hash === trace.hash),
  );
  return {
    host: address.host,
    count: record?.count ?? 0,
    failed: record?.failed ?? 0,
    pixels: record?.pixels ?? 0,
    insecure: record?.insecure ?? 0,
    firstAt: Math.min(record?.firstAt ?? at, at),
    lastAt: Math.max(record?.lastAt ?? at, at),
    initiators: merged(record?.initiators ?? [], [initiator], MAX_INITIATORS),
    paths: withPath(record, request),
    identifiers: [...(record?.identifiers ?? []), ...identifiers].slice(0, MAX_IDENTIFIERS),
    ...(record?.network === undefined ? {} : { network: record.network }),
  };
}

/** Adds a request that the page observer reported. */
export function withRequest(record: HostRecord | undefined, request: RequestObservation): HostRecord {
  const count = request.count ?? 1;
  const base = withExamples(record, request, request.initiator);
  const pixels = base.pixels + (request.pixel ? count : 0);
  const failed = request.failed === true;
  if (base.network === undefined) return { ...base, pixels, ...added(base, count, failed, isInsecure(request)) };
  const network = {
    ...base.network,
    observed: added(base.network.observed, count, failed, isInsecure(request)),
  };
  return { ...base, pixels, ...summed(network), network };
}

/** Adds a request that the browser reported. */
export function withNetworkRequest(record: HostRecord | undefined, request: NetworkRequestObservation): HostRecord {
  const { source, outcome, upload, by, at } = request;
  const count = request.count ?? 1;
  const base = withExamples(record, request, request.resource);
  const known: NetworkTally = base.network ?? {
    observed: { count: base.count, failed: base.failed, insecure: base.insecure },
    page: NONE,
    frame: NONE,
    background: NONE,
    blocked: 0,
    uploads: 0,
    uploadsFrom: 0,
    uploadsUntil: 0,
    by: [],
  };
  const network: NetworkTally = {
    ...known,
    [source]: added(known[source], count, outcome !== 'done', isInsecure(request)),
    blocked: known.blocked + (outcome === 'blocked' ? count : 0),
    uploads: known.uploads + (upload ? count : 0),
    uploadsFrom: upload ? (known.uploads === 0 ? at : Math.min(known.uploadsFrom, at)) : known.uploadsFrom,
    uploadsUntil: upload ? Math.max(known.uploadsUntil, at) : known.uploadsUntil,
    by: source === 'page' || by === null ? known.by : merged(known.by, [by], MAX_ASKING),
  };
  return { ...base, ...summed(network), network };
}
