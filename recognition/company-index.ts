/** The companies in a shape that a worker can ask soon: next to nothing is built at its start. Made by the build, see build/ship-less-data.ts. */
import type {
  CompaniesFile,
  Organisation,
  SitesFile,
  TailCompaniesFile,
  ThirdPartyWebFile,
} from '../schemas/policy-data.ts';
import { createOwners } from './company-owners.ts';
import { SEPARATOR } from './length-table.ts';
import { LINE_END, writeLines } from './sorted-lines.ts';

/**
 * Plain data: long texts, which JSON.parse takes in as they are, in place of many small objects: a worker or a popup that starts asks for few
 * of them. Nobody but `company.ts` reads it.
 */
export interface CompanyIndex {
  /**
   * A line for each service: 'name|owner|category|purpose|owner as filed', where '' stands for the name as owner, for a purpose that only the
   * category tells, and for an owner that is filed under its name of today.
   */
  readonly companies: string;
  /** Where the line of a domain's company begins, to the base of 36: `readLines` finds it. */
  readonly domains: string;
  /** Owners that had other names, or are written in several ways: owner, the other names. */
  readonly formerNames: readonly (readonly [owner: string, names: readonly string[]])[];
  /** Labels that stand for a company under the suffix of every country, with the position of its line, as above: 'google'. */
  readonly countryNames: readonly (readonly [label: string, position: string])[];
  /** For each organisation whose sites we watch: its domains, and the names of the owners that our file gives to them. */
  readonly own: readonly { readonly domains: readonly string[]; readonly owners: readonly string[] }[];
  /** Owners of names that are asked for on every page, as `ownersByName` finds them; null where it knows none. All others have to be looked for. */
  readonly askedOwners: readonly (readonly [name: string, owner: string | null])[];
  /** Opt-out pages: company or service, address, what is done there. */
  readonly optOuts: readonly (readonly [name: string, url: string, what: string])[];
  /** Companies of which more is known: name, country, homepage, privacy page. */
  readonly details: readonly (readonly [
    name: string,
    country: string | null,
    homepage: string | null,
    privacyUrl: string | null,
  ])[];
}

/** The domains of an organisation whose sites we watch: its sites, and the hosts of its own services. */
export function ownDomainsOf(
  { sites }: SitesFile,
  { id, ownDomains }: Pick<Organisation, 'id' | 'ownDomains'>,
): string[] {
  return [...sites.filter(({ group }) => group === id).map(({ domain }) => domain), ...ownDomains];
}

/** 'Gauge', 'Gauge', 'ad', '', 'Gauge' → 'Gauge||ad||'. Throws when a part would break the text. */
function companyText(name: string, owner: string, category: string, purpose: string, filedOwner: string): string {
  const parts = [name, owner === name ? '' : owner, category, purpose, filedOwner === owner ? '' : filedOwner];
  if (name === '' || parts.some((part) => part.includes(SEPARATOR) || part.includes(LINE_END)))
    throw new Error(`No company can be called “${name}”`);
  return parts.join(SEPARATOR);
}

/** Domain → number of its company; ours first, of third-party-web's what we do not name, and of the tail what neither names. */
class Domains {
  readonly companies: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #byDomain = new Map<string, number>();
  #named: Map<string, number> | undefined;

  /** The number of a company; the same for all that are told alike. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.companies.length);
    return this.companies.push(text) - 1;
  }

  /** The number of the first company of that name. */
  numberNamed(name: string): number | undefined {
    this.#named ??= new Map(this.companies.map((text, number) => [nameIn(text), number] as const).reverse());
    return this.#named.get(name);
  }

  numberOf(domain: string): number | undefined {
    return this.#byDomain.get(domain);
  }

  companyOf(domain: string): string | undefined {
    const number = this.#byDomain.get(domain);
    return number === undefined ? undefined : this.companies[number];
  }

  set(domain: string, number: number): void {
    if (!domain.includes('.') || /[\s|~]/.test(domain)) throw new Error(`“${domain}” is no domain`);
    this.#byDomain.set(domain, number);
  }

