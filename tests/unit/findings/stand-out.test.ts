/** What should a person read first? */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Label } from '../../../findings/finding';
import { standOut } from '../../../findings/stand-out';

function finding(id: string, label: Label, weight: number): Finding {
  const practice = {
    id,
    name: id,
    group: 'contact',
    explanation: 'What it is.',
    opp115: 'Other',
    view: 'page',
    cannotTell: null,
    weight,
  } as const;
  return { practice, label, reason: null, evidence: [], companies: [], clauses: [], background: false };
}

const ids = (found: readonly Finding[]): readonly string[] => found.map(({ practice }) => practice.id);
const labels: readonly Label[] = ['stated', 'stated-in-general', 'not-found', 'cannot-tell'];
const anyFindings = fc
  .array(fc.tuple(fc.constantFrom(...labels), fc.integer({ min: 1, max: 3 })), { maxLength: 40 })
  .map((list) => list.map(([label, weight], index) => finding(`p${index}`, label, weight)));
const most = fc.integer({ min: 0, max: 10 });

describe('what stands out', () => {
  it.each<[string, readonly Finding[], number, readonly string[]]>([
    ['nothing', [], 3, []],
    ['the silence before the rest', [finding('a', 'stated', 1), finding('b', 'not-found', 3)], 3, ['b', 'a']],
    [
      'what follows a person before what goes to others, before the rest',
      [finding('a', 'not-found', 3), finding('b', 'not-found', 2), finding('c', 'not-found', 1)],
      3,
      ['c', 'b', 'a'],
    ],
    [
      'the report’s order among equals',
      [finding('a', 'cannot-tell', 2), finding('b', 'stated-in-general', 2), finding('c', 'stated', 2)],
      3,
      ['a', 'b', 'c'],
    ],
    ['no more than there is room for', [1, 2, 3].map((n) => finding(`p${n}`, 'stated', n)), 2, ['p1', 'p2']],
    ['none where there is no room', [finding('a', 'not-found', 1)], 0, []],
  ])('is %s', (_name, findings, room, expected) => {
    expect(ids(standOut(findings, room))).toEqual(expected);
  });

  it('never leaves out a silence for something that has a sentence', () => {
    fc.assert(
      fc.property(anyFindings, most, (findings, room) => {
        const first = standOut(findings, room);
        const left = findings.filter((one) => !first.includes(one));
        if (first.some(({ label }) => label !== 'not-found')) {
          expect(left.some(({ label }) => label === 'not-found')).toBe(false);
        }
      }),
    );
  });

  it('never leaves out what weighs more of its own kind', () => {
    fc.assert(
      fc.property(anyFindings, most, (findings, room) => {
        const first = standOut(findings, room);
        for (const silent of [true, false]) {
          const isKind = ({ label }: Finding): boolean => (label === 'not-found') === silent;
          const taken = first.filter(isKind).map(({ practice }) => practice.weight);
          const left = findings.filter((one) => isKind(one) && !first.includes(one));
          for (const { practice } of left) expect(practice.weight).toBeGreaterThanOrEqual(Math.max(0, ...taken));
        }
      }),
    );
  });

  it('fills the room there is with findings of the report, each once, and leaves the report as it was', () => {
    fc.assert(
      fc.property(anyFindings, most, (findings, room) => {
        const before = ids(findings);
        const first = standOut(findings, room);
        expect(first).toHaveLength(Math.min(room, findings.length));
        expect(new Set(first).size).toBe(first.length);
        expect(first.every((one) => findings.includes(one))).toBe(true);
        expect(ids(findings)).toEqual(before);
      }),
    );
  });
});
