/** How long a browser really keeps a cookie, whatever its maker asks for. */

/**
 * Longest life of a cookie, in days. Chromium has cut what is longer since version 104 (chromestatus.com/feature/4887741241229312), and
 * Firefox does by its preference network.cookie.maxageCap; each visit that sets it anew begins the time again.
 */
export const MAX_COOKIE_DAYS = 400;

const DAYS = { year: 365, month: 30, week: 7, day: 1 } as const;

/**
 * Whether a lifetime of stored-items.json asks for more than a browser gives. The longest in it counts.
 *
 * asksForMore('2 years (13 months in Europe)') → true; asksForMore('13 months') → false
 */
export function asksForMore(lifetime: string): boolean {
  const lengths = [...lifetime.matchAll(/(\d+) (year|month|week|day)s?\b/g)].map(
    ([, count, unit]) => Number(count) * DAYS[unit as keyof typeof DAYS],
  );
  return lengths.some((days) => days > MAX_COOKIE_DAYS);
}
