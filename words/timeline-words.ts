/** The versions of a policy, and what each says, in words. */
import type { TimelineVersion, VersionSays } from '../findings/policy-timeline.ts';
import type { ClauseIndex } from '../findings/clauses.ts';
import { clauseWords, phrase } from './data-words.ts';
import { longDate, regionName, shortDate, wordList } from './format.ts';
import type { Language } from './language.ts';

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** A date as precise as it is known: '2015' → '2015', '2004-07' → 'Jul 2004', '2012-08-03' → '3 Aug 2012'. */
export function looseDate(language: Language, date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (day !== undefined) return shortDate(language, date);
  return language.t('date.monthYear', {
    year,
    month: language.t(`date.months.short.${Number(month) as Month}`),
  });
}

/** What a version is called above its column: its date, and its country where that is not `home`. */
export function versionName(language: Language, version: TimelineVersion, home: string): string {
  const date = looseDate(language, version.date);
  if (version.jurisdiction === home || version.jurisdiction === null) return date;
  return language.t('timeline.foreign', { date, place: regionName(language, version.jurisdiction) });
}

/** What has to be known of a version beside its date; none where the text itself prints its date and was read whole. */
export function versionNotes(
  language: Language,
  { date, dateIs, read, readOn = date }: TimelineVersion,
): readonly string[] {
  const { t } = language;
  return [
    ...(dateIs === 'archived' && date.length === 10
      ? [t('timeline.archived', { date: longDate(language, date) })]
      : []),
    ...(read === 'held' ? [t('timeline.held')] : []),
    ...(read === 'own' ? [t('timeline.own', { date: longDate(language, readOn) })] : []),
    ...(read === 'second-hand' ? [t('timeline.secondHand')] : []),
  ];
}

/** The headings of a version, as the text has them. */
export function headingsWords(language: Language, { headings }: TimelineVersion): string {
  return headings.length === 0
    ? language.t('timeline.noHeadings')
    : language.t('timeline.headings', { list: wordList(language, headings) });
}

/** How a version speaks of a practice, in a word or two. */
export function speaksWords({ t }: Language, { speaks }: VersionSays): string {
  return t(`timeline.speaks.${speaks}`);
}

/**
 * What it says, in a sentence of ours; null where there is nothing to say, or where it is said word for word. `clauses`: those of the held text. `translated`: the history's sentences in
 * this language, by the English ones; what is missing stays in English.
 */
export function saysWords(
  language: Language,
  { says }: VersionSays,
  clauses: ClauseIndex,
  translated: Readonly<Record<string, string>>,
): string | null {
  if (says === null || 'quote' in says) return null;
  if ('history' in says)
    return Object.hasOwn(translated, says.history) ? (translated[says.history] ?? null) : says.history;
  if (says.reason !== null) return phrase(language, says.reason);
  const clause = clauses.byId(says.clause);
  return clause === null ? null : clauseWords(language, clause).summary;
}
