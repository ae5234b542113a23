/** Which view a record was made in, and what that view cannot see, in words. */
import type { Language } from './language.ts';
import type { Report } from '../findings/report.ts';
import { seesAllRequests, type Visit } from '../ledger/visit.ts';
import { clockTime, shortTime } from './format.ts';
import { listWords, observerWords } from './limit-words.ts';

/** 'Page view', 'Full view', or 'Full view since 12:04' where it began later than the page; by the person's clock or that of `timeZone`. */
export function viewName(language: Language, visit: Pick<Visit, 'fullView'>, timeZone?: string): string {
  const { fullView } = visit;
  if (fullView === null || !seesAllRequests(visit)) return language.t('fullView.page');
  if (fullView.state !== 'late') return language.t('fullView.full');
  // Hours and minutes: it is a tag.
  return language.t('fullView.since', { time: shortTime(fullView.at, timeZone) });
}

/** What the view is, each part a sentence or two. */
export function viewSentences(language: Language, visit: Pick<Visit, 'fullView'>): readonly string[] {
  const { fullView } = visit;
  if (fullView === null || fullView.state === 'silent') return [language.t('fullView.aboutPage')];
  const { at, state, until, offSince } = fullView;
  const off =
    offSince === undefined
      ? []
      : [language.t('fullView.aboutGap', { time: clockTime(offSince), until: clockTime(at) })];
  if (until !== undefined) {
    const words = { time: clockTime(at), until: clockTime(until) };
    return [language.t('fullView.aboutPage'), language.t('fullView.aboutEnded', words), ...off];
  }
  return [
    language.t('fullView.aboutFull'),
    // What was before the time without it was no page view alone.
    ...(state === 'late' && offSince === undefined
      ? [language.t('fullView.aboutSince', { time: clockTime(at) })]
      : off),
  ];
}

/** Since when it is told who wrote an item, or why it is not. */
export function scriptWatchWords(language: Language, { scriptWatch }: Pick<Visit, 'scriptWatch'>): string {
  if (scriptWatch === null) return language.t('kept.writer.off');
  return language.t(`kept.writer.${scriptWatch.state}`, { time: clockTime(scriptWatch.at) });
}

/** What the view cannot see, from the most to the least; then what was too much or not permitted. */
export function cannotSeeWords(language: Language, { visit }: Pick<Report, 'visit'>): readonly string[] {
  const unseen = seesAllRequests(visit)
    ? [language.t('fullView.full-frame-writes'), language.t('fullView.frame-keeps'), language.t('fullView.full-others')]
    : [
        language.t('foot.cannotSeeFrames'),
        language.t('fullView.frame-keeps'),
        language.t('fullView.page-redirects'),
        language.t('fullView.page-typed-text'),
        language.t('fullView.page-response-cookies'),
        language.t('fullView.page-blocked'),
        language.t('fullView.page-background'),
        language.t('fullView.page-sockets'),
        language.t('foot.cannotSeeUnread'),
      ];
  return [
    ...unseen,
    language.t('fullView.any-own-frames'),
    language.t('fullView.any-closed'),
    language.t('foot.cannotSeeServer'),
    ...visit.limits.map(({ observer, reason }) =>
      language.t(`foot.limit.${reason}`, { observer: observerWords(language, observer) }),
    ),
    ...Object.entries(visit.leftOut)
      .filter(([, count]) => count > 0)
      .map(([list]) => language.t('foot.leftOut', { list: listWords(language, list) })),
  ];
}
