/** The sentences of the texts, word for word, as lines: those of a finding, and those on what a form or a music service asks for. */
import { topicAnswers, type TopicAnswer } from '../findings/clause-topics.ts';
import type { Finding, MatchedClause } from '../findings/finding.ts';
import type { PageText } from '../findings/page-texts.ts';
import { permissionRequests } from '../findings/permission-requests.ts';
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import type { Report } from '../findings/report.ts';
import { longDate } from '../words/format.ts';
import type { Language } from '../words/language.ts';
import { readableQuote } from '../words/quote-words.ts';
import { SIGN_UP_TOPICS, signUpTopicTitle, topicLine, topicTitle } from '../words/text-words.ts';

/** A sentence, and where it stands: section, day and address of the text. */
export function quoteLines(
  language: Language,
  { clause, speaks }: MatchedClause,
  policy: QuotedPolicy,
): readonly string[] {
  const date = longDate(language, policy.captureDate);
  return [
    ...(speaks === 'otherwise' || speaks === 'unclear' ? [`  ${language.t(`clause.${speaks}`)}`] : []),
    `  ${language.t('text.quote', { quote: readableQuote(clause.quote).replaceAll('\n', '\n  ') })}`,
    `  ${language.t(policy.readAt === undefined ? 'text.quoteFrom' : 'text.quoteFromRead', { section: clause.section, date, url: policy.archiveUrl })}`,
  ];
}

/** Most sentences of a text on one topic. */
const MOST_QUOTES = 2;

/** What each text says of a topic: how many sentences, and the first of them. */
function topicLines(language: Language, title: string, answers: readonly TopicAnswer[]): readonly string[] {
  const lines = answers.flatMap((answer) => [
    `  - ${topicLine(language, answer)}`,
    ...answer.clauses
      .slice(0, MOST_QUOTES)
      .flatMap((matched) => quoteLines(language, matched, answer.text.policy).map((words) => `  ${words}`)),
  ]);
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

/** What the texts say of the data that music services and forms are asked for, under the findings that are about them. */
export function topicLinesFor(
  language: Language,
  { practice }: Finding,
  report: Report,
  texts: readonly PageText[],
): readonly string[] {
  if (practice.id === 'pre-save') {
    const asked = permissionRequests(report.visit).flatMap(({ needed, more }) => [...needed, ...more]);
    const topics = [...new Set(asked.flatMap(({ about }) => about))];
    return topics.flatMap((topic) => topicLines(language, topicTitle(language, [topic]), topicAnswers(texts, [topic])));
  }
  if (report.signUps.length === 0) return [];
  const isSeen = (id: string): boolean => report.findings.some((finding) => finding.practice.id === id);
  // Once in a report: beside the news, and beside phone numbers where there is no news.
  if (practice.id !== 'newsletter-email' && (practice.id !== 'mobile-number' || isSeen('newsletter-email'))) return [];
  return SIGN_UP_TOPICS.filter(({ is }) => is !== 'text-messages' || !isSeen('mobile-number')).flatMap(
    ({ is, topics }) => topicLines(language, signUpTopicTitle(language, is), topicAnswers(texts, topics)),
  );
}
