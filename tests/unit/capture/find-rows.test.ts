/** Rows are found by words and facets, and put into order, without losing one. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetCounts, FoundRows, inOrder } from '../../../capture/tables/find-rows.ts';
import type { Facets } from '../../../capture/facets.ts';
import { column, type Table, type TableRow } from '../../../capture/tables/table.ts';

interface Row {
  readonly name: string;
  readonly size: number | null;
}
const table: Table<Row> = {
  name: 'made-up',
  what: 'A row.',
  columns: [
    column('name', 'text', 'Its name.', ({ name }) => name),
    column('size', 'integer', 'Its size.', ({ size }) => size),
  ],
  rows: () => [],
};
const made = table as unknown as Table;
const row = (id: number, name: string, size: number | null = id, facets: Facets = {}): TableRow => ({
  ...{ id: String(id), place: { page: 1 + (id % 2), at: id }, facets, row: { name, size } },
});
const rows = [
  row(1, 'Alpha One', 3, {
    companies: ['Google', 'YouTube'],
    party: 'other',
    practices: ['web-analytics'],
    labels: ['stated'],
  }),
  row(2, 'beta', null, { companies: ['Meta'], party: 'other' }),
  row(3, 'alpha two', 1, { party: 'own-host' }),
];
const found = new FoundRows(made, rows);
const ids = (of: readonly TableRow[]): readonly string[] => of.map(({ id }) => id);

describe('finding', () => {
  it('reads no cell any more at a key once it was prepared', () => {
    let read = 0;
    const counted = made.columns.map((column) => ({
      ...column,
      of: (of: unknown) => {
        read += 1;
        return column.of(of);
      },
    }));
    const prepared = new FoundRows({ ...made, columns: counted }, rows);
    prepared.prepare();
    expect(read).toBe(rows.length * counted.length);
    expect(ids(prepared.find({ words: 'alpha' }))).toEqual(['1', '3']);
    expect(read).toBe(rows.length * counted.length);
  });

  it.each([
    [{}, ['1', '2', '3']],
    [{ words: '  ' }, ['1', '2', '3']],
    [{ words: 'ALPHA' }, ['1', '3']],
    [{ words: 'two alpha' }, ['3']],
    [{ words: 'google' }, ['1']],
    [{ company: 'Meta' }, ['2']],
    [{ company: 'YouTube' }, ['1']],
    [{ party: 'other', words: 'a' }, ['1', '2']],
    [{ practice: 'web-analytics' }, ['1']],
    [{ label: 'stated', party: 'own-host' }, []],
    [{ page: 2 }, ['1', '3']],
  ] as const)('%j', (question, expected) => {
    expect(ids(found.find(question))).toEqual(expected);
  });

  it('counts the values of a facet, the most frequent first', () => {
    expect(facetCounts(rows, 'party')).toEqual([
      ['other', 2],
      ['own-host', 1],
    ]);
  });
});

describe('order', () => {
  it('puts numbers by size and nothing last, both ways', () => {
    expect(ids(inOrder(made, rows, { by: 'size', descending: false }))).toEqual(['3', '1', '2']);
    expect(ids(inOrder(made, rows, { by: 'size', descending: true }))).toEqual(['1', '3', '2']);
    expect(ids(inOrder(made, rows, { by: 'name', descending: false }))).toEqual(['1', '3', '2']);
    expect(inOrder(made, rows, null)).toBe(rows);
  });

  it('loses none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.option(fc.integer()))),
        fc.constantFrom('name', 'size'),
        fc.boolean(),
        (some, by, descending) => {
          const of = some.map(([name, size], at) => row(at, name, size));
          expect(ids(inOrder(made, of, { by, descending })).toSorted()).toEqual(ids(of).toSorted());
        },
      ),
    );
  });
});
