/** Whose is a host? host → company, owner, category. */
import type { CompanyCategory } from '../schemas/policy-data';
import type { CompanyIndex } from './company-index';
import { MAX_HOST_LENGTH, normalise } from './host-name';
import { SEPARATOR, readTable } from './length-table';
import { isSharedPlace, siteOf } from './registrable-domain';

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

/** What else our file tells of a company. */
export interface CompanyDetails {
  /** ISO 3166 code of the country that it is at home in; null when we do not know. */
  readonly country: string | null;
  readonly homepage: string | null;
  /** Its own privacy page, or null when we know none. */
  readonly privacyUrl: string | null;
}

/** Answers for hosts, made by `createCompanyFinder`. */
export interface CompanyFinder {
  /** The company behind `host`, as seen from a page of `pageHost`. Never throws; the result is shared: do not change it. */
  readonly find: (host: string, pageHost: string) => CompanyMatch;
  /** The owner's own opt-out page, or null when we know none. */
  readonly optOut: (owner: string) => { readonly url: string; readonly what: string } | null;
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
  /** Stands at a place where everybody may have a part: the company that runs the place is not the one whose page it is. */
  readonly shared: boolean;
}

/** 'Gauge||ad|' → Gauge, owned by Gauge, without a sentence of its own */
function readCompany(text: string): Company {
  const [name = '', owner = '', category, purpose = ''] = text.split(SEPARATOR);
  const kind = category as CompanyCategory;
  return toCompany(name, owner === '' ? name : owner, kind, purpose === '' ? null : purpose);
}

/** The companies of an index by their numbers. Each is read when it is first asked for: a page meets few. */
function companiesIn(texts: readonly string[]): (number: string) => Company {
  const companies = new Map<string, Company>();
  return (number) => {
    const known = companies.get(number);
    if (known !== undefined) return known;
    const company = readCompany(texts[Number(number)] ?? '');
    companies.set(number, company);
    return company;
  };
}

/** Makes the finder. It reads of the index what it is asked for, so making it costs next to nothing. A longer domain wins over a shorter one. */
export function createCompanyFinder(index: CompanyIndex): CompanyFinder {
  const companyAt = companiesIn(index.companies);
  const numberOf = readTable(index.domains);
  const ownDomains = new Set(index.ownDomains);
  const ownOwners = new Set(index.ownOwners);
  let details: ReadonlyMap<string, CompanyDetails> | undefined;

  function describe(host: string): HostFacts {
    const name = normalise(host);
    const site = siteOf(name);
    let number: string | undefined;
    let own = false;
    // 'a.b.c', then 'b.c'. A single label is never a domain of the index.
    let rest = name;
    for (let dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
      number ??= numberOf(rest);
      own ||= ownDomains.has(rest);
      rest = rest.slice(dot + 1);
    }
    const shown = site === '' ? UNNAMED : site;
    const company = number === undefined ? toCompany(shown, shown, 'unknown', null) : companyAt(number);
    return { site, company, own: own || ownOwners.has(company.facts.owner), shared: isSharedPlace(name) };
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
      const ours = subject.own && page.own;
      const alike =
        !page.shared && subject.company.facts.known && subject.company.facts.owner === page.company.facts.owner;
      return answer(subject.company, ours || alike ? 'same-owner' : 'other');
    },
    optOut(asked) {
      const found = index.optOuts.find(([owner]) => owner === asked);
      return found === undefined ? null : { url: found[1], what: found[2] };
    },
    details: detailsOf,
    privacyUrl: (name) => detailsOf(name).privacyUrl,
  };
}
