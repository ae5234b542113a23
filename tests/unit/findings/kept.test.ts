import { describe, expect, it } from 'vitest';
import { english } from '../english.ts';
import { asPlainText } from '../../../evidence/plain-text.ts';
import { cookiesUnreadSince, isKept, keptCount, unreadPlaces } from '../../../findings/kept.ts';
import { cookieDistinction } from '../../../findings/cookie-distinction.ts';
import { createReport, type Report } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation, StoredItemObservation } from '../../../ledger/observation.ts';
import { policy } from '../components/report-fixture.ts';
import { NOON, stored, visit } from '../../../tools/builders/observations.ts';

const after = (...seen: readonly Observation[]): Report =>
  createReport(foldObservations(visit(), seen), shippedKnowledge(), null);
const letter = (report: Report): string => asPlainText(english, report, { now: NOON, policy, version: '0' });
const gone = stored('_test', 'cookie', { change: 'removed' });

function cookie(change: Partial<NonNullable<StoredItemObservation['cookie']>>): StoredItemObservation {
  const example = stored('uid', 'cookie');
  if (example.cookie === null) throw new Error('The example has no cookie.');
  return { ...example, cookie: { ...example.cookie, ...change } };
}

describe('what was removed again', () => {
  const report = after(stored('_test', 'cookie'), gone, stored('theme'));

  it('is not counted as kept', () => {
    expect(report.items).toHaveLength(2);
    expect(report.items.filter(isKept).map(({ item }) => item.name)).toEqual(['theme']);
    expect(keptCount(report)).toBe(1);
  });

  it('stands apart in the letter', () => {
    expect(letter(report)).toMatch(
      /KEPT IN THE BROWSER \(1\)\n {2}- theme [^\n]+\n\nREMOVED AGAIN \(1\)\n {2}- _test /,
    );
    expect(letter(after(stored('theme')))).not.toContain('REMOVED');
  });

  it('is kept once it is back', () => {
    expect(keptCount(after(stored('_test', 'cookie'), gone, stored('_test', 'cookie', { change: 'written' })))).toBe(1);
  });
});

describe('cookies that cannot be looked at', () => {
  const limit = (reason: 'not-permitted' | 'failed' | 'too-many'): Observation => ({
    kind: 'limit',
    at: NOON + 5,
    observer: 'cookies',
    reason,
    count: 0,
  });

  it('are said to be so, in the letter too', () => {
    expect(cookiesUnreadSince(after(limit('not-permitted')).visit)).toBe(NOON + 5);
    expect(cookiesUnreadSince(after(limit('failed')).visit)).toBe(NOON + 5);
    expect(cookiesUnreadSince(after(limit('too-many')).visit)).toBeNull();
    expect(letter(after(limit('not-permitted')))).toContain('did not let us look at the cookies');
    expect(letter(after(stored('a', 'cookie'), limit('failed')))).toContain('no longer lets us look at the cookies');
  });

  it('are no longer, once they were looked at again', () => {
    const look: Observation = { kind: 'look', at: NOON + 9, observer: 'cookies' };
    expect(cookiesUnreadSince(after(limit('not-permitted'), look).visit)).toBeNull();
    expect(after(limit('too-many'), look).visit.limits).toHaveLength(1);
  });
});

describe('two cookies of one name', () => {
  it('are two rows, two lines of the letter and two pieces of evidence', () => {
    const report = after(cookie({}), cookie({ path: '/tour' }), cookie({ hostOnly: true }));
    expect(report.items).toHaveLength(3);
    const lines = letter(report)
      .split('\n')
      .filter((line) => line.startsWith('  - uid ('));
    expect(new Set(lines).size).toBe(lines.length);
    const evidence = report.findings.find(({ practice }) => practice.id === 'first-party-cookies')?.evidence ?? [];
    expect(evidence.map((one) => ('distinction' in one ? one.distinction : null))).toEqual([
      { reach: { domain: 'bobdylan.com', hostOnly: false }, path: '/' },
      { reach: { domain: 'bobdylan.com', hostOnly: false }, path: '/tour' },
      { reach: { domain: 'bobdylan.com', hostOnly: true }, path: '/' },
    ]);
  });

  it('are told apart by nothing that they share', () => {
    const item = (change: object) => ({ name: 'uid', cookie: cookie(change).cookie });
    expect(cookieDistinction(item({ path: '/a' }), [item({ path: '/a' })])).toEqual({});
    expect(cookieDistinction(item({ path: '/a' }), [item({ path: '/a' }), item({ path: '/b' })])).toEqual({
      path: '/a',
    });
    expect(cookieDistinction({ name: 'uid', cookie: null }, [item({})])).toEqual({});
  });
});

describe('places that could not be looked at', () => {
  const limit = (observer: string, reason: 'not-permitted' | 'failed' | 'too-many'): Observation => ({
    kind: 'limit',
    at: NOON + 5,
    observer,
    reason,
    count: 0,
  });

  it.each([
    ['cookies', ['cookie']],
    ['web-storage (local)', ['local']],
    ['web-storage (session)', ['session']],
    ['databases (indexed-db)', ['indexed-db']],
    ['databases (cache)', ['cache']],
    ['databases (service-worker)', ['service-worker']],
    ['databases (origin-file)', ['origin-file']],
    ['databases (storage-bucket)', ['storage-bucket']],
    ['databases (cookie)', []],
    ['forms', []],
    ['outbox', []],
  ])('%s: %j', (observer, places) => {
    expect(unreadPlaces(after(limit(observer, 'not-permitted')).visit)).toEqual(places);
    expect(unreadPlaces(after(limit(observer, 'failed')).visit)).toEqual(places);
    expect(unreadPlaces(after(limit(observer, 'too-many')).visit)).toEqual([]);
  });

  it('are named in the letter', () => {
    const seen = after(limit('web-storage (local)', 'not-permitted'), limit('databases (origin-file)', 'failed'));
    expect(letter(seen)).toContain(
      'The browser did not let us look here: Notes that stay (localStorage) and Files of the site.',
    );
    expect(letter(after())).not.toContain('did not let us look');
  });
});
