/** Which requests went through the host of another company before they got to their goal? */
import type { Evidence } from '../evidence.ts';
import type { Recognised } from '../recognised.ts';

/** Most hosts of a chain that are told. */
const MAX_STEPS = 12;
/** In the place of hosts that are not known, or not told. */
const GAP = '…';

type Step = Recognised['visit']['redirects'][number];

/**
 * The hosts of one request in their order: 'a → b', 'b → c' give a, b, c. Where a part of the chain was not kept stands a gap; the last
 * host is where it led in any case.
 */
function hostsOf(steps: readonly Step[]): string[] {
  const hosts: string[] = [];
  for (const { from, to } of steps) {
    if (hosts.length > 0 && from.host !== hosts.at(-1)) hosts.push(GAP);
    if (from.host !== hosts.at(-1)) hosts.push(from.host);
    hosts.push(to.host);
  }
  return hosts;
}

/** The way in words: of a very long one, its beginning and its end. */
function wayOf(hosts: readonly string[]): string {
  const shown = hosts.length > MAX_STEPS ? [...hosts.slice(0, MAX_STEPS - 2), GAP, ...hosts.slice(-1)] : hosts;
  return shown.join(' → ');
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
    if (goal === undefined) continue;
    const goalOwner = companyOf(goal).owner;
    const way = wayOf(hosts);
    const owners = new Set<string>();
    for (const host of hosts.slice(0, -1)) {
      if (host === GAP) continue;
      const { relation, owner } = companyOf(host);
      if (relation !== 'other' || owner === goalOwner || owners.has(owner)) continue;
      owners.add(owner);
      const key = `${host} ${way}`;
      const known = found.get(key);
      found.set(key, {
        what: 'redirect',
        subject: way,
        detail: '',
        host,
        at: known?.at ?? steps[0]?.at ?? 0,
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return [...found.values()];
}
