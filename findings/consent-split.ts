/** What other companies did before a choice was stored at the consent platform, and after it. */
import { mayStandSince } from '../ledger/item-times.ts';
import type { Visit } from '../ledger/visit.ts';
import type { ConsentChoice, ConsentRecord, HostRecord } from '../ledger/visit-entries.ts';
import { isConsentHost } from '../recognition/consent-hosts.ts';
import { isConsentItem } from '../recognition/consent-platforms.ts';
import { onlyHosts, type Contact, type ContactedService } from '../recognition/contacted.ts';
import type { KnownStoredItem } from './recognised.ts';

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

/** What may have come before a choice or after it. */
export interface UnclearItem {
  readonly known: KnownStoredItem;
  /** Since when it may have been there, in milliseconds since 1970; null: any time. */
  readonly since: number | null;
}

/** What was seen first after a choice, and may have come before it. */
export interface Unclear {
  readonly companies: readonly Contact[];
  /** What other companies keep. */
  readonly items: readonly UnclearItem[];
}

/** What came with one choice of this visit and after it, until the next. */
export interface After {
  readonly choice: ConsentChoice;
  readonly part: Part;
  /** What was seen first in this part and is not in `part`. */
  readonly unclear: Unclear;
}

/** A visit by its consent platforms. */
export interface ConsentSplit {
  /** The platform by whose choice the visit is parted. */
  readonly consent: ConsentRecord;
  /** All other platforms of the page itself. */
  readonly others: readonly ConsentRecord[];
  /**
   * `open`: no choice is stored so far. `made`: a choice was stored in this visit that may be a person's. `unasked`: the tool or the
   * browser's signal made it. `earlier`: it was there at the first look. `unread`: something is stored, or may be, in a form that we do not know.
   */
  readonly state: 'open' | 'made' | 'unasked' | 'earlier' | 'unread';
  /** Whether what stands in `before` surely came without any choice: no platform of the page had one. */
  readonly isSure: boolean;
  /** What surely came before the first choice; all of the visit when none was made in it. */
  readonly before: Part;
  /** For each choice that was made in this visit, what came with it and after it; [] but for `made`. */
  readonly after: readonly After[];
}

const REAL: readonly ConsentChoice['choice'][] = ['accepted', 'refused', 'partly', 'some', 'unknown'];

/** A choice that a person may have made in this visit: seen to come, and neither the tool's own nor the browser's. */
const isMade = ({ choice, after, maker }: ConsentChoice): boolean =>
  REAL.includes(choice) && after !== null && (maker === 'person' || maker === 'unknown');
/** The tool's own, or the browser's. */
const isUnasked = ({ choice, maker }: ConsentChoice): boolean =>
  REAL.includes(choice) && (maker === 'tool' || maker === 'signal');

/** A platform without any choice until a person may have made one, or without any at all. A script alone (no maker) tells of none. */
function beganOpen({ history }: ConsentRecord): boolean {
  const first = history.find(({ maker }) => maker !== null);
  return first === undefined || isMade(first);
}

/** What the history of one platform alone comes to. */
function stateOf({ history }: ConsentRecord): ConsentSplit['state'] {
  if (history.some(isMade)) return 'made';
  if (history.every(({ choice }) => choice === 'none-yet')) return 'open';
  if (history.some(isUnasked)) return 'unasked';
  return history.some(({ choice }) => choice !== 'unknown' && REAL.includes(choice)) ? 'earlier' : 'unread';
}

/** From the state that says most about the choice to the one that says least. */
const STATES: readonly ConsentSplit['state'][] = ['made', 'unasked', 'open', 'earlier', 'unread'];

/** The end of the time that surely had no choice. */
const firstMade = ({ history }: ConsentRecord): number => history.find(isMade)?.after ?? Infinity;

/**
 * The browser tells of a request in a frame or a worker when it has ended, and not when it began. So long one may have taken, in
 * milliseconds.
 */
const SLOW_REQUEST = 10_000;

/** Since when a host may have been asked. What the page's own observer tells of has the time at which it began. */
function mayBeAskedSince({ firstAt, network }: HostRecord): number {
  if (network === undefined) return firstAt;
  const { observed, frame, background } = network;
  return observed.count > 0 && frame.count + background.count === 0 ? firstAt : firstAt - SLOW_REQUEST;
}

