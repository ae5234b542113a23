/** Which numbers of a record are "at least": where it had no room for more, or an observer gave up counting. */
import type { Visit } from '../ledger/visit.ts';
import type { ListName } from '../ledger/list-names.ts';

type Limited = Pick<Visit, 'leftOut' | 'limits'>;

/** Whether lists may lack something that was seen; `observers` are those that fill them, by the names under which they report that they gave up. */
function isCut({ leftOut, limits }: Limited, lists: readonly ListName[], observers: RegExp): boolean {
  return (
    lists.some((list) => (leftOut[list] ?? 0) > 0) ||
    limits.some(({ observer, reason }) => reason === 'too-many' && observers.test(observer))
  );
}

/** Whether the number of companies contacted is at least what is counted. */
export function hasMoreCompanies(visit: Limited): boolean {
  return isCut(visit, ['hosts'], /^(?:requests|network|outbox|messages)$/);
}

/** Whether the number of things kept in the browser is at least what is counted. */
export function keepsMore(visit: Limited): boolean {
  return isCut(
    visit,
    ['items', 'flashCookies'],
    /^(?:cookies|flash-cookies|outbox|messages|(?:web-storage|databases) \()/,
  );
}

/**
 * Whether there may be practices that nothing in the record shows. Lists that show one practice alone are not asked: what they hold shows it
 * already.
 */
export function hasMorePractices(visit: Limited): boolean {
  const observers = /^(?:requests|network|outbox|messages|cookies|forms|script-watch|web-storage \()/;
  return isCut(visit, ['hosts', 'items', 'forms', 'links', 'readOuts'], observers);
}
