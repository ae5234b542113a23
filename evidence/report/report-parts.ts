/** Parts that several sections of a report are made of: linked numbers, tables, quotes. Pure. */
import { columnName, rowWords, tableName, type CellContext } from '../../words/table-words.ts';
import { shownColumns } from '../../capture/tables/shown-columns.ts';
import type { Column, Table, TableRow } from '../../capture/tables/table.ts';
import { markup, type Markup, type Part } from './markup.ts';
import type { RowGroup } from './row-groups.ts';

/** What all sections of one report need. */
export interface ReportContext extends CellContext {
  readonly groups: ReadonlyMap<string, RowGroup>;
}

/**
 * A number with its words, which leads to the rows that add up to it: to their count, or, with `sum`, to what stands in that column.
 */
export function linkedNumber(
  { groups }: Pick<ReportContext, 'groups'>,
  group: string,
  words: (count: number) => string,
  sum?: string,
): Markup {
  const found = groups.get(group);
  const count = found === undefined ? 0 : sum === undefined ? found.rows.length : sumOf(found, sum);
  // What has no rows has no place to lead to.
  if (found === undefined || found.rows.length === 0) return markup`<span>${words(0)}</span>`;
  return markup`<a href="#${group}" data-rows="${count}"${sum === undefined ? null : markup` data-sum="${sum}"`}>${words(count)}</a>`;
}

function sumOf({ table, rows }: RowGroup, name: string): number {
  const column = table.columns.find((one) => one.name === name);
  return rows.reduce((total, { row }) => total + Number(column?.of(row) ?? 0), 0);
}

/** Columns of our own words: those of pages and addresses may be of any length, and break anywhere. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  'store shape purpose category kind type outcome seen_by role asks_for recognised choice made_by what api country'.split(
    ' ',
  ),
);

const isWhole = ({ name, type }: Pick<Column<never>, 'name' | 'type'>): boolean =>
  type === 'time' || type === 'yes-no' || OWN_WORDS.has(name);

function rowCells(context: ReportContext, table: Table, columns: Table['columns'], { row }: TableRow): Markup {
  return markup`${columns.map((column) => {
    const words = rowWords(context, table, column, row);
    if (column.type === 'integer') return markup`<td class="n">${words ?? ''}</td>`;
    return isWhole(column) ? markup`<td class="w">${words ?? ''}</td>` : markup`<td>${words ?? ''}</td>`;
  })}`;
}

/** The rows of groups as one table, each group in a body of its own with its heading. */
export function groupsTable(context: ReportContext, groups: readonly RowGroup[], caption: string): Markup {
  const { language } = context;
  const [first] = groups;
  if (first === undefined) return markup``;
  const columns = shownColumns(first.table);
  const bodies = groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, division, rows }): Part => {
      const title =
        division === null
          ? null
          : markup`<tr><th scope="rowgroup" colspan="${columns.length}">${language.t(`report.group.${division}`)}, ${language.t('report.total', { count: rows.length })}</th></tr>\n`;
      const lines = rows.map(
        (row) =>
          markup`<tr data-row="${row.id}"${row.parts === undefined ? null : markup` data-parts="${row.parts.join(' ')}"`}>${rowCells(context, first.table, columns, row)}</tr>\n`,
      );
      return markup`<tbody id="${id}">${title}${lines}</tbody>\n`;
    });
  return markup`<div class="wide" role="group" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${columnName(language, column)}</th>`)}</tr></thead>
${bodies}</table></div>
`;
}

/** A whole table of the capture with its name and number of rows; nothing where it has none. */
export function tableSection(context: ReportContext, name: string): Markup | null {
  const { language, groups } = context;
  const own = [...groups.values()].filter((group) => group.table.name === name);
  const [first] = own;
  const count = own.reduce((sum, { rows }) => sum + rows.length, 0);
  if (first === undefined || count === 0) return null;
  return groupsTable(context, own, `${tableName(language, first.table)}: ${language.t('report.total', { count })}`);
}
