/** One finding in plain text: what was seen, what the policy says of it, word for word, and what it does not say. */
import type { Language } from '../words/language.ts';
import { distinctionWords } from '../words/apart-words.ts';
import { historyWords } from '../words/consent-words.ts';
import { findingName } from '../words/data-words.ts';
import { fullDetailWords, hostWords, kindName, subjectWords } from '../words/evidence-words.ts';
import { clockTime, dayOf } from '../words/format.ts';
import { chipWords, labelSentence, partSentences, unnamedSentence } from '../words/label-words.ts';
import { differenceSentence } from '../words/second-words.ts';
import { answerLine } from '../words/text-words.ts';
import { requestLines } from '../words/permission-request-words.ts';
import { signUpLines } from '../words/sign-up-words.ts';
import { clausesInOrder } from '../words/quote-words.ts';
import type { Finding } from '../findings/finding.ts';
import { answersTo, type PageText } from '../findings/page-texts.ts';
import type { Evidence } from '../findings/evidence.ts';
import { permissionRequests } from '../findings/permission-requests.ts';
import type { SignUpForm } from '../findings/sign-up-forms.ts';
import type { Report } from '../findings/report.ts';
import type { SecondAnswer } from '../findings/difference.ts';
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import { quoteLines, topicLinesFor } from './quote-lines.ts';

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

/** Who chose what and when, under the findings that are about the choice. */
function consentLines(
  language: Language,
  { practice }: Finding,
  { visit }: Report,
  timeZone: string,
): readonly string[] {
  if (practice.id !== 'consent-manager' && practice.id !== 'used-before-choice') return [];
  const records = visit.consents.filter(({ host }) => host === visit.address.host);
  return records.flatMap((record) => historyWords(language, record, timeZone)).map((words) => `  ${oneLine(words)}`);
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

/** The texts beside which a finding stands. */
export interface FindingTexts {
  /** That which gives the labels first; none where no text speaks for the page. */
  readonly texts: readonly PageText[];
  /** What the text in force says, as the person read it; null where no copy speaks for the page. */
  readonly second: SecondAnswer | null;
}

/** 'Session recording · No sentence found'; the practice alone where no text speaks for the page. */
export function findingTitle(language: Language, finding: Finding, texts: readonly PageText[]): string {
  const [first] = answersTo(texts, finding.practice.id);
  const name = findingName(language, finding);
  if (first === undefined) return name;
  const { label, background, otherwise } = first.finding;
  return `${name} · ${chipWords(language, label, background, otherwise)}`;
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

/** The answer of each text; that of the copy that the person has read with the sentence that tells how it differs from the archived one. */
function answerLines(language: Language, finding: Finding, { texts, second }: FindingTexts): readonly string[] {
  const answers = answersTo(texts, finding.practice.id);
  const [first] = answers;
  return answers.flatMap((answer, at) => {
    const { text, finding: judged, aside } = answer;
    const { policy } = text;
    if (aside)
      return [
        `  ${answerLine(language, answer)}`,
        ...clausesInOrder(judged).flatMap((matched) => quoteLines(language, matched, policy)),
      ];
    const says = saysLines(language, judged, policy);
    if (policy.readAt === undefined) return says;
    const difference =
      first === undefined || at === 0
        ? null
        : differenceSentence(language, finding, second, first.text.policy.captureDate);
    return [`  ${answerLine(language, answer)}`, ...(difference === null ? [] : [`  ${difference}`]), ...says];
  });
}

/** All that stands under a finding's title. */
export function findingLines(
  language: Language,
  finding: Finding,
  report: Report,
  texts: FindingTexts,
  timeZone: string,
): readonly string[] {
  return [
    `  ${language.t('text.seen')}`,
    ...capped(
      language,
      finding.evidence.map((seen) => evidenceLine(language, seen, report.visit.since, timeZone)),
    ),
    ...consentLines(language, finding, report, timeZone),
    ...capped(language, permissionLines(language, finding, report)),
    ...capped(language, signUpFormLines(language, finding, report)),
    ...answerLines(language, finding, texts),
    ...topicLinesFor(language, finding, report, texts.texts),
    '',
  ];
}
