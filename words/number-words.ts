/** Numbers as people read them. */

let locale = 'en-GB';
let numbers: Intl.NumberFormat | undefined;

/** The locale of numbers, region names and lengths of time; English ones are British. */
export function wordLocale(): string {
  return locale;
}

/** Makes numbers those of a language, by its tag. */
export function useNumbersOf(language: string): void {
  locale = language === 'en' ? 'en-GB' : language;
  numbers = undefined;
}

/** plainNumber(1204) → '1,204'. Small numbers, which are most, need no Intl: making one costs 2 ms. */
export function plainNumber(count: number): string {
  if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count);
  numbers ??= new Intl.NumberFormat(locale);
  return numbers.format(count);
}

/** countedNumber(36, true) → '36+', where there may be more than were counted. */
export function countedNumber(count: number, atLeast: boolean): string {
  return atLeast ? `${plainNumber(count)}+` : plainNumber(count);
}
