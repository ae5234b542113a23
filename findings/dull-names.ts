/** Values that are long and without order, and yet tell no browser from another, by their names. Asked by each rule on identifiers. */
import namesFile from '../policy-data/names-of-no-browser.json' with { type: 'json' };
import { isConsentItem } from '../recognition/consent-platforms.ts';
import { shippedSiteNameIndex } from '../recognition/shipped-site-name-index.ts';
import { createSiteNames } from '../recognition/site-names.ts';
import type { KnownStoredItem, Recognised } from './recognised.ts';

const { groups } = namesFile;

/**
 * Names of values that are the same for all visitors, or new with each request: `names-of-no-browser.json` says which, and why. An
 * identifier under such a name is missed, and docs/method.md says so.
 */
const OF_NO_BROWSER = new RegExp(`^(?:${groups.flatMap(({ whole }) => whole).join('|')})$`, 'i');

/** The same as the end of a longer name, as things kept in the browser have them: 'app_version', 'nextBuildId', 'assets:manifest-hash'. */
const ENDS_SO = new RegExp(`(?:^|[-_.: /])(?:${groups.flatMap(({ ends }) => ends).join('|')})$`, 'i');

/** 'nextBuildId' → 'next_Build_Id' */
const parted = (name: string): string => name.replace(/([a-z\d])(?=[A-Z])/g, '$1_');

/** What the readers of requests say of a host: the number of a pixel, a state of consent. */
const isSiteName = createSiteNames(shippedSiteNameIndex);

/** Whether what stands under this name is the same for all visitors, or new with each request. */
function isDullName(name: string): boolean {
  return OF_NO_BROWSER.test(name) || ENDS_SO.test(parted(name));
}

/** Whether an item holds a choice of consent; not where its tool numbers the browser in it, as our list of names says. */
function isChoice({ item, knowledge }: KnownStoredItem): boolean {
  return knowledge?.identifier !== true && (isConsentItem(item.name) || knowledge?.category === 'consent');
}

/** Hashes of such values, by any name under which they stand on the page: kept, in a Flash cookie or in a request, the site's own included. */
export function dullHashes({ visit, items }: Pick<Recognised, 'visit' | 'items'>): ReadonlySet<string> {
  const elsewhere = [
    ...visit.hosts.flatMap(({ identifiers }) => identifiers),
    ...visit.flashCookies.flatMap(({ entries }) => entries),
  ];
  const dull = [
    ...elsewhere.filter(({ name }) => isDullName(name) || isConsentItem(name)),
    ...visit.hosts.flatMap(({ host, identifiers }) => identifiers.filter(({ name }) => isSiteName(host, name))),
    ...items.filter((known) => isDullName(known.item.name) || isChoice(known)).map(({ item }) => item),
  ];
  return new Set(dull.flatMap(({ hash }) => hash ?? []));
}
