/**
 * All rows of a capture: as the inspector shows them, and as a report holds them that stands by itself. Both functions run in the page, in
 * Chromium and in Firefox, and use nothing from outside of themselves.
 */

/** The rows of one table: what it is called, and for each row its id and what stands in its cells. */
export interface ShownTable {
  readonly name: string;
  /** By id, sorted. */
  readonly rows: readonly (readonly [id: string, cells: readonly string[]])[];
}

/** A row of a report, with the ids of the rows that stand together in it: of several pages, a thing is counted once. */
export type ReportedRow = readonly [id: string, cells: readonly string[], parts: readonly string[]];

/** Runs in the inspector: goes through all tables that have rows, each from its first row to its last, since only those in sight are drawn. */
export async function rowsOnScreen(): Promise<ShownTable[]> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a[data-table]:not(.empty)')];
  const tables: ShownTable[] = [];
  for (const { dataset, children } of links) {
    const table = dataset.table ?? '';
    location.hash = table;
    const rows = new Map<string, string[]>();
    const drawn = new Set<number>();
    const end = performance.now() + 20_000;
    while (performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      const shown = document.querySelector(`[data-rows="${table}"]`);
      if (shown === null) continue;
      for (const row of shown.querySelectorAll<HTMLElement>('[data-row]')) {
        drawn.add(Number(row.getAttribute('aria-rowindex')) - 2);
        rows.set(
          row.dataset.row ?? '',
          [...row.children].map((cell) => cell.textContent),
        );
      }
      const count = Number(shown.getAttribute('aria-rowcount')) - 1;
      if (drawn.size === count) break;
      // To the first that was not drawn yet.
      let next = 0;
      while (drawn.has(next)) next += 1;
      const list = shown.querySelector('[role="rowgroup"][tabindex="0"]');
      if (list !== null) list.scrollTop = (next / count) * list.scrollHeight;
    }
    const told = Number(children[1]?.textContent.replace(/\D/g, ''));
    if (rows.size !== told) throw new Error(`${table}: ${String(rows.size)} rows of ${String(told)}`);
    tables.push({ name: children[0]?.textContent ?? '', rows: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)) });
  }
  return tables.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Runs in a report: the rows of its annex, and the captions that tell another number of rows than follow. */
export function rowsOfReport(): { readonly rows: readonly ReportedRow[]; readonly wrongCounts: string[] } {
  const rows: ReportedRow[] = [];
  const wrongCounts: string[] = [];
  for (const table of document.querySelectorAll('table')) {
    const lines = [...table.querySelectorAll<HTMLElement>('tr[data-row]')];
    const caption = table.caption?.textContent ?? '';
    const told = /: [^\d]*([\d,]+)[^\d]*$/.exec(caption)?.[1]?.replace(',', '');
    if (lines.length > 0 && told !== undefined && Number(told) !== lines.length) wrongCounts.push(caption);
    for (const line of lines) {
      const { row = '', parts = row } = line.dataset;
      rows.push([row, [...line.children].map((cell) => cell.textContent), parts.split(' ')]);
    }
  }
  return { rows, wrongCounts };
}

/** Whether a cell says what the cells of its parts say: the same as all, one of them (the first time, the last), their sum, or each of them. */
function isMadeOf(cell: string, parts: readonly string[]): boolean {
  const sum = parts.reduce((all, part) => all + Number(part.replaceAll(',', '')), 0);
  const items = parts.flatMap((part) => part.split(', '));
  return (
    parts.includes(cell) ||
    Number(cell.replaceAll(',', '')) === sum ||
    items.every((item) => cell.split(', ').includes(item))
  );
}

/**
 * Rows of a report that the screen had not, or where the screen said something else; rows that it lacks of the tables that it shows; and
 * the tables of which it shows none. A finding's evidence is told in fewer columns, under the finding.
 */
export function besideScreen(
  reported: readonly ReportedRow[],
  screen: readonly ShownTable[],
): { readonly added: readonly string[]; readonly lost: readonly string[]; readonly without: readonly string[] } {
  const inReport = new Set(reported.flatMap(([, , parts]) => parts));
  const onScreen = new Map(screen.flatMap(({ rows }) => rows));
  return {
    added: reported.flatMap(([id, cells, parts]) => {
      const shown = parts.flatMap((part) => {
        const row = onScreen.get(part);
        return row === undefined ? [] : [row];
      });
      const isSame = (cell: string, at: number): boolean => {
        const those = shown.map((row) => row[at] ?? '');
        return parts.length === 1 ? those[0] === cell : isMadeOf(cell, those);
      };
      const isTold = shown.some((row) => row.length !== cells.length) || cells.every(isSame);
      const isThere = shown.length === parts.length && isTold;
      return isThere ? [] : [`${id}: ${cells.join(' | ')}`];
    }),
    lost: screen.flatMap(({ rows }) => {
      const missing = rows.filter(([id]) => !inReport.has(id));
      return missing.length === rows.length ? [] : missing.map(([id]) => id);
    }),
    without: screen.filter(({ rows }) => !rows.some(([id]) => inReport.has(id))).map(({ name }) => name),
  };
}
