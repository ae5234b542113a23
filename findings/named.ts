/** Does the text name a company, and for what? By `named-companies.json` of the policy. */
import type { CompanyMatch } from '../recognition/company.ts';
import type { NamedCompany } from '../schemas/label-data.ts';
import type { ClauseIndex } from './clauses.ts';

/** What it takes to know a service by: its own name and its owner's. */
type Service = Pick<CompanyMatch, 'name' | 'owner' | 'known'>;

/** Bare names by name: each is asked for again with every practice and company, and the data holds a few thousand at the most. */
const bareNames = new Map<string, string>();

/** 'Twitter, Inc.' → 'twitter' */
function bareName(name: string): string {
  const known = bareNames.get(name);
  if (known !== undefined) return known;
  const bare = name
    .toLowerCase()
    .replace(/\s*\(.*\)$/, '')
    .replace(/[,.]? (inc|llc|ltd|gmbh|corp|platforms)\.?$/, '')
    .trim();
  bareNames.set(name, bare);
  return bare;
}

/**
 * Whether one of the names is the service's, its company's, or one that its company has borne, as lists of names write them.
 *
 * isNamed({ names: ['Facebook', 'Meta'], … }, ['Facebook Pixel']) → true
 */
export function isNamed(
  { names: own, known }: Pick<CompanyMatch, 'names' | 'known'>,
  names: readonly string[],
): boolean {
  if (!known) return false;
  const bare = own.map(bareName);
  return names.some((listed) => {
    const wanted = bareName(listed);
    return bare.some((name) => wanted === name || wanted.startsWith(`${name} `));
  });
}

/**
 * Gives a function that finds, of some entries, the first whose company bears a name, as `isNamed` has it. It reads each company's names
 * once, however many names are asked for.
 */
export function createNamedFinder<T>(
  entries: readonly (readonly [Pick<CompanyMatch, 'names' | 'known'>, T])[],
): (listed: string) => T | undefined {
  const firstByName = new Map<string, number>();
  for (const [at, [{ names, known }]] of entries.entries()) {
    if (!known) continue;
    for (const name of names) {
      const bare = bareName(name);
      if (!firstByName.has(bare)) firstByName.set(bare, at);
    }
  }
  return (listed) => {
    const wanted = bareName(listed);
    let first = firstByName.get(wanted) ?? Infinity;
    for (let space = wanted.indexOf(' '); space >= 0; space = wanted.indexOf(' ', space + 1))
      first = Math.min(first, firstByName.get(wanted.slice(0, space)) ?? Infinity);
    return entries[first]?.[1];
  };
}

function isOf({ names, services }: NamedCompany, { name, owner }: Service, year: number): boolean {
  const own = bareName(name);
  const borne = names.map((one) => bareName(one.name));
  if (!borne.includes(bareName(owner)) && !borne.includes(own)) return false;
  const service = services.find((one) => bareName(one.name) === own);
  if (service !== undefined) return service.since <= year;
  return borne.some((one) => own === one || own.startsWith(`${one} `));
}

/** Each service is asked for with every practice and each thing that was seen of it. */
const namedCompanies = new WeakMap<ClauseIndex, WeakMap<Service, NamedCompany | null>>();

/** The entry of the company that a service belongs to, and belonged to when the text was written; null where the text names no such company. */
export function namedCompany(service: Service, clauses: ClauseIndex): NamedCompany | null {
  if (!service.known) return null;
  const answers = namedCompanies.get(clauses) ?? new WeakMap<Service, NamedCompany | null>();
  namedCompanies.set(clauses, answers);
  const known = answers.get(service);
  if (known !== undefined) return known;
  const found = clauses.named.find((entry) => isOf(entry, service, clauses.year)) ?? null;
  answers.set(service, found);
  return found;
}

/** The entry by which the text names a company of which services were met; null where it names none of them. */
export function namedContact(
  { services }: { readonly services: readonly { readonly service: Service }[] },
  clauses: ClauseIndex,
): NamedCompany | null {
  return services.map(({ service }) => namedCompany(service, clauses)).find((entry) => entry !== null) ?? null;
}

/** Whether one of the names, as the text prints them, is that of the company. */
export function bearsName(service: Service, printed: readonly string[], clauses: ClauseIndex): boolean {
  const entry = namedCompany(service, clauses);
  return entry !== null && printed.includes(entry.printed);
}

/** Whether a sentence that speaks of the practice prints the company's name. */
export function isNamedFor(service: Service, practiceId: string, clauses: ClauseIndex): boolean {
  const entry = namedCompany(service, clauses);
  const speaking = clauses.forPractice(practiceId).map(({ clause }) => clause.id);
  return entry?.clauses.some((id) => speaking.includes(id)) ?? false;
}
