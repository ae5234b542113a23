/**
 * The rows of a report's annex in groups, each with an address of its own: a number in the report links to the group whose rows add
 * up to it. Pure.
 */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { TABLES } from '../../capture/tables/all-tables.ts';
import type { Table, TableRow } from '../../capture/tables/table.ts';
import { mergedTable, type Merging } from './merged-table.ts';

/** Rows of a table that are counted together. */
export interface RowGroup {
  /** Its id in the document: 'companies-other'. */
  readonly id: string;
  readonly table: Table;
  /** Key of its words among `report.group`; null where the table is not divided. */
  readonly division: Division | null;
  readonly rows: readonly TableRow[];
}

/** The divisions that have words. */
export type Division = 'companies-other' | 'companies-same-owner' | 'companies-own-host' | 'items-other' | 'items-own';

/** How a table is divided: the division of a row. */
const DIVISIONS: Readonly<
  Record<string, { readonly all: readonly Division[]; readonly of: (row: TableRow) => Division }>
> = {
  companies: {
    all: ['companies-other', 'companies-same-owner', 'companies-own-host'],
    // A row of theirs always has a company.
    of: ({ facets: { party = 'other' } }) => `companies-${party === 'none' ? 'other' : party}`,
  },
  'stored-items': {
    all: ['items-other', 'items-own'],
    of: ({ facets }) => (facets.party === 'other' ? 'items-other' : 'items-own'),
  },
};

/** The tables whose rows are counted before the annex, and what makes the rows of several pages one thing. */
const MERGED: Readonly<Record<string, Merging>> = {
  companies: { key: ['company'], sums: ['requests', 'failed'], last: [] },
  'stored-items': { key: ['store', 'host', 'name', 'path', 'partition'], sums: [], last: ['expires'] },
};

/** The id of the group that holds the evidence of a practice. */
export function evidenceGroupId(practice: string): string {
  return `evidence-${practice}`;
}

function groupsOf(own: Table, study: CaptureStudy): readonly RowGroup[] {
  const merging = MERGED[own.name];
  const table = merging === undefined ? own : mergedTable(own, merging);
  const rows = table.rows(study);
  const division = DIVISIONS[table.name];
  if (division !== undefined)
    return division.all.map((name) => ({
      id: name,
      table,
      division: name,
      rows: rows.filter((row) => division.of(row) === name),
    }));
  if (table.name !== 'evidence') return [{ id: table.name, table, division: null, rows }];
  const practices = [...new Set(rows.map(({ facets }) => facets.practices?.[0] ?? ''))];
  return practices.map((practice) => ({
    id: evidenceGroupId(practice),
    table,
    division: null,
    rows: rows.filter(({ facets }) => facets.practices?.[0] === practice),
  }));
}

/** All groups of a capture, in the order of the tables. */
export function rowGroups(study: CaptureStudy): ReadonlyMap<string, RowGroup> {
  return new Map(TABLES.flatMap((table) => groupsOf(table, study)).map((group) => [group.id, group]));
}
