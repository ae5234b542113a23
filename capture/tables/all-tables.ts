/** All tables of a capture, in the order in which files and screens have them. */
import type { Visit } from '../../ledger/visit.ts';
import type { Capture } from '../capture.ts';
import { CONDITIONS, EVIDENCE, FINDINGS, QUOTES, TEXTS } from './finding-tables.ts';
import { COMPANIES, FRAMES, HOSTS, REDIRECTS, REQUESTS } from './network-tables.ts';
import { CONSENT, DISGUISES, FORM_FIELDS, LIMITS, LINKS, PAGES, READ_OUTS, TYPED_TEXTS } from './page-tables.ts';
import { FLASH_COOKIES, FLASH_OBJECTS, STORED_ITEMS, WRITES } from './stored-tables.ts';
import type { Table } from './table.ts';

/** A table by itself: its rows are only ever handed to its own columns. */
const erased = <Row>(table: Table<Row>): Table => table as unknown as Table;

/** The tables. */
export const TABLES: readonly Table[] = [
  erased(CONDITIONS),
  erased(PAGES),
  erased(FINDINGS),
  erased(EVIDENCE),
  erased(QUOTES),
  erased(TEXTS),
  erased(COMPANIES),
  erased(HOSTS),
  erased(REQUESTS),
  erased(REDIRECTS),
  erased(FRAMES),
  erased(STORED_ITEMS),
  erased(WRITES),
  erased(FLASH_OBJECTS),
  erased(FLASH_COOKIES),
  erased(CONSENT),
  erased(FORM_FIELDS),
  erased(LINKS),
  erased(READ_OUTS),
  erased(TYPED_TEXTS),
  erased(DISGUISES),
  erased(LIMITS),
];

/** Tables that only a recording has: the record of a visit holds sums, so that an empty one would say that nothing was seen. */
const RECORDED: readonly string[] = [REQUESTS.name];

/** The tables of a capture. */
export function tablesOf({ kind }: Pick<Capture, 'kind'>): readonly Table[] {
  return kind === 'recording' ? TABLES : TABLES.filter(({ name }) => !RECORDED.includes(name));
}

/** What was needed on a page for a table to have rows of it; tables without an entry need nothing. */
const NEEDED: Readonly<Record<string, (visit: Visit) => boolean>> = {
  [REDIRECTS.name]: ({ fullView }) => fullView !== null,
  [TYPED_TEXTS.name]: ({ fullView }) => fullView !== null,
  [WRITES.name]: ({ scriptWatch }) => scriptWatch !== null && scriptWatch.state !== 'silent',
  [READ_OUTS.name]: ({ scriptWatch }) => scriptWatch !== null && scriptWatch.state !== 'silent',
};

/** Whether such things could be seen on any of the pages: where they could not, no row says nothing. */
export function couldBeSeen({ name }: Pick<Table, 'name'>, { pages }: Pick<Capture, 'pages'>): boolean {
  return pages.some(({ visit }) => NEEDED[name]?.(visit) ?? true);
}