/** What a company does that asks for consent: it asks, and looks up where the person is, to know whether and how. */
const ASKING: readonly string[] = ['consent-provider', 'ip-location'];

/**
 * Companies that were contacted on the page for nothing but to ask. One that has other business there as well (Google, whose banner
 * stands beside its advertising) is none: of its services each is looked at by itself.
 */
export function consentOwners({ contacts }: Pick<Splittable, 'contacts'>): ReadonlySet<string> {
  const asks = ({ service, hosts }: ContactedService): boolean =>
    service.category === 'consent-provider' || hosts.every(({ host }) => isConsentHost(host));
  const isOne = ({ services }: Contact): boolean =>
    services.some(asks) && services.every((one) => ASKING.includes(one.service.category) || asks(one));
  return new Set(contacts.filter(isOne).map(({ company }) => company.name));
}

function partOf({ contacts, items }: Splittable, from: number, until: number): Part {
  const isWithin = (at: number): boolean => at >= from && at < until;
  const asking = consentOwners({ contacts });
  // The consent platform, what it loads to ask, and hosts that hand out the site's own files: nobody could be asked without them.
  const others = contacts
    .filter(({ company }) => company.relation === 'other' && !asking.has(company.name))
    .flatMap((contact): Contact[] => {
      const left = onlyHosts(
        contact,
        ({ host }, { category }) =>
          category !== 'consent-provider' && !isConsentHost(host) && !contact.delivery?.includes(host),
      );
      return left === null ? [] : [left];
    });
  return {
    companies: others.filter(({ firstAt }) => isWithin(firstAt)).toSorted((a, b) => a.firstAt - b.firstAt),
    hosts: others
      .flatMap((contact) => contact.hosts.map((host) => [contact, host] as const))
      .filter(([, { firstAt }]) => isWithin(firstAt))
      .toSorted(([, a], [, b]) => a.firstAt - b.firstAt),
    items: items
      .filter(
        ({ item, knowledge, setByOther, setterOwner }) =>
          setByOther &&
          !item.removed &&
          !isConsentItem(item.name) &&
          knowledge?.category !== 'consent' &&
          !isConsentHost(item.cookie?.domain ?? item.host) &&
          !asking.has(setterOwner ?? '') &&
          isWithin(item.firstAt),
      )
      .toSorted((a, b) => a.item.firstAt - b.item.firstAt),
  };
}

/**
 * Splits a visit at each choice that was made in it; null where no consent platform was seen on the page itself. A choice came at
 * some time between two looks: what came between them stands after it, for it may have come with it. What was found after it and may have
 * been there before stands on neither side.
 */
export function splitByConsent(parts: Splittable): ConsentSplit | null {
  const consents = parts.visit.consents.filter(({ host }) => host === parts.visit.address.host);
  const [consent, ...others] = consents.toSorted(
    (a, b) => STATES.indexOf(stateOf(a)) - STATES.indexOf(stateOf(b)) || firstMade(a) - firstMade(b),
  );
  if (consent === undefined) return null;
  const made = consent.history.filter(isMade);
  const starts = made.map(({ after }) => after ?? Infinity);
  return {
    consent,
    others,
    state: stateOf(consent),
    isSure: consents.every(beganOpen),
    before: partOf(parts, -Infinity, starts[0] ?? Infinity),
    after: made.map((choice, n) => {
      const start = starts[n] ?? Infinity;
      const part = partOf(parts, start, starts[n + 1] ?? Infinity);
      const isSure = ({ hosts }: Contact): boolean => hosts.every((host) => mayBeAskedSince(host) >= start);
      const items = part.items.map((known) => ({ known, since: mayStandSince(known.item) }));
      return {
        choice,
        part: {
          companies: part.companies.filter(isSure),
          hosts: part.hosts.filter(([, host]) => mayBeAskedSince(host) >= start),
          items: items.filter(({ since }) => since >= start).map(({ known }) => known),
        },
        unclear: {
          companies: part.companies.filter((contact) => !isSure(contact)),
          items: items
            .filter(({ since }) => since < start)
            .map(({ known, since }) => ({ known, since: since === 0 ? null : since })),
        },
      };
    }),
  };
}
