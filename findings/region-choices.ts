/** The regions to choose from: those that routes were made for, and the countries where the European ones hold. */
import { EEA } from './route-places.ts';
import type { Route } from '../schemas/policy-data.ts';
import { regionName } from '../words/format.ts';
import { wordLocale } from '../words/number-words.ts';

/** A region with its name in the language of the page. */
export interface RegionChoice {
  readonly code: string;
  readonly name: string;
}

/** The choices by part of the world; each part in the order of the alphabet of the page's language. */
export interface RegionChoices {
  /** States of the United States with routes of their own. */
  readonly states: readonly RegionChoice[];
  /** Provinces of Canada with routes of their own. */
  readonly provinces: readonly RegionChoice[];
  readonly europe: readonly RegionChoice[];
  readonly elsewhere: readonly RegionChoice[];
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
  const locale = wordLocale();
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  const known = new Set(routes.flatMap(({ region, alsoFor = [] }) => [region, ...alsoFor]));
  const named = (codes: Iterable<string>): RegionChoice[] =>
    [...codes]
      .map((code) => ({ code, name: code.includes('-') ? regionName(code) : (countries.of(code) ?? code) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale));
  const within = (country: string): string[] => [...known].filter((code) => code.startsWith(`${country}-`));
  const europe = [...EEA, ...BESIDE_THE_EEA];
  const states = within(UNITED_STATES);
  const provinces = within(CANADA);
  const elsewhere = [...known].filter(
    (code) => /^[A-Z]{2}$/.test(code) && !['EU', UNITED_STATES, CANADA, ...europe].includes(code),
  );
  const all = new Set([UNITED_STATES, CANADA, ...states, ...provinces, ...europe, ...elsewhere]);
  return {
    states: named(states),
    provinces: named(provinces),
    europe: named(europe),
    elsewhere: named(chosen === null || all.has(chosen) ? elsewhere : [...elsewhere, chosen]),
  };
}
