/**
 * Which part of a host's name did somebody register, and is it a place where everybody has a part? By the public suffix list
 * (publicsuffix.org), its ICANN and its private rules.
 */
import { isUnder, normaliseHost } from './host-name.ts';
import { shippedSuffixIndex } from './shipped-suffix-index.ts';
import { readLines } from './sorted-lines.ts';
import { NO_RULE, PRIVATE_RULE } from './suffix-index.ts';

/** Labels with what is known of each, by the name that they stand before; a name's labels are read when it is first met. */
const read = new Map<string, ReadonlyMap<string, string>>();
const wordsBelow = readLines(shippedSuffixIndex.below);

function labelsBelow(name: string): ReadonlyMap<string, string> | undefined {
  const known = read.get(name);
  if (known !== undefined) return known;
  const words = wordsBelow(name);
  if (words === undefined) return undefined;
  const labels = new Map<string, string>();
  for (const word of words.split(' ')) {
    const last = word.at(-1);
    if (last === PRIVATE_RULE || last === NO_RULE) labels.set(word.slice(0, -1), last);
    else labels.set(word, '');
  }
  read.set(name, labels);
  return labels;
}

/** Whether a name is an address and no name: it has no registrable part. */
function isAddress(name: string): boolean {
  // Only what ends in a digit ('9' is 57, letters come after it) can be one: most names cost no search.
  return name.includes(':') || (name.charCodeAt(name.length - 1) <= 57 && /^\d{1,3}(\.\d{1,3}){3}$/.test(name));
}

interface Suffix {
  /** Where it begins in the name. */
  readonly at: number;
  /** Made by a private rule: somebody lets others have names there. */
  readonly ofOwner: boolean;
  /** Its first label is one of many that a rule with a star stands for. */
  readonly anyLabel: boolean;
}

/** The public suffix of a name: the longest for which a rule stands, else its last label. */
function suffixOf(name: string): Suffix {
  let dot = name.lastIndexOf('.');
  const found = { at: dot + 1, ofOwner: false, anyLabel: false };
  // From the end: 'd', then 'c.d', then 'b.c.d'.
  for (let parentAt = dot + 1; dot > 0; parentAt = dot + 1) {
    const labels = labelsBelow(name.slice(parentAt));
    if (labels === undefined) break;
    dot = name.lastIndexOf('.', dot - 1);
    const label = name.slice(dot + 1, parentAt - 1);
    const exception = labels.get(`!${label}`);
    if (exception !== undefined) return { at: parentAt, ofOwner: exception === PRIVATE_RULE, anyLabel: false };
    const rule = labels.get(label);
    const anyLabel = rule === undefined || rule === NO_RULE;
    const kind = anyLabel ? (labels.get('*') ?? rule) : rule;
    if (kind === undefined) break;
    if (kind !== NO_RULE) Object.assign(found, { at: dot + 1, ofOwner: kind === PRIVATE_RULE, anyLabel });
  }
  return found;
}

/**
 * The part of a host's name that somebody registered: the public suffix with one label before it. Addresses, and names that are a
 * suffix themselves, stay whole.
 *
 * registrableDomain('www.a.example') → 'a.example'; ('shop.a.co.uk') → 'a.co.uk'; ('x.shop-1.myshopify.com') → 'shop-1.myshopify.com';
 * ('10.0.0.1') → '10.0.0.1'; ('') → ''
 */
export function registrableDomain(host: string): string {
  return siteOf(normaliseHost(host));
}

/** The same of a name that is normalised. */
export function siteOf(name: string): string {
  if (name === '' || isAddress(name)) return name;
  const { at } = suffixOf(name);
  return at < 2 ? name : name.slice(name.lastIndexOf('.', at - 2) + 1);
}

/**
 * The label that a name has under a country's own suffix; null for any other name. Only where companies stand: 'de', 'co.jp', 'com.au'.
 *
 * labelInCountry('www.google.co.jp') → 'google'; ('google.evil.com') → null; ('google.com') → null
 */
export function labelInCountry(name: string): string | null {
  if (name === '' || isAddress(name)) return null;
  const { at, ofOwner } = suffixOf(name);
  if (ofOwner || at < 2 || !/^(?:com?\.)?[a-z]{2}$/.test(name.slice(at))) return null;
  return name.slice(name.lastIndexOf('.', at - 2) + 1, at - 1);
}

/**
 * Whether everybody may have a part of the place that a host belongs to: its suffix is a private rule of the list (a builder of sites, a
 * store of files, a shop system), or the host is one of those that the list lacks. Whose a page there is, its host does not tell.
 */
export function isSharedPlace(host: string): boolean {
  const name = normaliseHost(host);
  if (name === '' || isAddress(name)) return false;
  const suffix = suffixOf(name);
  // A suffix by itself is the page of the one who runs the place, unless it is one of many alike.
  return (
    (suffix.ofOwner && (suffix.at > 0 || suffix.anyLabel)) ||
    shippedSuffixIndex.places.some((place) => isUnder(name, place))
  );
}
