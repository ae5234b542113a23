/**
 * A visit → the practices that it shows, each with its evidence. One rule for each practice of `policy-data/practices.json`; a rule says only what was observed.
 *
 * Long because: the rules stand side by side, so that a reader can check them against the list.
 */
import type { LinkRole } from '../ledger/observation.ts';
import type { Visit } from '../ledger/visit.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import { isConsentHost } from '../recognition/consent-hosts.ts';
import { consentScript } from '../recognition/consent-platforms.ts';
import type { Contact } from '../recognition/contacted.ts';
import type { CompanyCategory } from '../schemas/policy-data.ts';
import { askedRules } from './rules/asked.ts';
import { collectorInDisguise, pixelInDisguise } from './rules/disguise.ts';
import type { Evidence } from './finding.ts';
import { consentOwners } from './consent-split.ts';
import { isKept, toldApart } from './kept.ts';
import { fingerprinting } from './rules/fingerprinting.ts';
import { identifierRestored } from './rules/identifier-restored.ts';
import { identifierInTwoPlaces, identifierShared } from './rules/identifiers.ts';
import { contactedFor, hostsWhere, socialPlugIn } from './purposes.ts';
import { redirectThroughCompany } from './rules/redirects.ts';
import { isOwnSetter, type KnownStoredItem } from './item-owner.ts';
import { typedTextSentEarly } from './rules/typed-text.ts';
import { recordingPattern } from './rules/session-recording.ts';
import { sentWithoutEncryption } from './rules/unencrypted.ts';
import { usedBeforeChoice } from './rules/used-before-choice.ts';

/** What the rules judge by: the visit, and what recognition made of it. */
export interface Recognised {
  readonly visit: Visit;
  readonly contacts: readonly Contact[];
  readonly items: readonly KnownStoredItem[];
  readonly companyOf: (host: string) => CompanyMatch;
  /** The company that set a stored item, as far as its name or its domain tells; the site's own host otherwise. */
  readonly setterOf: (item: KnownStoredItem) => string;
  /** The owner of the company that goes by this name; the name itself where we know none. */
  readonly ownerNamed: (name: string) => string;
}

/** Gives the evidence of one practice; none when the practice was not seen. */
export type PracticeRule = (seen: Recognised) => Evidence[];

/** The same evidence, in a situation that the practice's own words do not fit. */
const as =
  (situation: string, rule: PracticeRule): PracticeRule =>
  (seen) =>
    rule(seen).map((one) => ({ ...one, situation }));

type What = Evidence['what'];

function evidence(what: What, subject: string, host: string, at: number, detail = '', count = 1): Evidence {
  return { what, subject, detail, host, at, count };
}

function categories(...wanted: readonly (CompanyCategory | 'unknown')[]): PracticeRule {
  return hostsWhere(({ category }) => wanted.includes(category));
}

/** Last moment that a Date can hold (ECMA-262); sites do set cookies that end beyond it. */
const LAST_TIME = 8.64e15;

function isoDay(time: number): string {
  return new Date(Math.min(time, LAST_TIME)).toISOString().replace(/T.*/, '');
}

/** Where what another company keeps stands: at its own address, there for this site only, or at the site's address; `unsure`: whose it is. */
function keptSituation(
  { item: { cookie, store, host }, setByOther, candidates = [] }: KnownStoredItem,
  seen: Recognised,
): string | null {
  if (!setByOther) return candidates.some((setter) => !isOwnSetter(setter)) ? 'unsure' : null;
  if (store !== 'cookie') return 'by-other';
  if (seen.companyOf(cookie?.domain ?? host).relation !== 'other') return 'own-address';
  return cookie?.partition == null ? null : 'partitioned';
}

/** A host of the company whose tool keeps it at the site's address, where that company was contacted. */
function keeperHost({ setByOther, setterOwner }: KnownStoredItem, { contacts }: Recognised): string | null {
  if (!setByOther || setterOwner === null) return null;
  return contacts.find(({ company }) => company.name === setterOwner)?.hosts[0]?.host ?? null;
}

