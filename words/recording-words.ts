/** Recordings in words. */
import type { Recording } from '../capture/recording.ts';
import { dayOf, shortTime } from './format.ts';
import type { Language } from './language.ts';

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** As the person calls it; by when it began, where they have not. */
export function recordingName(language: Language, { name, startedAt }: Pick<Recording, 'name' | 'startedAt'>): string {
  if (name !== '') return name;
  return language.t('recording.unnamed', { day: dayOf(language, startedAt, ZONE), time: shortTime(startedAt) });
}

/** When: '27 November 2026, 05:44 to 05:51'; of one that runs, to when something was last kept. */
export function recordingTime(language: Language, { startedAt, endedAt, keptAt }: Recording): string {
  const [from, to] = [startedAt, endedAt ?? keptAt].map((at) => shortTime(at));
  return language.t('recording.when', { day: dayOf(language, startedAt, ZONE), from, to });
}

/** sizeWords(1_250_000) → '1.3 MB', in the units and signs of the language */
export function sizeWords({ locale }: Pick<Language, 'locale'>, bytes: number): string {
  const [unit, divisor] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
  return size.format(bytes / divisor);
}

/** '3 pages · 412 facts · 1.3 MB' */
export function amountWords(
  language: Language,
  { pages, facts, bytes }: Pick<Recording, 'pages' | 'facts' | 'bytes'>,
): string {
  const { t } = language;
  return [
    t('recording.pages', { count: pages }),
    t('recording.facts', { count: facts }),
    sizeWords(language, bytes),
  ].join(' · ');
}
