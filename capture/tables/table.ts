/**
 * Tables: everything that is shown of a capture, exported as rows or compared is a row of one of them, so that a screen and a file
 * cannot differ. Pure.
 */
import type { Facets } from '../facets.ts';
import type { CaptureStudy, StudiedPage } from '../study-capture.ts';

/** What stands in a cell: text, a number, yes or no, or nothing. Times are milliseconds since 1970. Several texts are a list. */
export type Cell = string | number | boolean | null | readonly string[];

/** What kind of cell a column has. */
export type ColumnType = 'text' | 'integer' | 'yes-no' | 'time' | 'list';

/** A column. */
export interface Column<Row> {
  /** As a file's header has it. */
  readonly name: string;
  readonly type: ColumnType;
  /** One English sentence for who reads the file. */
  readonly what: string;
  readonly of: (row: Row) => Cell;
}

/** What every row has beside its cells. */
export interface RowPlace {
  /** The page that it is of. */
  readonly page: number;
  /** When it was first seen, in milliseconds since 1970. */
  readonly at: number;
}

/** A row, with its place and what it is found by. */
export interface TableRow<Row = unknown> {
  /** Unique within its table. */
  readonly id: string;
  /** Ids of the rows that stand together in this one; absent of a row that stands by itself. */
  readonly parts?: readonly string[];
  readonly place: RowPlace;
  readonly facets: Facets;
  readonly row: Row;
}

/** A table. */
export interface Table<Row = unknown> {
  /** In files' names, and for its words: 'stored-items'. */
  readonly name: string;
  /** One English sentence: what a row is. */
  readonly what: string;
  readonly columns: readonly Column<Row>[];
  /** Names of the columns that together tell a row from every other; absent where nothing does. Other tables refer to rows by them. */
  readonly key?: readonly string[];
  /** All rows of a capture, in the order of time. */
  readonly rows: (study: CaptureStudy) => readonly TableRow<Row>[];
}

/**
 * The rows in the order of time, each with an id that it keeps while others join it: by its page and time, and of several at one moment by
 * its place among them. What a person has chosen stays chosen while the page goes on.
 */
function withIds<Row>(name: string, rows: readonly Omit<TableRow<Row>, 'id'>[]): readonly TableRow<Row>[] {
  const alike = new Map<string, number>();
  return rows
    .map((row) => {
      const moment = `${name}-${String(row.place.page)}-${String(row.place.at)}`;
      const before = alike.get(moment) ?? 0;
      alike.set(moment, before + 1);
      return { ...row, id: before === 0 ? moment : `${moment}-${String(before + 1)}` };
    })
    .toSorted((a, b) => a.place.at - b.place.at);
}

/** Makes a table whose rows are found page by page. */
export function pageTable<Row>(
  name: string,
  what: string,
  columns: readonly Column<Row>[],
  rowsOf: (page: StudiedPage, study: CaptureStudy) => readonly Omit<TableRow<Row>, 'id'>[],
  key?: readonly string[],
): Table<Row> {
  return {
    name,
    what,
    columns,
    ...(key === undefined ? {} : { key }),
    rows: (study) =>
      withIds(
        name,
        study.pages.flatMap((page) => rowsOf(page, study)),
      ),
  };
}

/** A column by name, type and sentence. */
export function column<Row>(name: string, type: ColumnType, what: string, of: (row: Row) => Cell): Column<Row> {
  return { name, type, what, of };
}

/** The cells of a row, in the order of the columns. */
export function cellsOf<Row>({ columns }: Table<Row>, { row }: TableRow<Row>): readonly Cell[] {
  return columns.map(({ of }) => of(row));
}
