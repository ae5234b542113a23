/** What could not be looked at of what a page keeps, in words. */
import { cookiesUnreadSince, unreadPlaces } from '../findings/kept.ts';
import type { Report } from '../findings/report.ts';
import { clockTime, wordList } from './format.ts';
import { t } from './messages.ts';

/** The places that could not be looked at, in one list of words; null where all could. */
export function unreadList({ visit }: Pick<Report, 'visit'>): string | null {
  const places = unreadPlaces(visit);
  return places.length === 0 ? null : wordList(places.map((place) => t(`kept.store.${place}`)));
}

/** What could not be looked at, each a sentence: cookies with the time, where some were seen before. */
export function unreadSentences(
  { visit, items }: Pick<Report, 'visit' | 'items'>,
  timeZone?: string,
): readonly string[] {
  const since = cookiesUnreadSince(visit);
  const others = unreadPlaces(visit).filter((place) => place !== 'cookie');
  const time = since === null ? '' : clockTime(since, timeZone);
  return [
    ...(since === null
      ? []
      : [
          items.some(({ item }) => item.store === 'cookie')
            ? t('kept.cookiesUnreadSince', { time })
            : t('kept.cookiesUnread'),
        ]),
    ...(others.length === 0
      ? []
      : [t('kept.placesUnread', { places: wordList(others.map((place) => t(`kept.store.${place}`))) })]),
  ];
}
