/**
 * What was kept in the browser: cookies and other items, who wrote them, Flash.
 *
 * Long because: each table stands with its columns and its rows.
 */
import { mayStandSince } from '../../ledger/item-times.ts';
import { tellableTime } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { StoredItemRecord } from '../../ledger/visit-entries.ts';
import type { KnownStoredItem } from '../../findings/recognised.ts';
import { addressText, hostFacets } from './network-tables.ts';
import { identifierNumbers, type IdentifierNumber } from './identifiers.ts';
import type { Facets } from '../facets.ts';
import { column, pageTable, type Table, type TableRow } from './table.ts';

interface Paged {
  readonly page: number;
}

const ofPage = <Row extends Paged>() =>
  column<Row>('page', 'integer', 'Number of the page in the table of pages.', ({ page }) => page);

type ItemRow = KnownStoredItem & Paged & { readonly number: ReturnType<IdentifierNumber> };

/** Cookies, web storage, databases, caches, files. */
export const STORED_ITEMS = pageTable<ItemRow>(
  'stored-items',
  'One thing that was kept in the browser: a cookie, an entry of web storage, a database, a cache, a file.',
  [
    ofPage(),
    column('first', 'time', 'When it was first seen.', ({ item }) => item.firstAt),
    column(
      'since',
      'time',
      'Since when it may have been there: it came then or later, and by `first`. Empty: any time before.',
      ({ item }) => mayStandSince(item) || null,
    ),
    column('store', 'text', 'Where it is kept.', ({ item }) => item.store),
    column(
      'host',
      'text',
      'Host of the origin that keeps it; of a cookie the host for which it was seen.',
      ({ item }) => item.host,
    ),
    column('name', 'text', 'Its name; its value is never recorded.', ({ item }) => item.name),
    column(
      'size',
      'integer',
      'UTF-16 code units of name and value together; of a file its bytes.',
      ({ item }) => item.size,
    ),
    column('shape', 'text', 'What the value looks like.', ({ item }) => item.shape),
    column(
      'identifier',
      'integer',
      'The same number for the same identifier in this capture; empty for what is none.',
      ({ number }) => number,
    ),
    column(
      'set_by',
      'text',
      'The other company that set it; empty for the site itself, or where that is not known.',
      ({ setterOwner }) => setterOwner,
    ),
    column('other_company_set', 'yes-no', 'Whether another company set it.', ({ setByOther }) => setByOther),
    column(
      'purpose',
      'text',
      'What it is for, by the list of stored items; empty where that is not known.',
      ({ knowledge }) => knowledge?.category ?? null,
    ),
    column('domain', 'text', "A cookie's domain.", ({ item }) => item.cookie?.domain ?? null),
    column('path', 'text', "A cookie's path.", ({ item }) => (item.cookie === null ? null : (item.cookie.path ?? '/'))),
    column(
      'expires',
      'time',
      'When a cookie ends; empty where it ends with the session of the browser, and for what is no cookie.',
      ({ item }) => (item.cookie?.expiresAt == null ? null : tellableTime(item.cookie.expiresAt)),
    ),
    column('session', 'yes-no', 'Whether a cookie ends with the session of the browser.', ({ item }) =>
      item.cookie === null ? null : item.cookie.expiresAt === null,
    ),
    column('http_only', 'yes-no', 'Hidden from scripts.', ({ item }) => item.cookie?.httpOnly ?? null),
    column('secure', 'yes-no', 'Sent over encrypted connections alone.', ({ item }) => item.cookie?.secure ?? null),
    column(
      'same_site',
      'text',
      'Whether it goes with requests from other sites.',
      ({ item }) => item.cookie?.sameSite ?? null,
    ),
    column(
      'partition',
      'text',
      'The top-level site for which a cookie is kept apart.',
      ({ item }) => item.cookie?.partition ?? null,
    ),
    column('written', 'yes-no', 'Whether it was written while the page was watched.', ({ item }) => item.written),
    column('removed', 'yes-no', 'Whether it was gone at the end.', ({ item }) => item.removed),
    column(
      'restored',
      'time',
      'When it came back with the identifier that it had before it was removed.',
      ({ item }) => item.restoredAt ?? null,
    ),
  ],
  (studied, study) => {
    const { page, report, practicesOf } = studied;
    const numberOf = identifierNumbers(study.capture.pages);
    return report.items.map((known) => {
      const { item, knowledge, setterOwner } = known;
      const facets: Facets = {
        ...(setterOwner === null ? {} : { companies: [setterOwner] }),
        ...(knowledge === null ? {} : { purpose: knowledge.category }),
        party: known.setByOther ? 'other' : 'own-host',
        ...practicesOf(item.host, [item.store, 'identifier', 'shared-identifier'], item.name),
      };
      return {
        place: { page: page.no, at: item.firstAt },
        facets,
        row: { ...known, page: page.no, number: numberOf(item.hash) },
      };
    });
  },
);

