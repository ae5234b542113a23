/** Reports made by hand, typed, for the tests of what is shown. Quotes are the policy's own words. */
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { nearestRoute } from '../../../findings/route-groups.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { KnownStoredItem } from '../../../findings/recognised.ts';
import type { ContactedCompany, Report } from '../../../findings/report.ts';
import type { OrganisationKnowledge } from '../../../findings/knowledge.ts';
import { printedRoutes } from '../../../findings/route-groups.ts';
import type { OfferedRoute } from '../../../findings/routes.ts';
import type { Visit } from '../../../ledger/visit.ts';
import type { SiteRecognition } from '../../../recognition/site.ts';
import type { Policy, Route } from '../../../schemas/policy-data.ts';
import {
  inPractice,
  makeClause,
  makeCompany,
  makeContact,
  makeEvidence,
  makeFinding,
  makePractice,
  makeRoute,
} from '../../../tools/builders/reports.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';

const [{ organisation: shipped }] = shippedKnowledge();

export const policy: Policy = {
  id: 'us-2011-12-31',
  title: 'Sony Music Entertainment Privacy Policy',
  publisher: 'Sony Music Entertainment',
  archiveUrl: 'https://web.archive.org/web/20111231032416/http://www.sonymusic.com/privacy-policy',
  originalUrl: 'http://www.sonymusic.com/privacy-policy',
  captureDate: '2011-12-31',
  jurisdiction: 'US',
  language: 'en',
  sha256: '0'.repeat(64),
  sources: ['first line of policy.md'],
};

export const analyticsClause = makeClause({
  id: 'clickstream',
  quote: 'Such information is sometimes referred to as web analytics and/or clickstream data.',
  summary: 'Counting how people use the site is called web analytics or clickstream data.',
});
export const operationsClause = makeClause({
  id: 'service-companies',
  section: 'Information Sharing',
  quote:
    'We may provide your personal information to companies that help us with our business activities such as processing credit card transactions, shipping your order, assisting us in site operations, providing customer service and delivering email newsletters.',
  summary: 'Companies that help run the site may be given your personal data.',
  routes: ['sony-feedback'],
});
export const cookieClause = makeClause({
  id: 'cookies-and-pixels',
  quote:
    'We and our third party partners may use cookies and/or pixel tags to keep track of your visits, preferences and profile information.',
  summary: 'Sony Music and partners may follow visits with cookies and pixel tags.',
  choice: 'Manage or delete cookies in your browser.',
});
export const billingClause = makeClause({
  id: 'billing-ssl',
  section: 'Security',
  quote:
    'When you enter sensitive billing information on our order forms, we encrypt the transmission of that information using secure socket layer technology (SSL).',
  summary: 'Billing details are encrypted on their way. Other data are not mentioned.',
});

export const listed: SiteRecognition = {
  status: 'listed',
  organisation: 'sony-music',
  site: {
    domain: 'bobdylan.com',
    kind: 'artist',
    operator: 'Sony Music Entertainment',
    country: 'US',
    group: 'sony-music',
    policy: 'held',
    policyUrl: 'https://www.sonymusic.com/privacy-policy/',
    confidence: 'high',
    sources: ['a public list of companies and their domains'],
  },
  operator: 'Sony Music Entertainment',
  asOf: null,
  label: 'Columbia (US)',
  policy: 'held',
  policyUrl: 'https://www.sonymusic.com/privacy-policy/',
  confidence: 'high',
  reasons: [
    { code: 'host-listed', mark: null, detail: 'bobdylan.com' },
    { code: 'mark', mark: 'sme-privacy-script', detail: 'tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js' },
  ],
};

export const ownPolicy: SiteRecognition = {
  ...listed,
  operator: 'Sony Music Entertainment Germany GmbH',
  label: null,
  policy: 'own',
  policyUrl: 'https://www.sonymusic.de/Datenschutz/',
  reasons: [
    { code: 'host-listed', mark: null, detail: 'sonymusic.de' },
    { code: 'own-policy', mark: null, detail: 'https://www.sonymusic.de/Datenschutz/' },
  ],
};

