/** Addresses within the inspector, for its views too: they know no list of places (inspector-place.ts), which knows them. */
import type { RowQuestion } from '../../capture/tables/find-rows.ts';

/** '#evidence', '#policy/sentence-3'. `name`: of a table or of a view; `part`: what of the view is meant, by its id. */
export function addressWithin(name: string, part?: string): string {
  return `#${name}${part === undefined ? '' : `/${encodeURIComponent(part)}`}`;
}

/** The rows of a table that answer a question: '#evidence?company=Meta&practice=pixels'. */
export function rowsAddress(table: string, question: RowQuestion): string {
  const asked = Object.entries(question).map(([name, value]) => [name, String(value)]);
  return `#${table}?${new URLSearchParams(asked).toString()}`;
}
