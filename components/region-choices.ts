/** The regions to choose from: those that routes were made for, and the countries where the European ones hold. */
import { EEA } from '../findings/routes';
import type { Route } from '../schemas/policy-data';
import { regionName } from './format';
import { wordLocale } from './number-words';

/** A region with its name in the language of the page. */
export interface RegionChoice {
  readonly code: string;
  readonly name: string;
}

/** The choices by part of the world; each part but the first in the order of the alphabet of the page's language. */
export interface RegionChoices {
  /** States of the United States with routes of their own. */
  readonly states: readonly RegionChoice[];
  readonly europe: readonly RegionChoice[];
  readonly elsewhere: readonly RegionChoice[];
}

const BRITAIN = 'GB';
const UNITED_STATES = 'US';

/** Sorts what routes.json knows into the parts of the list. */
export function regionChoices(routes: readonly Pick<Route, 'region'>[]): RegionChoices {
  const locale = wordLocale();
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  const known = new Set(routes.map(({ region }) => region));
  const named = (codes: Iterable<string>): RegionChoice[] =>
    [...codes]
      .map((code) => ({ code, name: code.includes('-') ? regionName(code) : (countries.of(code) ?? code) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale));
  const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && code !== 'EU' && code !== UNITED_STATES;
  const inEurope = (code: string): boolean => EEA.has(code) || code === BRITAIN;
  return {
    states: named([...known].filter((code) => code.startsWith(`${UNITED_STATES}-`))),
    europe: named([...EEA, BRITAIN]),
    elsewhere: named([...known].filter((code) => isCountry(code) && !inEurope(code))),
  };
}
