/** What could not be looked at of what a page keeps, in words. */
import type { Language } from './language.ts';
import { cookiesUnreadSince, unreadPlaces } from '../findings/kept.ts';
import type { Report } from '../findings/report.ts';
import { clockTime, wordList } from './format.ts';

/** The places that could not be looked at, in one list of words; null where all could. */
export function unreadList(language: Language, { visit }: Pick<Report, 'visit'>): string | null {
  const places = unreadPlaces(visit);
  return places.length === 0
    ? null
    : wordList(
        language,
        places.map((place) => language.t(`kept.store.${place}`)),
      );
}

/** What could not be looked at, each a sentence: cookies with the time, where some were seen before. */
export function unreadSentences(
  language: Language,
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
            ? language.t('kept.cookiesUnreadSince', { time })
            : language.t('kept.cookiesUnread'),
        ]),
    ...(others.length === 0
      ? []
      : [
          language.t('kept.placesUnread', {
            places: wordList(
              language,
              others.map((place) => language.t(`kept.store.${place}`)),
            ),
          }),
        ]),
  ];
}
