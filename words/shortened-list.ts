/** A long list of names in a few words. */
import type { Language } from './language.ts';
import { wordList } from './format.ts';

/**
 * The first names, each once, and how many more there are.
 *
 * shortenedList(['A', 'B', 'A', 'C'], 2) → 'A, B and 1 more'
 */
export function shortenedList(language: Language, names: readonly string[], limit: number): string {
  const distinct = [...new Set(names)];
  if (distinct.length <= limit) return wordList(language, distinct);
  return language.t('and', {
    names: distinct.slice(0, limit).join(language.t('listSeparator')),
    count: distinct.length - limit,
  });
}