export const unlisted: SiteRecognition = {
  status: 'not-covered',
  organisation: null,
  site: null,
  operator: null,
  asOf: null,
  label: null,
  policy: 'none',
  policyUrl: null,
  confidence: 'low',
  reasons: [],
};

const google = makeCompany({ name: 'Google Analytics', owner: 'Google' });
const snap = makeCompany({
  name: 'Snap Pixel',
  owner: 'Snap',
  category: 'ad',
  purpose: 'Tells Snap about visits, for advertising.',
});
const clarity = makeCompany({
  name: 'Microsoft Clarity',
  owner: 'Microsoft',
  category: 'session-recording',
  purpose: 'Records mouse moves, scrolling and clicks, to be played back.',
});
const facebook = makeCompany({ name: 'Facebook', owner: 'Meta', category: 'social', purpose: 'Buttons and posts.' });
const unknown = makeCompany({
  name: 'found.example',
  owner: 'found.example',
  category: 'unknown',
  purpose: null,
  known: false,
});
const own = makeCompany({
  name: 'Sony Music Entertainment',
  owner: 'Sony Music Entertainment',
  relation: 'same-owner',
  category: 'other',
  purpose: null,
});

export const companies: readonly ContactedCompany[] = [
  makeContact(google, [makeHost('www.google-analytics.com'), makeHost('region1.google-analytics.com', { count: 9 })], {
    optOuts: [{ url: 'https://tools.google.com/dlpage/gaoptout', what: 'Google Analytics opt-out add-on' }],
    privacyUrl: 'https://policies.google.com/privacy',
  }),
  makeContact(snap, [makeHost('tr.snapchat.com', { count: 2, failed: 2 })], {
    optOuts: [{ url: 'https://accounts.snapchat.com/accounts/preferences', what: 'Snap ad preferences' }],
  }),
  makeContact(clarity, [makeHost('www.clarity.ms', { count: 14, failed: 3 })]),
  makeContact(facebook, [makeHost('www.facebook.com')]),
  makeContact(unknown, [makeHost('cdn.found.example', { insecure: 1 })]),
  makeContact(own, [makeHost('tools.sonymusiccreative.com')]),
];

const cookie = {
  domain: 'bobdylan.com',
  expiresAt: AT + 400 * 86_400_000,
  httpOnly: false,
  secure: true,
  sameSite: 'lax',
  partition: null,
} as const;

export const items: readonly KnownStoredItem[] = [
  {
    item: makeItem({ store: 'cookie', name: '_ga', cookie }),
    knowledge: {
      name: '_ga',
      match: 'exact',
      stores: ['cookie'],
      domains: [],
      setter: 'Google Analytics',
      purpose: 'Tells one browser from the next, to count visitors.',
      category: 'analytics',
      lifetime: '2 years',
      identifier: true,
    },
    setByOther: true,
    setterOwner: 'Google',
  },
  {
    item: makeItem({ store: 'cookie', name: 'PHPSESSID', cookie: { ...cookie, expiresAt: null } }),
    knowledge: null,
    setByOther: false,
    setterOwner: null,
  },
  {
    item: makeItem({ store: 'local', name: '_clck', shape: 'text' }),
    knowledge: null,
    setByOther: false,
    setterOwner: null,
  },
  {
    item: makeItem({ store: 'session', name: 'tab-state', shape: 'json' }),
    knowledge: null,
    setByOther: false,
    setterOwner: null,
  },
  {
    item: makeItem({ store: 'indexed-db', name: 'player-cache', size: null, shape: null, hash: null }),
    knowledge: null,
    setByOther: false,
    setterOwner: null,
  },
];

