/** How fast the pure code is, measured in the process that this is bundled for: look-ups, the fold of a visit, the report. */
import { createReport } from '../../findings/report.ts';
import { shippedKnowledge } from '../../shipped/knowledge.ts';
import { MAX_NAME_LENGTH, type Observation } from '../../ledger/observation.ts';
import { serialise } from '../../ledger/visit-text.ts';
import { foldObservations } from '../../ledger/fold-observations.ts';
import { openVisit, type Visit } from '../../ledger/visit.ts';
import { BUSY_COMPANIES } from '../../replica/pages/busy-companies.ts';
import { at, page, request, stored } from '../../tools/builders/observations.ts';
import { median } from './statistics.ts';

const PAGE_HOST = 'www.columbiarecords.com';
const HOSTS: readonly string[] = BUSY_COMPANIES;

function call(host: string, time: number): Observation {
  return request(host, { at: time, address: at(host, `/${time % 7}/file.js`), pixel: time % 10 === 0 });
}

function storedItem(index: number): Observation {
  const name = `key-${index}`.padEnd(Math.min(40, MAX_NAME_LENGTH), 'x');
  return stored(name, 'local', { at: index, host: PAGE_HOST, size: 120, change: 'written' });
}

function emptyVisit(): Visit {
  return openVisit('bench-document', 0, page({ at: 0, address: at(PAGE_HOST, '/busy') }));
}

const hostOf = (index: number): string => HOSTS[index % HOSTS.length] ?? '';

/** 200 requests to 40 companies, as they come: in messages of 20. */
function busyVisit(): Visit {
  let visit = emptyVisit();
  for (let start = 0; start < 200; start += 20) {
    visit = foldObservations(
      visit,
      Array.from({ length: 20 }, (_, index) => call(hostOf(start + index), start + index)),
    );
  }
  return foldObservations(
    visit,
    Array.from({ length: 60 }, (_, index) => storedItem(index)),
  );
}

/** Milliseconds of one call, the median of `rounds` after a few to warm up. */
function time(rounds: number, work: () => unknown): number {
  for (let round = 0; round < Math.min(rounds, 20); round += 1) work();
  return median(
    Array.from({ length: rounds }, () => {
      const startedAt = performance.now();
      work();
      return performance.now() - startedAt;
    }),
  );
}

export interface PureResults {
  readonly knownPerSecond: number;
  readonly newPerSecond: number;
  readonly foldOfBusyPage: number;
  readonly foldOfFlood: number;
  readonly floodSize: number;
  readonly report: number;
}

/** Measures all of it; takes some seconds. */
export function measurePure(): PureResults {
  const [knowledge] = shippedKnowledge();
  const lookUps = 100_000;
  const known = time(15, () => {
    for (let index = 0; index < lookUps; index += 1) knowledge.companies.find(hostOf(index), PAGE_HOST);
  });
  // Written down first, as a browser would hand them over: making the names is not what is measured.
  const rounds = Array.from({ length: 12 }, (_, round) =>
    Array.from({ length: lookUps }, (__, index) => [`n${round}-${index}`, hostOf(index)].join('.')),
  );
  const fresh = median(
    rounds.map((hosts) => {
      const startedAt = performance.now();
      for (const host of hosts) knowledge.companies.find(host, PAGE_HOST);
      return performance.now() - startedAt;
    }),
  );
  const flood = Array.from({ length: 100_000 }, (_, index) => call(`h${index % 5000}.${hostOf(index)}`, index));
  const keys = Array.from({ length: 10_000 }, (_, index) => storedItem(index));
  let flooded = emptyVisit();
  const foldOfFlood = time(3, () => {
    flooded = foldObservations(foldObservations(emptyVisit(), flood), keys);
  });
  const busy = busyVisit();
  return {
    knownPerSecond: (lookUps / known) * 1000,
    newPerSecond: (lookUps / fresh) * 1000,
    foldOfBusyPage: time(200, busyVisit),
    foldOfFlood,
    floodSize: serialise(flooded).length,
    report: time(200, () => createReport(busy, [knowledge], null)),
  };
}
