/** Whose is a host? host → company, owner, category. */
import type { CompanyCategory } from '../schemas/policy-data.ts';
import type { CompanyIndex } from './company-index.ts';
import { spellingOf } from './company-owners.ts';
import { MAX_HOST_LENGTH, normaliseHost } from './host-name.ts';
import { SEPARATOR } from './length-table.ts';
import { ownersByName } from './owner-names.ts';
import { isSharedPlace, labelInCountry, siteOf } from './registrable-domain.ts';
import { LINE_END, readLines } from './sorted-lines.ts';

/** A company: whoever owns what a page contacted; where nobody is known, the site behind the host. */
export interface Company {
  /** Stable key for grouping: the owner's name, or the registrable domain of an unknown host. */
  readonly key: string;
  readonly name: string;
  readonly known: boolean;
  /** `own-host`: the site itself. `same-owner`: another name of the same organisation. `other`: another company. */
  readonly relation: 'own-host' | 'same-owner' | 'other';
}

/** What stands behind a host: a service or a product by its own name, and the company that it belongs to. */
export interface CompanyMatch {
  /** The key of its company: all that one owner has counts as one. */
  readonly key: string;
  /** Its own name: 'Google Analytics'. */
  readonly name: string;
  /** The name of its company today: 'Google'. */
  readonly owner: string;
  /** All names by which a list or a text may call it: its own, its company's of today and of former times, the brand of a company that was bought. */
  readonly names: readonly string[];
  readonly category: CompanyCategory | 'unknown';
  /** One sentence on what it does for a site; null when we have none. */
  readonly purpose: string | null;
  readonly known: boolean;
  readonly relation: Company['relation'];
}

/** The company that a service belongs to. */
export function companyBehind({ key, owner, known, relation }: CompanyMatch): Company {
  return { key, name: owner, known, relation };
}

/** What else our file tells of a company. */
export interface CompanyDetails {
  /** ISO 3166 code of the country that it is at home in; null when we do not know. */
  readonly country: string | null;
  readonly homepage: string | null;
  /** Its own privacy page, or null when we know none. */
  readonly privacyUrl: string | null;
}

/** A page on which a company lets people say no. */
export interface OptOut {
  readonly url: string;
  readonly what: string;
}

/** Answers for hosts, made by `createCompanyFinder`. */
export interface CompanyFinder {
  /** The company behind `host`, as seen from a page of `pageHost`. Never throws; the result is shared: do not change it. */
  readonly find: (host: string, pageHost: string) => CompanyMatch;
  /** The opt-out page that is filed under this name of a company or a service, or null when we know none. */
  readonly optOut: (name: string) => OptOut | null;
  /** The owner of the company or service of that name, or null when we know none. */
  readonly ownerNamed: (name: string) => string | null;
  /** What else we know of the company of that name; nothing but nulls for one that our file lacks. */
  readonly details: (name: string) => CompanyDetails;
  /** The company's own privacy page, or null when we know none. */
  readonly privacyUrl: (name: string) => string | null;
}

/** How many hosts an answer is kept for: a page with more starts over, so that memory stays bounded. */
const MAX_CACHED_HOSTS = 512;
/** What we know of a company that our file lacks. */
const NO_DETAILS: CompanyDetails = { country: null, homepage: null, privacyUrl: null };
/** What is shown for a host without a name ("", "..."). */
const UNNAMED = 'unnamed host';

/** What is known of a company whichever page asks, and the answers given so far: one object for each relation, made once. */
interface Known {
  readonly facts: Omit<CompanyMatch, 'relation'>;
  readonly answers: Partial<Record<CompanyMatch['relation'], CompanyMatch>>;
}

function answer({ facts, answers }: Known, relation: CompanyMatch['relation']): CompanyMatch {
  return (answers[relation] ??= { ...facts, relation });
}

/** What is known of a host whichever page asks. */
interface HostFacts {
  readonly site: string;
  readonly company: Known;
  /** The number of the organisation whose sites we watch and to which it belongs; -1 for any other. */
  readonly own: number;
  /** Stands at a place where everybody may have a part: the company that runs the place is not the one whose page it is. */
  readonly shared: boolean;
}

