/** Times, dates, durations and lists in words. */
import type { Language } from './language.ts';

/**
 * Hours, minutes and seconds in 24 hours by the person's clock, or by that of `timeZone`: '12:04:05'.
 *
 * Written by hand, like the dates below, because the first Intl.DateTimeFormat of a page costs 30 ms (Chromium 156, two
 * cores), half of what the popup may take to show its first words.
 */
export function clockTime(at: number, timeZone?: string): string {
  const date = new Date(at);
  if (timeZone === undefined) return twoDigits(date.getHours(), date.getMinutes(), date.getSeconds());
  if (timeZone === 'UTC') return twoDigits(date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds());
  return formatOf(TIMES, 'en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' }).format(date);
}

/** Formats of times and of days by their zones. To make one takes 20 µs, and a report has a time in each of its rows. */
const TIMES = new Map<string, Intl.DateTimeFormat>();
const DAYS = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  made: Map<string, Intl.DateTimeFormat>,
  locale: string,
  options: Intl.DateTimeFormatOptions & { readonly timeZone: string },
): Intl.DateTimeFormat {
  const known = made.get(options.timeZone) ?? new Intl.DateTimeFormat(locale, options);
  made.set(options.timeZone, known);
  return known;
}

/** The same without seconds, for what is told beside other things: '12:04'. */
export function shortTime(at: number, timeZone?: string): string {
  return clockTime(at, timeZone).slice(0, 5);
}

/** twoDigits(9, 4, 5) → '09:04:05' */
function twoDigits(...numbers: readonly number[]): string {
  return numbers.map((number) => String(number).padStart(2, '0')).join(':');
}

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

function dateWords(language: Language, length: 'short' | 'long', year: number, month: number, day: number): string {
  return language.t(`date.${length}`, { year, day, month: language.t(`date.months.${length}.${month as Month}`) });
}

function isoWords(language: Language, length: 'short' | 'long', isoDate: string): string {
  const date = new Date(isoDate);
  return dateWords(language, length, date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** shortDate('2011-12-31') → '31 Dec 2011'. The labels of findings use this form. */
export function shortDate(language: Language, isoDate: string): string {
  return isoWords(language, 'short', isoDate);
}

/** longDate('2011-12-31') → '31 December 2011' */
export function longDate(language: Language, isoDate: string): string {
  return isoWords(language, 'long', isoDate);
}

/** Zones differ from UTC by whole quarters of an hour, so that all moments of one are of the same day. Milliseconds. */
const QUARTER = 900_000;
/** The days of quarters of an hour, by zone: a report asks for thousands of moments of a few. */
const DAY_OF_QUARTER = new Map<string, string>();

/** The day of a moment in a time zone: '2026-11-22'. */
export function isoDayIn(at: number, timeZone: string): string {
  if (timeZone === 'UTC') return new Date(at).toISOString().slice(0, 10);
  const quarter = `${timeZone} ${String(Math.floor(at / QUARTER))}`;
  const known = DAY_OF_QUARTER.get(quarter);
  if (known !== undefined) return known;
  // Swedish dates are ISO dates.
  const day = formatOf(DAYS, 'sv-SE', { timeZone, dateStyle: 'short' }).format(at);
  // The moments of a file that somebody opened may be any.
  if (DAY_OF_QUARTER.size > 10_000) DAY_OF_QUARTER.clear();
  DAY_OF_QUARTER.set(quarter, day);
  return day;
}

/** The day of a moment in a time zone, in words: '22 November 2026'. */
export function dayOf(language: Language, at: number, timeZone: string): string {
  return isoWords(language, 'long', isoDayIn(at, timeZone));
}

/** The day of a moment by the person's clock: '2026-11-26'. */
export function isoDay(at: number): string {
  const date = new Date(at);
  const twoDigit = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear())}-${twoDigit(date.getMonth() + 1)}-${twoDigit(date.getDate())}`;
}

const UNITS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/**
 * A length of time in its largest fitting unit, rounded; whole months are kept up to two years.
 *
 * duration(400 * 86_400_000) → '13 months'
 */
export function duration(language: Language, milliseconds: number): string {
  const years = milliseconds / UNITS[0][1];
  const fitting = UNITS.find(([unit, length]) => milliseconds >= length && (unit !== 'year' || years >= 1.99));
  const [unit, length] = fitting ?? ['second', 1000];
  const count = Math.max(0, Math.round(milliseconds / length));
  return new Intl.NumberFormat(language.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** wordList(['A', 'B', 'C']) → 'A, B and C'. By hand for the same reason as times: the first Intl.ListFormat is slow. */
export function wordList(language: Language, words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2
    ? last
    : language.t('list', { first: words.slice(0, -1).join(language.t('listSeparator')), last });
}

/** Names of the regions that routes speak of; any other is named by the browser, which is slower the first time. */
const REGIONS = {
  EU: 'region.EU',
  US: 'region.US',
  'US-CA': 'region.US-CA',
  'US-VA': 'region.US-VA',
  'US-CO': 'region.US-CO',
  'US-CT': 'region.US-CT',
  'US-UT': 'region.US-UT',
  'US-TX': 'region.US-TX',
  'US-OR': 'region.US-OR',
  'US-MT': 'region.US-MT',
  'US-FL': 'region.US-FL',
  'US-DE': 'region.US-DE',
  'US-IA': 'region.US-IA',
  'US-NE': 'region.US-NE',
  'US-NH': 'region.US-NH',
  'US-NJ': 'region.US-NJ',
  'US-TN': 'region.US-TN',
  'US-MN': 'region.US-MN',
  'US-MD': 'region.US-MD',
  'US-IN': 'region.US-IN',
  'US-KY': 'region.US-KY',
  'US-RI': 'region.US-RI',
  GB: 'region.GB',
  DE: 'region.DE',
  NL: 'region.NL',
  CA: 'region.CA',
  'CA-QC': 'region.CA-QC',
  'CA-BC': 'region.CA-BC',
  'CA-AB': 'region.CA-AB',
  FR: 'region.FR',
  AU: 'region.AU',
  JP: 'region.JP',
  BR: 'region.BR',
  KR: 'region.KR',
} as const;

/** regionName('DE') → 'Germany'; regionName('US-CA') → 'California'; a state without a name here stays a code. */
export function regionName(language: Language, code: string): string {
  if (Object.hasOwn(REGIONS, code)) return language.t(REGIONS[code as keyof typeof REGIONS]);
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language.locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
