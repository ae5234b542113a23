/** Regions to choose from, by name. */
import type { Language } from './language.ts';
import { regionName } from './format.ts';

/** A region with its name in the language of the page. */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
}

/** Regions with their names, in the order of the alphabet of the page's language. */
export function namedRegions(language: Language, codes: readonly string[]): readonly NamedRegion[] {
  const locale = language.locale;
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  return codes
    .map((code) => ({ code, name: code.includes('-') ? regionName(language, code) : (countries.of(code) ?? code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}
