/** A long list of names in a few words. */
import { wordList } from './format.ts';
import { t } from './messages.ts';

/**
 * The first names, each once, and how many more there are.
 *
 * previewNames(['A', 'B', 'A', 'C'], 2) → 'A, B and 1 more'
 */
export function previewNames(names: readonly string[], limit: number): string {
  const distinct = [...new Set(names)];
  if (distinct.length <= limit) return wordList(distinct);
  return t('and', { names: distinct.slice(0, limit).join(t('listSeparator')), count: distinct.length - limit });
}
