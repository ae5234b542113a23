/** Whether two lists hold the same texts, in whatever order. An absent list counts as an empty one. */
export function hasSameItems(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}
