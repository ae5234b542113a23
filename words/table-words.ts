/** The tables of a capture, in words: their names, their columns, and what stands in a cell. */
import type { Condition } from '../capture/conditions.ts';
import type { EvidenceRow } from '../capture/tables/finding-tables.ts';
import type { Cell, Column, Table } from '../capture/tables/table.ts';
import type { EvidenceKind } from '../findings/evidence.ts';
import type { Label } from '../findings/finding.ts';
import type { ConsentObservation, FieldMeaning, ValueShape } from '../ledger/observation.ts';
import type { CompanyCategory, Practice } from '../schemas/policy-data.ts';
import type en from '../locales/en.json';
import { choiceWords } from './consent-words.ts';
import { practiceName } from './data-words.ts';
import { conditionName, conditionSentence } from './condition-words.ts';
import { fullDetailWords, kindName, subjectWords } from './evidence-words.ts';
import { clockTime, dayOf, isoDayIn } from './format.ts';
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
  purpose: ({ t }, code) => t(`cell.purpose.${code as keyof Words['cell']['purpose']}`),
  choice: (language, code) => choiceWords(language, code as ConsentObservation['choice']),
};

function labelWords(language: Language, code: string): string {
  return code === 'stated-otherwise' ? chipWords(language, 'stated', false, true) : chipWords(language, code as Label);
}

/** Codes that are remembered of a language: what stands in a file that somebody opened may be anything. */
const MOST_CODES = 2000;
/** Codes in words, by language: a table has the same few in thousands of rows. */
const KNOWN_CODES = new WeakMap<Language, Map<string, string>>();

/** A code in words; the code itself where a language has none for it. */
function codeWords(language: Language, column: string, code: string): string {
  const ofColumn = CODES[column];
  if (ofColumn === undefined) return code;
  const known = KNOWN_CODES.get(language) ?? new Map<string, string>();
  KNOWN_CODES.set(language, known);
  const key = `${column} ${code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = ofColumn(language, code);
  // A key that is not there comes back as it is.
  const words = found.endsWith(`.${code}`) ? code : found;
  if (known.size < MOST_CODES) known.set(key, words);
  return words;
}

/** What cells are put into words with. */
export interface CellContext {
  readonly language: Language;
  /** Times are told by its clock. */
  readonly timeZone: string;
  /** Milliseconds since 1970: times of that day stand without it. */
  readonly day: number;
  /** The practices that rows name, by id. */
  readonly practices: ReadonlyMap<string, Practice>;
}

/** A practice in words, by its id. */
function practiceOf({ language, practices }: Pick<CellContext, 'language' | 'practices'>, id: string): string {
  return practiceName(language, practices.get(id) ?? { id, name: id });
}

/** The clock time, with its day where that is another than the capture's: '12:04:05', '23 November 2026 00:00:01'. */
export function timeWords({ language, timeZone, day }: CellContext, at: number): string {
  const time = clockTime(at, timeZone);
  return isoDayIn(at, timeZone) === isoDayIn(day, timeZone) ? time : `${dayOf(language, at, timeZone)} ${time}`;
}

/** What stands in a cell, for people. Null for nothing. */
export function cellWords(
  context: CellContext,
  column: Pick<Column<never>, 'name' | 'type'>,
  cell: Cell,
): string | null {
  const { language } = context;
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return language.t(cell ? 'report.yes' : 'report.no');
  if (typeof cell === 'number') return column.type === 'time' ? timeWords(context, cell) : language.plainNumber(cell);
  if (typeof cell === 'object')
    return cell.length === 0 ? null : cell.map((one) => codeWords(language, column.name, one)).join(', ');
  return column.name === 'practice' ? practiceOf(context, cell) : codeWords(language, column.name, cell);
}

/** What stands in a row's cell, for people: as `cellWords`, but whole sentences where the row has some. */
export function rowWords(
  context: CellContext,
  { name }: Pick<Table, 'name'>,
  column: Column<unknown>,
  row: unknown,
): string | null {
  const { language } = context;
  if (name === 'conditions') {
    const condition = row as Condition;
    if (column.name === 'condition') return conditionName(language, condition);
    return column.name === 'state'
      ? language.t(`report.state.${condition.state}`)
      : conditionSentence(language, condition);
  }
  if (name === 'evidence' && column.name === 'details') {
    const { evidence } = row as EvidenceRow;
    return [subjectWords(language, evidence), fullDetailWords(language, evidence)]
      .filter((part) => part !== '')
      .join(', ');
  }
  return cellWords(context, column, column.of(row));
}

/** A facet's value in words. Names of companies stand as they are. */
export function facetWords(
  context: Pick<CellContext, 'language' | 'practices'>,
  facet: 'company' | 'purpose' | 'practice' | 'party' | 'label',
  value: string,
): string {
  const { language } = context;
  switch (facet) {
    case 'company':
      return value;
    case 'practice':
      return practiceOf(context, value);
    case 'purpose': {
      // A company's category, or, of a stored item, what that is for: each has words of its own.
      const category = codeWords(language, 'category', value);
      return category === value ? codeWords(language, 'purpose', value) : category;
    }
    case 'party':
    case 'label':
      return codeWords(language, facet, value);
  }
}
