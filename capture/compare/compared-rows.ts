/** The rows of one table in two captures, by what they are of: which are new, gone, changed, the same. Pure. */
import type { Cell, Table, TableRow } from '../tables/table.ts';

/** What became of a row from the first capture to the second. */
export type Difference = 'new' | 'gone' | 'changed' | 'same';

/** All of them, in the order of showing. */
export const DIFFERENCES: readonly Difference[] = ['new', 'gone', 'changed', 'same'];

/** Which cells say what a row is of, and which of it, where another stands there, is a change. */
export interface ComparedColumns {
  readonly key: readonly string[];
  readonly facts: readonly string[];
  /** Sums that are told and make no change: how often something happens differs from one look to the next. */
  readonly sums: readonly string[];
}

/** A fact of a row in both captures: every value that it had there, each once. */
export interface ComparedFact {
  readonly column: string;
  readonly before: readonly Cell[];
  readonly after: readonly Cell[];
}

/** A thing of either capture, or of both. */
export interface ComparedRow {
  /** Unique within its table. */
  readonly id: string;
  readonly is: Difference;
  /** What it is, in the order of the key's columns. */
  readonly key: readonly Cell[];
  /** The rows of the first capture, and of the second, that are of it. */
  readonly before: readonly TableRow[];
  readonly after: readonly TableRow[];
  /** Facts that differ; none but of what has changed. */
  readonly changes: readonly ComparedFact[];
  readonly sums: readonly { readonly column: string; readonly before: number; readonly after: number }[];
}

type Values = (row: TableRow, column: string) => Cell;

function valuesOf({ columns }: Table): Values {
  const by = new Map(columns.map((column) => [column.name, column]));
  return ({ row }, name) => {
    const column = by.get(name);
    if (column === undefined) throw new Error(`There is no column “${name}”.`);
    return column.of(row);
  };
}

/** The same text for cells that say the same: as parts of a key, lists in another order do. */
const written = (cell: Cell): string =>
  JSON.stringify(typeof cell === 'object' && cell !== null ? [...cell].sort() : cell);

function grouped(rows: readonly TableRow[], key: readonly string[], values: Values): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const of = key.map((column) => written(values(row, column))).join('\n');
    const known = groups.get(of);
    if (known === undefined) groups.set(of, [row]);
    else known.push(row);
  }
  return groups;
}

/**
 * What stands in a column over several rows, each once, in a fixed order. Of a list each part: two pages with some of a thing's hosts each
 * have no other hosts than one page with all of them.
 */
function each(rows: readonly TableRow[], column: string, values: Values): readonly Cell[] {
  const found = rows.flatMap((row): readonly Cell[] => {
    const cell = values(row, column);
    return typeof cell === 'object' && cell !== null ? cell : [cell];
  });
  const cells = new Map(found.map((cell) => [written(cell), cell]));
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

const isSame = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.map(written).join('\n') === b.map(written).join('\n');

/**
 * Sets the rows of two captures beside each other. Several rows of one key, as of several pages, are one thing.
 *
 * @throws Error when the table has no such column
 */
export function compareRows(
  table: Table,
  columns: ComparedColumns,
  before: readonly TableRow[],
  after: readonly TableRow[],
): readonly ComparedRow[] {
  const values = valuesOf(table);
  const first = grouped(before, columns.key, values);
  const second = grouped(after, columns.key, values);
  const keys = [...new Set([...first.keys(), ...second.keys()])].sort();
  const compared = keys.map((key): ComparedRow => {
    const [was, is] = [first.get(key) ?? [], second.get(key) ?? []];
    const facts = columns.facts.map((column): ComparedFact => ({
      column,
      before: each(was, column, values),
      after: each(is, column, values),
    }));
    const isInBoth = was.length > 0 && is.length > 0;
    const changes = isInBoth ? facts.filter((fact) => !isSame(fact.before, fact.after)) : [];
    const [any] = [...was, ...is];
    const sum = (rows: readonly TableRow[], column: string): number =>
      rows.reduce((total, row) => total + Number(values(row, column) ?? 0), 0);
    return {
      id: `${table.name}-${key}`,
      is: was.length === 0 ? 'new' : is.length === 0 ? 'gone' : changes.length > 0 ? 'changed' : 'same',
      key: any === undefined ? [] : columns.key.map((column) => values(any, column)),
      ...{ before: was, after: is, changes },
      sums: columns.sums.map((column) => ({ column, before: sum(was, column), after: sum(is, column) })),
    };
  });
  return DIFFERENCES.flatMap((difference) => compared.filter(({ is }) => is === difference));
}
