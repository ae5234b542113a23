/** Whose is a stored item? Its own address, its name and its writers, weighed against whom the page met. */
import type { StoredItemRecord, Visit } from '../ledger/visit';
import type { CompanyMatch } from '../recognition/company';
import type { Contact } from '../recognition/contacted';
import type { StoredItemFinder, StoredItemKnowledge } from '../recognition/stored-item';
import { isNamed } from './match';
import { onlyWriter, writersOf } from './writers';

/** A stored item with what is known of it. */
export interface KnownStoredItem {
  readonly item: StoredItemRecord;
  readonly knowledge: StoredItemKnowledge;
  /** True when the known setter is another company than the site's owner, or only another company's scripts and responses wrote it. */
  readonly setByOther: boolean;
  /** The other company that set it, by its owner's name or as our list of names calls it; null for the site's own. */
  readonly setterOwner: string | null;
}

/** How stored-items.json names setters that are no other company: the software of the site itself, or Sony Music. */
const OWN_SETTER = /^(The site\b|Sony Music\b)/;

/** What is known of the page beside its items. */
export interface ItemSurroundings {
  readonly writes: Visit['writes'];
  readonly contacts: readonly Contact[];
  readonly storedItems: StoredItemFinder;
  readonly companyOf: (host: string) => CompanyMatch;
}

/**
 * Tells whose an item is. A cookie of another company's domain is that company's. Else its name tells, as far as a name can: one that
 * others use too, and one of software that sites run themselves, tells of another company only where that company was contacted or
 * wrote the item. What the platform keeps on which a site runs is the site's, unless the platform's own script wrote it. Where no name tells,
 * the writer may.
 */
export function itemOwner(
  item: StoredItemRecord,
  { writes, contacts, storedItems, companyOf }: ItemSurroundings,
): KnownStoredItem {
  const place = companyOf(item.cookie?.domain ?? item.host);
  const writers = writersOf(item, writes);
  const named = storedItems.find(item.store, item.name, item.host);
  const isSetters = (company: CompanyMatch): boolean =>
    named !== null && company.relation === 'other' && isNamed(company, [named.setter]);
  const contact = contacts.find(({ company }) => isSetters(company));
  const wrote = writers.some(({ writer }) => writer !== null && isSetters(companyOf(writer)));
  const isMet = contact !== undefined || wrote || isSetters(place);
  const needsContact = named?.proof === 'contact' || named?.proof === 'platform';
  const knowledge = needsContact && !isMet ? null : named;
  if (place.relation === 'other') {
    return {
      item,
      knowledge,
      setByOther: true,
      setterOwner: contact?.company.owner ?? knowledge?.setter ?? place.owner,
    };
  }
  if (knowledge === null) {
    const writer = onlyWriter(writers, companyOf);
    return { item, knowledge, setByOther: writer !== null, setterOwner: writer?.owner ?? null };
  }
  const isOwn =
    OWN_SETTER.test(knowledge.setter) ||
    knowledge.proof === 'delivery' ||
    (knowledge.proof === 'platform' && !wrote) ||
    (knowledge.proof === 'self-run' && !isMet);
  return isOwn
    ? { item, knowledge, setByOther: false, setterOwner: null }
    : { item, knowledge, setByOther: true, setterOwner: contact?.company.owner ?? knowledge.setter };
}
