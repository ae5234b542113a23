/** How old a text is, in words. The day is handed in: nothing here asks a clock. */
import type { Language } from './language.ts';

/** An age as people tell it. `years` is the number that is said. */
export type Age =
  { readonly is: 'almost' | 'exact' | 'over'; readonly years: number } | { readonly is: 'young' } | null;

/** Months before an anniversary that are "almost", and after it that are no more than it. */
const ALMOST = 2;

/**
 * The age of a text of that day (ISO), at a moment: 'almost' in the two months before an anniversary, 'exact' in the month
 * that begins with it, else 'over'; 'young' in the first ten months. Null where the moment is before that day.
 */
export function ageOf(isoDate: string, at: number): Age {
  const from = new Date(isoDate);
  const to = new Date(at);
  const days = to.getUTCDate() - from.getUTCDate();
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() - Number(days < 0);
  if (Number.isNaN(months) || months < 0) return null;
  const years = Math.floor(months / 12);
  const since = months % 12;
  if (since >= 12 - ALMOST) return { is: 'almost', years: years + 1 };
  if (years === 0) return { is: 'young' };
  return { is: since === 0 ? 'exact' : 'over', years };
}

/** '2011-12-31' in November 2026 → 'almost 15 years ago'; null where nothing can be said. */
export function ageWords(language: Language, isoDate: string, at: number): string | null {
  const age = ageOf(isoDate, at);
  if (age === null) return null;
  return age.is === 'young' ? language.t('age.young') : language.t(`age.${age.is}`, { count: age.years });
}

/** '2011-12-31' → '2011' */
export function yearOf(isoDate: string): string {
  return isoDate.slice(0, 4);
}
