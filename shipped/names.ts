/** What the organisations that ship are called, for the sentences of pages that are no popup. */
import organisations from 'virtual:organisations/names.json';
import type { Organisation } from '../schemas/policy-data.ts';

/** Their ids and names. */
export const SHIPPED_NAMES: readonly Pick<Organisation, 'id' | 'name' | 'legalName' | 'family'>[] = organisations.map(
  ({ id, file }) => ({ id, ...file }),
);
