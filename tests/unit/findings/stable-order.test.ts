import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStableOrder, groupBy } from '../../../findings/stable-order.ts';

const same = (key: string): string => key;

it('keeps the first order, appends what is new and drops what is gone', () => {
  const order = createStableOrder(same);
  expect(order(['b', 'a'])).toEqual(['b', 'a']);
  expect(order(['c', 'a', 'b'])).toEqual(['b', 'a', 'c']);
  expect(order(['c', 'b'])).toEqual(['b', 'c']);
  expect(order(['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
});

it('never moves two rows that both stay', () => {
  const lists = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 }), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(lists, (steps) => {
      const order = createStableOrder(same);
      let before: readonly string[] = [];
      for (const step of steps) {
        const after = order(step);
        expect([...after].sort()).toEqual([...step].sort());
        expect(after.filter((key) => before.includes(key))).toEqual(before.filter((key) => after.includes(key)));
        before = after;
      }
    }),
  );
});

it('groups in order of first appearance', () => {
  expect(groupBy(['b1', 'a1', 'b2'], (key) => key.charAt(0))).toEqual([
    { key: 'b', items: ['b1', 'b2'] },
    { key: 'a', items: ['a1'] },
  ]);
});
