/** What other companies did before a choice was stored at the consent platform, and after it. */
import type { HostRecord, ConsentRecord, Visit } from '../ledger/visit';
import { CONSENT_PLATFORMS } from '../recognition/consent-platforms';
import type { Contact } from '../recognition/contacted';
import type { KnownStoredItem } from './report';

/** What the split is made of: parts of a report, or of what the rules judge by. */
export interface Splittable {
  readonly visit: Visit;
  readonly contacts: readonly Contact[];
  readonly items: readonly KnownStoredItem[];
}

/** What happened in one part of the visit, each list in order of time. */
export interface Part {
  /** Companies that were contacted first in this part. */
  readonly companies: readonly Contact[];
  /** Hosts of other companies that were contacted first in this part. */
  readonly hosts: readonly (readonly [Contact, HostRecord])[];
  /** What other companies keep, seen first in this part. */
  readonly items: readonly KnownStoredItem[];
}

/** A visit by its consent platform. */
export interface ConsentSplit {
  readonly consent: ConsentRecord;
  /**
   * `open`: no choice is stored so far. `made`: it was stored in this visit. `earlier`: it was there when the page was opened.
   * `unread`: something is stored, or may be, in a form that we do not know.
   */
  readonly state: 'open' | 'made' | 'earlier' | 'unread';
  /** When the first choice of this visit was seen; null but for `made`. Milliseconds since 1970. */
  readonly chosenAt: number | null;
  /** Before the choice; all of the visit when none was made in it. */
  readonly before: Part;
  /** Nothing, but for `made`. */
  readonly after: Part;
}

/** The platform whose choice can be followed, rather than one whose choice was there or cannot be read. */
function platformOf(visit: Visit): ConsentRecord | undefined {
  const isRead = ({ history }: ConsentRecord): boolean => history[0]?.choice !== 'unknown';
  return (
    visit.consents.find(({ history }) => history[0]?.choice === 'none-yet') ??
    visit.consents.find(isRead) ??
    visit.consents[0]
  );
}

const isConsentItem = (name: string): boolean => CONSENT_PLATFORMS.some(({ item }) => item?.test(name) === true);

function isWithin(at: number, from: number, until: number): boolean {
  return at >= from && at < until;
}

function partOf({ contacts, items }: Splittable, from: number, until: number): Part {
  const asking = new Set(
    contacts.filter(({ company }) => company.category === 'consent-provider').map(({ company }) => company.owner),
  );
  const others = contacts.filter(
    ({ company }) => company.relation === 'other' && company.category !== 'consent-provider',
  );
  return {
    companies: others.filter(({ firstAt }) => isWithin(firstAt, from, until)).toSorted((a, b) => a.firstAt - b.firstAt),
    hosts: others
      .flatMap((contact) => contact.hosts.map((host) => [contact, host] as const))
      .filter(([, { firstAt }]) => isWithin(firstAt, from, until))
      .toSorted(([, a], [, b]) => a.firstAt - b.firstAt),
    items: items
      .filter(
        ({ item, setByOther, setterOwner }) =>
          setByOther &&
          !item.removed &&
          !isConsentItem(item.name) &&
          !asking.has(setterOwner ?? '') &&
          isWithin(item.firstAt, from, until),
      )
      .toSorted((a, b) => a.item.firstAt - b.item.firstAt),
  };
}

/**
 * Splits a visit at the first choice that was made in it; null where no consent platform was seen. The consent platform's own
 * company is in neither part: without it nobody could be asked.
 */
export function splitByConsent(seen: Splittable): ConsentSplit | null {
  const consent = platformOf(seen.visit);
  const [first, second] = consent?.history ?? [];
  if (consent === undefined || first === undefined) return null;
  const isOpen = first.choice === 'none-yet';
  const chosenAt = isOpen && second !== undefined ? second.at : null;
  return {
    consent,
    state: chosenAt !== null ? 'made' : isOpen ? 'open' : first.choice === 'unknown' ? 'unread' : 'earlier',
    chosenAt,
    before: partOf(seen, -Infinity, chosenAt ?? Infinity),
    after: chosenAt === null ? { companies: [], hosts: [], items: [] } : partOf(seen, chosenAt, Infinity),
  };
}
