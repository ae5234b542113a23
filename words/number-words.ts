/** Numbers as people read them. */

/** The locale for `Intl` of a language by its tag: numbers, region names and lengths of time; English ones are British. */
export function localeOf(code: string): string {
  return code === 'en' ? 'en-GB' : code;
}

/** The numbers of one locale. */
export interface Numbers {
  /** plainNumber(1204) → '1,204' */
  readonly plainNumber: (count: number) => string;
  /** countedNumber(36, true) → '36+', where there may be more than were counted. */
  readonly countedNumber: (count: number, atLeast: boolean) => string;
}

/** The numbers of a locale. Small ones, which are most, need no Intl: making one costs 2 ms. */
export function createNumbers(locale: string): Numbers {
  let format: Intl.NumberFormat | undefined;
  const plainNumber = (count: number): string => {
    if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count);
    format ??= new Intl.NumberFormat(locale);
    return format.format(count);
  };
  return {
    plainNumber,
    countedNumber: (count, atLeast) => (atLeast ? `${plainNumber(count)}+` : plainNumber(count)),
  };
}
