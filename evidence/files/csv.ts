/** A table → CSV as RFC 4180 has it, for spreadsheets too: what a spreadsheet would take for a formula is escaped. Pure. */
import Papa from 'papaparse';
import type { Cell, Column, Table } from '../../capture/tables/table.ts';
import { cellsOf } from '../../capture/tables/table.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';

/** Between the texts of a list in one cell. No host, name or path of a row holds it followed by a space. */
export const LIST_SEPARATOR = '; ';

const LINE_END = '\r\n';

/** A time as ISO 8601 in UTC; '' for what is no time that a date can hold. */
export function isoTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** A cell as a file has it. */
export function cellText(cell: Cell, type: Column<never>['type']): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.join(LIST_SEPARATOR);
  return type === 'time' && typeof cell === 'number' ? isoTime(cell) : String(cell);
}

/** The table's rows, with a header. Line ends are CR LF, the encoding is for who writes it (UTF-8 without a mark). */
export function asCsv(table: Table, study: CaptureStudy): string {
  const { columns } = table;
  const data = table
    .rows(study)
    .map((row) => cellsOf(table, row).map((cell, at) => cellText(cell, columns[at]?.type ?? 'text')));
  // Numbers stay numbers: a minus is no formula.
  const text = Papa.unparse(
    { fields: columns.map(({ name }) => name), data },
    { escapeFormulae: true, newline: LINE_END },
  );
  // Where there are no rows, the header has a line end already, and another would be an empty row.
  return text.endsWith(LINE_END) ? text : text + LINE_END;
}
