/** One finding in plain text: what was seen, what the policy says of it, word for word, and what it does not say. */
import type { Language } from '../words/language.ts';
import { distinctionWords } from '../words/apart-words.ts';
import { historyWords } from '../words/consent-words.ts';
import { findingName } from '../words/data-words.ts';
import { fullDetailWords, hostWords, kindName, subjectWords } from '../words/evidence-words.ts';
import { clockTime, dayOf, longDate } from '../words/format.ts';
import { chipWords, labelSentence, partSentences, unnamedSentence } from '../words/label-words.ts';
import { differenceSentence, readOn } from '../words/second-words.ts';
import { requestLines } from '../words/permission-request-words.ts';
import { signUpLines } from '../words/sign-up-words.ts';
import { clausesInOrder, readableQuote } from '../words/quote-words.ts';
import type { Finding, MatchedClause } from '../findings/finding.ts';
import type { Evidence } from '../findings/evidence.ts';
import { permissionRequests } from '../findings/permission-requests.ts';
import type { SignUpForm } from '../findings/sign-up-forms.ts';
import type { Report } from '../findings/report.ts';
import type { SecondAnswer } from '../findings/difference.ts';
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import type { Policy } from '../schemas/policy-data.ts';

/** Most lines of evidence and of hosts in one list: a form takes only so much text. */
export const MOST_LINES = 20;

/** The first lines of a list, and how many more there are. */
export function capped(language: Language, lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  ${language.t('text.evidenceMore', { count: lines.length - MOST_LINES })}`];
}

/** A page may put line breaks into a name: 'a\nFAKE HEADING' → 'a FAKE HEADING'. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The time alone on the day that the head of the text names; with its day on any other (a page is left open over night). */
function momentWords(language: Language, at: number, since: number, timeZone: string): string {
  const time = clockTime(at, timeZone);
  const day = dayOf(language, at, timeZone);
  return day === dayOf(language, since, timeZone) ? time : `${time}, ${day}`;
}

function evidenceLine(language: Language, seen: Evidence, since: number, timeZone: string): string {
  const more = [
    kindName(language, seen.kind),
    fullDetailWords(language, seen),
    hostWords(language, seen),
    ...distinctionWords(language, seen),
  ];
  const kind = more
    .map((words) => oneLine(words))
    .filter((words) => words !== '')
    .join(', ');
  const times = seen.count > 1 ? `, ${language.t('evidence.count', { count: seen.count })}` : '';
  const subject = oneLine(subjectWords(language, seen));
  return `  - ${language.t('text.evidence', { subject, kind, time: momentWords(language, seen.at, since, timeZone) })}${times}`;
}

function quoteLines(language: Language, { clause, speaks }: MatchedClause, policy: QuotedPolicy): readonly string[] {
  const date = longDate(language, policy.captureDate);
  return [
    ...(speaks === 'otherwise' || speaks === 'unclear' ? [`  ${language.t(`clause.${speaks}`)}`] : []),
    `  ${language.t('text.quote', { quote: readableQuote(clause.quote).replaceAll('\n', '\n  ') })}`,
    `  ${language.t(policy.readAt === undefined ? 'text.quoteFrom' : 'text.quoteFromRead', { section: clause.section, date, url: policy.archiveUrl })}`,
  ];
}

/** Who chose what and when, under the findings that are about the choice. */
function consentLines(
  language: Language,
  { practice }: Finding,
  { visit }: Report,
  timeZone: string,
): readonly string[] {
  if (practice.id !== 'consent-manager' && practice.id !== 'used-before-choice') return [];
  const records = visit.consents.filter(({ host }) => host === visit.address.host);
  return records
    .flatMap((record) => historyWords(language, record, visit.late, timeZone))
    .map((words) => `  ${oneLine(words)}`);
}

/** What music services are asked for, under the finding that is about it. */
function permissionLines(language: Language, { practice }: Finding, { visit }: Report): readonly string[] {
  if (practice.id !== 'pre-save') return [];
  return permissionRequests(visit).flatMap((request) => {
    const [head = '', ...lists] = requestLines(language, request).map(oneLine);
    return [`  - ${head}`, ...lists.map((words) => `    ${words}`)];
  });
}

/** The forms for signing up, each once: under the finding about e-mail, or, where one asks for none, under that about phone numbers. */
function signUpFormLines(language: Language, { practice }: Finding, { signUps }: Report): readonly string[] {
  if (practice.id !== 'newsletter-email' && practice.id !== 'mobile-number') return [];
  const asksEmail = ({ required, optional }: SignUpForm): boolean =>
    [...required, ...optional].some(({ meaning }) => meaning === 'email');
  return signUps
    .filter((form) => asksEmail(form) === (practice.id === 'newsletter-email'))
    .flatMap((form) => {
      const [title = '', ...rows] = signUpLines(language, form).map(oneLine);
      return [`  - ${title}`, ...rows.map((words) => `    ${words}`)];
    });
}

/** 'Session recording · No sentence found'; the practice alone where no policy of ours speaks for the page. */
export function findingTitle(language: Language, finding: Finding, policy: Policy | null): string {
  const { label, background, otherwise } = finding;
  const name = findingName(language, finding);
  return policy === null ? name : `${name} · ${chipWords(language, label, background, otherwise)}`;
}

/** The texts beside which a finding stands. */
export interface FindingTexts {
  /** Null where none of ours speaks for the page. */
  readonly policy: Policy | null;
  /** The finding beside the text in force, as the person read it; absent where no copy speaks for the page. */
  readonly read?: { readonly finding: Finding; readonly second: SecondAnswer };
}

/** What a text says of a finding: the label's sentence, what it does not name, its own words. */
function saysLines(language: Language, finding: Finding, policy: QuotedPolicy): readonly string[] {
  const unnamed = unnamedSentence(language, finding);
  return [
    `  ${labelSentence(language, finding, policy)}`,
    ...(unnamed === null ? [] : [`  ${unnamed}`]),
    ...partSentences(language, finding).map((words) => `  ${oneLine(words)}`),
    ...clausesInOrder(finding).flatMap((matched) => quoteLines(language, matched, policy)),
  ];
}

/** The second answer, with the sentence that tells how it differs. */
function readLines(language: Language, finding: Finding, { policy, read }: FindingTexts): readonly string[] {
  if (read === undefined) return [];
  const { second } = read;
  const difference = policy === null ? null : differenceSentence(language, finding, second, policy.captureDate);
  return [
    `  ${language.t('reading.asRead', { date: readOn(language, second.policy.readAt) })}: ${chipWords(language, read.finding.label, false, read.finding.otherwise)}`,
    ...(difference === null ? [] : [`  ${difference}`]),
    ...saysLines(language, read.finding, second.policy),
  ];
}

/** All that stands under a finding's title. */
export function findingLines(
  language: Language,
  finding: Finding,
  report: Report,
  texts: FindingTexts,
  timeZone: string,
): readonly string[] {
  const { policy } = texts;
  const says = policy === null ? [] : saysLines(language, finding, policy);
  return [
    `  ${language.t('text.seen')}`,
    ...capped(
      language,
      finding.evidence.map((seen) => evidenceLine(language, seen, report.visit.since, timeZone)),
    ),
    ...consentLines(language, finding, report, timeZone),
    ...capped(language, permissionLines(language, finding, report)),
    ...capped(language, signUpFormLines(language, finding, report)),
    ...says,
    ...readLines(language, finding, texts),
    '',
  ];
}