function itemEvidence(known: KnownStoredItem, all: readonly KnownStoredItem[], seen: Recognised): Evidence {
  const { item } = known;
  const situation = keptSituation(known, seen);
  const behind = situation === 'by-other' || situation === 'own-address' ? keeperHost(known, seen) : null;
  const detail =
    item.cookie === null ? '' : item.cookie.expiresAt === null ? 'session' : `until ${isoDay(item.cookie.expiresAt)}`;
  const apart = toldApart(
    item,
    all.map((other) => other.item),
  );
  return {
    ...evidence(item.store, item.name, item.cookie?.domain ?? item.host, item.firstAt, detail),
    ...(Object.keys(apart).length === 0 ? {} : { apart }),
    ...(situation === null ? {} : { situation }),
    ...(behind === null ? {} : { behind }),
  };
}

function itemsWhere(fits: (known: KnownStoredItem) => boolean): PracticeRule {
  return (seen) =>
    seen.items.filter((known) => isKept(known) && fits(known)).map((known, _at, all) => itemEvidence(known, all, seen));
}

function linksWith(
  roles: readonly LinkRole[],
  fits: (host: string, seen: Recognised) => boolean = () => true,
): PracticeRule {
  return (seen) =>
    seen.visit.links
      .filter(({ role, address }) => roles.includes(role) && fits(address?.host ?? '', seen))
      .map(({ address, text, scopes, at }) =>
        evidence(
          'link',
          text === '' ? (address?.host ?? '') : text,
          address?.host ?? '',
          at,
          [address === null ? '' : address.host + address.path, ...scopes].filter((part) => part !== '').join(' '),
        ),
      );
}

const toOtherCompany = (host: string, { companyOf }: Recognised): boolean =>
  host !== '' && companyOf(host).relation === 'other';

function together(...rules: readonly PracticeRule[]): PracticeRule {
  return (seen) => rules.flatMap((rule) => rule(seen));
}

/** Companies whose script draws a part of the page, with or without a frame. */
const DRAWN_BY_SCRIPT: readonly (CompanyCategory | 'unknown')[] = [
  ...(['player', 'video', 'tickets', 'tours', 'customer-success'] as const),
];
/**
 * Companies whose frames are a part of the page: besides those, a map, a form, a shop. Frames of advertising, measuring, payment and sign-in are
 * mostly there to be in the page and not to be seen.
 */
const SHOWN_IN_FRAMES: readonly (CompanyCategory | 'unknown')[] = [
  ...DRAWN_BY_SCRIPT,
  ...(['utility', 'content', 'text-messages', 'merchandise', 'fan-club', 'mailing', 'pre-save'] as const),
];

const framesOfCompanies =
  (fits: (company: CompanyMatch) => boolean): PracticeRule =>
  ({ visit, companyOf }) =>
    visit.frames
      .filter(({ address }) => {
        const company = companyOf(address.host);
        return company.relation === 'other' && fits(company);
      })
      .map(({ address, title, at }) =>
        evidence('frame', address.host, address.host, at, title === '' ? address.path : title),
      );

/** Links that name the rights which they ask for, and those that speak of a pre-save only. */
const preSave: PracticeRule = (seen) => {
  const hasScopes = seen.visit.links.filter(({ scopes }) => scopes.length > 0);
  const bare = seen.visit.links.filter(({ scopes }) => scopes.length === 0);
  const among = (links: Visit['links']): Evidence[] =>
    linksWith(['pre-save'])({ ...seen, visit: { ...seen.visit, links } });
  return [...among(hasScopes), ...among(bare).map((one) => ({ ...one, situation: 'no-rights-named' }))];
};

const policyAndChoiceLinks: PracticeRule = (seen) => {
  const links = linksWith(['policy', 'choice', 'cookie-settings'])(seen);
  const { visit } = seen;
  // Links or forms were read, so the page's text was there: only then is a missing link a fact.
  const wasRead = visit.links.length > 0 || visit.forms.length > 0;
  const hasPolicyLink = visit.links.some(({ role }) => role === 'policy');
  if (hasPolicyLink || !wasRead) return links;
  const absence = evidence('absence', 'policy-link', visit.address.host, visit.updatedAt);
  return [...links, { ...absence, situation: 'no-policy-link' }];
};

/**
 * A company that makes consent tools makes more: forms for requests, texts of policies. Where we know the scripts of its tool, one of
 * them must be among what was asked of its hosts, or the tool itself was seen; of others the company is all that is known.
 */
