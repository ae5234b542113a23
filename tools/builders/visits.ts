/** Visits and their entries, made on the ledger's own empty visit; who makes one names only what it is about. */
import { openVisit, type Visit } from '../../ledger/visit.ts';
import { packedText } from '../../ledger/visit-text.ts';
import type { HostRecord, StoredItemRecord } from '../../ledger/visit-entries.ts';
import { at, PAGE_HOST, page } from './observations.ts';

/** When these visits begin: 22 November 2026, 12:04:05 UTC. */
export const AT = Date.UTC(2026, 10, 22, 12, 4, 5);

/** A visit of a page that has shown nothing yet, but for `over`. */
export function makeVisit(over: Partial<Visit> = {}): Visit {
  const opened = openVisit('d1', AT, page({ at: AT + 5000, address: at(PAGE_HOST, '/tour') }));
  return { ...opened, ...over };
}

/** A host that was asked three times. */
export function makeHost(host: string, over: Partial<HostRecord> = {}): HostRecord {
  return {
    host,
    count: 3,
    failed: 0,
    pixels: 0,
    insecure: 0,
    firstAt: AT + 1000,
    lastAt: AT + 2000,
    initiators: ['script'],
    paths: ['/collect'],
    identifiers: [],
    ...over,
  };
}
/** A stored item of the page that holds an identifier. */
export function makeItem(over: Partial<StoredItemRecord> & Pick<StoredItemRecord, 'store' | 'name'>): StoredItemRecord {
  return {
    at: AT,
    host: 'www.bobdylan.com',
    size: 42,
    shape: 'identifier',
    hash: 'f00ba4',
    cookie: null,
    firstAt: AT,
    written: true,
    removed: false,
    ...over,
  };
}

/** A whole visit as one text, as 0.1.0 stored it; today it stands in pieces (`ledger/visit-pieces.ts`). */
export function visitText(visit: Visit): string {
  return packedText(visit, visit.version);
}
