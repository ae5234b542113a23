/** The ways to answer back, grouped by who is asked. */
import type { OfferedRoute } from '../findings/report';
import type { Route } from '../schemas/policy-data';

/** Sony Music's own first, reading last. */
export const ROUTE_GROUPS = ['sony', 'trade', 'setting', 'company', 'regulator', 'learn'] as const;
export type RouteGroup = (typeof ROUTE_GROUPS)[number];

function groupOf(route: Route): RouteGroup | null {
  switch (route.kind) {
    case 'sony-optout':
    case 'sony-contact':
    case 'sony-policy':
      return 'sony';
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

/** Routes by group, in the groups' order; groups with none are left out. */
export function groupRoutes(
  routes: readonly OfferedRoute[],
): readonly { readonly group: RouteGroup; readonly routes: readonly OfferedRoute[] }[] {
  return ROUTE_GROUPS.map((group) => ({
    group,
    routes: routes.filter(({ route }) => groupOf(route) === group),
  })).filter(({ routes: members }) => members.length > 0);
}

/**
 * The one route to name first: what one can ask Sony Music itself before all else; then made for where the person lives,
 * else for everybody, else the first of the offer.
 */
export function nearestRoute(routes: readonly OfferedRoute[], region: string | null): Route | undefined {
  const all = routes.map(({ route }) => route);
  const sonys = all.filter(({ kind }) => kind === 'sony-optout' || kind === 'sony-contact');
  const from = sonys.length > 0 ? sonys : all;
  return from.find((route) => route.region === region) ?? from.find((route) => route.region === '*') ?? from[0];
}

/** Routes that fit one practice: those offered for it and those that its clauses name; at most three. */
export function routesForPractice(
  routes: readonly OfferedRoute[],
  practice: string,
  clauseRoutes: readonly string[],
): readonly Route[] {
  return routes
    .map(({ route }) => route)
    .filter((route) => route.practices.includes(practice) || clauseRoutes.includes(route.id))
    .slice(0, 3);
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
