/** All tables of a capture, in the order in which files and screens have them. */
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
