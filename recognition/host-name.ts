/** What is a host called? Its name in one spelling, and the part of it that somebody registered. */

/** The longest host name that the domain name system allows, in characters. */
export const MAX_HOST_LENGTH = 253;

/** Lower case, no dot at either end and no two in a row: '.WWW..Example.com.' → 'www.example.com'. Of what is too long, the end. */
export function normalise(host: string): string {
  let name = host.toLowerCase();
  if (name.includes('..')) name = name.replace(/\.{2,}/g, '.');
  if (name.endsWith('.')) name = name.slice(0, -1);
  if (name.length > MAX_HOST_LENGTH) name = name.slice(-MAX_HOST_LENGTH);
  return name.startsWith('.') ? name.slice(1) : name;
}

/** Labels that stand before a country's two letters where names are given out below them: example.co.uk, example.com.au. */
const SECOND_LEVELS = new Set('ac co com edu go gob gov ltd mil mus ne net nom or org plc sch'.split(' '));

/**
 * The name that somebody registered: the last two labels, or three under a country's second level. Addresses stay whole.
 *
 * The public suffix list knows better (two shops on myshopify.com are one site here), but the smallest package that holds
 * it, tldts, adds 270 kB to the background.
 *
 * registrableDomain('www.a.example') → 'a.example'; ('shop.a.co.uk') → 'a.co.uk'; ('10.0.0.1') → '10.0.0.1'; ('') → ''
 */
export function registrableDomain(host: string): string {
  return siteOf(normalise(host));
}

/** The same of a name that is normalised. */
export function siteOf(name: string): string {
  const last = name.lastIndexOf('.');
  if (last < 1 || name.includes(':')) return name;
  // Only what ends in a digit ('9' is 57, letters come after it) can be an address: most names cost no search.
  if (name.charCodeAt(name.length - 1) <= 57 && /^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return name;
  let cut = name.lastIndexOf('.', last - 1);
  // 'shop.a.co.uk': the last label has two letters, and 'co' before it is a second level.
  if (cut > 0 && name.length - last === 3 && SECOND_LEVELS.has(name.slice(cut + 1, last)))
    cut = name.lastIndexOf('.', cut - 1);
  return name.slice(cut + 1);
}
