/** Pages of the organisations that ship, fit for a first try. */
import organisations from 'virtual:organisations/examples.json';

/** Their addresses. */
export const SHIPPED_EXAMPLES: readonly string[] = organisations.flatMap(({ file }) => file.examples);
