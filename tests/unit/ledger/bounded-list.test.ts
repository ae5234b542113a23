import { describe, expect, it } from 'vitest';
import { BoundedList } from '../../../ledger/bounded-list.ts';
import { storedSize } from '../../../ledger/visit-text.ts';

interface Entry {
  readonly key: string;
  readonly text: string;
}

const entry = (key: string, length = 10): Entry => ({ key, text: 'x'.repeat(length) });
const room = (...entries: readonly Entry[]): number => entries.reduce((sum, one) => sum + storedSize(one) + 1, 2);
const list = (limit: number, ...entries: readonly Entry[]): BoundedList<Entry> =>
  new BoundedList(entries, limit, ({ key }) => key, 0);
const keys = ({ entries }: BoundedList<Entry>): readonly string[] => [...entries.keys()];

describe('taking out what is no longer so', () => {
  it('takes all that are over, and no other', () => {
    const some = list(10_000, entry('a'), entry('b'), entry('c'), entry('d'));
    some.removeWhere(({ key }) => key === 'a' || key === 'c');
    expect(keys(some)).toEqual(['b', 'd']);
    expect(some.get('a')).toBeUndefined();
    expect(some.leftOut).toBe(0);
  });

  it('gives their room to others, and no more than that', () => {
    const full = list(room(entry('a'), entry('b')), entry('a'), entry('b'));
    expect(full.put(entry('c'))).toBe(false);
    full.removeWhere(({ key }) => key === 'a');
    expect(full.put(entry('c'))).toBe(true);
    expect(full.put(entry('d'))).toBe(false);
    expect(keys(full)).toEqual(['b', 'c']);
    expect(full.leftOut).toBe(2);
  });

  it('lets the same one come back as a new one', () => {
    const full = list(room(entry('a', 50)), entry('a', 50));
    full.removeWhere(() => true);
    full.removeWhere(() => true);
    expect(full.put(entry('a', 50))).toBe(true);
    expect(full.put(entry('b'))).toBe(false);
    expect(keys(full)).toEqual(['a']);
  });

  it('leaves an empty list and one without such entries as they were', () => {
    const none = list(10_000);
    none.removeWhere(() => true);
    expect(none.entries.size).toBe(0);
    const one = list(room(entry('a')), entry('a'));
    one.removeWhere(() => false);
    expect(keys(one)).toEqual(['a']);
    expect(one.put(entry('b', 0))).toBe(false);
  });
});
