/** What waits for a tab → the facts for the visit that the tab shows, and what is not of that visit. */
import type { Observation } from '../../ledger/observation.ts';
import { isOfThePage } from '../../recognition/host-name.ts';
import { seesAllRequests, type Visit } from '../../ledger/visit.ts';
import { factsOf, type SeenRequest } from './request-facts.ts';
import type { Gathered } from './waiting-requests.ts';

/** `since`: from when on the browser tells of all requests. `isListed`: whether a host is on the list. */
interface Now {
  readonly now: number;
  readonly since: number;
  readonly salt: string;
  readonly isListed: (host: string) => boolean;
}

/** Asks once for each host: a page asks few hosts, and often. */
function watchedHosts(page: string, isListed: Now['isListed']): (host: string) => boolean {
  const known = new Map<string, boolean>();
  return (host) => {
    const is = known.get(host) ?? (isOfThePage(host, page) || isListed(host));
    known.set(host, is);
    return is;
  };
}

/** The facts for a visit: since when all requests are told, if that is new to it, then what `isOurs`, and how many found no room. */
export function sortOut(
  { requests, leftOut }: Gathered,
  visit: Visit,
  isOurs: (seen: SeenRequest) => boolean,
  { now, since, salt, isListed }: Now,
): { readonly facts: readonly Observation[]; readonly left: Gathered } {
  const facts: Observation[] = [];
  if (!seesAllRequests(visit)) {
    const isLate = visit.late || since > visit.startedAt || visit.fullView !== null;
    const at = Math.max(since, visit.since);
    facts.push({ kind: 'view', at, view: 'full', state: isLate ? 'late' : 'from-start' });
  }
  const isWatched = watchedHosts(visit.address.host, isListed);
  const left = { requests: [] as SeenRequest[], leftOut: [] as SeenRequest[] };
  for (const seen of requests) {
    if (isOurs(seen)) facts.push(...factsOf(seen, isWatched, salt));
    else left.requests.push(seen);
  }
  let count = 0;
  for (const seen of leftOut) {
    if (isOurs(seen)) count += seen.count;
    else left.leftOut.push(seen);
  }
  if (count > 0) facts.push({ kind: 'limit', at: now, observer: 'network', reason: 'too-many', count });
  return { facts, left };
}
