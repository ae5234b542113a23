import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkPolicyData } from '../../../checks/check-policy-data.ts';
import type { ReadingReasonsFile, ReadingRulesFile } from '../../../schemas/reading-rules.ts';
import englishWords from '../../../policy-data/page-words/en.json' with { type: 'json' };
import japaneseWords from '../../../policy-data/page-words/ja.json' with { type: 'json' };
import type { CarriedWordsFile, NamedCompany } from '../../../schemas/label-data.ts';
import { CarriedKindSchema } from '../../../schemas/policy-data.ts';
import type {
  Clause,
  CompaniesFile,
  Lookalike,
  MusicServicesFile,
  Organisation,
  Policy,
  Practice,
  Route,
  Site,
  StoredItemEntry,
  TailCompaniesFile,
  ThirdPartyWebFile,
} from '../../../schemas/policy-data.ts';

const PROJECT = join(import.meta.dirname, '../../..');

const TEXT = `# Policy of Acme

We use cookies. To stop them [click here](http://opt.example/out).

  * Your name

**Rights**

Write to 1 Acme Street.
`;

function piece(quote: string): { quote: string; start: number; end: number } {
  const start = TEXT.indexOf(quote);
  return { quote, start, end: start + quote.length };
}

function clause(id: string, quote: string, more: Partial<Clause> = {}): Clause {
  const lists = { practices: [], dataTypes: [], purposes: [], recipients: [], choice: null, routes: [] };
  return { id, section: 'Introduction', ...piece(quote), summary: `Summary of ${id}.`, ...lists, ...more };
}

function practice(id: string): Practice {
  return {
    id,
    group: 'kept',
    plain: id,
    name: id,
    explanation: 'One.',
    opp115: 'Other',
    view: 'page',
    cannotTell: null,
    weight: 3,
  };
}

function route(id: string, more: Partial<Route> = {}): Route {
  const texts = { title: id, purpose: id, address: null, text: null, asPrinted: null, whatItWas: null };
  const lists = { insteadUse: [], needs: [], practices: [], companies: [], sources: ['a page'] };
  return {
    id,
    kind: 'optout',
    region: '*',
    worksToday: 'unknown',
    lastChecked: null,
    sure: 'low',
    ...texts,
    ...lists,
    ...more,
  };
}

function site(domain: string): Site {
  const rest = {
    country: 'US',
    group: 'acme',
    policy: 'held',
    policyUrl: null,
    confidence: 'high',
  } as const;
  return { domain, kind: 'artist', operator: 'Acme', ...rest, sources: ['a page'] };
}

function lookalike(domain: string): Lookalike {
  return { domain, operator: 'Other', relation: 'other', note: 'Another company.', sources: ['a page'] };
}

function company(name: string, domains: string[]): CompaniesFile['companies'][number] {
  const rest = { country: null, homepage: null, privacyUrl: null, sources: ['a page'] };
  return { name, owner: name, category: 'ad', purpose: 'Shows ads.', domains, ...rest };
}

function override(domain: string): CompaniesFile['overrides'][number] {
  return { domain, name: 'Big Ads', owner: 'Big', category: 'ad', purpose: 'Shows ads.', sources: ['a page'] };
}

/** Rules for reading a policy, of one sentence; a test breaks one thing in them. */
function readingRules(): ReadingRulesFile {
  const words = ['some'];
  return {
    language: 'en',
    terms: { cookie: ['cookie/cookies'] },
    stance: {
      ...{ negation: words, notNegation: [], border: words, hedge: words, consent: words, choice: words },
      ...{ denial: words, denialLimit: words },
    },
    actors: { we: ['we'], others: ['they'], you: ['you'] },
    data: words,
    purposes: words,
    recipients: words,
    rules: [
      {
        ...{ id: 'cookies', practice: 'cookies', speaks: 'unclear', reason: 'as-it-is', all: [['@cookie']] },
        examples: ['We use cookies.'],
      },
    ],
  };
}

const readingReasons = (): ReadingReasonsFile => ({
  reasons: { 'as-it-is': 'It is so.' },
  silence: { 'cut-short': 'Cut.', 'not-a-policy': 'None.', 'language-without-rules': 'Other.', empty: 'Empty.' },
});

