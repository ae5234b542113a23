/** What was seen, as text to paste into a feedback form or a letter. Names only: no values, no identifiers, no person. */
import type { Language } from '../words/language.ts';
import { apartWords } from '../words/apart-words.ts';
import { blockedWords, failedWords } from '../words/company-words.ts';
import { findingExplanations, operatorWords } from '../words/data-words.ts';
import { clockTime, dayOf, longDate, wordList } from '../words/format.ts';
import { namedAmongWords } from '../words/text-words.ts';
import { cannotSeeWords, viewName } from '../words/full-view-words.ts';
import { unreadSentences } from '../words/unread-words.ts';
import type { SecondAnswer } from '../findings/difference.ts';
import type { Finding } from '../findings/finding.ts';
import { pageTexts } from '../findings/page-texts.ts';
import type { KnownStoredItem } from '../findings/recognised.ts';
import { isKept } from '../findings/kept.ts';
import { cookieDistinction } from '../findings/cookie-distinction.ts';
import { hasMoreCompanies, hasMorePractices, keepsMore } from '../findings/record-limits.ts';
import type { ContactedCompany, Report } from '../findings/report.ts';
import { namedServices } from '../recognition/contacted.ts';
import type { Policy } from '../schemas/policy-data.ts';
import { capped, findingLines, findingTitle, MOST_LINES, oneLine, type FindingTexts } from './finding-lines.ts';

/** What the text needs beside the report. */
export interface PlainTextOptions {
  /** Milliseconds since 1970: when the text is made. */
  readonly now: number;
  readonly policy: Policy;
  /** What the text in force says, as the person read it; null or absent where no copy speaks for the page. */
  readonly second?: SecondAnswer | null;
  /** Version of Liner Notes, for the last line. */
  readonly version: string;
  /** Times are told in UTC unless this says otherwise: a person's time zone says where they live. */
  readonly timeZone?: string;
}

function companyLine(language: Language, met: ContactedCompany, timeZone: string): string {
  const facts = [
    language.t('companies.requests', { count: met.count }),
    language.t('companies.first', { time: clockTime(met.firstAt, timeZone) }),
    failedWords(language, met),
    blockedWords(language, met),
  ].filter((words) => words !== null);
  const hosts = met.hosts.slice(0, MOST_LINES).map((record) => record.host);
  const services = namedServices(met).map(({ service }) => oneLine(service.name));
  const name = [
    oneLine(met.company.name),
    ...(services.length === 0 ? [] : [`(${wordList(language, services)})`]),
  ].join(' ');
  return `  - ${name}: ${hosts.join(', ')} (${facts.join(', ')})`;
}

/** The policy that speaks for the page: null where it is no organisation's that we know. */
function policyFor({ recognition: { status } }: Report, { policy }: PlainTextOptions): Policy | null {
  return status === 'listed' || status === 'by-marks' ? policy : null;
}

/** Which text in force the findings are beside. */
function secondHead(language: Language, second: SecondAnswer | null): readonly string[] {
  if (second === null) return [];
  const { title, captureDate, archiveUrl } = second.policy;
  const words = { title: oneLine(title), date: longDate(language, captureDate), url: archiveUrl };
  return [language.t('text.policyRead', words)];
}

function headLines(language: Language, report: Report, options: PlainTextOptions, timeZone: string): readonly string[] {
  const { visit, recognition } = report;
  const { policy, now } = options;
  const { scheme, host, path } = visit.address;
  const operator = operatorWords(language, recognition);
  const ours = policyFor(report, options) !== null;
  const title = policy.title;
  const date = longDate(language, policy.captureDate);
  const compared = recognition.policy === 'held' ? 'text.policy' : 'text.policyBackground';
  return [
    language.t('text.title'),
    '',
    language.t('text.page', { address: `${scheme}://${host}${path}` }),
    ...(operator === null ? [] : [language.t('text.site', { operator })]),
    ...(recognition.label === null ? [] : [language.t('text.siteLabel', { label: recognition.label })]),
    language.t('text.since', {
      time: clockTime(visit.since, timeZone),
      date: dayOf(language, visit.since, timeZone),
      zone: timeZone,
    }),
    ...(visit.late ? [language.t('text.late')] : []),
    language.t('text.view', { view: viewName(language, visit, timeZone) }),
    language.t('text.written', {
      time: clockTime(now, timeZone),
      date: dayOf(language, now, timeZone),
      zone: timeZone,
    }),
    ...(ours
      ? [language.t(compared, { title, date }), language.t('text.archive', { url: policy.archiveUrl })]
      : [language.t('text.policyNone')]),
    ...secondHead(language, options.second ?? null),
    '',
  ];
}

