/** What a rule gets, and what it gives: the types that all rules share. */
import type { Visit } from '../ledger/visit.ts';
import type { StoredItemRecord } from '../ledger/visit-entries.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import type { Contact } from '../recognition/contacted.ts';
import type { StoredItemKnowledge } from '../recognition/stored-item.ts';
import type { Evidence } from './evidence.ts';

/** A stored item with what is known of it. */
export interface KnownStoredItem {
  readonly item: StoredItemRecord;
  readonly knowledge: StoredItemKnowledge;
  /** True when the known setter is another company than the site's owner, or only another company's scripts and responses wrote it. */
  readonly setByOther: boolean;
  /** The other company that set it, by its owner's name, contacted or not, or as our list of names calls it; null for the site's own. */
  readonly setterOwner: string | null;
  /**
   * The setters that use such a name, where nothing tells which of them (or who else) set it here; absent where that is known. What they all
   * would keep it for is then the knowledge.
   */
  readonly candidates?: readonly string[];
}

/** What the rules judge by: the visit, and what recognition made of it. */
export interface Recognised {
  readonly visit: Visit;
  readonly contacts: readonly Contact[];
  readonly items: readonly KnownStoredItem[];
  /** The company behind a host, as a page of this site meets it. */
  readonly companyOf: (host: string) => CompanyMatch;
  /** The company that set a stored item, as far as its name or its domain tells; the site's own host otherwise. */
  readonly setterOf: (item: KnownStoredItem) => string;
  /** The owner of the company that goes by this name; the name itself where we know none. */
  readonly ownerNamed: (name: string) => string;
  /** Whether a setter of that name, as stored-items.json has it, is no other company. */
  readonly isOwnSetter: (name: string) => boolean;
}

/** Gives the evidence of one practice; none when the page does not show the practice. */
export type PracticeRule = (recognised: Recognised) => Evidence[];
