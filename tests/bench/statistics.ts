/** What a handful of noisy measurements comes to. */

/** The middle value; the mean of the two middle ones of an even number. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export interface Estimate {
  readonly middle: number;
  /** The middle lies between these in 95 of 100 resamplings. */
  readonly low: number;
  readonly high: number;
}

/** A small generator of repeatable numbers between 0 and 1, so that the same measurements give the same interval. */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The median with its 95 % interval, by resampling 2,000 times. */
export function estimate(values: readonly number[]): Estimate {
  const next = repeatable(values.length + 1);
  const medians = Array.from({ length: 2000 }, () =>
    median(values.map(() => values[Math.floor(next() * values.length)] ?? Number.NaN)),
  ).sort((a, b) => a - b);
  return { middle: median(values), low: medians[50] ?? Number.NaN, high: medians[1949] ?? Number.NaN };
}

/** The median ratio of pairs that were measured one after the other, with its interval. */
export function pairedRatio(values: readonly number[], bases: readonly number[]): Estimate {
  return estimate(values.map((value, index) => value / (bases[index] ?? Number.NaN)));
}

/** estimate → '1.04 (1.01 to 1.08)' */
export function inWords({ middle, low, high }: Estimate, digits: number, unit = ''): string {
  return `${middle.toFixed(digits)}${unit} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
