/** Finds rows: by words that stand in them, and by what they are found by. Fast enough to follow each key over 50,000 rows. Pure. */
import type { Facets } from '../facets.ts';
import { cellsOf, type Cell, type Table, type TableRow } from './table.ts';

/** What is asked for. Absent members ask for nothing. */
export interface RowQuestion {
  /** Words, all of which must stand in the row's cells, in any order and in capitals or not. */
  readonly words?: string;
  readonly company?: string;
  readonly purpose?: string;
  readonly practice?: string;
  readonly party?: NonNullable<Facets['party']>;
  readonly label?: string;
  readonly page?: number;
}

/** A facet by which rows are narrowed down. */
export type FacetName = 'company' | 'purpose' | 'practice' | 'party' | 'label';

/** The facets, in the order of showing. */
export const FACET_NAMES: readonly FacetName[] = ['company', 'party', 'purpose', 'practice', 'label'];

/** What a row says of a facet. */
export function facetValues({ facets }: TableRow, name: FacetName): readonly string[] {
  switch (name) {
    case 'company':
      return facets.companies ?? [];
    case 'practice':
      return facets.practices ?? [];
    case 'label':
      return facets.labels ?? [];
    default: {
      const value = facets[name];
      return value === undefined ? [] : [value];
    }
  }
}

/** The values of a facet among rows, with how many rows have each; the most frequent first. */
export function facetCounts(
  rows: readonly TableRow[],
  name: FacetName,
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of facetValues(row, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const SEPARATOR = '\n';

/** Rows with the text of their cells, made once. */
export class FoundRows {
  readonly rows: readonly TableRow[];
  readonly #table: Table;
  #texts: readonly string[] | null = null;

  constructor(table: Table, rows: readonly TableRow[]) {
    this.#table = table;
    this.rows = rows;
  }

  /** Reads the cells ahead, so that the first key of who is about to type costs no more than those after it. */
  prepare(): void {
    this.#readTexts();
  }

  /** The rows that answer the question, in their order. */
  find(question: RowQuestion): readonly TableRow[] {
    const words = (question.words ?? '')
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== '');
    const facets = FACET_NAMES.flatMap((name) => {
      const wanted = question[name];
      return wanted === undefined ? [] : [[name, wanted] as const];
    });
    const { page } = question;
    if (words.length === 0 && facets.length === 0 && page === undefined) return this.rows;
    const texts = words.length === 0 ? [] : this.#readTexts();
    return this.rows.filter(
      (row, at) =>
        (page === undefined || row.place.page === page) &&
        facets.every(([name, wanted]) => facetValues(row, name).includes(wanted)) &&
        words.every((word) => texts[at]?.includes(word)),
    );
  }

  #readTexts(): readonly string[] {
    this.#texts ??= this.rows.map((row) =>
      [...cellsOf(this.#table, row).map(textOf), ...(row.facets.companies ?? [])].join(SEPARATOR).toLowerCase(),
    );
    return this.#texts;
  }
}

function textOf(cell: Cell): string {
  return cell === null ? '' : typeof cell === 'object' ? cell.join(' ') : String(cell);
}

/** How rows are ordered. */
export interface RowOrder {
  /** Name of a column. */
  readonly by: string;
  readonly descending: boolean;
}

/** Compares cells: nothing last, numbers by size, texts by their letters. */
function compare(a: Cell, b: Cell): number {
  const isNothing = (cell: Cell): boolean => cell === null || cell === '';
  if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [textOf(a).toLowerCase(), textOf(b).toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The rows in another order; rows that are alike keep theirs, and what is empty stays last either way. */
export function inOrder(table: Table, rows: readonly TableRow[], order: RowOrder | null): readonly TableRow[] {
  const column = order === null ? undefined : table.columns.find(({ name }) => name === order.by);
  if (order === null || column === undefined) return rows;
  const keyed = rows.map((row) => ({ row, cell: column.of(row.row) }));
  const sign = order.descending ? -1 : 1;
  return keyed
    .toSorted((a, b) => {
      const way = compare(a.cell, b.cell);
      const isEmpty = a.cell === null || a.cell === '' || b.cell === null || b.cell === '';
      return isEmpty ? way : sign * way;
    })
    .map(({ row }) => row);
}