/** A small policy-data/ without a fault; a test breaks one thing in it. */
function soundData() {
  const policy: Policy = {
    id: 'us-2011-12-31',
    title: 'Policy',
    publisher: 'Acme',
    archiveUrl: 'https://web.archive.org/web/2011/http://acme.example/',
    originalUrl: 'http://acme.example/',
    captureDate: '2011-12-31',
    jurisdiction: 'US',
    language: 'en',
    sha256: createHash('sha256').update(TEXT).digest('hex'),
    sources: ['the archive'],
  };
  const organisation: Organisation = {
    id: 'acme',
    name: 'Acme',
    legalName: 'Acme Records',
    alsoCalled: [],
    heldPolicy: '2011-12-31',
    groups: [{ id: 'sister', name: 'Acme Films' }],
    ownDomains: [],
    itemSetters: [],
    feedbackRoute: 'post',
    examples: ['https://www.band.example/'],
    marks: {
      hosts: [{ id: 'host', prefix: 'cdn.example/', what: 'scripts', strength: 'strong', on: ['script'] }],
      selectors: [{ id: 'banner', selector: '#banner', what: 'banner', strength: 'weak' }],
      fields: [],
      sitePaths: ['^cdn\\.example/(?<site>[a-z]+)-(?<label>[a-z]+)/'],
      ownPath: { id: 'own-path', what: 'files', strength: 'strong', pattern: '^/(?<site>[a-z]+)-(?<label>[a-z]+)/' },
      labels: {},
      policyLinks: [{ id: 'policy-link', pattern: '/privacy', policy: 'own', country: null }],
      legalLinks: [{ id: 'terms', url: 'https://acme.example/terms', what: 'terms', strength: 'weak' }],
      footerTexts: [{ id: 'footer', pattern: 'Acme', strength: 'medium' }],
    },
    warnings: [],
  };
  const storedItems: StoredItemEntry[] = [];
  const consentPlatforms = [
    {
      name: 'Lantern Consent',
      reader: 'unread',
      items: ['lantern_consent'],
      scripts: ['consent.lantern.example'],
      examples: [{ state: 'unknown', items: { lantern_consent: 'x' } }],
      sources: ['a test'],
    },
  ];
  const consentHosts: Record<string, string[]> = { 'Lantern Consent': ['consent.lantern.example'] };
  const tags = [
    {
      ...{ name: 'Lantern Pixel', purposes: ['ad'], calls: ['px\\.lantern\\.example/p'], serves: [] as string[] },
      sources: ['a test'],
    },
  ];
  const musicServices: MusicServicesFile['services'] = [
    {
      id: 'tuner',
      name: 'Tuner',
      consent: '^tuner\\.example/allow',
      onlyWith: null,
      whole: null,
      permissions: [{ name: 'save', words: 'change your saved music', saves: true }],
      example: 'https://tuner.example/allow?scope=save',
      sources: ['a page'],
    },
  ];
  const deliveryNetworks = [{ name: 'Lantern Delivery', domains: ['lantern-delivery.example'] }];
  const thirdParties: ThirdPartyWebFile = {
    source: 'a list',
    entities: [['Small Ads', 'Small', 'ad', ['small.example']]],
  };
  const companies: CompaniesFile = {
    date: '2026-11-01',
    companies: [company('Acme Ads', ['ads.example', 'more-ads.example'])],
    overrides: [override('big.example')],
    owners: [],
    countryNames: [],
    optOuts: ['Acme Ads', 'Big', 'Small'].map((owner) => ({
      owner,
      url: 'https://out.example/',
      what: 'Opt out',
      lastChecked: null,
      sources: ['a page'],
    })),
  };
  return {
    practices: [practice('cookies'), practice('names')],
    companies,
    thirdParties,
    tail: [] as TailCompaniesFile['entities'],
    places: [{ domain: 'copies.example', what: 'Copies of pages', source: 'https://copies.example/' }],
    storedItems,
    consentPlatforms,
    consentHosts,
    tags,
    musicServices,
    deliveryNetworks,
    organisation,
    sites: [site('acme.example'), site('band.example')],
    lookalikes: [lookalike('akme.example')],
    routes: [
      route('opt-out', {
        asPrinted: 'http://opt.example/out',
        insteadUse: ['post', 'regulator'],
        practices: ['cookies'],
        companies: ['Small'],
      }),
      route('post', { asPrinted: '1 Acme\u00a0Street' }),
    ],
    commonRoutes: [route('regulator', { kind: 'regulator' })],
    policy,
    text: TEXT,
    clauses: [
      clause('use-cookies', 'We use cookies.', { practices: [{ practice: 'cookies', speaks: 'names' }] }),
      clause('stop-cookies', 'To stop them [click here](http://opt.example/out).', { routes: ['opt-out'] }),
      clause('collect-name', 'Your name', { practices: [{ practice: 'names', speaks: 'general' }] }),
      clause('write', 'Write to 1 Acme Street.', { routes: ['post'] }),
    ],
    setAside: [
      { ...piece('# Policy of Acme'), reason: 'title' },
      { ...piece('**Rights**'), reason: 'heading' },
    ],
    named: [
      {
        printed: 'Street',
        as: 'sign-in',
        clauses: ['write'],
        names: [{ name: 'Street', since: null, sources: ['a page'] }],
        services: [],
      },
    ] as NamedCompany[],
    carried: CarriedKindSchema.options.map((kind): CarriedWordsFile['kinds'][number] =>
      kind === 'name'
        ? { kind, speaks: 'names', words: 'Your name', clauses: ['collect-name'] }
        : { kind, speaks: 'not-found' },
    ),
    /** Texts that stand in place of a file, or null for a file that is not there. */
    raw: new Map<string, string | null>(),
  };
}
type Data = ReturnType<typeof soundData>;

