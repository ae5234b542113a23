/** Parts of reports, each a whole one; who makes one names only what it is about. Quotes are the policy's own words. */
import type { Evidence, EvidenceKind } from '../../findings/evidence.ts';
import type { CompanyInPractice, Finding } from '../../findings/finding.ts';
import type { ContactedCompany } from '../../findings/report.ts';
import type { HostRecord } from '../../ledger/visit-entries.ts';
import { companyBehind, type CompanyMatch } from '../../recognition/company.ts';
import type { Clause, Practice, Route } from '../../schemas/policy-data.ts';
import { AT } from './visits.ts';

/** A practice of the list. */
export function makePractice(over: Partial<Practice> & Pick<Practice, 'id' | 'name'>): Practice {
  return {
    group: 'contact',
    plain: over.name,
    explanation: 'What it is, in one plain sentence.',
    opp115: 'Third Party Sharing/Collection',
    view: 'page',
    cannotTell: null,
    weight: 2,
    ...over,
  };
}

/** A clause of the policy. */
export function makeClause(over: Partial<Clause> & Pick<Clause, 'id'>): Clause {
  return {
    section: 'Tracking Technologies',
    quote:
      'We and some of our third party partners use Flash cookies to store some of your preferences or personal information.',
    start: 10,
    end: 127,
    summary: 'Sony Music and some partners keep preferences or personal data in Flash cookies.',
    practices: [],
    dataTypes: [],
    purposes: [],
    recipients: [],
    choice: null,
    routes: [],
    ...over,
  };
}

/** A way to ask, choose or complain. */
export function makeRoute(over: Partial<Route> & Pick<Route, 'id' | 'title'>): Route {
  return {
    purpose: 'What it is for.',
    kind: 'own-contact',
    region: '*',
    address: 'https://www.sonymusic.com/feedback/',
    text: null,
    asPrinted: null,
    whatItWas: null,
    worksToday: 'unknown',
    insteadUse: [],
    needs: [],
    lastChecked: null,
    practices: [],
    companies: [],
    sure: 'high',
    sources: ['a source'],
    ...over,
  };
}

/** A company as it is found by a host. */
export function makeCompany(over: Partial<CompanyMatch> & Pick<CompanyMatch, 'name'>): CompanyMatch {
  return {
    key: over.owner ?? over.name,
    owner: over.name,
    names: [...new Set([over.name, over.owner ?? over.name])],
    category: 'analytics',
    purpose: 'Measures how people use the site.',
    known: true,
    relation: 'other',
    ...over,
  };
}

/** A company that was contacted, by the hosts of one service. */
export function makeContact(
  service: CompanyMatch,
  hosts: readonly HostRecord[],
  over: Partial<ContactedCompany> = {},
): ContactedCompany {
  const sum = (of: (host: HostRecord) => number): number => hosts.reduce((total, host) => total + of(host), 0);
  const met = {
    hosts,
    count: sum((host) => host.count),
    failed: sum((host) => host.failed),
    firstAt: Math.min(...hosts.map((host) => host.firstAt)),
  };
  return {
    company: companyBehind(service),
    services: [{ service, ...met }],
    ...met,
    optOuts: [],
    privacyUrl: null,
    country: null,
    ...over,
  };
}

/** A company as a finding names it. */
export function inPractice(service: CompanyMatch, namedByPolicy = false): CompanyInPractice {
  return { company: companyBehind(service), services: [service], namedByPolicy };
}

/** A finding without evidence, companies or clauses, but for `over`. */
export function makeFinding(over: Partial<Finding> & Pick<Finding, 'practice' | 'label'>): Finding {
  return { reason: null, evidence: [], answers: [], companies: [], clauses: [], background: false, ...over };
}

/** One kind of evidence, by its kind. */
export type EvidenceOf<K extends EvidenceKind, E = Evidence> = E extends Evidence
  ? K extends E['kind']
    ? Omit<E, 'kind'> & { readonly kind: K }
    : never
  : never;
/** The fields of a kind beside those that all have. */
type OwnFields<K extends EvidenceKind> = Omit<EvidenceOf<K>, 'kind' | 'host' | 'at' | 'count'>;

const REQUEST = { paths: [] };
const STORED = { name: '' };
const BARE_EVIDENCE: { readonly [K in EvidenceKind]: OwnFields<K> } = {
  request: REQUEST,
  pixel: REQUEST,
  upload: REQUEST,
  frame: { title: '', path: '' },
  cookie: STORED,
  local: STORED,
  session: STORED,
  'indexed-db': STORED,
  cache: STORED,
  'service-worker': STORED,
  'origin-file': STORED,
  'storage-bucket': STORED,
  'flash-object': { form: 'object', path: null, parameters: [] },
  'flash-cookie': { key: '', entries: [], damaged: null },
  form: { words: [], target: null, calledBy: 'words' },
  field: { names: [], target: null },
  link: { text: '', path: '', scopes: [] },
  consent: { platform: '', choice: 'none-yet' },
  geolocation: { path: '', permission: null },
  identifier: { places: [] },
  'shared-identifier': { holders: [] },
  redirect: { way: [] },
  'read-out': { path: '', parts: [] },
  'typed-text': { field: '', form: 'plain' },
  disguise: { collector: '', sign: { by: 'alias', host: '' } },
  absence: { of: 'policy-link' },
};
/** All kinds of evidence. */
export const EVIDENCE_KINDS = Object.keys(BARE_EVIDENCE) as readonly EvidenceKind[];

/** Evidence of a kind, with what matters to a test. */
export function makeEvidence<K extends EvidenceKind>(over: { readonly kind: K } & Partial<EvidenceOf<K>>): Evidence {
  return { host: '', at: AT, count: 1, ...BARE_EVIDENCE[over.kind], ...over } as unknown as Evidence;
}
