/** Whose is a name? Names without a host: those of stored things, of clauses and of lists. */
import type { CompanyIndex } from './company-index.ts';
import { spellingOf } from './company-owners.ts';
import { SEPARATOR } from './length-table.ts';
import { LINE_END } from './sorted-lines.ts';

/**
 * The owners of today by any name that the index holds, spelt alike. The name of a service comes before that of an owner, and of two services of
 * one name the first: ours stand before those of the lists, which may file it under somebody else.
 */
export function ownersByName({
  companies,
  formerNames,
}: Pick<CompanyIndex, 'companies' | 'formerNames'>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const file = (name: string, owner: string): void => {
    const spelling = spellingOf(name);
    if (name !== '' && !owners.has(spelling)) owners.set(spelling, owner);
  };
  const parts = companies.split(LINE_END).map((text) => {
    const [service = '', owner = '', , , filedOwner = ''] = text.split(SEPARATOR);
    return { service, owner: owner === '' ? service : owner, filedOwner };
  });
  for (const { service, owner } of parts) file(service, owner);
  for (const { owner } of parts) file(owner, owner);
  for (const { filedOwner, owner } of parts) file(filedOwner, owner);
  for (const [last, names] of formerNames) {
    const all = [last, ...names];
    const owner = all.map((name) => owners.get(spellingOf(name))).find((known) => known !== undefined) ?? last;
    for (const name of all) file(name, owner);
  }
  return owners;
}

/** An index that knows beforehand who owns each of some names: making the list of all takes longer than the rest of a popup's first screen. */
export function withOwnersOf(index: CompanyIndex, names: readonly string[]): CompanyIndex {
  const owners = ownersByName(index);
  const asked = new Set(names);
  return { ...index, askedOwners: [...asked].map((name) => [name, owners.get(spellingOf(name)) ?? null] as const) };
}
