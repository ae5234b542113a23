/** Who is a company today? Lists file one owner under several names: former ones, brands that were bought, other spellings. */
import type { CompaniesFile, ThirdPartyWebFile } from '../schemas/policy-data.ts';

/** What `createOwners` makes. */
export interface Owners {
  /** The owner's name of today, by any name under which a list files it; a name that nobody knows more of stands for itself. */
  readonly today: (filed: string) => string;
  /** Owners with other names of their own: former ones and other spellings. A brand that was bought is no name of its buyer. */
  readonly formerNames: readonly (readonly [owner: string, names: readonly string[]])[];
}

/** Forms of companies, which some lists write and others leave out. */
const LEGAL_FORM = /[,.]?\s+(?:inc|llc|ltd|limited|gmbh|corp|corporation|ag|ab|plc|bv|sas|srl|spa)\.?$/;

/** How a name reads whatever its capitals, its spaces and its legal form: 'CD Networks, Inc.' → 'cdnetworks' */
export function spellingOf(name: string): string {
  return name.toLowerCase().replace(LEGAL_FORM, '').replace(/\s/g, '');
}

/**
 * Reads who is whose: from the table of names and purchases, from what our own entries file as a service of another company, and from the
 * spelling. Of several spellings that of our file is told, then the first.
 *
 * @throws Error when the names lead in a circle, or one of them leads to two companies.
 */
export function createOwners(
  { owners, companies, overrides }: Pick<CompaniesFile, 'owners' | 'companies' | 'overrides'>,
  { entities }: { readonly entities: readonly Readonly<ThirdPartyWebFile['entities'][number]>[] },
): Owners {
  const rows = new Map<string, (typeof owners)[number]>();
  for (const row of owners) {
    if (rows.has(row.name)) throw new Error(`companies.json: the owner ${row.name} stands twice`);
    rows.set(row.name, row);
  }
  const serviceOf = new Map([...companies, ...overrides].map(({ name, owner }) => [name, owner]));
  const spellings = new Map<string, string>();
  const ours = [...owners.map(({ now }) => now), ...[...companies, ...overrides].map(({ owner }) => owner)];
  const filedNames = new Set([...ours, ...entities.map(([, owner]) => owner)]);
  for (const name of filedNames) {
    const spelling = spellingOf(name);
    if (!spellings.has(spelling)) spellings.set(spelling, name);
  }

  function today(filed: string): string {
    const passed = new Set<string>();
    for (let name = filed; ;) {
      if (passed.has(name)) throw new Error(`companies.json: the owner ${name} leads back to itself`);
      passed.add(name);
      const next = rows.get(name)?.now ?? spellings.get(spellingOf(name)) ?? name;
      const owner = next === name ? (serviceOf.get(name) ?? name) : next;
      if (owner === name) return name;
      name = owner;
    }
  }

  for (const name of rows.keys()) today(name);
  /** The last of its own names: beyond it lies a buyer, or nothing. */
  const lastName = (name: string): string => {
    const row = rows.get(name);
    return row?.how === 'renamed' ? lastName(row.now) : name;
  };
  const renamed = owners.filter(({ how }) => how === 'renamed').map(({ name }) => name);
  const formerNames = Map.groupBy(renamed, lastName);
  return { today, formerNames: [...formerNames] };
}
