/** Whose is a host? host → company, owner, category. */
import type { CompaniesFile, CompanyCategory, ThirdPartyWebFile } from '../schemas/policy-data';

/** A company (or, where nobody is known, the site behind a host) that a page contacted. */
export interface CompanyMatch {
  /** Stable key for grouping: the company's name, or the registrable domain of an unknown host. */
  readonly key: string;
  readonly name: string;
  readonly owner: string;
  readonly category: CompanyCategory | 'unknown';
  /** One sentence on what it does for a site; null when we have none. */
  readonly purpose: string | null;
  readonly known: boolean;
  /** `own-host`: the site itself. `same-owner`: another name of the same organisation. `other`: another company. */
  readonly relation: 'own-host' | 'same-owner' | 'other';
}

/** Answers for hosts, made by `createCompanyFinder`. */
export interface CompanyFinder {
  /** The company behind `host`, as seen from a page of `pageHost`. Never throws; the result is shared: do not change it. */
  readonly find: (host: string, pageHost: string) => CompanyMatch;
  /** The owner's own opt-out page, or null when we know none. */
  readonly optOut: (owner: string) => { readonly url: string; readonly what: string } | null;
  /** The company's own privacy page, or null when we know none. */
  readonly privacyUrl: (name: string) => string | null;
}

/** What third-party-web's and our categories mean, for the entities that have no sentence of their own. */
const PURPOSES: Readonly<Record<CompanyCategory, string>> = {
  ad: 'Advertising: chooses, shows or measures advertisements.',
  analytics: 'Analytics: measures how people use the site.',
  social: 'Social network: buttons, posts or profiles of a social network.',
  video: 'Video: plays videos in the page.',
  utility: 'Tool: a function that the site takes from another company.',
  hosting: 'Hosting: keeps the site or a part of it.',
  marketing: 'Marketing: campaigns, sign-up boxes and offers.',
  'customer-success': 'Customer service: chat and help for visitors.',
  content: 'Content: texts, pictures, sound or other content in the page.',
  cdn: 'Delivery network: delivers the files of many sites.',
  'tag-manager': 'Tag manager: loads the scripts of other companies.',
  'consent-provider': 'Consent manager: asks for consent and keeps the answer.',
  other: 'A service of another company that fits no group.',
  tickets: 'Tickets: sells tickets for concerts.',
  tours: 'Tour dates: shows where and when an artist plays.',
  'pre-save': 'Music links: leads to music services and collects pre-saves.',
  'fan-club': 'Fan club: a place for fans, with membership or messages.',
  'text-messages': 'Text messages: collects mobile numbers and sends messages.',
  mailing: 'Mailing: collects e-mail addresses and sends newsletters.',
  merchandise: 'Merchandise: runs a shop for records, clothes and the like.',
  player: 'Player: plays music in the page.',
  'session-recording': 'Session recording: can record what a visitor does on the page.',
  fingerprinting: 'Fingerprinting: tells devices apart by their properties.',
  'ip-location': 'Location: tells from the internet address where a visitor is.',
  payment: 'Payment: takes payments.',
  'sign-in': 'Sign-in: lets people sign in with an account of another company.',
};

/** The longest host name that the domain name system allows, in characters. */
const MAX_HOST_LENGTH = 253;
/** How many hosts an answer is kept for: a page with more starts over, so that memory stays bounded. */
const MAX_CACHED_HOSTS = 4096;
/** What is shown for a host without a name ("", "..."). */
const UNNAMED = 'unnamed host';

/** Lower case, no dot at either end and no two in a row: '.WWW..Example.com.' → 'www.example.com'. Of what is too long, the end. */
function normalise(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/\.{2,}/g, '.')
    .replace(/\.$/, '');
  return name.slice(-MAX_HOST_LENGTH).replace(/^\./, '');
}

/** Labels that stand before a country's two letters where names are given out below them: example.co.uk, example.com.au. */
const SECOND_LEVELS = new Set('ac co com edu go gob gov ltd mil mus ne net nom or org plc sch'.split(' '));

/**
 * The name that somebody registered: the last two labels, or three under a country's second level. Addresses stay whole.
 *
 * The public suffix list knows better (two shops on myshopify.com are one site here), but the smallest package that holds
 * it, tldts, adds 270 kB to the background.
 *
 * registrableDomain('www.a.example') → 'a.example'; ('shop.a.co.uk') → 'a.co.uk'; ('10.0.0.1') → '10.0.0.1'; ('') → ''
 */
