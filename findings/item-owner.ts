/** Whose is a stored item? Its own address, its name and its writers, weighed against whom the page met. */
import type { Store } from '../ledger/observation.ts';
import type { Visit } from '../ledger/visit.ts';
import type { StoredItemRecord } from '../ledger/visit-entries.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import type { Contact } from '../recognition/contacted.ts';
import type { StoredItemCandidate, StoredItemFinder, StoredItemKnowledge } from '../recognition/stored-item.ts';
import { isNamed } from './named.ts';
import type { KnownStoredItem } from './recognised.ts';
import { onlyWriter, writersOf } from './writers.ts';

/** How stored-items.json names the software of the site itself: "The site (WordPress)". */
const SITE_SETTER = 'The site';

/**
 * Makes the question whether a setter of that name is no other company: the software of the site itself, or the organisation whose page it is,
 * whose setters begin with one of `itemSetters`.
 */
export function createOwnSetters(itemSetters: readonly string[]): (name: string) => boolean {
  const own = [SITE_SETTER, ...itemSetters];
  return (name) => own.some((begin) => name === begin || name.startsWith(`${begin} `));
}

/** What is known of the page beside its items. */
export interface ItemSurroundings {
  /** The writes to a name in a store, wherever they were. */
  readonly writesTo: (store: Store, name: string) => Visit['writes'];
  /** The first contact with another company that bears a name. */
  readonly contactNamed: (name: string) => Contact | undefined;
  readonly storedItems: StoredItemFinder;
  readonly companyOf: (host: string) => CompanyMatch;
  /** The owner of a company by its name; the name itself where we know none. */
  readonly ownerNamed: (name: string) => string;
  /** Whether a setter of that name is no other company. */
  readonly isOwnSetter: (name: string) => boolean;
}

/** How much speaks for a candidate here: its setter wrote the item or owns its address, was contacted, or nothing does. */
interface Weighed {
  readonly entry: StoredItemCandidate;
  readonly wrote: boolean;
  /** The contact by which its setter was met; undefined where there was none. */
  readonly contact: Contact | undefined;
  readonly isMet: boolean;
}

/** Those for which most speaks: the writer and the address before the companies met, these before a name that is enough by itself. */
function likeliest(weighed: readonly Weighed[]): readonly Weighed[] {
  const wrote = weighed.filter((one) => one.wrote);
  if (wrote.length > 0) return wrote;
  const met = weighed.filter(({ isMet }) => isMet);
  if (met.length > 0) return met;
  return weighed.filter(({ entry }) => entry.proof !== 'contact' && entry.proof !== 'platform');
}

/** What all the candidates would keep it for, where they agree; else null. */
function inCommon(candidates: readonly StoredItemCandidate[]): StoredItemKnowledge {
  const [first, ...rest] = candidates;
  if (first === undefined || rest.length === 0) return null;
  return rest.every(({ purpose, category }) => purpose === first.purpose && category === first.category) ? first : null;
}

/**
 * Tells whose an item is. A cookie of another company's domain is that company's. Else its name tells, as far as a name can: one that
 * others use too, and one of software that sites run themselves, tells of another company only where that company was contacted or
 * wrote the item. What the platform keeps on which a site runs is the site's, unless the platform's own script wrote it; what the site's
 * own hosting sets (balancers, delivery, firewalls) always is. Where no name tells, the writer may. Where several setters use a name and
 * neither address, writer, contact nor form decides, none of them is named as the setter: they are candidates.
 */
export function itemOwner(
  item: StoredItemRecord,
  { writesTo, contactNamed, storedItems, companyOf, ownerNamed, isOwnSetter }: ItemSurroundings,
): KnownStoredItem {
  const place = companyOf(item.cookie?.domain ?? item.host);
  const writers = writersOf(item, writesTo(item.store, item.name));
  const entries = storedItems.candidates(item.store, item.name, item.host, item.shape);
  const weighed = entries.map((entry): Weighed => {
    const isSetters = (company: CompanyMatch): boolean =>
      company.relation === 'other' && isNamed(company, [entry.setter]);
    const contact = contactNamed(entry.setter);
    const wrote = writers.some(({ writer }) => writer !== null && isSetters(companyOf(writer)));
    const isMet = contact !== undefined || wrote || isSetters(place);
    return { entry, contact, wrote: wrote || isSetters(place), isMet };
  });
  const best = likeliest(weighed);
  const chosen = best.length === 1 ? best[0] : undefined;
  const knowledge = chosen?.entry ?? inCommon(best.map(({ entry }) => entry));
  if (place.relation === 'other') return { item, knowledge, setByOther: true, setterOwner: place.owner };
  if (chosen === undefined) {
    const writer = onlyWriter(writers, companyOf);
    if (writer !== null) return { item, knowledge, setByOther: true, setterOwner: writer.owner };
    const candidates = [...new Set((best.length > 0 ? best : weighed).map(({ entry }) => entry.setter))];
    return {
      item,
      knowledge,
      setByOther: false,
      setterOwner: null,
      ...(candidates.length > 0 ? { candidates } : {}),
    };
  }
  const { entry, contact, wrote, isMet } = chosen;
  const isOwn =
    isOwnSetter(entry.setter) ||
    entry.role === 'hosting' ||
    (entry.proof === 'platform' && !wrote) ||
    (entry.proof === 'self-run' && !isMet);
  return isOwn
    ? { item, knowledge, setByOther: false, setterOwner: null }
    : { item, knowledge, setByOther: true, setterOwner: contact?.company.name ?? ownerNamed(entry.setter) };
}
