/** A log that is folded page by page comes to the same as each of its entries folded into the record by itself. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldLog, type LogEntry } from '../../../capture/fold-log.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { openVisit, type Visit } from '../../../ledger/visit.ts';
import { at, NOON, page, request, stored } from '../../../tools/builders/observations.ts';

/** One page's record, entry by entry. */
function entryByEntry(visit: Visit, bits: readonly (readonly Observation[])[]): Visit {
  return bits.reduce(foldObservations, visit);
}

const host = fc.constantFrom('connect.facebook.net', 'www.facebook.com', 'a.example', 'b.example');
const observation = fc.oneof(
  fc
    .record({ host, path: fc.constantFrom('/tr/', '/x', '/en_US/fbevents.js'), pixel: fc.boolean(), ms: fc.nat(50) })
    .map(({ host: of, path, pixel, ms }) => request(of, { address: at(of, path), pixel, at: NOON + ms })),
  // So long that the lists have no room for all of them.
  fc.nat(300).map((no) =>
    request(`${'long.'.repeat(40)}${String(no)}.example`, {
      address: at(`${'long.'.repeat(40)}${String(no)}.example`),
    }),
  ),
  fc.nat(60).map((no) => stored(`${'n'.repeat(1500)}${String(no)}`, 'local', { host: 'www.bobdylan.com' })),
);
const bits = fc.array(fc.array(observation, { minLength: 1, maxLength: 80, size: 'max' }), {
  minLength: 1,
  maxLength: 12,
  size: 'max',
});

it('comes to the same, whatever the bits are and whatever finds no room', () => {
  let leftOut = 0;
  fc.assert(
    fc.property(bits, (all) => {
      const visit = openVisit('document-1', NOON, page());
      const log: LogEntry[] = [
        { kind: 'page', at: NOON, tab: 1, visit },
        ...all.map((observations): LogEntry => ({ kind: 'facts', tab: 1, document: 'document-1', observations })),
      ];
      const expected = entryByEntry(visit, all);
      expect(foldLog(log).pages.map((one) => one.visit)).toEqual([expected]);
      leftOut += Object.keys(expected.leftOut).length;
    }),
    { numRuns: 20 },
  );
  expect(leftOut).toBeGreaterThan(0);
});
