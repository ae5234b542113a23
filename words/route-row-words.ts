/** What a row of a way to answer back says, and what it leaves out because another of its words says it already. */
import type { Language } from './language.ts';
import type { Route } from '../schemas/policy-data.ts';
import { routeWords } from './data-words.ts';
import { longDate, regionName, wordList } from './format.ts';

/** What stands in the open in a row, each thing once. */
export interface RouteRowWords {
  readonly title: string;
  readonly purpose: string;
  /** What is shown where there is no address, or beside it: a postal address, a number. Null where the title holds it. */
  readonly text: string | null;
  /** For whom it is made; null where title or purpose say so. */
  readonly region: string | null;
  /** Whether anybody has tried it, in words. */
  readonly checked: string;
  /** What comes first: whom to ask, and how long to wait. */
  readonly first: readonly string[];
  readonly needs: readonly string[];
  /** The language of title, purpose, text and the route's own needs, where it is not that of the page. */
  readonly lang: string | undefined;
}

const plain = (words: string): string => words.toLocaleLowerCase().replace(/\s+/g, ' ');

/** What a route's row says in the open. */
export function routeRowWords(language: Language, route: Route): RouteRowWords {
  const { title, purpose, text, first, needs, lang } = routeWords(language, route);
  const places = [route.region, ...(route.alsoFor ?? [])]
    .filter((place) => place !== '*')
    .map((code) => regionName(language, code));
  const said = plain(`${title} ${purpose}`);
  const isSaid = places.every((place) => said.includes(plain(place)));
  return {
    title,
    purpose,
    text: text === null || plain(title).includes(plain(text)) ? null : text,
    region: isSaid ? null : language.t('act.region', { region: wordList(language, places) }),
    checked:
      route.lastChecked === null
        ? language.t('act.unchecked')
        : language.t('act.checked', { date: longDate(language, route.lastChecked) }),
    first,
    needs,
    lang,
  };
}
