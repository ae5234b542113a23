/** How results are printed: a line for each figure, with the budget beside it where we have set one. */

/** Our extension as it is installed: page view. */
export const OURS = 'Liner Notes';
/** The same with all sites allowed: full view. */
export const OURS_FULL = 'Liner Notes, full view';
/** The extension of ten lines in `floor/`. */
export const FLOOR = 'floor';
/** Our permissions alone, with nothing that uses them (`permissions-build.ts`). */
export const PERMISSIONS = 'our permissions, unused';
export const BARE = 'bare browser';

/** Budgets are ours: nobody else is held to them. `full`: the one of full view, where it has its own. */
export function oursOnly(name: string, budget: string, full = ''): string {
  return name === OURS ? budget : name === OURS_FULL ? full : '';
}

/** Prints what was measured, its value, and its budget. */
export function row(what: string, value: string, budget: string): void {
  console.log(`  ${what.padEnd(62)}${value.padEnd(42)}${budget}`);
}
