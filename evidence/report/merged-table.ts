/**
 * A table in which a thing that was seen on several pages stands once: a report that counts a company once for each page tells more
 * companies than there are. Pure.
 */
import type { Facets } from '../../capture/facets.ts';
import type { Cell, Column, Table, TableRow } from '../../capture/tables/table.ts';

/** What makes rows of several pages one, and which of their numbers add up. */
export interface Merging {
  readonly key: readonly string[];
  readonly sums: readonly string[];
  /** Times of which the last is told; of all others it is the first. */
  readonly last: readonly string[];
}

/** A row of a merged table: the rows that are of one thing. */
type Merged = readonly [TableRow, ...TableRow[]];

function mergedCell({ name, type, of }: Column<unknown>, { sums, last }: Merging, rows: Merged): Cell {
  const cells = rows.flatMap(({ row }): readonly Cell[] => {
    const cell = of(row);
    return typeof cell === 'object' && cell !== null ? cell : [cell];
  });
  const told = cells.filter((cell) => cell !== null && cell !== '');
  if (type === 'list') return [...new Set(told.map(String))];
  if (told.length === 0) return null;
  const numbers = told.map(Number);
  if (sums.includes(name)) return numbers.reduce((sum, number) => sum + number, 0);
  if (type === 'time') return last.includes(name) ? Math.max(...numbers) : Math.min(...numbers);
  const different = [...new Set(told)];
  return different.length === 1 ? (different[0] ?? null) : different.map(String);
}

/** What another company has done on one page it has done. */
function mergedFacets(rows: Merged): Facets {
  return (rows.find(({ facets }) => facets.party === 'other') ?? rows[0]).facets;
}

/** The table with its rows put together; columns and name stay. Where cells of a thing differ, all of them are told. */
export function mergedTable(table: Table, merging: Merging): Table {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const keyOf = ({ row }: TableRow): string =>
    JSON.stringify(merging.key.map((name) => byName.get(name)?.of(row) ?? null));
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      of: (row) => mergedCell(column, merging, row as Merged),
    })),
    rows: (study) => {
      const things = new Map<string, [TableRow, ...TableRow[]]>();
      for (const row of table.rows(study)) {
        const key = keyOf(row);
        const known = things.get(key);
        if (known === undefined) things.set(key, [row]);
        else known.push(row);
      }
      return [...things.values()].map((rows) => ({
        ...{ id: rows[0].id, place: rows[0].place },
        ...(rows.length > 1 ? { parts: rows.map(({ id }) => id) } : {}),
        facets: mergedFacets(rows),
        row: rows,
      }));
    },
  };
}
