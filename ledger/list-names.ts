/** The names of the lists of a visit, without what they are folded by (`visit-lists.ts`): who only asks for a record needs no more. */

/** In the order in which a record has them. */
export const LIST_NAMES = [
  'hosts',
  'frames',
  'items',
  'flashObjects',
  'flashCookies',
  'forms',
  'links',
  'marks',
  'consents',
  'limits',
  'redirects',
  'writes',
  'readOuts',
  'typedTexts',
  'disguises',
  'gone',
] as const;

/** The lists of a visit. */
export type ListName = (typeof LIST_NAMES)[number];