export function registrableDomain(host: string): string {
  const name = normalise(host);
  if (name.includes(':') || /^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return name;
  const last = name.lastIndexOf('.');
  if (last < 1) return name;
  let cut = name.lastIndexOf('.', last - 1);
  // 'shop.a.co.uk': the last label has two letters, and 'co' before it is a second level.
  if (cut > 0 && name.length - last === 3 && SECOND_LEVELS.has(name.slice(cut + 1, last)))
    cut = name.lastIndexOf('.', cut - 1);
  return name.slice(cut + 1);
}

/** The value of the longest suffix of `host` that the map holds: 'a.b.c', then 'b.c', then 'c'. */
function longestSuffix<T>(map: ReadonlyMap<string, T>, host: string): T | undefined {
  for (let rest = host; ;) {
    const found = map.get(rest);
    if (found !== undefined) return found;
    const dot = rest.indexOf('.');
    if (dot < 0) return undefined;
    rest = rest.slice(dot + 1);
  }
}

/** What is known of a company whichever page asks, and the answers given so far: one object for each relation, made once. */
interface Company {
  readonly facts: Omit<CompanyMatch, 'relation'>;
  readonly answers: Partial<Record<CompanyMatch['relation'], CompanyMatch>>;
}

function toCompany(name: string, owner: string, category: CompanyMatch['category'], purpose: string | null): Company {
  return { facts: { key: name, name, owner, category, purpose, known: category !== 'unknown' }, answers: {} };
}

function answer({ facts, answers }: Company, relation: CompanyMatch['relation']): CompanyMatch {
  return (answers[relation] ??= { ...facts, relation });
}

/** What is known of a host whichever page asks. */
interface HostFacts {
  readonly site: string;
  readonly company: Company;
  /** Belongs to the organisation whose sites we watch. */
  readonly own: boolean;
}

/** Our own entries by domain. Throws on a domain that the file names twice. */
function indexOurs({ companies, overrides }: CompaniesFile): Map<string, Company> {
  const index = new Map<string, Company>();
  for (const { name, owner, category, purpose, domains } of [
    ...companies,
    ...overrides.map((override) => ({ ...override, domains: [override.domain] })),
  ]) {
    const company = toCompany(name, owner, category, purpose);
    for (const domain of domains) {
      const before = index.get(domain);
      if (before !== undefined)
        throw new Error(`companies.json: ${domain} stands for ${before.facts.name} and for ${name}`);
      index.set(domain, company);
    }
  }
  return index;
}

/**
 * Builds the lookups once: a company of ours wins over third-party-web's for the same domain, and a longer domain wins over
 * a shorter one. `ownDomains` are the domains of the organisation whose sites we watch; a company to which our file gives
 * the same owner as to one of them belongs to it too.
 *
 * @throws Error when `companies` names a domain twice.
 */
export function createCompanyFinder(
  companies: CompaniesFile,
  thirdPartyWeb: ThirdPartyWebFile,
  ownDomains: readonly string[],
): CompanyFinder {
  const index = indexOurs(companies);
  const own = new Map(ownDomains.map((domain) => [domain, true]));
  const ownOwners = new Set(ownDomains.map((domain) => index.get(domain)?.facts.owner));
  const optOuts = new Map(companies.optOuts.map(({ owner, url, what }) => [owner, { url, what }]));
  const privacyUrls = new Map(companies.companies.map(({ name, privacyUrl }) => [name, privacyUrl]));
  for (const [name, owner, category, domains] of thirdPartyWeb.entities) {
    const company = toCompany(name, owner, category, PURPOSES[category]);
    for (const domain of domains) if (!index.has(domain)) index.set(domain, company);
  }

  function describe(host: string): HostFacts {
    const name = normalise(host);
    const site = registrableDomain(name);
    const shown = site === '' ? UNNAMED : site;
    const company = longestSuffix(index, name) ?? toCompany(shown, shown, 'unknown', null);
    return { site, company, own: longestSuffix(own, name) === true || ownOwners.has(company.facts.owner) };
  }

  const cache = new Map<string, HostFacts>();
  function factsOf(host: string): HostFacts {
    const cached = cache.get(host);
    if (cached !== undefined) return cached;
    const facts = describe(host);
    if (cache.size >= MAX_CACHED_HOSTS) cache.clear();
    if (host.length <= MAX_HOST_LENGTH) cache.set(host, facts);
    return facts;
  }

  return {
    find(host, pageHost) {
      const subject = factsOf(host);
      const page = factsOf(pageHost);
      if (subject.site !== '' && subject.site === page.site) return answer(subject.company, 'own-host');
      const ours = subject.own && page.own;
      const alike = subject.company.facts.known && subject.company.facts.owner === page.company.facts.owner;
      return answer(subject.company, ours || alike ? 'same-owner' : 'other');
    },
    optOut: (owner) => optOuts.get(owner) ?? null,
    privacyUrl: (name) => privacyUrls.get(name) ?? null,
  };
}
