/** Which requests went through the host of another company before they got to their goal? */
import type { Evidence } from '../evidence.ts';
import type { Recognised } from '../recognised.ts';

/** Most hosts of a chain that are listed. */
const MAX_STEPS = 12;
/** In the place of hosts that are not known, or too many. */
const GAP = null;

type Step = Recognised['visit']['redirects'][number];

/**
 * The hosts of one request in their order: 'a → b', 'b → c' give a, b, c. Where a part of the chain was not kept stands a gap; the last
 * host is where it led in any case.
 */
function hostsOf(steps: readonly Step[]): (string | null)[] {
  const hosts: (string | null)[] = [];
  // By the browser's clock: a step that waited for its page was kept after the one that it led to.
  for (const { from, to } of steps.toSorted((one, other) => one.at - other.at)) {
    if (hosts.length > 0 && from.host !== hosts.at(-1)) hosts.push(GAP);
    if (from.host !== hosts.at(-1)) hosts.push(from.host);
    hosts.push(to.host);
  }
  return hosts;
}

/** Of a very long way, its beginning and its end. */
function shortened(hosts: readonly (string | null)[]): readonly (string | null)[] {
  return hosts.length > MAX_STEPS ? [...hosts.slice(0, MAX_STEPS - 2), GAP, ...hosts.slice(-1)] : hosts;
}

/**
 * One piece of evidence for each company that a request passed through: its owner is neither the page's nor the goal's. Requests
 * that took the same way are counted together.
 */
export function redirectThroughCompany({ visit, companyOf }: Recognised): Evidence[] {
  const found = new Map<string, Evidence>();
  const chains = Map.groupBy(visit.redirects, ({ chain }) => chain);
  for (const steps of chains.values()) {
    const hosts = hostsOf(steps);
    const goal = hosts.at(-1);
    // The last host is always known.
    if (goal == null) continue;
    const goalOwner = companyOf(goal).owner;
    const way = shortened(hosts);
    const owners = new Set<string>();
    for (const host of hosts.slice(0, -1)) {
      if (host === GAP) continue;
      const { relation, owner } = companyOf(host);
      if (relation !== 'other' || owner === goalOwner || owners.has(owner)) continue;
      owners.add(owner);
      const key = JSON.stringify([host, way]);
      const known = found.get(key);
      found.set(key, {
        kind: 'redirect',
        way,
        host,
        at: known?.at ?? steps[0]?.at ?? 0,
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return [...found.values()];
}
