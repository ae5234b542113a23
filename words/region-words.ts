/** Regions to choose from, by name. */
import { regionName } from './format.ts';
import { wordLocale } from './number-words.ts';

/** A region with its name in the language of the page. */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
}

/** Regions with their names, in the order of the alphabet of the page's language. */
export function namedRegions(codes: readonly string[]): readonly NamedRegion[] {
  const locale = wordLocale();
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  return codes
    .map((code) => ({ code, name: code.includes('-') ? regionName(code) : (countries.of(code) ?? code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}
