/** One finding in plain text: what was seen, what the policy says of it, word for word, and what it does not say. */
import { distinctionWords } from '../words/apart-words.ts';
import { historyWords } from '../words/consent-words.ts';
import { findingName } from '../words/data-words.ts';
import { fullDetailWords, hostWords, kindName, subjectWords } from '../words/evidence-words.ts';
import { clockTime, dayOf, longDate } from '../words/format.ts';
import { chipWords, labelSentence, partSentences, unnamedSentence } from '../words/label-words.ts';
import { t } from '../words/messages.ts';
import { clausesInOrder, readableQuote } from '../words/quote-words.ts';
import type { Finding, MatchedClause } from '../findings/finding.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Report } from '../findings/report.ts';
import type { Policy } from '../schemas/policy-data.ts';

/** Most lines of evidence and of hosts in one list: a form takes only so much text. */
export const MOST_LINES = 20;

/** The first lines of a list, and how many more there are. */
export function capped(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  ${t('text.evidenceMore', { count: lines.length - MOST_LINES })}`];
}

/** A page may put line breaks into a name: 'a\nFAKE HEADING' → 'a FAKE HEADING'. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The time alone on the day that the head of the text names; with its day on any other (a page is left open over night). */
function momentWords(at: number, since: number, timeZone: string): string {
  const time = clockTime(at, timeZone);
  const day = dayOf(at, timeZone);
  return day === dayOf(since, timeZone) ? time : `${time}, ${day}`;
}

function evidenceLine(seen: Evidence, since: number, timeZone: string): string {
  const more = [kindName(seen.kind), fullDetailWords(seen), hostWords(seen), ...distinctionWords(seen)];
  const kind = more
    .map((words) => oneLine(words))
    .filter((words) => words !== '')
    .join(', ');
  const times = seen.count > 1 ? `, ${t('evidence.count', { count: seen.count })}` : '';
  const subject = oneLine(subjectWords(seen));
  return `  - ${t('text.evidence', { subject, kind, time: momentWords(seen.at, since, timeZone) })}${times}`;
}

function quoteLines({ clause, speaks }: MatchedClause, policy: Policy): readonly string[] {
  const date = longDate(policy.captureDate);
  return [
    ...(speaks === 'otherwise' || speaks === 'unclear' ? [`  ${t(`clause.${speaks}`)}`] : []),
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

/** 'Session recording · No sentence found'; the practice alone where no policy of ours speaks for the page. */
export function findingTitle(finding: Finding, policy: Policy | null): string {
  const { label, background, otherwise } = finding;
  const name = findingName(finding);
  return policy === null ? name : `${name} · ${chipWords(label, background, otherwise)}`;
}

/** All that stands under a finding's title. `policy`: null where none of ours speaks for the page. */
export function findingLines(
  finding: Finding,
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
          ...(unnamed === null ? [] : [`  ${unnamed}`]),
          ...partSentences(finding).map((words) => `  ${oneLine(words)}`),
          ...clausesInOrder(finding).flatMap((matched) => quoteLines(matched, policy)),
        ];
  return [
    `  ${t('text.seen')}`,
    ...capped(finding.evidence.map((seen) => evidenceLine(seen, report.visit.since, timeZone))),
    ...consentLines(finding, report, timeZone),
    ...says,
    '',
  ];
}
