import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { mayStandSince } from '../../../ledger/item-times.ts';
import type { StoredItemObservation } from '../../../ledger/observation.ts';
import { NOON, stored, visit } from '../../../tools/builders/observations.ts';

function itemOf(...sightings: readonly Partial<StoredItemObservation>[]) {
  const { items } = foldObservations(
    visit(),
    sightings.map((sighting) => stored('_fbp', 'local', sighting)),
  );
  expect(items).toHaveLength(1);
  return items[0]!;
}

describe('mayStandSince', () => {
  it.each<[string, number, readonly Partial<StoredItemObservation>[]]>([
    ['that was there is there since any time', 0, [{ at: NOON }]],
    ['that was written is there since then', NOON, [{ at: NOON, change: 'written' }]],
    [
      'that a look found is there since the look before',
      NOON - 900,
      [{ at: NOON, change: 'written', since: NOON - 900 }],
    ],
    ['that was there counts since its site was met', NOON - 50, [{ at: NOON, since: NOON - 50 }]],
    ['that was there and is written anew was there', 0, [{ at: NOON }, { at: NOON + 10, change: 'written' }]],
    [
      'that was met and is written anew counts since it was met',
      NOON - 50,
      [
        { at: NOON, since: NOON - 50 },
        { at: NOON + 10, change: 'written', since: NOON + 5 },
      ],
    ],
    [
      'that is written twice counts since the first time',
      NOON,
      [
        { at: NOON, change: 'written' },
        { at: NOON + 900, change: 'written', since: NOON + 100 },
      ],
    ],
    [
      'that comes back counts since the first time',
      NOON - 10,
      [
        { at: NOON, change: 'written', since: NOON - 10 },
        { at: NOON + 5, change: 'removed' },
        { at: NOON + 9, change: 'written', since: NOON + 6 },
      ],
    ],
    [
      'whose earlier sighting is told of later counts by that',
      NOON - 600,
      [
        { at: NOON, change: 'written' },
        { at: NOON - 500, change: 'written', since: NOON - 600 },
      ],
    ],
    ['that was there, as is told later, was there', 0, [{ at: NOON, change: 'written' }, { at: NOON - 500 }]],
  ])('what %s', (_what, since, sightings) => {
    expect(mayStandSince(itemOf(...sightings))).toBe(since);
  });

  it('is no time before all times, whatever a file says', () => {
    expect(mayStandSince({ ...itemOf({ change: 'written' }), within: Number.MAX_SAFE_INTEGER })).toBe(0);
  });

  it('takes few digits in a record', () => {
    expect(itemOf({ at: NOON, change: 'written', since: NOON - 900 }).within).toBe(900);
  });

  it('takes no room in a record where it goes without saying', () => {
    expect(itemOf({})).not.toHaveProperty('within');
    expect(itemOf({ change: 'written' })).not.toHaveProperty('within');
  });
});