const ACME = 'policy-data/organisations/acme';
const POLICY = `${ACME}/policies/2011-12-31`;

let root = '';
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Writes the data below a new folder, which is then the root that is checked. */
function write(data: Data): string {
  root = mkdtempSync(join(tmpdir(), 'liner-notes-'));
  const date = '2026-11-01';
  const files = new Map<string, unknown>([
    ['policy-data/practices.json', { practices: data.practices }],
    ['policy-data/companies.json', data.companies],
    ['policy-data/third-party-web.json', data.thirdParties],
    ['policy-data/company-spellings.json', { corrections: [], right: [] }],
    [
      'policy-data/tail-companies.json',
      { date, sources: { s: { what: 'a test', licence: null, url: null } }, entities: data.tail },
    ],
    ['policy-data/tag-addresses.json', { date, tags: data.tags }],
    [
      'policy-data/music-services.json',
      { date, services: data.musicServices, standard: { permissions: [], sources: ['a page'] } },
    ],
    ['policy-data/delivery-hosts.json', { date, basis: 'a test', networks: data.deliveryNetworks }],
    ['policy-data/consent-platforms.json', { date, platforms: data.consentPlatforms, hosts: data.consentHosts }],
    ['policy-data/browser-parts.json', { parts: [] }],
    ['policy-data/page-words/en.json', englishWords],
    ['policy-data/page-words/ja.json', japaneseWords],
    ['policy-data/reading/en.json', readingRules()],
    ['policy-data/reading/reasons.json', readingReasons()],
    ['policy-data/letter-laws.json', { date, laws: [], jurisdictions: [] }],
    ['policy-data/names-of-no-browser.json', { groups: [] }],
    ['policy-data/stored-items.json', { date, items: data.storedItems }],
    ['policy-data/request-readers.json', { date, readers: [] }],
    ['policy-data/trackhar.json', { source: 'trackhar@1.0.0', readers: [] }],
    ['policy-data/public-suffixes.json', { source: 'tldts@1.0.0', icann: ['co.uk'], private: ['github.io'] }],
    ['policy-data/shared-places.json', { places: data.places }],
    [`${ACME}/organisation.json`, data.organisation],
    [`${ACME}/sites.json`, { date, sites: data.sites }],
    [`${ACME}/lookalikes.json`, { date, lookalikes: data.lookalikes }],
    [`${ACME}/routes.json`, { date, routes: data.routes }],
    ['policy-data/routes.json', { date, routes: data.commonRoutes }],
    [`${POLICY}/policy.json`, data.policy],
    [`${POLICY}/clauses.json`, { clauses: data.clauses, setAside: data.setAside }],
    [`${POLICY}/named-companies.json`, { companies: data.named }],
    [`${POLICY}/carried-words.json`, { kinds: data.carried }],
  ]);
  const texts = new Map<string, string | null>([...files].map(([file, content]) => [file, JSON.stringify(content)]));
  texts.set(`${POLICY}/policy.md`, data.text);
  for (const [file, text] of [...texts, ...data.raw]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    if (text === null) rmSync(join(root, file));
    else writeFileSync(join(root, file), text);
  }
  return root;
}

