/** Addresses within the inspector, for its views too: they know no list of places (inspector-place.ts), which knows them. */

/** '#evidence', '#policy/sentence-3'. `name`: of a table or of a view; `part`: what of the view is meant, by its id. */
export function addressWithin(name: string, part?: string): string {
  return `#${name}${part === undefined ? '' : `/${part}`}`;
}
