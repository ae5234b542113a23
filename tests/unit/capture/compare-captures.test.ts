/** Two captures side by side: each thing of either is in exactly one class, and a class means what its name says. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../capture/capture.ts';
import { compareCaptures, type Comparison } from '../../../capture/compare/compare-captures.ts';
import type { Difference } from '../../../capture/compare/compared-rows.ts';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import { captureOfVisit, makeConditions } from '../../../tools/builders/captures.ts';
import { makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';

const knowledge = readKnowledge(process.cwd());
const studied = (capture: Capture): CaptureStudy => studyCapture(capture, knowledge, null);
const visited = (hosts: readonly string[], names: readonly string[], over: Partial<Capture> = {}): CaptureStudy =>
  studied(
    captureOfVisit(
      makeVisit({
        hosts: hosts.map((host) => makeHost(host)),
        items: names.map((name) => makeItem({ store: 'local', name })),
      }),
      over,
    ),
  );

const rowsOf = ({ tables }: Comparison, name: string) => tables.find(({ table }) => table.name === name)?.rows ?? [];
const inClass = (comparison: Comparison, name: string, difference: Difference): unknown[] =>
  rowsOf(comparison, name)
    .filter(({ is }) => is === difference)
    .map(({ key }) => key);

describe('compareCaptures', () => {
  it('tells what is new, gone and the same by what it is, not by when it was seen', () => {
    const before = visited(['www.google-analytics.com', 'connect.facebook.net'], ['a', 'b']);
    const after = visited(['connect.facebook.net', 'bat.bing.com'], ['b', 'c']);
    const comparison = compareCaptures(before, after);
    expect(inClass(comparison, 'hosts', 'new')).toEqual([['bat.bing.com']]);
    expect(inClass(comparison, 'hosts', 'gone')).toEqual([['www.google-analytics.com']]);
    expect(inClass(comparison, 'hosts', 'same')).toEqual([['connect.facebook.net']]);
    expect(rowsOf(comparison, 'stored-items').map(({ is, key }) => [is, key.at(-1)])).toEqual([
      ['new', 'c'],
      ['gone', 'a'],
      ['same', 'b'],
    ]);
  });

  it('calls the same what two pages have together, where one page has it at once', () => {
    const hosts = ['connect.facebook.net', 'www.facebook.com'];
    const one = visited(hosts, []);
    const [both] = one.capture.pages;
    if (both === undefined) throw new Error('There is no page.');
    const pages = [both, ...hosts.map((host) => visited([host], []).capture.pages[0] ?? both)];
    const several = studied({ ...one.capture, pages: pages.map((page, at) => ({ ...page, no: at + 1 })) });
    expect(inClass(compareCaptures(one, several), 'companies', 'changed')).toEqual([]);
    expect(inClass(compareCaptures(one, several), 'findings', 'changed')).toEqual([]);
  });

  it('calls changed what is there in both with other facts, and names them; another count is none', () => {
    const cookie = (secure: boolean): CaptureStudy =>
      studied(
        captureOfVisit(
          makeVisit({
            hosts: [makeHost('bat.bing.com', { count: secure ? 3 : 9 })],
            items: [
              makeItem({
                store: 'cookie',
                name: 'id',
                cookie: {
                  domain: '.bobdylan.com',
                  expiresAt: null,
                  httpOnly: false,
                  secure,
                  sameSite: 'lax',
                  partition: null,
                },
              }),
            ],
          }),
        ),
      );
    const comparison = compareCaptures(cookie(false), cookie(true));
    expect(rowsOf(comparison, 'stored-items')).toMatchObject([
      { is: 'changed', changes: [{ column: 'secure', before: [false], after: [true] }] },
    ]);
    expect(rowsOf(comparison, 'hosts')).toMatchObject([
      { is: 'same', changes: [], sums: [{ column: 'requests', before: 9, after: 3 }] },
    ]);
  });

  it('takes a thing of several pages for one', () => {
    const one = visited(['bat.bing.com'], []);
    const [page] = one.capture.pages;
    if (page === undefined) throw new Error('no page');
    const two = studied({ ...one.capture, pages: [page, { ...page, no: 2 }] });
    expect(rowsOf(compareCaptures(one, two), 'hosts')).toMatchObject([{ is: 'same' }]);
  });

  it('names the conditions that differ, and no others', () => {
    const before = visited([], ['a']);
    const after = visited([], ['a'], { conditions: makeConditions({ gpc: true, languages: ['de'] }) });
    expect(compareCaptures(before, after).conditions.map(({ id }) => id)).toEqual(['privacy-signal', 'languages']);
    expect(compareCaptures(before, before).conditions).toEqual([]);
    // A recording has conditions that a visit has not.
    const recording = studied({ ...before.capture, kind: 'recording' });
    expect(compareCaptures(before, recording).conditions).toMatchObject(
      ['unbroken', 'permission', 'ended'].map((id) => ({ id, before: null })),
    );
  });

  it('says where a kind of thing could not be seen', () => {
    const at = Date.UTC(2026, 10, 22, 12, 4, 5);
    const watched = studied(
      captureOfVisit(
        makeVisit({
          scriptWatch: { at, view: 'script-watch', state: 'from-start' },
          readOuts: [
            {
              at,
              readOut: 'canvas',
              host: 'www.bobdylan.com',
              script: 'a.example',
              path: '/f.js',
              measures: { fonts: 60 },
            },
          ],
        }),
      ),
    );
    const unwatched = studied(captureOfVisit(makeVisit({ scriptWatch: null })));
    const seen = (one: CaptureStudy, other: CaptureStudy) =>
      compareCaptures(one, other).tables.find(({ table }) => table.name === 'read-outs')?.couldBeSeen;
    expect(seen(unwatched, watched)).toEqual({ before: false, after: true });
    expect(seen(watched, unwatched)).toEqual({ before: true, after: false });
  });

  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor'));
  const hosts = fc.uniqueArray(fc.constantFrom('bat.bing.com', 'a.example', 'b.example', 'connect.facebook.net'));
  const any = fc.tuple(hosts, names).map(([some, others]) => visited(some, others));

  it('finds no difference between a capture and itself', () => {
    fc.assert(
      fc.property(any, (study) => {
        const { tables, conditions } = compareCaptures(study, study);
        expect(tables.flatMap(({ rows }) => rows.filter(({ is }) => is !== 'same'))).toEqual([]);
        expect(conditions).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('has each row of both in one class, and the other way round new is gone', () => {
    const turned: Readonly<Record<Difference, Difference>> = {
      new: 'gone',
      gone: 'new',
      changed: 'changed',
      same: 'same',
    };
    fc.assert(
      fc.property(any, any, (before, after) => {
        const there = compareCaptures(before, after);
        const back = compareCaptures(after, before);
        for (const { table, rows } of there.tables) {
          expect(rows.flatMap((row) => row.before.map(({ id }) => id)).toSorted()).toEqual(
            table
              .rows(before)
              .map(({ id }) => id)
              .toSorted(),
          );
          expect(rows.flatMap((row) => row.after.map(({ id }) => id)).toSorted()).toEqual(
            table
              .rows(after)
              .map(({ id }) => id)
              .toSorted(),
          );
          const pairs = (of: typeof rows, how: (is: Difference) => Difference): string[] =>
            of.map(({ is, key }) => `${how(is)} ${JSON.stringify(key)}`).toSorted();
          expect(pairs(rowsOf(back, table.name), (is) => is)).toEqual(pairs(rows, (is) => turned[is]));
        }
      }),
      { numRuns: 25 },
    );
  });

  // Names that a careless join of a key's cells would take for one another.
  const hostile = fc.uniqueArray(fc.constantFrom('a', 'a\nb', 'b', '"', '"\n"', 'null', '', '["a"]', 'A'));
  const kept = fc.record({
    name: fc.constantFrom('a', 'a\nb', 'b', '"', '"\n"', '', 'null'),
    store: fc.constantFrom('local' as const, 'session' as const),
    shape: fc.constantFrom('number' as const, 'uuid' as const),
  });
  const mixed = fc.tuple(hosts, hostile, fc.array(kept, { maxLength: 6 })).map(([some, others, items]) =>
    studied(
      captureOfVisit(
        makeVisit({
          hosts: some.map((host) => makeHost(host)),
          items: [...others.map((name) => makeItem({ store: 'local', name })), ...items.map((item) => makeItem(item))],
        }),
      ),
    ),
  );

  it('calls nothing changed but what is the same thing in both, with exactly those facts that differ', () => {
    let changed = 0;
    fc.assert(
      fc.property(mixed, mixed, (before, after) => {
        for (const { table, columns, rows } of compareCaptures(before, after).tables) {
          const cell = (name: string, { row }: { readonly row: unknown }): string => {
            const found = table.columns.find((column) => column.name === name)?.of(row);
            // A list in another order says the same.
            return JSON.stringify(Array.isArray(found) ? found.toSorted() : found);
          };
          const all = (those: readonly { readonly row: unknown }[], name: string): string =>
            JSON.stringify([...new Set(those.map((one) => cell(name, one)))].toSorted());
          for (const row of rows) {
            const keys = [...row.before, ...row.after].map((one) =>
              JSON.stringify(columns.key.map((name) => cell(name, one))),
            );
            // All that is in one row is one thing, and no other row is of it.
            expect(new Set(keys).size).toBe(1);
            if (row.is !== 'changed') continue;
            changed += 1;
            expect([row.before.length > 0, row.after.length > 0]).toEqual([true, true]);
            const differ = columns.facts.filter((name) => all(row.before, name) !== all(row.after, name));
            expect(row.changes.map(({ column }) => column)).toEqual(differ);
            expect(differ.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(changed).toBeGreaterThan(0);
  });
});
