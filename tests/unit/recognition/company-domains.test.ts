import { describe, expect, it } from 'vitest';
import { positionsIn, writeDomains } from '../../../recognition/company-domains.ts';

/** Names that begin alike, hold each other, or stand at either end of the order. */
const NAMES = [
  'a.example',
  'a.example.org',
  'aa.example',
  'b.example',
  'b-c.example',
  '0.example',
  'z.example',
  'zz.z',
];

describe('the domains of an index', () => {
  it.each([0, 1, 2, 3, NAMES.length])('finds each of %i domains, and no other', (count) => {
    const positions = new Map(NAMES.slice(0, count).map((name, at) => [name, at * 41]));
    const positionOf = positionsIn(writeDomains(positions));
    for (const name of NAMES) expect(positionOf(name)).toBe(positions.get(name));
    for (const name of ['', '.', 'example', 'a.exampl', 'a.example.', '~', 'zz.zz'])
      expect(positionOf(name)).toBeUndefined();
  });
});
