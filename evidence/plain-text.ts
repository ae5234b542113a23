/** What was seen, as text to paste into a feedback form or a letter. Names only: no values, no identifiers, no person. */
import { blockedWords, failedWords } from '../components/company-words';
import { historyWords } from '../components/consent-words';
import { phrase, practiceName } from '../components/data-words';
import { apartWords } from '../components/apart-words';
import { detailWords, hostWords, subjectWords } from '../components/evidence-words';
import { clockTime, dayOf, longDate } from '../components/format';
import { cannotSeeWords, viewName } from '../components/full-view-words';
import { labelSentence, unnamedSentence } from '../components/label-words';
import { t } from '../components/messages';
import { clausesInOrder, readableQuote } from '../components/quote-words';
import { unreadSentences } from '../components/unread-words';
import type { Evidence, Finding, MatchedClause } from '../findings/finding';
import { isKept, toldApart } from '../findings/kept';
import { hasMoreCompanies, hasMorePractices, keepsMore } from '../findings/record-limits';
import type { KnownStoredItem } from '../findings/item-owner';
import type { ContactedCompany, Report } from '../findings/report';
import type { Policy } from '../schemas/policy-data';

/** What the text needs beside the report. */
export interface PlainTextOptions {
  /** Milliseconds since 1970: when the text is made. */
  readonly now: number;
  readonly policy: Policy;
  /** Version of Liner Notes, for the last line. */
  readonly version: string;
  /** Times are told in UTC unless this says otherwise: a person's time zone says where they live. */
  readonly timeZone?: string;
}

/** Most lines of evidence and of hosts in one list: a form takes only so much text. */
const MOST_LINES = 20;

function capped(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  ${t('text.evidenceMore', { count: lines.length - MOST_LINES })}`];
}

/** A page may put line breaks into a name: 'a\nFAKE HEADING' → 'a FAKE HEADING'. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function evidenceLine(seen: Evidence, timeZone: string): string {
  const isCode = seen.what === 'request' || seen.what === 'pixel' || seen.what === 'link';
  // The full paths and permissions, which the popup shortens or explains, are what a reader of the letter can check.
  const detail = isCode ? seen.detail : detailWords(seen);
  const more = [t(`evidence.${seen.what}`), detail, hostWords(seen), ...apartWords(seen.apart ?? {})];
  const kind = more
    .map((words) => oneLine(words))
    .filter((words) => words !== '')
    .join(', ');
  const times = seen.count > 1 ? `, ${t('evidence.count', { count: seen.count })}` : '';
  const subject = oneLine(subjectWords(seen));
  return `  - ${t('text.evidence', { subject, kind, time: clockTime(seen.at, timeZone) })}${times}`;
}

function quoteLines({ clause }: MatchedClause, policy: Policy): readonly string[] {
  const date = longDate(policy.captureDate);
  return [
    `  ${t('text.quote', { quote: readableQuote(clause.quote).replaceAll('\n', '\n  ') })}`,
    `  ${t('text.quoteFrom', { section: clause.section, date, url: policy.archiveUrl })}`,
  ];
}

/** Who chose what and when, under the findings that are about the choice. */
function consentLines({ practice }: Finding, { visit }: Report, timeZone: string): readonly string[] {
  if (practice.id !== 'consent-manager' && practice.id !== 'used-before-choice') return [];
  const records = visit.consents.filter(({ host }) => host === visit.address.host);
  return records.flatMap((record) => historyWords(record, visit.late, timeZone)).map((words) => `  ${oneLine(words)}`);
}

function findingLines(
  finding: Finding,
  index: number,
  report: Report,
  policy: Policy | null,
  timeZone: string,
): readonly string[] {
  const unnamed = policy === null ? null : unnamedSentence(finding);
  const says =
    policy === null
      ? []
      : [
          `  ${labelSentence(finding, policy)}`,
          ...clausesInOrder(finding).flatMap((matched) => quoteLines(matched, policy)),
        ];
  return [
    `${index + 1}. ${practiceName(finding.practice)}`,
    `  ${t('text.seen')}`,
    ...capped(finding.evidence.map((seen) => evidenceLine(seen, timeZone))),
    ...consentLines(finding, report, timeZone),
    ...says,
    ...(unnamed === null ? [] : [`  ${unnamed}`]),
    '',
  ];
}

function companyLine(met: ContactedCompany, timeZone: string): string {
  const facts = [
    t('companies.requests', { count: met.count }),
    t('companies.first', { time: clockTime(met.firstAt, timeZone) }),
    failedWords(met),
    blockedWords(met),
  ].filter((words) => words !== null);
  const hosts = met.hosts.slice(0, MOST_LINES).map((record) => record.host);
  return `  - ${oneLine(met.company.name)}: ${hosts.join(', ')} (${facts.join(', ')})`;
}

function headLines(report: Report, options: PlainTextOptions, timeZone: string): readonly string[] {
  const { visit, recognition } = report;
  const { policy, now } = options;
  const { scheme, host, path } = visit.address;
  const ours = recognition.status === 'listed' || recognition.status === 'by-marks';
  const title = policy.title;
  const date = longDate(policy.captureDate);
  const compared = recognition.policy === 'us-2011-12-31' ? 'text.policy' : 'text.policyBackground';
  return [
    t('text.title'),
    '',
    t('text.page', { address: `${scheme}://${host}${path}` }),
    ...(recognition.operator === null ? [] : [t('text.site', { operator: phrase(recognition.operator) })]),
    ...(recognition.label === null ? [] : [t('text.siteLabel', { label: recognition.label })]),
    t('text.since', { time: clockTime(visit.since, timeZone), date: dayOf(visit.since, timeZone), zone: timeZone }),
    ...(visit.late ? [t('text.late')] : []),
    t('text.view', { view: viewName(visit, timeZone) }),
    t('text.written', { time: clockTime(now, timeZone), date: dayOf(now, timeZone), zone: timeZone }),
    ...(ours ? [t(compared, { title, date }), t('text.archive', { url: policy.archiveUrl })] : [t('text.policyNone')]),
    '',
  ];
}

