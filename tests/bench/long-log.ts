/** A long recording, as a busy site makes it: 50,000 facts over ten pages. */
import type { LogEntry } from '../../ledger/log-entry.ts';
import { openVisit } from '../../ledger/visit.ts';
import { BUSY_COMPANIES } from '../../replica/pages/busy-companies.ts';
import { at, NOON, page, request, stored } from '../../tools/builders/observations.ts';

const PAGE_HOST = 'www.columbiarecords.com';
const PAGES = 10;
const HOSTS: readonly string[] = BUSY_COMPANIES;
/** Facts of a page that come in one message. */
const TOGETHER = 100;
/** All but a tenth are requests; the rest is what the page stores. */
const FACTS = 50_000;

/** The log of a recording over ten pages, of 50,000 facts. */
export function longLog(): readonly LogEntry[] {
  return Array.from({ length: PAGES }, (_, no): readonly LogEntry[] => {
    const document = `bench-${String(no)}`;
    const since = NOON + no * 60_000;
    const visit = openVisit(document, since, page({ at: since, address: at(PAGE_HOST, `/${String(no)}`) }));
    const facts = Array.from({ length: FACTS / PAGES }, (__, index) => {
      const seenAt = since + index;
      const host = HOSTS[index % HOSTS.length] ?? PAGE_HOST;
      return index % 10 === 9
        ? stored(`key-${String(index % 200)}`, 'local', { at: seenAt, host: PAGE_HOST, size: 120, change: 'written' })
        : request(host, { at: seenAt, address: at(host, `/${String(index)}/file.js`), pixel: index % 10 === 0 });
    });
    const parts = Array.from({ length: facts.length / TOGETHER }, (__, part): LogEntry => ({
      ...{ kind: 'facts', tab: 1, document },
      observations: facts.slice(part * TOGETHER, (part + 1) * TOGETHER),
    }));
    return [{ kind: 'page', at: since, tab: 1, visit }, ...parts];
  }).flat();
}