export const findings: readonly Finding[] = [
  makeFinding({
    practice: makePractice({
      id: 'session-recording',
      name: 'Session recording',
      explanation: 'A company that can record mouse moves, scrolling and clicks was contacted.',
    }),
    label: 'not-found',
    evidence: [
      makeEvidence({
        kind: 'request',
        host: 'www.clarity.ms',
        paths: ['/tag/abc', '/collect'],
        count: 14,
      }),
    ],
    companies: [inPractice(clarity, false)],
  }),
  makeFinding({
    practice: makePractice({ id: 'web-storage', name: 'Web storage', group: 'kept' }),
    label: 'not-found',
    evidence: [
      makeEvidence({ kind: 'local', name: '_clck', host: 'www.bobdylan.com' }),
      makeEvidence({ kind: 'session', name: 'tab-state', host: 'www.bobdylan.com' }),
    ],
  }),
  makeFinding({
    practice: makePractice({ id: 'sent-without-encryption', name: 'Sent without encryption' }),
    label: 'cannot-tell',
    reason: 'The policy promises encryption for billing forms only.',
    evidence: [makeEvidence({ kind: 'request', host: 'cdn.found.example' })],
    companies: [inPractice(unknown, false)],
    clauses: [{ clause: billingClause, speaks: 'unclear' }],
  }),
  makeFinding({
    practice: makePractice({ id: 'tag-manager', name: 'Tag manager' }),
    label: 'stated-in-general',
    evidence: [makeEvidence({ kind: 'request', host: 'www.googletagmanager.com' })],
    companies: [inPractice(google, false)],
    clauses: [{ clause: operationsClause, speaks: 'general' }],
  }),
  makeFinding({
    practice: makePractice({ id: 'web-analytics', name: 'Web analytics' }),
    label: 'stated',
    evidence: [
      makeEvidence({
        kind: 'request',
        host: 'www.google-analytics.com',
        count: 3,
      }),
    ],
    companies: [inPractice(google, false), inPractice(clarity, false)],
    clauses: [
      { clause: analyticsClause, speaks: 'names' },
      { clause: cookieClause, speaks: 'names' },
      { clause: operationsClause, speaks: 'general' },
    ],
  }),
  makeFinding({
    practice: makePractice({ id: 'flash-cookies', name: 'Flash cookies', group: 'kept' }),
    label: 'stated',
    evidence: [
      makeEvidence({
        kind: 'flash-cookie',
        key: 'www.bobdylan.com/player.swf/prefs',
        host: 'www.bobdylan.com',
        entries: ['volume', 'userId'],
        count: 2,
      }),
    ],
    clauses: [{ clause: makeClause({ id: 'flash-cookies' }), speaks: 'names' }],
  }),
];

export const routes: readonly OfferedRoute[] = [
  {
    route: makeRoute({
      id: 'sony-ccpa',
      title: 'Ask Sony Music not to sell or share your data',
      kind: 'own-optout',
      purpose: 'The form “Do Not Sell or Share My Personal Information”.',
      region: 'US-CA',
      address: 'https://www.sonymusic.com/ccpa-contact-form/',
      needs: ['your name', 'your e-mail address'],
    }),
    because: { kind: 'always', names: [] },
  },
  {
    route: makeRoute({
      id: 'sony-feedback',
      title: 'Write to Sony Music',
      purpose: 'Questions, access, correction and deletion.',
      asPrinted: 'http://www.sonymusic.com/about/feedback.php',
      whatItWas: 'Sony Music’s feedback form of 2011.',
      needs: ['an e-mail address'],
    }),
    because: { kind: 'always', names: [] },
  },
  {
    route: makeRoute({
      id: 'sony-post',
      title: 'Write a letter',
      address: null,
      text: 'Sony Music Entertainment\nATTN: Sony Music Privacy Office\n25 Madison Avenue, 22nd Floor\nNew York, NY 10010',
    }),
    because: { kind: 'always', names: [] },
  },
  {
    route: makeRoute({
      id: 'meta-ads',
      title: 'Meta ad preferences',
      kind: 'vendor',
      address: 'https://www.facebook.com/adpreferences',
      companies: ['Meta'],
    }),
    because: { kind: 'company', names: ['Meta'] },
  },
  {
    route: makeRoute({
      id: 'daa-choices',
      title: 'Opt out of interest-based advertising',
      kind: 'optout',
      address: 'https://youradchoices.com/control',
      practices: ['advertising'],
    }),
    because: { kind: 'practice', names: ['web-analytics'] },
  },
  {
    route: makeRoute({
      id: 'gpc',
      title: 'Send the Global Privacy Control signal',
      kind: 'setting',
      address: 'https://globalprivacycontrol.org/',
      practices: ['session-recording'],
    }),
    because: { kind: 'practice', names: ['session-recording'] },
  },
  {
    route: makeRoute({
      id: 'your-authority',
      title: 'Data protection authorities in Europe',
      kind: 'regulator',
      region: 'EU',
      address: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
      lastChecked: '2026-11-20',
    }),
    because: { kind: 'always', names: [] },
  },
];

