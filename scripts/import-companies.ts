/** Entities of an imported list → rows of ours, by rule: what does not belong into a name goes, and what names nobody goes as a whole. */
import { cleanName, lettersOf, nearMiss, oneSpelling } from './company-names.ts';

/** What we take of an entity of a list; `company` is its owner. */
export interface ListedEntity {
  readonly name: string;
  readonly company?: string | undefined;
  readonly category: string;
  readonly domains: readonly string[];
}

/** A row of ours: name, owner, category, domains. */
export type CompanyRow = [name: string, owner: string, category: string, domains: string[]];

/** policy-data/company-spellings.json, as the import needs it. */
export interface Spellings {
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  readonly right: readonly { readonly name: string }[];
}

/** The longest name that DNS allows. */
const LONGEST = 253;
const HOST = /^(?!.*\.\d+$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * A list's domains as ours. third-party-web writes `*.example.com` for a domain with all below it, `www.example.com` for a host
 * alone, and now and then both, or capitals. With us an entry stands for itself and all below it. An address of numbers is left
 * out: it is let to another tomorrow.
 *
 * ['ads.example.com', '*.ads.example.com', '*.Example.com', '192.0.2.1'] → ['ads.example.com', 'example.com']
 */
export function plainDomains(domains: readonly string[]): string[] {
  const plain = domains.map((domain) =>
    domain
      .replace(/[\p{Cc}\p{Cf}\s]/gu, '')
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/[/:?#].*$/s, '')
      .replace(/^\*?\.+/, '')
      .replace(/\.+$/, ''),
  );
  return [...new Set(plain)].filter((domain) => domain.length <= LONGEST && HOST.test(domain));
}

/** Gives a function for the name that a list's name stands for; null where it names nobody. */
export function nameReader({ corrections }: Spellings): (raw: string) => string | null {
  const corrected = new Map(corrections.map(({ from, to }) => [from, to]));
  return (raw) => {
    const name = cleanName(raw);
    return name === null ? null : (corrected.get(name) ?? name);
  };
}

/** The rows, by name, in the order of the code points whatever the machine's language: an entity that moves in the list makes no diff. */
export function importRows(
  entities: readonly ListedEntity[],
  spellings: Spellings,
  knownOwners: readonly string[] = [],
): CompanyRow[] {
  const named = nameReader(spellings);
  const rows = new Map<string, CompanyRow>();
  for (const entity of entities) {
    const name = named(entity.name);
    const domains = plainDomains(entity.domains);
    if (name === null || domains.length === 0) continue;
    const before = rows.get(name);
    // A consent platform is named for its maker: 'Gauge CMP' is a service of Gauge.
    const owner = (named(entity.company ?? '') ?? name).replace(/ CMP$/, '');
    if (before === undefined) rows.set(name, [name, owner, entity.category, domains]);
    else before[3] = [...new Set([...before[3], ...domains])];
  }
  const all = [...rows.values()].flatMap(([name, owner]) => [name, owner]);
  // Among themselves, names and owners are spelt alike; an owner that is ours, too, as we do.
  const spelt = oneSpelling(all);
  const ownersSpelt = oneSpelling(all, knownOwners);
  return [...rows.values()]
    .map(([name, owner, ...rest]): CompanyRow => [spelt.get(name) ?? name, ownersSpelt.get(owner) ?? owner, ...rest])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Names that miss their own domain by one letter, and of which nobody has said yet which of the two is right: [name, the domain's part]. */
export function openSlips(rows: readonly CompanyRow[], { right }: Spellings): [name: string, label: string][] {
  const fine = new Set(right.map(({ name }) => lettersOf(name)));
  return rows.flatMap(([name, owner, , domains]) =>
    [...new Set([name, owner])].flatMap((each): [string, string][] => {
      const label = fine.has(lettersOf(each)) ? null : nearMiss(each, domains);
      return label === null ? [] : [[each, label]];
    }),
  );
}
