/** Numbers as people read them. */

let numbers: Intl.NumberFormat | undefined;

/** plainNumber(1204) → '1,204'. Small numbers, which are most, need no Intl: making one costs 2 ms. */
export function plainNumber(count: number): string {
  if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count);
  numbers ??= new Intl.NumberFormat('en-GB');
  return numbers.format(count);
}