/** The stored item of a row, where it is of one that has a value which can be read: a cookie, an entry of web storage. Else null. */
export function itemWithValue(table: Pick<Table, 'name'>, { row }: TableRow): StoredItemRecord | null {
  if (table.name !== STORED_ITEMS.name) return null;
  const { item } = row as ItemRow;
  return item.store === 'cookie' || item.store === 'local' || item.store === 'session' ? item : null;
}

/** Who wrote stored items. */
export const WRITES = pageTable<Visit['writes'][number] & Paged>(
  'writes',
  'Who wrote a stored item: a script that called the browser, or a response.',
  [
    ofPage(),
    column('first', 'time', 'When it first wrote.', ({ at }) => at),
    column('last', 'time', 'When it last wrote.', ({ lastAt }) => lastAt),
    column('store', 'text', 'Where it was written.', ({ store }) => store),
    column(
      'host',
      'text',
      'Host of the document that the item belongs to; of the response, where a header wrote.',
      ({ host }) => host,
    ),
    column('name', 'text', 'Name of the item.', ({ name }) => name),
    column('api', 'text', 'By which call or header.', ({ api }) => api),
    column(
      'writer',
      'text',
      "Host of the script's file, or of the response; empty where it is not known.",
      ({ writer }) => writer,
    ),
    column('writer_path', 'text', "Path of the script's file, or of the response.", ({ path }) => path),
    column(
      'by_way_of',
      'text',
      "Script that has put its own function in the place of the browser's.",
      ({ way }) => way ?? null,
    ),
    column('source', 'text', 'page, frame or background.', ({ source }) => source),
    column('calls', 'integer', 'How many calls.', ({ count }) => count),
  ],
  (studied) =>
    studied.page.visit.writes.map((write) => ({
      place: { page: studied.page.no, at: write.at },
      facets: {
        ...hostFacets(studied, write.writer ?? write.host, []),
        ...studied.practicesOf(write.host, [write.store], write.name),
      },
      row: { ...write, page: studied.page.no },
    })),
);

/** Flash content. */
export const FLASH_OBJECTS = pageTable<Visit['flashObjects'][number] & Paged>(
  'flash-objects',
  'Flash content in a page, in any of the forms that pages use.',
  [
    ofPage(),
    column('time', 'time', 'When it was first seen.', ({ at }) => at),
    column('form', 'text', 'How it was placed.', ({ form }) => form),
    column('address', 'text', 'The film, without query; empty where the element names none.', ({ address }) =>
      address === null ? null : addressText(address),
    ),
    column('parameters', 'list', 'Names of its parameters and variables.', ({ parameters }) => parameters),
  ],
  (studied) =>
    studied.page.visit.flashObjects.map((object) => ({
      place: { page: studied.page.no, at: object.at },
      facets: hostFacets(studied, object.address?.host ?? studied.page.visit.address.host, ['flash-object']),
      row: { ...object, page: studied.page.no },
    })),
);

/** Flash cookies. */
export const FLASH_COOKIES = pageTable<Visit['flashCookies'][number] & Paged>(
  'flash-cookies',
  'One Flash cookie (local shared object), which the Ruffle player keeps in localStorage.',
  [
    ofPage(),
    column('time', 'time', 'When it was first seen.', ({ at }) => at),
    column('host', 'text', 'Host of the page that keeps it.', ({ host }) => host),
    column('key', 'text', 'Host, path and name under which the player keeps it.', ({ key }) => key),
    column('name', 'text', 'Its name.', ({ name }) => name),
    column('size', 'integer', 'Bytes.', ({ size }) => size),
    column('entries', 'list', 'Names and types of its entries; values are never recorded.', ({ entries }) =>
      entries.map(({ name, type }) => `${name}: ${type}`),
    ),
    column(
      'damaged',
      'text',
      'Why it could be read in part only; empty where it was read whole.',
      ({ damaged }) => damaged,
    ),
  ],
  (studied) =>
    studied.page.visit.flashCookies.map((cookie) => ({
      place: { page: studied.page.no, at: cookie.at },
      facets: hostFacets(studied, cookie.host, ['flash-cookie']),
      row: { ...cookie, page: studied.page.no },
    })),
);
