/** The headers of a table's rows and columns, by which a cell is read as a sentence. */
import { attribute, elementsUnder } from '../page/page-elements.ts';
import { childrenOf, tagOf, textContentOf } from '../page/safe-document.ts';

/** Longest header, in characters, and most columns. */
const LONGEST_HEADER = 120;
const MAX_COLUMNS = 50;

/** What stands before a cell when it is read alone. */
export interface CellHeaders {
  readonly row: string;
  readonly column: string;
}

const wordsOf = (cell: Element): string => textContentOf(cell).slice(0, LONGEST_HEADER).replace(/\s+/g, ' ').trim();

function cellsOf(row: Element): Element[] {
  return [...childrenOf(row)].filter((cell) => /^t[hd]$/.test(tagOf(cell))).slice(0, MAX_COLUMNS);
}

const isHeader = (cell: Element): boolean => tagOf(cell) === 'th';

/** The words of a row of headers by column; a header over several columns stands for each. */
function columnsOf(cells: readonly Element[]): string[] {
  return cells.flatMap((cell) => {
    const span = Math.min(Math.max(Number(attribute(cell, 'colspan')) || 1, 1), MAX_COLUMNS);
    return Array.from({ length: span }, () => wordsOf(cell));
  });
}

/** Gives the headers of each cell of a table, row by row as it is walked. */
export class TableHeaders {
  readonly #columns: readonly string[];
  readonly #headRow: Element | null;
  #row: Element | null = null;
  #cells: readonly Element[] = [];

  constructor(table: Element) {
    const first = elementsUnder(table, 'tr')[0];
    const cells = first === undefined ? [] : cellsOf(first);
    const isHead = cells.length > 1 && cells.slice(1).every(isHeader);
    this.#headRow = isHead && first !== undefined ? first : null;
    this.#columns = isHead ? columnsOf(cells) : [];
  }

  /** A row begins. */
  enter(row: Element): void {
    this.#row = row;
    this.#cells = cellsOf(row);
  }

  /** The headers of a cell of the row that was entered last. A header has none of its own kind. */
  of(cell: Element): CellHeaders {
    const at = this.#cells.indexOf(cell);
    const first = this.#cells[0];
    if (this.#row === this.#headRow || at < 0 || first === undefined) return { row: '', column: '' };
    const isNamed = at > 0 && (isHeader(first) || this.#columns.length > 0 || this.#cells.length === 2);
    return { row: isNamed ? wordsOf(first) : '', column: this.#columns[at] ?? '' };
  }
}
