/** The ways to answer back, grouped by who is asked. */
import type { OfferedRoute } from './routes.ts';
import type { Route } from '../schemas/policy-data.ts';

/** The organisation's own first, reading last. */
export const ROUTE_GROUPS = ['own', 'trade', 'setting', 'company', 'regulator', 'learn'] as const;
export type RouteGroup = (typeof ROUTE_GROUPS)[number];

function groupOf(route: Route): RouteGroup | null {
  switch (route.kind) {
    case 'own-optout':
    case 'own-contact':
    case 'own-policy':
      return 'own';
    case 'vendor':
      return 'company';
    case 'optout':
      return route.companies.length > 0 ? 'company' : 'trade';
    case 'setting':
      return 'setting';
    case 'regulator':
    case 'complaint':
      return 'regulator';
    case 'learn':
      return 'learn';
    case 'dead':
      return null;
  }
}

/** Routes of one group. */
export interface GroupOfRoutes {
  readonly group: RouteGroup;
  readonly routes: readonly OfferedRoute[];
}

/**
 * Routes by group, in the groups' order; groups with none are left out. `first`: the route that the button of the first screen
 * names. It and its group come before all others: who presses the button finds there what it said.
 */
export function groupRoutes(routes: readonly OfferedRoute[], first?: Route): readonly GroupOfRoutes[] {
  const isFirst = ({ route }: OfferedRoute): boolean => route.id === first?.id;
  return ROUTE_GROUPS.map((group) => {
    const members = routes.filter(({ route }) => groupOf(route) === group);
    return { group, routes: [...members.filter(isFirst), ...members.filter((one) => !isFirst(one))] };
  })
    .filter(({ routes: members }) => members.length > 0)
    .sort((a, b) => Number(b.routes.some(isFirst)) - Number(a.routes.some(isFirst)));
}

/**
 * The one route to name first: what one can ask the organisation itself before all else; then made for where the person lives,
 * else for everybody, else the first of the offer.
 */
export function nearestRoute(routes: readonly OfferedRoute[], region: string | null): Route | undefined {
  const all = routes.map(({ route }) => route);
  // A contact that can be opened takes any question; a form under a law, or a letter, is for some.
  const contacts = all.filter(({ kind, address }) => kind === 'own-contact' && address !== null);
  const own = all.filter(({ kind }) => kind === 'own-optout' || kind === 'own-contact');
  const from = [contacts, own, all].find((some) => some.length > 0) ?? [];
  return from.find((route) => route.region === region) ?? from.find((route) => route.region === '*') ?? from[0];
}

/** A route as the policy printed it, that another has replaced or that no longer works. */
export interface PrintedRoute {
  readonly route: Route;
  /** What to use today, best first. */
  readonly instead: readonly Route[];
}

/** The policy's own routes that are no longer the ones to use, in the order of routes.json. */
export function printedRoutes(routes: readonly Route[]): readonly PrintedRoute[] {
  const byId = new Map(routes.map((route) => [route.id, route]));
  return routes
    .filter((route) => route.asPrinted !== null)
    .filter((route) => route.kind === 'dead' || route.worksToday === 'no' || route.insteadUse.length > 0)
    .map((route) => ({
      route,
      instead: route.insteadUse.map((id) => byId.get(id)).filter((found) => found !== undefined),
    }));
}
