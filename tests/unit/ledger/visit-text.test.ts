import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { NetworkRequestObservation, Observation, RequestObservation } from '../../../ledger/observation.ts';
import { type Visit } from '../../../ledger/visit.ts';
import { VISIT_LISTS } from '../../../ledger/visit-lists.ts';
import { visitText } from '../../../tools/builders/visits.ts';
import { visitKey } from '../../../ledger/piece-keys.ts';
import { readVisit as readPieces } from '../../../ledger/visit-pieces.ts';
import { shippedCompanies } from '../../../shipped/companies.ts';
import { countOtherCompanies } from '../../../recognition/contacted.ts';
import { at, NOON, visit } from '../../../tools/builders/observations.ts';

/** Reads a whole record, as 0.1.0 stored it. */
const readVisit = (text: string) => readPieces(1, { [visitKey(1)]: text });

/** As pages call companies: long addresses, identifiers, several kinds. */
function calls(host: string, time: number): Observation[] {
  const identifiers = ['cid', 'uid', 'sid'].map((name) => ({
    name,
    hash: `${name}-${host}`.padEnd(24, '0').slice(0, 24),
  }));
  const asked = ['script', 'img', 'beacon'].map((initiator, index): RequestObservation => ({
    kind: 'request',
    at: time + index,
    address: at(host, `/v${String(index)}/collect/${'a'.repeat(24)}`),
    initiator,
    failed: false,
    pixel: index === 1,
    identifiers,
  }));
  const told = (['page', 'frame', 'background'] as const).map((source, index): NetworkRequestObservation => ({
    kind: 'network-request',
    at: time + index,
    address: at(host, `/n${String(index)}/collect/${'b'.repeat(24)}`),
    resource: 'xmlhttprequest',
    source,
    by: source === 'page' ? null : `frames-${String(index)}.of.another.example`,
    outcome: index === 2 ? 'blocked' : 'done',
    upload: true,
    identifiers,
  }));
  return [...asked, ...told];
}

const hostName = (index: number): string => `collect-${String(index)}.tracker-${String(index)}.example`;

function busy(hosts: number): Visit {
  let seen = visit();
  // In messages, as they come.
  for (let start = 0; start < hosts; start += 10) {
    const some = Array.from({ length: Math.min(10, hosts - start) }, (_, index) => hostName(start + index));
    seen = foldObservations(
      seen,
      some.flatMap((host, index) => calls(host, NOON + start + index)),
    );
  }
  return seen;
}

describe('the text of a visit', () => {
  it('gives the same visit back', () => {
    const seen = busy(12);
    expect(readVisit(visitText(seen))).toEqual(seen);
    expect(readVisit(visitText(visit()))).toEqual(visit());
  });

  it('gives back whatever the numbers and names are', () => {
    const number = fc.nat(2 ** 42);
    const tally = fc.record({ count: number, failed: number, insecure: number });
    const record = fc.record(
      {
        host: fc.string(),
        count: number,
        failed: number,
        pixels: number,
        insecure: number,
        firstAt: number,
        lastAt: number,
        initiators: fc.array(fc.string(), { maxLength: 3 }),
        paths: fc.array(fc.string(), { maxLength: 3 }),
        identifiers: fc.array(fc.record({ name: fc.string(), hash: fc.string() }), { maxLength: 3 }),
        network: fc.record({
          observed: tally,
          page: tally,
          frame: tally,
          background: tally,
          blocked: number,
          uploads: number,
          uploadsFrom: number,
          uploadsUntil: number,
          by: fc.array(fc.string(), { maxLength: 3 }),
        }),
      },
      {
        requiredKeys: [
          'host',
          'count',
          'failed',
          'pixels',
          'insecure',
          'firstAt',
          'lastAt',
          'initiators',
          'paths',
          'identifiers',
        ],
      },
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (hosts) => {
        const seen = { ...visit(), hosts };
        expect(readVisit(visitText(seen))).toEqual(seen);
      }),
    );
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"version":1}',
    '{"version":2}',
    '{"version":2,"hosts":[1]}',
    '{"version":2,"hosts":[null]}',
    '{"version":2,"hosts":[["a"]]}',
  ])('is none: %s', (text) => {
    expect(readVisit(text)).toBeNull();
  });
});

describe('the room for hosts', () => {
  it('holds two hundred other companies of a busy page in full view, with all their numbers', () => {
    const seen = busy(200);
    expect(seen.leftOut.hosts).toBeUndefined();
    expect(seen.hosts).toHaveLength(200);
    expect(countOtherCompanies(seen, shippedCompanies())).toBe(200);
    for (const { count, network, paths, firstAt, host } of seen.hosts) {
      expect({ host, count, blocked: network?.blocked, uploads: network?.uploads }).toEqual({
        host,
        count: 4,
        blocked: 1,
        uploads: 3,
      });
      expect(paths.length).toBeGreaterThan(0);
      expect(firstAt).toBeGreaterThanOrEqual(NOON);
    }
    expect(visitText(seen).length).toBeLessThan(100_000);
  });

  it('keeps all examples where there is room', () => {
    expect(busy(20).hosts.every(({ paths, initiators }) => paths.length === 3 && initiators.length > 3)).toBe(true);
  });

  it('counts what it leaves out, and stays within its share', () => {
    const seen = busy(400);
    expect(seen.leftOut.hosts).toBeGreaterThan(0);
    expect(seen.hosts.length).toBeGreaterThanOrEqual(200);
    expect(visitText(seen).length).toBeLessThan(VISIT_LISTS.hosts.share + 2000);
  });
});
