/** The words by which two texts stand side by side: that of 2011, and the one in force as the person read it. */
import { dayRead } from '../findings/day-read.ts';
import { answerTo, differenceOf, type SecondAnswer } from '../findings/difference.ts';
import type { Finding } from '../findings/finding.ts';
import { hasMorePractices } from '../findings/record-limits.ts';
import type { Report } from '../findings/report.ts';
import { yearOf } from './age-words.ts';
import { shortDate } from './format.ts';
import type { Language } from './language.ts';

/** The day on which a text was read, in words: '26 Nov 2026'. */
export function readOn(language: Language, readAt: number): string {
  return shortDate(language, dayRead(readAt));
}

/** 'The text of today names it; that of 2011 did not.' Null where the two say the same, or one of them tells nothing. */
export function differenceSentence(
  language: Language,
  finding: Finding,
  second: SecondAnswer | null,
  captureDate: string,
): string | null {
  const now = answerTo(second, finding.practice.id);
  const difference = now === null ? null : differenceOf(finding, now);
  return difference === null ? null : language.t(`reading.difference.${difference}`, { year: yearOf(captureDate) });
}

/** What the text in force comes to, in one sentence, for the first screen. */
export function secondSentence(language: Language, report: Report, answer: SecondAnswer): string {
  const { policy, state, findings } = answer;
  const date = readOn(language, policy.readAt);
  if (state === 'not-a-policy' || state === 'language-without-rules' || state === 'empty')
    return language.t('reading.second.unjudged', { date, reason: language.t(`reading.state.${state}.short`) });
  if (report.recognition.policy !== 'held') return ownSentence(language, report, findings, date);
  const differing = report.findings.filter((finding) => {
    const now = answerTo(answer, finding.practice.id);
    return now !== null && differenceOf(finding, now) !== null;
  });
  const count = differing.length;
  const words = language.t(count === 0 ? 'reading.second.same' : 'reading.second.differs', { date, count });
  return state === 'cut-short' ? `${words} ${language.t('reading.state.cut-short.short')}` : words;
}

/** The same where the text that is held does not speak for the site: the text that was read is the only one. */
function ownSentence(language: Language, { visit }: Report, findings: readonly Finding[], date: string): string {
  const silent = findings.filter(({ label }) => label === 'not-found').length;
  if (silent === 0) return language.t('reading.second.own', { date });
  const atLeast = hasMorePractices(visit);
  return language.t('reading.second.ownSilent', {
    date,
    some: language.countedNumber(silent, atLeast),
    all: language.countedNumber(findings.length, atLeast),
  });
}