/** A host of which nobody knows whose it is stands for its site. */
function unknownCompany(site: string): Known {
  const facts = { key: site, name: site, owner: site, names: [site], category: 'unknown', purpose: null } as const;
  return { facts: { ...facts, known: false }, answers: {} };
}

/** 'Gauge||ad||' → Gauge, owned by Gauge, without a sentence of its own */
function readCompany(text: string, formerNames: ReadonlyMap<string, readonly string[]>): Known {
  const [name = '', itsOwner = '', category, purpose = '', filedOwner = ''] = text.split(SEPARATOR);
  const owner = itsOwner === '' ? name : itsOwner;
  const names = [...new Set([name, owner, filedOwner, ...(formerNames.get(owner) ?? [])])].filter((one) => one !== '');
  const facts = { key: owner, name, owner, names, category: category as CompanyCategory };
  return { facts: { ...facts, purpose: purpose === '' ? null : purpose, known: true }, answers: {} };
}

/** The companies of an index by the positions of their lines. Each is read when it is first asked for: a page meets few. */
function companiesIn({ companies: lines, formerNames }: CompanyIndex): (position: string) => Known {
  const companies = new Map<string, Known>();
  const former = new Map(formerNames);
  return (position) => {
    const known = companies.get(position);
    if (known !== undefined) return known;
    const at = parseInt(position, 36);
    const company = readCompany(lines.slice(at, lines.indexOf(LINE_END, at)), former);
    companies.set(position, company);
    return company;
  };
}

/** Makes the finder. It reads of the index what it is asked for, so making it costs next to nothing. A longer domain wins over a shorter one. */
export function createCompanyFinder(index: CompanyIndex): CompanyFinder {
  const companyAt = companiesIn(index);
  const positionOf = readLines(index.domains);
  const inCountries = new Map(index.countryNames);
  const ownDomains = new Map(index.own.flatMap(({ domains }, at) => domains.map((domain) => [domain, at] as const)));
  const ownOwners = new Map(index.own.flatMap(({ owners }, at) => owners.map((owner) => [owner, at] as const)));
  let details: ReadonlyMap<string, CompanyDetails> | undefined;

  function describe(host: string): HostFacts {
    const name = normaliseHost(host);
    const site = siteOf(name);
    let position: string | undefined;
    let own: number | undefined;
    // 'a.b.c', then 'b.c'. A single label is never a domain of the index.
    let rest = name;
    for (let dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
      position ??= positionOf(rest);
      own ??= ownDomains.get(rest);
      rest = rest.slice(dot + 1);
    }
    position ??= inCountries.get(labelInCountry(name) ?? '');
    const company = position === undefined ? unknownCompany(site === '' ? UNNAMED : site) : companyAt(position);
    own ??= ownOwners.get(company.facts.owner) ?? -1;
    return { site, company, own, shared: isSharedPlace(name) };
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

  let owners: ReadonlyMap<string, string> | undefined;
  let askedOwners: ReadonlyMap<string, string | null> | undefined;
  function ownerNamed(name: string): string | null {
    askedOwners ??= new Map(index.askedOwners);
    const asked = askedOwners.get(name);
    if (asked !== undefined) return asked;
    owners ??= ownersByName(index);
    return owners.get(spellingOf(name)) ?? null;
  }

  function detailsOf(name: string): CompanyDetails {
    details ??= new Map(
      index.details.map(([company, country, homepage, privacyUrl]) => [company, { country, homepage, privacyUrl }]),
    );
    return details.get(name) ?? NO_DETAILS;
  }

  return {
    find(host, pageHost) {
      const subject = factsOf(host);
      const page = factsOf(pageHost);
      if (subject.site !== '' && subject.site === page.site) return answer(subject.company, 'own-host');
      const ours = subject.own >= 0 && subject.own === page.own;
      const alike =
        !page.shared && subject.company.facts.known && subject.company.facts.owner === page.company.facts.owner;
      return answer(subject.company, ours || alike ? 'same-owner' : 'other');
    },
    optOut(asked) {
      const found = index.optOuts.find(([name]) => name === asked);
      return found === undefined ? null : { url: found[1], what: found[2] };
    },
    ownerNamed,
    details: detailsOf,
    privacyUrl: (name) => detailsOf(name).privacyUrl,
  };
}