/** One line for each item; two cookies of one name are told apart. */
function itemLines(items: readonly KnownStoredItem[]): readonly string[] {
  const all = items.map(({ item }) => item);
  return all.map((item) => {
    const facts = [t(`evidence.${item.store}`), item.host, ...apartWords(toldApart(item, all))];
    return `  - ${oneLine(item.name)} (${facts.map(oneLine).join(', ')})`;
  });
}

/**
 * The text: page without query, when and since, practices with their label's words, evidence and quotes, companies, names
 * of stored items, and what could not be seen.
 */
export function asPlainText(report: Report, options: PlainTextOptions): string {
  const timeZone = options.timeZone ?? 'UTC';
  const { status } = report.recognition;
  const policy = status === 'listed' || status === 'by-marks' ? options.policy : null;
  const others = report.companies.filter(({ company }) => company.relation === 'other');
  const removed = report.items.filter((known) => !isKept(known));
  const items = [
    ...itemLines(report.items.filter(isKept)),
    ...report.visit.flashCookies.map(
      ({ name, host }) => `  - ${oneLine(name)} (${t('evidence.flash-cookie')}, ${host})`,
    ),
  ];
  return [
    ...headLines(report, options, timeZone),
    t('text.findings', { count: report.findings.length, atLeast: hasMorePractices(report.visit) }),
    ...report.findings.flatMap((finding, index) => findingLines(finding, index, report, policy, timeZone)),
    t('text.companies', { count: others.length, atLeast: hasMoreCompanies(report.visit) }),
    ...capped(others.map((met) => companyLine(met, timeZone))),
    '',
    t('text.kept', { count: items.length, atLeast: keepsMore(report.visit) }),
    ...unreadSentences(report, timeZone).map((words) => `  ${words}`),
    ...capped(items),
    '',
    ...(removed.length === 0 ? [] : [t('text.removed', { count: removed.length }), ...capped(itemLines(removed)), '']),
    t('text.cannotSee'),
    ...cannotSeeWords(report).map((words) => `  - ${words}`),
    '',
    t('text.made', { version: options.version }),
    '',
  ].join('\n');
}
