import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { CookieAttributes, StoredItemObservation } from '../../../ledger/observation.ts';
import { openVisit, type Visit } from '../../../ledger/visit.ts';
import { VISIT_LISTS } from '../../../ledger/visit-lists.ts';
import { storedSize } from '../../../ledger/visit-text.ts';
import { NOON, page, stored, visit } from '../../../tools/builders/observations.ts';

type Change = StoredItemObservation['change'];

function cookie(
  change: Change,
  at: number,
  attributes: Partial<CookieAttributes> = {},
  more = {},
): StoredItemObservation {
  const example = stored('id', 'cookie', { hash: 'h1', change, at: NOON + at, ...more });
  if (example.cookie === null) throw new Error('The example has no cookie.');
  return { ...example, cookie: { ...example.cookie, ...attributes } };
}

const backIn = ({ items }: Visit) =>
  items.map(({ restoredAt }) => (restoredAt === undefined ? null : restoredAt - NOON));

describe('an identifier that was removed', () => {
  it('is remembered with its place and when it went', () => {
    const folded = foldObservations(visit(), [cookie('present', 0), cookie('removed', 9)]);
    expect(folded.gone).toEqual([{ store: 'cookie', host: 'bobdylan.com', name: 'id', hash: 'h1', at: NOON + 9 }]);
    expect(backIn(folded)).toEqual([null]);
  });

  it('comes back once, at the first time', () => {
    const seen = [cookie('present', 0), cookie('removed', 9), cookie('written', 20), cookie('written', 30)];
    expect(backIn(foldObservations(visit(), seen))).toEqual([20]);
  });

  it('is remembered by the hash that was known, where the removal tells none', () => {
    const seen = [stored('x', 'local', { hash: 'h1' }), stored('x', 'local', { hash: null, change: 'removed' })];
    expect(foldObservations(visit(), seen).gone).toMatchObject([
      { store: 'local', host: 'www.bobdylan.com', hash: 'h1' },
    ]);
  });

  it('is remembered though this page never saw it: the one before kept it', () => {
    const folded = foldObservations(visit(), [cookie('removed', 0), cookie('written', 5)]);
    expect(backIn(folded)).toEqual([5]);
    expect(foldObservations(visit(), [cookie('removed', 0)]).items).toEqual([]);
  });

  it('that is no identifier is not remembered', () => {
    const seen = [cookie('present', 0, {}, { hash: null }), cookie('removed', 9, {}, { hash: null })];
    expect(foldObservations(visit(), seen).gone).toEqual([]);
  });

  it.each<[string, StoredItemObservation]>([
    ['another domain', cookie('written', 20, { domain: 'www.bobdylan.com' })],
    ['another partition', cookie('written', 20, { partition: 'https://bobdylan.com' })],
    ['another name', cookie('written', 20, {}, { name: 'other' })],
    ['another value', cookie('written', 20, {}, { hash: 'h2' })],
    ['another store', stored('id', 'local', { hash: 'h1', change: 'written' })],
  ])('is not taken for one of %s', (_what, other) => {
    const folded = foldObservations(visit(), [cookie('present', 0), cookie('removed', 9), other]);
    expect(backIn(folded).filter((time) => time !== null)).toEqual([]);
  });

  it('of a partition comes back in that partition', () => {
    const partition = 'https://bobdylan.com';
    const seen = [
      cookie('present', 0, { partition }),
      cookie('removed', 9, { partition }),
      cookie('written', 20, { partition }),
    ];
    const folded = foldObservations(visit(), seen);
    expect(folded.gone).toMatchObject([{ partition }]);
    expect(backIn(folded)).toEqual([20]);
  });

  it('is known on the next page of the site, whichever of its hosts the cookie was seen on', () => {
    const before = foldObservations(visit(), [cookie('present', 0), cookie('removed', 9)]);
    const next = openVisit('d2', NOON + 50, page({ at: NOON + 50 }), before);
    expect(backIn(foldObservations(next, [cookie('present', 60, {}, { host: 'shop.bobdylan.com' })]))).toEqual([60]);
  });

  it('gives way to those removed later, so that a page cannot fill the list', () => {
    const seen = Array.from({ length: 60 }, (_, i) => [
      cookie('present', i, {}, { name: `n${String(i)}` }),
      cookie('removed', i, {}, { name: `n${String(i)}` }),
    ]).flat();
    const folded = foldObservations(visit(), seen);
    expect(storedSize(folded.gone)).toBeLessThanOrEqual(VISIT_LISTS.gone.share);
    expect(folded.gone.at(-1)?.name).toBe('n59');
    expect(folded.gone.length + (folded.leftOut.gone ?? 0)).toBe(60);
  });
});

describe('read-outs', () => {
  const read = (i: number, readOut: 'navigator' | 'canvas' | 'listeners', measures: Record<string, number>) =>
    ({
      kind: 'read-out',
      at: NOON,
      readOut,
      host: 'www.bobdylan.com',
      script: `cdn-${String(i)}.example`,
      path: '/a.js',
      measures,
    }) as const;
  const many = Array.from({ length: 60 }, (_, i) => read(i, 'navigator', { properties: 2 }));

  it('that tell little give way to those that tell more', () => {
    const folded = foldObservations(visit(), [
      ...many,
      read(99, 'canvas', { reads: 1, characters: 12 }),
      read(98, 'navigator', { properties: 12 }),
    ]);
    expect(folded.readOuts.map(({ script }) => script)).toEqual(
      expect.arrayContaining(['cdn-98.example', 'cdn-99.example']),
    );
    expect(storedSize(folded.readOuts)).toBeLessThanOrEqual(VISIT_LISTS.readOuts.share);
    expect(folded.readOuts.length + (folded.leftOut.readOuts ?? 0)).toBe(62);
  });

  it('of canvases without text give way to one with text', () => {
    const plain = Array.from({ length: 60 }, (_, i) => read(i, 'canvas', { reads: 1 }));
    const folded = foldObservations(visit(), [...plain, read(99, 'canvas', { reads: 1, characters: 12 })]);
    expect(folded.readOuts.map(({ script }) => script)).toContain('cdn-99.example');
  });

  it('that tell more stay, whatever comes after', () => {
    const telling = Array.from({ length: 60 }, (_, i) => read(i, 'canvas', { reads: 1, characters: 12 }));
    const full = foldObservations(visit(), telling);
    const after = foldObservations(full, [...many, read(0, 'canvas', { reads: 2, characters: 12 })]);
    expect(after.readOuts).toHaveLength(full.readOuts.length);
    expect(after.readOuts[0]?.measures).toEqual({ reads: 2, characters: 12 });
  });
});