/** As in routes.json: those offered, and one that the policy printed and that no longer works. */
export const allRoutes: readonly Route[] = [
  ...routes.map(({ route }) => route),
  makeRoute({
    id: 'flash-settings',
    title: 'Flash Player settings manager',
    kind: 'dead',
    address: null,
    worksToday: 'no',
    asPrinted: 'http://www.macromedia.com/support/documentation/en/flashplayer/help/settings_manager.html',
    whatItWas: 'Adobe’s page to see and delete Flash cookies.',
    insteadUse: ['gpc'],
  }),
];

/** What ships of the organisation, with the policy and the printed route from above. */
export const organisation: OrganisationKnowledge = {
  ...shipped,
  policy,
  printedRoutes: printedRoutes(allRoutes),
};

const flashVisit: Partial<Visit> = {
  flashObjects: [
    {
      at: AT,
      form: 'ruffle',
      address: { scheme: 'https', host: 'www.bobdylan.com', path: '/player.swf' },
      parameters: ['movie', 'quality'],
    },
  ],
  flashCookies: [
    {
      at: AT,
      host: 'www.bobdylan.com',
      key: 'www.bobdylan.com/player.swf/prefs',
      name: 'prefs',
      size: 120,
      amf: 0,
      entries: [
        { name: 'volume', type: 'number', shape: 'number', hash: null },
        { name: 'userId', type: 'string', shape: 'uuid', hash: 'f00ba4' },
      ],
      damaged: null,
    },
  ],
};

/** A visit with something of everything; parts can be replaced. */
export function makeReport(over: Partial<Report> = {}): Report {
  const contacted = over.companies ?? companies;
  return {
    visit: makeVisit(flashVisit),
    recognition: listed,
    organisation,
    findings,
    companies: contacted,
    otherCompanies: contacted.filter(({ company }) => company.relation === 'other').length,
    items,
    flashKnowledge: (over.visit?.flashCookies ?? []).map(() => null),
    signUps: [],
    routes,
    firstRoute: nearestRoute(over.routes ?? routes, null),
    ...over,
  };
}

/** Nothing seen but the page itself. */
export function emptyReport(over: Partial<Report> = {}): Report {
  return makeReport({ visit: makeVisit(), findings: [], companies: [], items: [], ...over });
}

const PURPOSES = ['ad', 'analytics', 'cdn', 'social', 'unknown', 'marketing', 'video'] as const;

/** A visit of `hosts` other hosts, two to a company, and as many stored items. */
export function bigReport(hosts: number): Report {
  const many = Array.from({ length: Math.ceil(hosts / 2) }, (_, index) => {
    const category = PURPOSES[index % PURPOSES.length] ?? 'unknown';
    const name = `Company ${index}`;
    return makeContact(makeCompany({ name, owner: `Owner ${index % 60}`, category }), [
      makeHost(`a.company-${index}.example`, { count: 1 + (index % 9) }),
      makeHost(`b.company-${index}.example`, { failed: index % 2 }),
    ]);
  });
  const kept = Array.from({ length: hosts }, (_, index): KnownStoredItem => ({
    item: makeItem({ store: index % 2 === 0 ? 'cookie' : 'local', name: `item-${index}` }),
    knowledge: null,
    setByOther: false,
    setterOwner: null,
  }));
  return makeReport({ companies: many, items: kept });
}
