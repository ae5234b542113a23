import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { ConsentObservation } from '../../../ledger/observation.ts';
import { readPageMessage } from '../../../ledger/read-message.ts';
import type { ConsentRecord } from '../../../ledger/visit-entries.ts';
import { consent, NOON, visit } from '../../../tools/builders/observations.ts';

/** A choice that came between two looks, in seconds after noon. */
const came = (
  choice: ConsentObservation['choice'],
  after: number,
  at: number,
  maker: ConsentObservation['maker'] = 'person',
): ConsentObservation => consent(choice, NOON + at * 1000, { after: NOON + after * 1000, maker });
const none = (at: number): ConsentObservation => consent('none-yet', NOON + at * 1000);
const there = (choice: ConsentObservation['choice'], at: number): ConsentObservation =>
  consent(choice, NOON + at * 1000);

function recordOf(...observations: ConsentObservation[]): ConsentRecord | undefined {
  // One after the other, as messages come, and all at once, as they may.
  const folded = observations.reduce((before, one) => foldObservations(before, [one]), visit());
  expect(foldObservations(visit(), observations).consents).toEqual(folded.consents);
  return folded.consents[0];
}

/** The history in short: choice, seconds of the last look without it and of the first with it, maker. */
const inShort = (record: ConsentRecord | undefined): unknown[] =>
  record?.history.map(({ choice, after, at, maker }) => [
    choice,
    after === null ? null : (after - NOON) / 1000,
    (at - NOON) / 1000,
    maker,
  ]) ?? [];

describe('the choices of a consent platform', () => {
  it.each<[string, ConsentObservation[], unknown[]]>([
    [
      'none, then one',
      [none(1), came('accepted', 4, 5)],
      [
        ['none-yet', null, 1, null],
        ['accepted', 4, 5, 'person'],
      ],
    ],
    [
      'the same told twice',
      [none(1), none(2), came('accepted', 4, 5)],
      [
        ['none-yet', null, 1, null],
        ['accepted', 4, 5, 'person'],
      ],
    ],
    [
      'a frame that saw it a moment later, and no press',
      [none(1), came('accepted', 4, 5), came('accepted', 3, 6, 'unknown')],
      [
        ['none-yet', null, 1, null],
        ['accepted', 3, 5, 'person'],
      ],
    ],
    [
      'a frame that saw it first, and no press',
      [none(1), came('accepted', 4, 5, 'unknown'), came('accepted', 4, 6)],
      [
        ['none-yet', null, 1, null],
        ['accepted', 4, 5, 'person'],
      ],
    ],
    [
      'a frame that came after it',
      [none(1), came('accepted', 4, 5), there('accepted', 9)],
      [
        ['none-yet', null, 1, null],
        ['accepted', 4, 5, 'person'],
      ],
    ],
    [
      'a frame that came after it and told first',
      [none(1), there('accepted', 9), came('accepted', 4, 5)],
      [
        ['none-yet', null, 1, null],
        ['accepted', 1, 5, 'person'],
      ],
    ],
    [
      'a document that found it at its first look, where another had seen the time without it',
      [none(1), there('accepted', 9)],
      [
        ['none-yet', null, 1, null],
        ['accepted', 1, 9, 'unknown'],
      ],
    ],
    [
      'a change, and one back',
      [there('accepted', 1), came('refused', 3, 4), came('accepted', 6, 7)],
      [
        ['accepted', null, 1, 'earlier'],
        ['refused', 3, 4, 'person'],
        ['accepted', 6, 7, 'person'],
      ],
    ],
    [
      'a withdrawal',
      [there('accepted', 1), came('withdrawn', 3, 6, 'tool')],
      [
        ['accepted', null, 1, 'earlier'],
        ['withdrawn', 3, 6, 'tool'],
      ],
    ],
  ])('%s', (_what, observations, expected) => {
    expect(inShort(recordOf(...observations))).toEqual(expected);
  });

  it('keeps one record for each host', () => {
    const folded = foldObservations(visit(), [none(1), consent('refused', NOON, { host: 'shop.bobdylan.com' })]);
    expect(folded.consents.map(({ host, choice }) => [host, choice])).toEqual([
      ['www.bobdylan.com', 'none-yet'],
      ['shop.bobdylan.com', 'refused'],
    ]);
  });

  it('keeps the first few choices and the last', () => {
    const many = Array.from({ length: 20 }, (_, n) => came(n % 2 === 0 ? 'accepted' : 'refused', n, n + 0.5));
    const record = recordOf(...many);
    expect(record?.history).toHaveLength(6);
    expect(record?.choice).toBe('refused');
    expect(record?.history.at(-1)?.at).toBe(NOON + 19_500);
  });

  it('says of the last choice whether two are stored', () => {
    expect(recordOf(consent('unknown', NOON, { several: true }))?.several).toBe(true);
    expect(recordOf(consent('unknown', NOON, { several: true }), came('refused', 1, 2))?.several).toBe(false);
  });
});

describe('the border', () => {
  const head = { type: 'observed', document: 'a-document', startedAt: NOON, frame: 'top' };
  it.each<[string, object, number]>([
    ['a whole one', {}, 0],
    ['a choice that nobody knows', { choice: 'perhaps' }, 1],
    ['a maker that nobody knows', { maker: 'somebody' }, 1],
    ['a name that is too long', { source: 'x'.repeat(121) }, 1],
    ['a time that is none', { after: -1 }, 1],
    ['a member too many', { value: 'secret' }, 1],
  ])('%s', (_what, change, dropped) => {
    const observations = [{ ...came('accepted', 1, 2), ...change }];
    expect(readPageMessage({ ...head, observations })?.dropped).toBe(dropped);
  });
});
