/** What stands before everything else: the numbers, who the other companies are, and by what the record is known. Pure. */
import type { Capture } from '../../capture/capture.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { TableRow } from '../../capture/tables/table.ts';
import { shortened } from '../../words/comparison-words.ts';
import { wordList } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { rowWords } from '../../words/table-words.ts';
import { fileHash } from '../files/bag.ts';
import { asCaptureJson, CAPTURE_FILE } from '../files/capture-json.ts';
import { markup, type Markup, type Part } from './markup.ts';
import { linkedNumber, type ReportContext } from './report-parts.ts';

/** The hashes of captures, which never change: a report tells the same one in several places. */
const HASHES = new WeakMap<Capture, string>();

/** The hash of the capture as a file: by it a print is known to be of that record. */
export function recordHash(capture: Capture): string {
  const known = HASHES.get(capture) ?? fileHash({ content: asCaptureJson(capture) });
  HASHES.set(capture, known);
  return known;
}

/** Names the record by its file and hash. */
export function recordLine({ t }: Language, capture: Capture): Markup {
  return markup`<p class="soft">${t('report.record', { file: CAPTURE_FILE, hash: recordHash(capture) })}</p>`;
}

function numbers(context: ReportContext): Markup {
  const { t } = context.language;
  const entries = [
    linkedNumber(context, 'companies-other', (count) => t('report.number.otherCompanies', { count })),
    linkedNumber(context, 'companies-other', (count) => t('report.number.otherRequests', { count }), 'requests'),
    linkedNumber(context, 'items-other', (count) => t('report.number.itemsByOthers', { count })),
    linkedNumber(context, 'items-own', (count) => t('report.number.itemsOwn', { count })),
    linkedNumber(context, 'pages', (count) => t('report.number.pages', { count })),
    ...(context.groups.get('requests')?.rows.length === 0
      ? []
      : [linkedNumber(context, 'requests', (count) => t('report.number.requests', { count }))]),
  ];
  return markup`<ul class="numbers">${entries.map((entry) => markup`<li>${entry}</li>`)}</ul>`;
}

/** The other companies by name, those with the most requests first. */
function others({ language, groups }: ReportContext): Part {
  const group = groups.get('companies-other');
  if (group === undefined || group.rows.length === 0) return null;
  const cell = (name: string, row: unknown): unknown =>
    group.table.columns.find((column) => column.name === name)?.of(row);
  const counted = group.rows
    .map(({ row }) => ({ name: String(cell('company', row)), requests: Number(cell('requests', row)) }))
    .sort((a, b) => b.requests - a.requests)
    .map(({ name, requests }) => `${name} (${language.plainNumber(requests)})`);
  return markup`<p>${language.t('report.others', { names: shortened(counted) })}</p>`;
}

/** Most choices that are told before the annex. */
const MOST_CHOICES = 6;

/** Who chose what on a consent tool, and when: what was seen before a choice weighs otherwise than what came after it. */
function choices(context: ReportContext): Part {
  const { language, groups } = context;
  const group = groups.get('consent');
  if (group === undefined || group.rows.length === 0) return null;
  const { table, rows } = group;
  const words = (name: string, { row }: TableRow): string => {
    const column = table.columns.find((one) => one.name === name);
    return (column === undefined ? null : rowWords(context, table, column, row)) ?? '';
  };
  const code = (name: string, { row }: TableRow): unknown => table.columns.find((one) => one.name === name)?.of(row);
  // What was there at the first look stands in the annex alone, as does what nobody could read.
  const told = rows.filter((row) => code('choice', row) !== 'unknown' && code('made_by', row) !== 'earlier');
  if (told.length === 0) return null;
  const list = told.map((row) => {
    const maker = words('made_by', row);
    const choice = `${words('platform', row)}: ${words('choice', row)}`;
    return `${words('seen', row)} ${choice}${maker === '' ? '' : ` (${maker})`}`;
  });
  const more = list.length - MOST_CHOICES;
  return markup`<p><a href="#consent">${language.t('report.choices')}</a>: ${list.slice(0, MOST_CHOICES).join('; ')}${more > 0 ? ` (+${String(more)})` : null}</p>`;
}

/** Pages that were there before the recording: of them sums are known, and earlier times than its own. */
function openBefore(language: Language, { capture }: CaptureStudy): Part {
  const before =
    capture.kind === 'recording' ? capture.pages.filter(({ openedAt }) => openedAt < capture.startedAt) : [];
  const pages = wordList(
    language,
    before.map(({ no }) => String(no)),
  );
  return before.length === 0 ? null : markup`<p>${language.t('report.openBefore', { pages })}</p>`;
}

/** The first lines of the summary. */
export function firstPage(context: ReportContext, study: CaptureStudy): Markup {
  return markup`${numbers(context)}${others(context)}${choices(context)}${openBefore(context.language, study)}`;
}
