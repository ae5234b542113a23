/** The table of evidence, as any table: its rows are only ever handed to its own columns. */
import { TABLES } from '../../capture/tables/all-tables.ts';
import { EVIDENCE } from '../../capture/tables/finding-tables.ts';
import type { Table } from '../../capture/tables/table.ts';

const found = TABLES.find(({ name }) => name === EVIDENCE.name);
if (found === undefined) throw new Error('There is no table of evidence.');

/** The table. */
export const EVIDENCE_TABLE: Table = found;
