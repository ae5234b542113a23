/**
 * Two captures side by side: what is new, gone, changed and the same, and which of their conditions differ, so that a difference can be
 * explained by something else than what a person wants to show. Pure.
 */
import { judgeConditions, type Condition, type ConditionId } from '../conditions.ts';
import type { CaptureStudy } from '../study-capture.ts';
import { couldBeSeen, TABLES } from '../tables/all-tables.ts';
import type { Table } from '../tables/table.ts';
import { compareRows, type ComparedColumns, type ComparedRow } from './compared-rows.ts';

/**
 * The tables that are compared, in the order of showing, with what makes two of their rows the same. Not compared are single requests and
 * redirects, whose order and number differ from one look to the next (their hosts and companies are), the sentences, which follow from the findings, and
 * what was left out, which is a condition.
 */
const COMPARED: Readonly<Record<string, ComparedColumns>> = {
  findings: { key: ['practice'], facts: ['label', 'label_read', 'companies'], sums: [] },
  companies: { key: ['company'], facts: ['services', 'categories', 'hosts', 'country'], sums: ['requests'] },
  hosts: { key: ['host'], facts: ['company', 'category'], sums: ['requests'] },
  'stored-items': {
    key: ['store', 'host', 'name'],
    facts: ['set_by', 'purpose', 'shape', 'domain', 'http_only', 'secure', 'same_site'],
    sums: [],
  },
  consent: { key: ['platform', 'host'], facts: ['choice', 'made_by'], sums: [] },
  'form-fields': { key: ['form', 'host', 'field', 'asks_for'], facts: ['target', 'required', 'preset'], sums: [] },
  links: { key: ['role', 'address'], facts: ['scopes'], sums: [] },
  'read-outs': { key: ['what', 'script'], facts: ['path'], sums: [] },
  'flash-objects': { key: ['form', 'address'], facts: ['parameters'], sums: [] },
  'flash-cookies': { key: ['host', 'key'], facts: ['entries'], sums: [] },
  disguises: { key: ['address'], facts: ['collector'], sums: [] },
};

/** One table of both. */
export interface ComparedTable {
  readonly table: Table;
  /** Columns of a row's key, and those whose sums it has. */
  readonly columns: ComparedColumns;
  readonly rows: readonly ComparedRow[];
  /** Whether such things could be seen in the first, and in the second: where they could not, that none is there says nothing. */
  readonly couldBeSeen: { readonly before: boolean; readonly after: boolean };
}

/** A condition that differs; null where a capture of that kind has none. */
export interface DifferingCondition {
  readonly id: ConditionId;
  readonly before: Condition | null;
  readonly after: Condition | null;
}

/** Two captures side by side. */
export interface Comparison {
  readonly before: CaptureStudy;
  readonly after: CaptureStudy;
  readonly tables: readonly ComparedTable[];
  readonly conditions: readonly DifferingCondition[];
}

/** The conditions that are not the same in both. */
function differingConditions(before: CaptureStudy, after: CaptureStudy): readonly DifferingCondition[] {
  const [first, second] = [judgeConditions(before.capture), judgeConditions(after.capture)];
  const ids = [...new Set([...first, ...second].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const find = (conditions: readonly Condition[]): Condition | null =>
      conditions.find((condition) => condition.id === id) ?? null;
    const pair = { id, before: find(first), after: find(second) };
    return JSON.stringify(pair.before) === JSON.stringify(pair.after) ? [] : [pair];
  });
}

/** Compares two captures. Tables of which neither has a row are left out. */
export function compareCaptures(before: CaptureStudy, after: CaptureStudy): Comparison {
  const tables = TABLES.flatMap((table): ComparedTable[] => {
    const columns = COMPARED[table.name];
    if (columns === undefined) return [];
    const rows = compareRows(table, columns, table.rows(before), table.rows(after));
    const seen = { before: couldBeSeen(table, before.capture), after: couldBeSeen(table, after.capture) };
    return rows.length === 0 ? [] : [{ table, columns, rows, couldBeSeen: seen }];
  });
  return { before, after, tables, conditions: differingConditions(before, after) };
}

/** The addresses of a capture's pages, each once, in the order in which they were opened. */
export function addressesOf({ capture }: CaptureStudy): readonly string[] {
  return [...new Set(capture.pages.map(({ visit: { address } }) => `${address.host}${address.path}`))];
}