  /** The lines of the companies, those of the domains, and where the line of a company begins. */
  texts(): Pick<CompanyIndex, 'companies' | 'domains'> & { readonly positionOf: (number: number) => string } {
    const positions: number[] = [];
    let companies = '';
    for (const text of this.companies) {
      positions.push(companies.length);
      companies += text + LINE_END;
    }
    const positionOf = (number: number): string => (positions[number] ?? 0).toString(36);
    const domains = writeLines(new Map([...this.#byDomain].map(([domain, number]) => [domain, positionOf(number)])));
    return { companies, domains, positionOf };
  }

  all(): readonly string[] {
    return [...this.#byDomain.keys()];
  }
}

const nameIn = (text: string): string => text.split(SEPARATOR, 1)[0] ?? '';
const ownerIn = (text: string): string => {
  const owner = text.split(SEPARATOR, 2)[1] ?? '';
  return owner === '' ? nameIn(text) : owner;
};

/**
 * Makes the index: a company of ours wins over third-party-web's for the same domain, and both over the tail's; each gets the owner that it
 * has today. `ownDomains` are the domains of each organisation whose sites we watch; a company to which our file gives the same owner as to
 * one of them belongs to it too.
 *
 * @throws Error when `companies` names a domain twice, or a name holds what separates names in the index.
 */
export function indexCompanies(
  file: CompaniesFile,
  thirdPartyWeb: ThirdPartyWebFile,
  ownDomains: readonly (readonly string[])[],
  tail: Pick<TailCompaniesFile, 'entities'> = { entities: [] },
): CompanyIndex {
  const { companies, overrides, optOuts, countryNames } = file;
  const listed = tail.entities.map(([name, owner, category, theirs]) => [name, owner, category, theirs] as const);
  const owners = createOwners(file, { entities: [...thirdPartyWeb.entities, ...listed] });
  const domains = new Domains();
  const numberOf = (name: string, filed: string, category: string, purpose: string): number =>
    domains.number(companyText(name, owners.today(filed), category, purpose, filed));
  for (const { name, owner, category, purpose, domains: theirs } of [
    ...companies,
    ...overrides.map((override) => ({ ...override, domains: [override.domain] })),
  ]) {
    const number = numberOf(name, owner, category, purpose);
    for (const domain of theirs) {
      const before = domains.companyOf(domain);
      if (before !== undefined)
        throw new Error(`companies.json: ${domain} stands for ${nameIn(before)} and for ${name}`);
      domains.set(domain, number);
    }
  }
  // A domain of ours stands for its own www too, which third-party-web files apart now and then.
  const ours = new Set(domains.all());
  const isOurs = (domain: string): boolean => domain.startsWith('www.') && ours.has(domain.slice('www.'.length));
  const own = ownDomains.map((theirs) => {
    const found = theirs.map((domain) => domains.companyOf(domain)).filter((company) => company !== undefined);
    return { domains: theirs, owners: [...new Set(found.map(ownerIn))] };
  });
  for (const [name, owner, category, theirs] of thirdPartyWeb.entities) {
    const number = numberOf(name, owner, category, '');
    for (const domain of theirs)
      if (!isOurs(domain) && domains.companyOf(domain) === undefined) domains.set(domain, number);
  }
  // Who is named above is told as above, whatever the tail says of it: one company has one owner and one category.
  const above = tail.entities.map(([name]) => domains.numberNamed(name));
  for (const [at, [name, owner, category, theirs]] of tail.entities.entries()) {
    const number = above[at] ?? numberOf(name, owner, category, '');
    for (const domain of theirs) if (domains.companyOf(domain) === undefined) domains.set(domain, number);
  }
  const { companies: lines, domains: domainLines, positionOf } = domains.texts();
  return {
    companies: lines,
    domains: domainLines,
    formerNames: owners.formerNames,
    countryNames: countryNames.map(({ label, domain }) => {
      const number = domains.numberOf(domain);
      if (number === undefined) throw new Error(`companies.json: nobody knows ${domain}, of which ${label} is a name`);
      return [label, positionOf(number)] as const;
    }),
    own,
    askedOwners: [],
    optOuts: optOuts.map(({ owner, url, what }) => [owner, url, what] as const),
    details: companies
      .filter(({ country, homepage, privacyUrl }) => country !== null || homepage !== null || privacyUrl !== null)
      .map(({ name, country, homepage, privacyUrl }) => [name, country, homepage, privacyUrl] as const),
  };
}
