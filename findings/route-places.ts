/** Whom does a route serve? Places as in routes.json: '*', 'EU', a country 'DE', a state or province 'US-CA'. */
import type { Route } from '../schemas/policy-data.ts';

/** Member states of the European Union, and Iceland, Liechtenstein and Norway, where its data protection law holds too. */
export const EEA: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE'.split(' '),
);

/** Whether a route made for `place` serves somebody in `region`: in a state, the routes of the whole country do too. */
function covers(place: string, region: string): boolean {
  if (place === '*' || place === region) return true;
  return place === 'EU' ? EEA.has(region) : region.startsWith(`${place}-`);
}

/** All places that a route serves. */
export const placesOf = ({ region, alsoFor = [] }: Route): readonly string[] => [region, ...alsoFor];
/** Whether a route serves somebody in `region`. */
export const isFor = (route: Route, region: string): boolean => placesOf(route).some((place) => covers(place, region));

/** How near a route is to somebody: made for the very place, for a wider one that holds it, for everybody, for others. */
export function distance(route: Route, region: string | null): number {
  if (region === null) return route.region === '*' ? 2 : 1;
  if (placesOf(route).includes(region)) return 0;
  if (route.region === '*') return 2;
  return isFor(route, region) ? 1 : 3;
}
