/** Which requests went through the host of another company before they got to their goal? */
import type { Evidence } from './finding';
import type { Recognised } from './practices';

/** Most hosts of a chain that are told. */
const MAX_STEPS = 12;

type Step = Recognised['visit']['redirects'][number];

/** The hosts of one request in their order: 'a → b', 'b → c' give a, b, c. A chain whose middle was not kept ends there. */
function hostsOf(steps: readonly Step[]): string[] {
  const [first] = steps;
  if (first === undefined) return [];
  const hosts = [first.from.host];
  for (const { from, to } of steps) {
    if (from.host !== hosts.at(-1)) break;
    hosts.push(to.host);
  }
  return hosts.slice(0, MAX_STEPS);
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
    const way = hosts.join(' → ');
    const owners = new Set<string>();
    for (const host of hosts.slice(0, -1)) {
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
