import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, inWords, median, pairedRatio } from '../../bench/statistics.ts';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 2, 30], 10],
    [[], Number.NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('estimate', () => {
  it('holds the median between its ends, and is the same each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const { low, middle, high } = estimate(values);
          expect(low).toBeLessThanOrEqual(middle);
          expect(high).toBeGreaterThanOrEqual(middle);
          expect(estimate(values)).toEqual({ low, middle, high });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is wide where measurements scatter and narrow where they agree', () => {
    const wide = estimate([1, 5, 9, 13, 17, 2, 20]);
    const narrow = estimate([10, 10.1, 9.9, 10, 10.05, 9.95, 10]);
    expect(wide.high - wide.low).toBeGreaterThan(narrow.high - narrow.low);
  });
});

it('compares each measurement with its pair', () => {
  // The machine got slower half way: pairs agree all the same.
  expect(pairedRatio([11, 11, 22, 22], [10, 10, 20, 20])).toEqual({ middle: 1.1, low: 1.1, high: 1.1 });
});

it('is told in words', () => {
  expect(inWords({ low: 1.012, middle: 1.044, high: 1.08 }, 2)).toBe('1.04 (1.01 to 1.08)');
  expect(inWords({ low: 7.6, middle: 8.04, high: 9 }, 1, ' ms')).toBe('8.0 ms (7.6 to 9.0)');
});