/** The texts that speak for the page. */
function textsOf(report: Report, { second = null }: PlainTextOptions): FindingTexts {
  return { texts: pageTexts(report, second), second };
}

/** One line for each item; two cookies of one name are told apart. */
function itemLines(language: Language, items: readonly KnownStoredItem[]): readonly string[] {
  const all = items.map(({ item }) => item);
  return all.map((item) => {
    const facts = [
      language.t(`evidence.${item.store}`),
      item.host,
      ...apartWords(language, cookieDistinction(item, all)),
    ];
    return `  - ${oneLine(item.name)} (${facts.map(oneLine).join(', ')})`;
  });
}

/**
 * The text of one finding, which stands by itself: the same head, the finding with its evidence, label and quotes, and the
 * version that saw it.
 */
export function asFindingText(language: Language, report: Report, finding: Finding, options: PlainTextOptions): string {
  const timeZone = options.timeZone ?? 'UTC';
  const texts = textsOf(report, options);
  const at = Math.min(...finding.evidence.map((seen) => seen.at));
  const first = { time: clockTime(at, timeZone), date: dayOf(language, at, timeZone), zone: timeZone };
  const names = finding.companies.map(({ company }) => oneLine(company.name));
  return [
    ...headLines(language, report, options, timeZone),
    findingTitle(language, finding, texts.texts),
    ...findingExplanations(language, finding).map((sentence) => `  ${sentence}`),
    ...(Number.isFinite(at) ? [`  ${language.t('text.firstSeen', first)}`] : []),
    ...(names.length === 0 ? [] : [`  ${language.t('finding.by', { names: names.join(', ') })}`]),
    ...findingLines(language, finding, report, texts, timeZone),
    language.t('text.made', { version: options.version }),
    '',
  ].join('\n');
}

/**
 * The text: page without query, when and since, practices with their label's words, evidence and quotes, companies, names
 * of stored items, and what could not be seen.
 */
export function asPlainText(language: Language, report: Report, options: PlainTextOptions): string {
  const timeZone = options.timeZone ?? 'UTC';
  const texts = textsOf(report, options);
  const others = report.companies.filter(({ company }) => company.relation === 'other');
  const removed = report.items.filter((known) => !isKept(known));
  const items = [
    ...itemLines(language, report.items.filter(isKept)),
    ...report.visit.flashCookies.map(
      ({ name, host }) => `  - ${oneLine(name)} (${language.t('evidence.flash-cookie')}, ${host})`,
    ),
  ];
  return [
    ...headLines(language, report, options, timeZone),
    language.t('text.findings', { count: report.findings.length, atLeast: hasMorePractices(report.visit) }),
    ...report.findings.flatMap((finding, index) => [
      `${index + 1}. ${findingTitle(language, finding, texts.texts)}`,
      ...findingLines(language, finding, report, texts, timeZone),
    ]),
    language.t('text.companies', { count: others.length, atLeast: hasMoreCompanies(report.visit) }),
    ...capped(
      language,
      others.map((met) => companyLine(language, met, timeZone)),
    ),
    ...(others.length === 0
      ? []
      : texts.texts.map((text) => `  ${namedAmongWords(language, text, others, hasMoreCompanies(report.visit))}`)),
    '',
    language.t('text.kept', { count: items.length, atLeast: keepsMore(report.visit) }),
    ...unreadSentences(language, report, timeZone).map((words) => `  ${words}`),
    ...capped(language, items),
    '',
    ...(removed.length === 0
      ? []
      : [language.t('text.removed', { count: removed.length }), ...capped(language, itemLines(language, removed)), '']),
    language.t('text.cannotSee'),
    ...cannotSeeWords(language, report).map((words) => `  - ${words}`),
    '',
    language.t('text.made', { version: options.version }),
    '',
  ].join('\n');
}
