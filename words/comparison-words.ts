/** Two captures side by side, in words. */
import {
  addressesOf,
  type ComparedTable,
  type Comparison,
  type DifferingCondition,
} from '../capture/compare/compare-captures.ts';
import { DIFFERENCES, type ComparedRow, type Difference } from '../capture/compare/compared-rows.ts';
import type { CaptureStudy } from '../capture/study-capture.ts';
import type { Cell } from '../capture/tables/table.ts';
import { conditionName, conditionSentence } from './condition-words.ts';
import { clockTime, dayOf, duration } from './format.ts';
import type { Language } from './language.ts';
import { readOn } from './second-words.ts';
import { cellWords, columnName, type CellContext } from './table-words.ts';

/** A circumstance of both captures, in words. */
export interface Circumstance {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** With what the cells of both are put into words. */
export function comparisonContext(language: Language, { before, after }: Comparison): CellContext {
  return {
    language,
    timeZone: before.capture.conditions.timeZone,
    day: before.capture.startedAt,
    practices: new Map([...before.practices, ...after.practices]),
  };
}

/** The host of a capture and when it was made: 'www.example.com, 27 November 2026 05:44:23' */
export function captureTitle(language: Language, { capture }: CaptureStudy): string {
  if (capture.name !== '') return capture.name;
  const { timeZone } = capture.conditions;
  return language.t('compare.pageAt', {
    host: capture.pages[0]?.visit.address.host ?? '',
    time: `${dayOf(language, capture.startedAt, timeZone)} ${clockTime(capture.endedAt, timeZone)}`,
  });
}

function words(context: CellContext, table: ComparedTable['table'], name: string, cell: Cell): string {
  const column = table.columns.find((one) => one.name === name);
  return (column === undefined ? null : cellWords(context, column, cell)) ?? '';
}

/** What a row is: 'cookie · .example.com · _ga' */
export function keyWords(context: CellContext, compared: ComparedTable, row: ComparedRow): string {
  return keyParts(context, compared, row).join(' · ');
}

/** The same in its parts: the store, the host, the name. */
export function keyParts(
  context: CellContext,
  { table, columns }: ComparedTable,
  { key }: ComparedRow,
): readonly string[] {
  return key.map((cell, at) => words(context, table, columns.key[at] ?? '', cell)).filter((part) => part !== '');
}

/** What differs in a row, a sentence for each fact; its sums, where they differ. */
export function changeWords(context: CellContext, { table }: ComparedTable, row: ComparedRow): readonly string[] {
  const { t } = context.language;
  const told = (name: string, before: readonly Cell[], after: readonly Cell[]): string => {
    const side = (cells: readonly Cell[]): string =>
      cells
        .map((cell) => words(context, table, name, cell))
        .filter((part) => part !== '')
        .join(', ') || t('compare.nothing');
    return t('compare.change', {
      column: columnName(context.language, { name }),
      before: side(before),
      after: side(after),
    });
  };
  const sums =
    row.is === 'changed' || row.is === 'same' ? row.sums.filter(({ before, after }) => before !== after) : [];
  return [
    ...row.changes.map(({ column, before, after }) => told(column, before, after)),
    ...sums.map(({ column, before, after }) => told(column, [before], [after])),
  ];
}

/** How many rows a table has of each class that it has any of: '3 new · 1 gone' */
export function countWords({ t }: Language, { rows }: ComparedTable): string {
  return DIFFERENCES.flatMap((difference) => {
    const count = rows.filter(({ is }) => is === difference).length;
    return count === 0 ? [] : [t(`compare.many.${difference}`, { count })];
  }).join(' · ');
}

/** The sign of a class, which stands beside its word. */
export function differenceSign(difference: Difference): string {
  return { new: '+', gone: '−', changed: '≠', same: '=' }[difference];
}

function conditionPair(language: Language, { id, before, after }: DifferingCondition): Circumstance {
  const none = language.t('compare.nothing');
  return {
    name: conditionName(language, { id }),
    before: before === null ? none : conditionSentence(language, before),
    after: after === null ? none : conditionSentence(language, after),
  };
}

/** Most of a list that stand in a line; the annex and the files have all. */
const MOST_LISTED = 8;

/** A list in a line, cut where it is long: 'a, b (+12)' */
export function shortened(texts: readonly string[]): string {
  const more = texts.length - MOST_LISTED;
  return `${texts.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` (+${String(more)})` : ''}`;
}

/** What else differs than what was seen: when, how long, which pages, which texts, and the conditions. */
export function circumstances(language: Language, { before, after, conditions }: Comparison): readonly Circumstance[] {
  const { t } = language;
  const pair = (name: string, of: (study: CaptureStudy) => string): Circumstance => ({
    name,
    before: of(before),
    after: of(after),
  });
  const time = ({ capture: { startedAt, endedAt, conditions: of } }: CaptureStudy): string =>
    `${dayOf(language, startedAt, of.timeZone)}, ${clockTime(startedAt, of.timeZone)}–${clockTime(endedAt, of.timeZone)} (${of.timeZone})`;
  const told = [
    pair(t('compare.when'), time),
    pair(t('compare.length'), ({ capture }) => duration(language, capture.endedAt - capture.startedAt)),
    pair(t('compare.pages'), (study) => shortened(addressesOf(study))),
    pair(
      t('compare.texts'),
      ({ capture }) =>
        shortened(capture.texts.map(({ document, readAt }) => `${document.address} (${readOn(language, readAt)})`)) ||
        t('compare.nothing'),
    ),
  ];
  return [
    ...told.filter((one) => one.before !== one.after),
    ...conditions.map((condition) => conditionPair(language, condition)),
  ];
}