const problemsOf = (data: Data): string[] => checkPolicyData(write(data));

describe('checkPolicyData', () => {
  it('finds no problem in the project', () => {
    expect(checkPolicyData(PROJECT)).toEqual([]);
  });

  it('finds no problem in sound data', () => {
    expect(problemsOf(soundData())).toEqual([]);
  });

  it('lets a route give a second name of a company that is known', () => {
    const data = soundData();
    data.routes[1]!.companies.push('Small', 'Small, as it may be called one day');
    expect(problemsOf(data)).toEqual([]);
  });

  it.each<[string, (data: Data) => void, string]>([
    [
      'a practice id twice',
      (d) => d.practices.push(practice('names')),
      'policy-data/practices.json, names: the id is given twice.',
    ],
    [
      'a clause id twice',
      (d) => (d.clauses[1]!.id = 'use-cookies'),
      `${POLICY}/clauses.json, use-cookies: the id is given twice.`,
    ],
    ['a route id twice', (d) => d.routes.push(route('post')), `${ACME}/routes.json, post: the id is given twice.`],
    [
      'a mark id twice, in two lists',
      (d) => (d.organisation.marks.footerTexts[0]!.id = 'host'),
      `${ACME}/organisation.json, host: the id is given twice.`,
    ],
    [
      'a permission of a music service twice',
      (d) => d.musicServices[0]!.permissions.push(d.musicServices[0]!.permissions[0]!),
      'policy-data/music-services.json, save: the permission is given twice.',
    ],
    [
      'a music service with nothing that could be asked for',
      (d) => (d.musicServices[0]!.permissions = []),
      'policy-data/music-services.json, tuner: it takes either permissions or one for everything.',
    ],
    [
      'a music service whose example is another page',
      (d) => (d.musicServices[0]!.example = 'https://tuner.example/help'),
      'policy-data/music-services.json, tuner: its example is no such page.',
    ],
    [
      "an organisation's own route among everybody's",
      (d) => d.commonRoutes.push(route('mail', { kind: 'own-contact' })),
      "policy-data/routes.json, mail: an organisation's own route stands in its own folder.",
    ],
    [
      "a route among everybody's that leads to an organisation's own",
      (d) => (d.commonRoutes[0]!.insteadUse = ['post']),
      'policy-data/routes.json, regulator: insteadUse "post" is no other route.',
    ],
    [
      "a route id that is everybody's and an organisation's",
      (d) => d.commonRoutes.push(route('post')),
      `${ACME}/routes.json, post: the id is given twice.`,
    ],
    [
      'an organisation that is not called as its folder',
      (d) => (d.organisation.id = 'acne'),
      `${ACME}/organisation.json, acne: the id is not the name of the folder.`,
    ],
    [
      'a text that is said to be held and is not there',
      (d) => (d.organisation.heldPolicy = '2012-01-01'),
      `${ACME}/organisation.json, heldPolicy: there is no folder policies/2012-01-01.`,
    ],
    [
      'a feedback route that is none',
      (d) => (d.organisation.feedbackRoute = 'no-such'),
      `${ACME}/organisation.json, feedbackRoute: there is no route "no-such".`,
    ],
    [
      'a group with the id of the organisation',
      (d) => d.organisation.groups.push({ id: 'acme', name: 'Acme again' }),
      `${ACME}/organisation.json, acme: the group is given twice.`,
    ],
    [
      'a site of a group that nobody names',
      (d) => (d.sites[1]!.group = 'no-such'),
      `${ACME}/sites.json, band.example: organisation.json has no group "no-such".`,
    ],
    [
      'an example that is on no site',
      (d) => d.organisation.examples.push('https://other.example/'),
      `${ACME}/organisation.json, https://other.example/: the example is on no site of sites.json.`,
    ],
    [
      'a form of a path that does not tell the site',
      (d) => (d.organisation.marks.sitePaths[0] = '^cdn/(?<label>[a-z]+)/'),
      `${ACME}/organisation.json, marks, sitePaths 0: lacks a group "site" or "label".`,
    ],
    [
      'a place that the public suffix list knows',
      (d) => (d.places[0]!.domain = 'github.io'),
      'policy-data/shared-places.json, github.io: is a private part of the public suffix list already.',
    ],
    [
      'a place twice',
      (d) => d.places.push({ ...d.places[0]! }),
      'policy-data/shared-places.json, copies.example: the domain is given twice.',
    ],
    [
      'words of pages with a group left out',
      (d) => d.raw.set('policy-data/page-words/en.json', JSON.stringify({ ...englishWords, helping: undefined })),
      'policy-data/page-words/en.json, helping: Invalid key: Expected "helping" but received undefined.',
    ],
    [
      'a word of pages twice',
      (d) => {
        const fields = { ...englishWords.fields, age: ['age', 'age group'] };
        d.raw.set('policy-data/page-words/en.json', JSON.stringify({ ...englishWords, fields }));
      },
      'policy-data/page-words/en.json, fields.age: “age group” is found by another phrase of the group already.',
    ],
    [
      'words of pages in no language',
      (d) => {
        d.raw.set('policy-data/page-words/en.json', null);
        d.raw.set('policy-data/page-words/ja.json', null);
      },
      'policy-data/page-words: there is no file of a language.',
    ],
    [
      'a pattern that is none',
      (d) => (d.organisation.marks.policyLinks[0]!.pattern = '('),
      `${ACME}/organisation.json, policy-link: the pattern is not a regular expression.`,
    ],
    [
      'a quote at other offsets',
      (d) => (d.clauses[2]!.start += 1),
      `${POLICY}/clauses.json, collect-name: the quote does not stand at ${TEXT.indexOf('Your name') + 1} to ${TEXT.indexOf('Your name') + 9} of policy.md.`,
    ],
    [
      'a quote that overlaps another',
      (d) => d.setAside.push({ ...piece('use cookies'), reason: 'said twice' }),
      `${POLICY}/clauses.json, setAside 2: the quote overlaps the one before it.`,
    ],
    [
      'a sentence in no clause',
      (d) => d.clauses.splice(2, 1),
      `${POLICY}/policy.md, at ${TEXT.indexOf('out).') + 5}: no clause and no set-aside piece holds "Your name".`,
    ],
    [
      'a last sentence in no clause',
      (d) => d.clauses.splice(3, 1),
      `${POLICY}/policy.md, at ${TEXT.indexOf('**Rights**') + 10}: no clause and no set-aside piece holds "Write to 1 Acme Street.".`,
    ],
    [
      'a text that has changed',
      (d) => (d.text += '\n'),
      `${POLICY}/policy.json, us-2011-12-31: sha256 is not the hash of policy.md.`,
    ],
    [
      'a practice of a clause that is none',
      (d) => d.clauses[2]!.practices.push({ practice: 'no-such', speaks: 'names' }),
      `${POLICY}/clauses.json, collect-name: there is no practice "no-such".`,
    ],
    [
      'a practice twice in a clause',
      (d) => d.clauses[2]!.practices.push({ practice: 'names', speaks: 'names' }),
      `${POLICY}/clauses.json, collect-name: the practice "names" is named twice.`,
    ],
    [
      'a practice behind a condition, and again',
      (d) =>
        d.clauses[2]!.practices.unshift({ practice: 'names', speaks: 'names', when: { named: ['Street', 'No Such'] } }),
      `${POLICY}/named-companies.json, No Such: the clause "collect-name" asks for a name that is not listed.`,
    ],
    [
      'a company in a clause that does not print it',
      (d) => (d.named[0]!.clauses = ['collect-name']),
      `${POLICY}/named-companies.json, Street: the clause "collect-name" does not print the name.`,
    ],
    [
      'a kind that requests carry and nobody has looked up',
      (d) => d.carried.splice(0, 1),
      `${POLICY}/carried-words.json, email: it is not said what the text calls it.`,
    ],
    [
      'words of a kind that the sentence lacks',
      (d) => d.carried.splice(0, 1, { kind: 'email', speaks: 'names', words: 'Your email', clauses: ['collect-name'] }),
      `${POLICY}/carried-words.json, email: the first clause does not hold the words.`,
    ],
    [
      'a kind with a sentence that is none',
      (d) => d.carried.splice(0, 1, { kind: 'email', speaks: 'names', words: 'Your name', clauses: ['no-such'] }),
      `${POLICY}/carried-words.json, email: there is no such clause.`,
    ],
    [
      'a route of a clause that is none',
      (d) => d.clauses[2]!.routes.push('no-such'),
      `${POLICY}/clauses.json, collect-name: there is no route "no-such".`,
    ],
    [
      'a route that a quote prints and its clause leaves out',
      (d) => (d.clauses[1]!.routes = []),
      `${POLICY}/clauses.json, stop-cookies: the quote prints the route "opt-out", which the clause does not list.`,
    ],
    [
      'insteadUse of no route',
      (d) => d.routes[1]!.insteadUse.push('no-such'),
      `${ACME}/routes.json, post: insteadUse "no-such" is no other route.`,
    ],
    [
      'insteadUse of itself',
      (d) => d.routes[1]!.insteadUse.push('post'),
      `${ACME}/routes.json, post: insteadUse "post" is no other route.`,
    ],
    [
      'a practice of a route that is none',
      (d) => d.routes[1]!.practices.push('no-such'),
      `${ACME}/routes.json, post: there is no practice "no-such".`,
    ],
    [
      'a route for companies that nobody knows',
      (d) => d.routes[1]!.companies.push('Nobody', 'No One'),
      `${ACME}/routes.json, post: no file knows any company of this route ("Nobody", "No One").`,
    ],
    [
      'an address of the policy in no route',
      (d) => (d.routes[0]!.asPrinted = null),
      `${POLICY}/policy.md, http://opt.example/out: no route of routes.json has this address as printed.`,
    ],
    [
      'an address that only begins like the printed one',
      (d) => (d.routes[0]!.asPrinted = 'http://opt.example/'),
      `${POLICY}/policy.md, http://opt.example/out: no route of routes.json has this address as printed.`,
    ],
    [
      'words as printed that no policy prints',
      (d) => (d.routes[1]!.asPrinted = '2 Acme Street'),
      `${ACME}/routes.json, post: what asPrinted holds stands in no policy.`,
    ],
    [
      'a site twice',
      (d) => d.sites.push(site('band.example')),
      `${ACME}/sites.json, band.example: the domain is given twice.`,
    ],
    [
      'a lookalike twice',
      (d) => d.lookalikes.push(lookalike('akme.example')),
      `${ACME}/lookalikes.json, akme.example: the domain is given twice.`,
    ],
    [
      'a site that is a lookalike',
      (d) => d.lookalikes.push(lookalike('band.example')),
      `${ACME}/lookalikes.json, band.example: the domain is in ${ACME}/sites.json too.`,
    ],
    [
      'a domain of two companies',
      (d) => d.companies.companies.push(company('Other Ads', ['more-ads.example'])),
      'policy-data/companies.json, more-ads.example: the domain is given twice.',
    ],
    [
      'a domain of a company that is also corrected',
      (d) => d.companies.overrides.push(override('ads.example')),
      'policy-data/companies.json, ads.example: the domain is given twice.',
    ],
    [
      'no rules for reading',
      (d) => d.raw.set('policy-data/reading/en.json', null),
      'policy-data/reading: there is no file of a language.',
    ],
    [
      'rules for reading in a file with another name',
      (d) => d.raw.set('policy-data/reading/en.json', JSON.stringify({ ...readingRules(), language: 'de' })),
      'policy-data/reading/en.json: is not named after its language.',
    ],
    ...(
      [
        [{ practice: 'no-such' }, 'speaks of the practice "no-such", which is not in practices.json'],
        [{ when: { situation: ['no-such'] } }, 'the practice "cookies" has no situation "no-such"'],
        [{ speaks: 'names' }, 'a reason belongs to a rule that is unclear, and to no other'],
        [{ none: ['@no-such'] }, 'asks for the term "@no-such", which is not there'],
        [{ reason: 'no-such' }, 'gives the reason "no-such", which is not in reasons.json'],
      ] as const
    ).map(([part, reason]): [string, (d: Data) => void, string] => [
      `a rule for reading: ${reason}`,
      (d) => {
        const rules = readingRules();
        const [rule] = rules.rules;
        d.raw.set(
          'policy-data/reading/en.json',
          JSON.stringify({
            ...rules,
            rules: [
              { ...rule, id: 'sound' },
              { ...rule, ...part },
            ],
          }),
        );
      },
      `policy-data/reading/en.json, cookies: ${reason}.`,
    ]),
    [
      'a term that no rule asks for',
      (d) => {
        const rules = readingRules();
        const terms = { ...rules.terms, pixel: ['pixel'] };
        d.raw.set('policy-data/reading/en.json', JSON.stringify({ ...rules, terms }));
      },
      'policy-data/reading/en.json, @pixel: no rule asks for this term.',
    ],
    [
      'a rule for reading twice',
      (d) => {
        const { rules, ...rest } = readingRules();
        d.raw.set('policy-data/reading/en.json', JSON.stringify({ ...rest, rules: [...rules, ...rules] }));
      },
      'policy-data/reading/en.json, cookies: stands twice.',
    ],
    [
      'a reason that no rule gives',
      (d) =>
        d.raw.set(
          'policy-data/reading/reasons.json',
          JSON.stringify({ ...readingReasons(), reasons: { ...readingReasons().reasons, no: 'No.' } }),
        ),
      'policy-data/reading/reasons.json, no: no rule gives this reason.',
    ],
    [
      'a consent platform twice',
      (d) => d.consentPlatforms.push({ ...d.consentPlatforms[0]! }),
      'policy-data/consent-platforms.json, Lantern Consent: the name is given twice.',
    ],
    [
      'hosts of a consent platform that is not there',
      (d) => (d.consentHosts.Nobody = ['nobody.example']),
      'policy-data/consent-platforms.json, Nobody: hosts of a platform that is not listed.',
    ],
    [
      'a domain of the tail twice',
      (d) => d.tail.push(['A', 'A', 'ad', ['a.example'], 's'], ['B', 'B', 'ad', ['a.example'], 's']),
      'policy-data/tail-companies.json, a.example: the domain is given twice.',
    ],
    [
      'a row of the tail without a source',
      (d) => d.tail.push(['A', 'A', 'ad', ['a.example'], 'hearsay']),
      'policy-data/tail-companies.json, A: its source “hearsay” is not among the sources.',
    ],
    [
      'a tag twice',
      (d) => d.tags.push({ ...d.tags[0]! }),
      'policy-data/tag-addresses.json, Lantern Pixel: the name is given twice.',
    ],
    [
      'an address of a tag that is no pattern',
      (d) => d.tags[0]!.serves.push('px.lantern.example/('),
      'policy-data/tag-addresses.json, tags 0, serves 0: is no regular expression.',
    ],
    [
      'an address of a tag without a path',
      (d) => d.tags[0]!.serves.push('px.lantern.example'),
      'policy-data/tag-addresses.json, tags 0, serves 0: begins with a host, and has a path.',
    ],
    [
      'a delivery host twice',
      (d) => d.deliveryNetworks.push({ name: 'Another', domains: ['lantern-delivery.example'] }),
      'policy-data/delivery-hosts.json, lantern-delivery.example: the domain is given twice.',
    ],
    [
      'an opt-out of a company that nobody knows',
      (d) => (d.companies.optOuts[0]!.owner = 'Nobody'),
      'policy-data/companies.json, Nobody: an opt-out is given for a company that no file knows.',
    ],
    [
      'a missing file',
      (d) => d.raw.set('policy-data/stored-items.json', null),
      'policy-data/stored-items.json: the file is missing.',
    ],
    ['a missing text', (d) => d.raw.set(`${POLICY}/policy.md`, null), `${POLICY}/policy.md: the file is missing.`],
    [
      'a file that no schema describes',
      (d) => d.raw.set('policy-data/organisations/acme/notes.json', '{}'),
      'policy-data/organisations/acme/notes.json: no schema says what this file holds.',
    ],
    [
      'a summary that is too long',
      (d) => (d.clauses[2]!.summary = 'x'.repeat(141)),
      `${POLICY}/clauses.json, collect-name, summary: Invalid length: Expected <=140 but received 141.`,
    ],
    [
      'an entry without an id',
      (d) => Object.assign(d.practices[1]!, { id: 7 }),
      'policy-data/practices.json, practices 1, id: Invalid type: Expected string but received 7.',
    ],
  ])('tells of %s', (_, breakIt, sentence) => {
    const data = soundData();
    breakIt(data);
    expect(problemsOf(data)).toContain(sentence);
  });

  it('tells of a file that is not JSON', () => {
    const data = soundData();
    data.raw.set('policy-data/practices.json', '{"practices": [');
    const [problem] = problemsOf(data);
    expect(problem).toMatch(/^policy-data\/practices\.json: the file is not JSON \(.+\)\.$/);
  });

  it('tells of data without an organisation, and of an organisation without a policy', () => {
    root = mkdtempSync(join(tmpdir(), 'liner-notes-'));
    expect(checkPolicyData(root)).toContain('policy-data/organisations: there is no folder of an organisation.');
    mkdirSync(join(root, ACME), { recursive: true });
    expect(checkPolicyData(root)).toContain(`${ACME}/policies: there is no folder of a policy.`);
  });

  it('tells of a mark that two organisations have', () => {
    const data = soundData();
    const other = 'policy-data/organisations/other';
    data.raw.set(`${other}/organisation.json`, JSON.stringify({ ...data.organisation, id: 'other' }));
    expect(problemsOf(data)).toContain(
      `${other}/organisation.json, host: the mark is in ${ACME}/organisation.json too.`,
    );
  });

  it('tells of a site that two organisations have, and not of the lookalike of one that is a site of another', () => {
    const data = soundData();
    const other = 'policy-data/organisations/other';
    const sites = [site('band.example'), site('akme.example')];
    data.raw.set(`${other}/sites.json`, JSON.stringify({ date: '2026-11-01', sites }));
    const told = problemsOf(data).filter((problem) => problem.startsWith(`${other}/sites.json`));
    expect(told).toContain(`${other}/sites.json, band.example: the site is in ${ACME}/sites.json too.`);
    expect(told.filter((problem) => problem.includes('akme'))).toEqual([]);
  });

  it('looks at the organisations that the environment names, too', () => {
    write(soundData());
    vi.stubEnv('LINER_NOTES_ORGANISATIONS', 'elsewhere/other');
    expect(checkPolicyData(root)).toContain('elsewhere/other/organisation.json: the file is missing.');
    vi.unstubAllEnvs();
  });

  it('counts a sentence once when a rule is broken once', () => {
    const data = soundData();
    data.sites.push(site('akme.example'));
    expect(problemsOf(data)).toEqual([
      `${ACME}/lookalikes.json, akme.example: the domain is in ${ACME}/sites.json too.`,
    ]);
  });
});

describe('checks/check-policy-data.ts run by Node', () => {
  const run = (folder: string) =>
    spawnSync(process.execPath, [join(PROJECT, 'checks/check-policy-data.ts'), folder], { encoding: 'utf8' });

  it('says nothing and ends with 0 when all is well', () => {
    expect(run(write(soundData()))).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('prints each problem on a line and ends with 1', () => {
    const data = soundData();
    data.lookalikes.push(lookalike('acme.example'), lookalike('band.example'));
    const { status, stderr } = run(write(data));
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});
