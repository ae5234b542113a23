/** Which view a record was made in, and what that view cannot see, in words. */
import type { Report } from '../findings/report.ts';
import { seesAllRequests, type Visit } from '../ledger/visit.ts';
import { clockTime, shortTime } from './format.ts';
import { listWords, observerWords } from './limit-words.ts';
import { t } from './messages.ts';

/** 'Page view', 'Full view', or 'Full view since 12:04' where it began later than the page; by the person's clock or that of `timeZone`. */
export function viewName(visit: Pick<Visit, 'fullView'>, timeZone?: string): string {
  const { fullView } = visit;
  if (fullView === null || !seesAllRequests(visit)) return t('fullView.page');
  if (fullView.state !== 'late') return t('fullView.full');
  // Hours and minutes: it is a tag.
  return t('fullView.since', { time: shortTime(fullView.at, timeZone) });
}

/** What the view is, each part a sentence or two. */
export function viewSentences(visit: Pick<Visit, 'fullView'>): readonly string[] {
  const { fullView } = visit;
  if (fullView === null || fullView.state === 'silent') return [t('fullView.aboutPage')];
  const { at, state, until, offSince } = fullView;
  const off =
    offSince === undefined ? [] : [t('fullView.aboutGap', { time: clockTime(offSince), until: clockTime(at) })];
  if (until !== undefined) {
    const words = { time: clockTime(at), until: clockTime(until) };
    return [t('fullView.aboutPage'), t('fullView.aboutEnded', words), ...off];
  }
  return [
    t('fullView.aboutFull'),
    // What was before the time without it was no page view alone.
    ...(state === 'late' && offSince === undefined ? [t('fullView.aboutSince', { time: clockTime(at) })] : off),
  ];
}

/** Since when it is told who wrote an item, or why it is not. */
export function scriptWatchWords({ scriptWatch }: Pick<Visit, 'scriptWatch'>): string {
  if (scriptWatch === null) return t('kept.writer.off');
  return t(`kept.writer.${scriptWatch.state}`, { time: clockTime(scriptWatch.at) });
}

/** What the view cannot see, from the most to the least; then what was too much or not permitted. */
export function cannotSeeWords({ visit }: Pick<Report, 'visit'>): readonly string[] {
  const unseen = seesAllRequests(visit)
    ? [t('fullView.full-frame-writes'), t('fullView.frame-keeps'), t('fullView.full-others')]
    : [
        t('foot.cannotSeeFrames'),
        t('fullView.frame-keeps'),
        t('fullView.page-redirects'),
        t('fullView.page-typed-text'),
        t('fullView.page-response-cookies'),
        t('fullView.page-blocked'),
        t('fullView.page-background'),
        t('fullView.page-sockets'),
        t('foot.cannotSeeUnread'),
      ];
  return [
    ...unseen,
    t('fullView.any-own-frames'),
    t('fullView.any-closed'),
    t('foot.cannotSeeServer'),
    ...visit.limits.map(({ observer, reason }) => t(`foot.limit.${reason}`, { observer: observerWords(observer) })),
    ...Object.entries(visit.leftOut)
      .filter(([, count]) => count > 0)
      .map(([list]) => t('foot.leftOut', { list: listWords(list) })),
  ];
}
