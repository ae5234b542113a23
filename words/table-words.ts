/** The tables of a capture, in words: their names, their columns, and what stands in a cell. */
import type { Cell, Column, Table } from '../capture/tables/table.ts';
import type { EvidenceKind } from '../findings/evidence.ts';
import type { Label } from '../findings/finding.ts';
import type { ConsentObservation, FieldMeaning, ValueShape } from '../ledger/observation.ts';
import type { CompanyCategory } from '../schemas/policy-data.ts';
import type en from '../locales/en.json';
import { choiceWords } from './consent-words.ts';
import { practiceName } from './data-words.ts';
import { kindName } from './evidence-words.ts';
import { clockTime, dayOf } from './format.ts';
import { chipWords } from './label-words.ts';
import type { Language } from './language.ts';

type Words = (typeof en)['words'];

/** 'Kept in the browser' */
export function tableName(language: Language, { name }: Pick<Table, 'name'>): string {
  return language.t(`table.${name as keyof Words['table']}`);
}

/** 'Ends with the session' */
export function columnName(language: Language, { name }: Pick<Column<never>, 'name'>): string {
  return language.t(`column.${name as keyof Words['column']}`);
}

/** Columns whose cells are one of a few words, with the words. */
const CODES: Readonly<Record<string, (language: Language, code: string) => string>> = {
  party: ({ t }, code) => t(`cell.party.${code as keyof Words['cell']['party']}`),
  outcome: ({ t }, code) => t(`cell.outcome.${code as keyof Words['cell']['outcome']}`),
  source: ({ t }, code) => t(`cell.source.${code as keyof Words['cell']['source']}`),
  seen_by: ({ t }, code) => t(`cell.seen_by.${code as keyof Words['cell']['seen_by']}`),
  text: ({ t }, code) => t(`cell.text.${code as keyof Words['cell']['text']}`),
  speaks: ({ t }, code) => t(`cell.speaks.${code as keyof Words['cell']['speaks']}`),
  recognised: ({ t }, code) => t(`cell.recognised.${code as keyof Words['cell']['recognised']}`),
  scripts_watched: ({ t }, code) => t(`cell.scripts_watched.${code as keyof Words['cell']['scripts_watched']}`),
  made_by: ({ t }, code) => t(`cell.made_by.${code as keyof Words['cell']['made_by']}`),
  role: ({ t }, code) => t(`cell.role.${code as keyof Words['cell']['role']}`),
  purposes: ({ t }, code) => t(`cell.purposes.${code as keyof Words['cell']['purposes']}`),
  known_by: ({ t }, code) => t(`cell.known_by.${code as keyof Words['cell']['known_by']}`),
  named_by_policy: ({ t }, code) => t(`cell.named_by_policy.${code as keyof Words['cell']['named_by_policy']}`),
  label: labelWords,
  label_read: labelWords,
  category: ({ t }, code) => t(`category.${code as CompanyCategory | 'unknown'}`),
  categories: ({ t }, code) => t(`category.${code as CompanyCategory | 'unknown'}`),
  kind: (language, code) => kindName(language, code as EvidenceKind),
  store: (language, code) => kindName(language, code as EvidenceKind),
  shape: ({ t }, code) => t(`kept.shape.${code as ValueShape}`),
  asks_for: ({ t }, code) => t(`signUp.field.${code as FieldMeaning}`),
  choice: (language, code) => choiceWords(language, code as ConsentObservation['choice']),
};

function labelWords(language: Language, code: string): string {
  return code === 'stated-otherwise' ? chipWords(language, 'stated', false, true) : chipWords(language, code as Label);
}

/** A code in words; the code itself where a language has none for it. */
function codeWords(language: Language, column: string, code: string): string {
  const words = CODES[column]?.(language, code);
  // A key that is not there comes back as it is.
  return words === undefined || words.endsWith(`.${code}`) ? code : words;
}

/** What stands in a cell, for people; times by the clock of `timeZone`, with their day. Null for nothing. */
export function cellWords(
  language: Language,
  column: Pick<Column<never>, 'name' | 'type'>,
  cell: Cell,
  timeZone: string,
): string | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return language.t(cell ? 'report.yes' : 'report.no');
  if (typeof cell === 'number')
    return column.type === 'time'
      ? `${dayOf(language, cell, timeZone)} ${clockTime(cell, timeZone)}`
      : language.plainNumber(cell);
  if (typeof cell === 'object')
    return cell.length === 0 ? null : cell.map((one) => codeWords(language, column.name, one)).join(', ');
  return column.name === 'practice'
    ? practiceName(language, { id: cell, name: cell })
    : codeWords(language, column.name, cell);
}