const consent: PracticeRule = (seen) => {
  const { consents, hosts } = seen.visit;
  const isTool = ({ host, paths }: Visit['hosts'][number]): boolean =>
    paths.some((path) => consentScript(`https://${host}${path}`) !== null);
  const isSeen = consents.length > 0 || hosts.some(isTool);
  return [
    ...consents.map(({ platform, choice, source, at }) => evidence('consent', platform, source, at, choice)),
    ...categories('consent-provider')(seen).flatMap((one): Evidence[] => {
      if (isSeen) return [one];
      return isConsentHost(one.host) ? [] : [{ ...one, situation: 'maker' }];
    }),
  ];
};

/** Services that work out a place, but not the country check of a consent tool, which only tells which banner to show. */
const placeServices: PracticeRule = (seen) => {
  const asking = consentOwners(seen);
  return categories('ip-location')(seen).filter(
    ({ host }) => !isConsentHost(host) && !asking.has(seen.companyOf(host).owner),
  );
};

/** Scripts that were heard to ask the browser where it is, with the answer as the permission stands. */
const geolocationAsked: PracticeRule = ({ visit }) =>
  visit.readOuts
    .filter(({ readOut }) => readOut === 'location')
    .map(({ script, host, path, measures, at }) => ({
      ...evidence(
        'geolocation',
        (script ?? host) + path,
        script ?? host,
        at,
        visit.geolocation?.state ?? '',
        measures.asked ?? 1,
      ),
      situation: 'asked',
    }));

/** A rule for each practice, by the practice's id. */
export const practiceRules: Readonly<Record<string, PracticeRule>> = {
  'visit-data-sent-to-company': hostsWhere(() => true),
  'web-analytics': contactedFor('analytics'),
  advertising: contactedFor('ad'),
  'pixel-tag': together(
    hostsWhere((_service, host) => host.pixels > 0, 'pixel'),
    pixelInDisguise,
  ),
  'tag-manager': contactedFor('tag-manager'),
  'identifier-shared-between-companies': identifierShared,
  'collector-in-disguise': collectorInDisguise,
  'typed-text-sent-early': typedTextSentEarly,
  'redirect-through-company': redirectThroughCompany,
  'session-recording': together(categories('session-recording'), recordingPattern),
  fingerprinting,
  'consent-manager': consent,
  'used-before-choice': usedBeforeChoice,
  'location-look-up': together(placeServices, geolocationAsked),
  'sent-without-encryption': sentWithoutEncryption,

  'first-party-cookies': itemsWhere(({ item, setByOther }) => item.store === 'cookie' && !setByOther),
  'third-party-cookies': itemsWhere(({ item, setByOther }) => item.store === 'cookie' && setByOther),
  'flash-content': ({ visit }) =>
    visit.flashObjects.map(({ form, address, parameters, at }) =>
      evidence(
        'flash-object',
        address === null ? form : address.host + address.path,
        address?.host ?? visit.address.host,
        at,
        [form, ...parameters].join(' '),
      ),
    ),
  'flash-cookies': ({ visit }) =>
    visit.flashCookies.map(({ key, host, entries, damaged, at }) =>
      evidence(
        'flash-cookie',
        key,
        host,
        at,
        damaged ?? entries.map(({ name }) => name).join(', '),
        Math.max(1, entries.length),
      ),
    ),
  'web-storage': itemsWhere(
    ({ item }) => (item.store === 'local' || item.store === 'session') && item.shape !== 'flash-object',
  ),
  'browser-databases': itemsWhere(
    ({ item }) => item.store !== 'cookie' && item.store !== 'local' && item.store !== 'session',
  ),
  'identifier-in-two-places': identifierInTwoPlaces,
  'identifier-restored': identifierRestored,

  ...askedRules,

  'social-sign-in': together(linksWith(['sign-in'], toOtherCompany), as('contact', categories('sign-in'))),
  'social-plug-in': socialPlugIn,
  widget: together(
    framesOfCompanies(({ category }) => SHOWN_IN_FRAMES.includes(category)),
    as(
      'script',
      hostsWhere(({ category }, host) => DRAWN_BY_SCRIPT.includes(category) && host.initiators.includes('script')),
    ),
  ),
  'pre-save': preSave,
  'other-company-shop': linksWith(['shop'], toOtherCompany),
  'outbound-links': linksWith(['outbound'], toOtherCompany),
  'policy-and-choice-links': policyAndChoiceLinks,
};
