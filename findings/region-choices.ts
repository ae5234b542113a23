/** The regions to choose from: those that routes were made for, and the countries where the European ones hold. */
import { EEA } from './route-places.ts';
import type { Route } from '../schemas/policy-data.ts';

/** Codes of regions by part of the world, in no order: their names have one, in the language of the page. */
export interface RegionChoices {
  /** States of the United States with routes of their own. */
  readonly states: readonly string[];
  /** Provinces of Canada with routes of their own. */
  readonly provinces: readonly string[];
  readonly europe: readonly string[];
  readonly elsewhere: readonly string[];
}

const UNITED_STATES = 'US';
const CANADA = 'CA';
/** European countries outside the law of the European Union that have routes of their own. */
const BESIDE_THE_EEA = ['GB', 'CH'];

/**
 * Sorts what routes.json knows into the parts of the list.
 *
 * `chosen`: what is stored. A place that routes no longer know (chosen in another version) stays to be seen, among the others.
 */
export function regionChoices(
  routes: readonly Pick<Route, 'region' | 'alsoFor'>[],
  chosen: string | null = null,
): RegionChoices {
  const known = new Set(routes.flatMap(({ region, alsoFor = [] }) => [region, ...alsoFor]));
  const within = (country: string): string[] => [...known].filter((code) => code.startsWith(`${country}-`));
  const europe = [...EEA, ...BESIDE_THE_EEA];
  const states = within(UNITED_STATES);
  const provinces = within(CANADA);
  const elsewhere = [...known].filter(
    (code) => /^[A-Z]{2}$/.test(code) && !['EU', UNITED_STATES, CANADA, ...europe].includes(code),
  );
  const all = new Set([UNITED_STATES, CANADA, ...states, ...provinces, ...europe, ...elsewhere]);
  return {
    states,
    provinces,
    europe,
    elsewhere: chosen === null || all.has(chosen) ? elsewhere : [...elsewhere, chosen],
  };
}
