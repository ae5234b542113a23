import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import type { Observation, StoredItemObservation } from '../../../../ledger/observation.ts';
import { openVisit } from '../../../../ledger/visit.ts';
import { NOON, page, stored, visit } from '../../../../tools/builders/observations.ts';
import { evidenceIn } from '../recognise.ts';

const cookie = (change: StoredItemObservation['change'], at: number, hash = 'h1', name = 'fan') =>
  stored(name, 'cookie', { hash, change, at: NOON + at });
const copy = (change: StoredItemObservation['change'], at: number, hash = 'h1') =>
  stored('fan_copy', 'local', { hash: change === 'removed' ? null : hash, change, at: NOON + at });

const restoredIn = (seen: readonly Observation[]) => evidenceIn('identifier-restored', seen);

describe('an identifier that came back', () => {
  it('is told with the places that had kept it', () => {
    const seen = [copy('present', 0), cookie('present', 1), cookie('removed', 100), cookie('written', 200)];
    expect(restoredIn(seen)).toEqual([
      { kind: 'cookie', name: 'fan', restored: true, host: 'bobdylan.com', at: NOON + 200, count: 1 },
      {
        kind: 'identifier',
        places: [
          { name: 'fan', store: 'cookie' },
          { name: 'fan_copy', store: 'local' },
        ],
        host: 'bobdylan.com',
        at: NOON + 200,
        count: 2,
      },
    ]);
  });

  it('is told when the next page of the site writes it', () => {
    const before = foldObservations(visit(), [copy('present', 0), cookie('present', 1), cookie('removed', 100)]);
    const opened = openVisit('document-2', NOON + 1000, page({ at: NOON + 1000 }), before);
    const after = foldObservations(opened, [cookie('present', 1050), copy('present', 1090)]);
    expect(evidenceIn('identifier-restored', after)).toHaveLength(2);
    const elsewhere = openVisit(
      'document-2',
      NOON + 1000,
      page({ address: { scheme: 'https', host: 'www.other.example', path: '/' } }),
      before,
    );
    expect(
      evidenceIn('identifier-restored', foldObservations(elsewhere, [cookie('present', 1050), copy('present', 1090)])),
    ).toEqual([]);
  });

  it('is told when only a Flash cookie had kept it', () => {
    const flash: Observation = {
      kind: 'flash-cookie',
      at: NOON,
      host: 'www.bobdylan.com',
      key: 'www.bobdylan.com/p.swf/prefs',
      name: 'prefs',
      size: 100,
      amf: 3,
      entries: [{ name: 'userId', type: 'string', shape: 'identifier', hash: 'h1' }],
      damaged: null,
    };
    const seen = [flash, cookie('present', 1), cookie('removed', 100), cookie('written', 200)];
    expect(restoredIn(seen)).toMatchObject([
      { kind: 'cookie', name: 'fan' },
      {
        kind: 'identifier',
        places: [
          { name: 'fan', store: 'cookie' },
          { name: 'prefs.userId', store: 'flash-cookie' },
        ],
      },
    ]);
  });

  it.each<[string, Observation[]]>([
    ['it was never away', [copy('present', 0), cookie('present', 1), cookie('written', 200)]],
    ['it is still away', [copy('present', 0), cookie('present', 1), cookie('removed', 100)]],
    [
      'a new value came',
      [copy('present', 0), cookie('present', 1), cookie('removed', 100), cookie('written', 200, 'h2')],
    ],
    ['no place had kept it', [cookie('present', 1), cookie('removed', 100), cookie('written', 200)]],
    [
      'another value stands elsewhere',
      [copy('present', 0, 'h2'), cookie('present', 1), cookie('removed', 100), cookie('written', 200)],
    ],
    [
      'a log-out and a log-in: all copies went and came',
      [
        copy('present', 0),
        cookie('present', 1),
        copy('removed', 90),
        cookie('removed', 100),
        cookie('written', 200),
        copy('written', 210),
      ],
    ],
    [
      'the other place had been emptied before',
      [copy('present', 0), cookie('present', 1), copy('removed', 90), cookie('removed', 100), cookie('written', 200)],
    ],
  ])('not: %s', (_what, seen) => {
    expect(restoredIn(seen)).toEqual([]);
  });

  it('stays told when the place is emptied later', () => {
    const seen = [
      copy('present', 0),
      cookie('present', 1),
      cookie('removed', 100),
      cookie('written', 200),
      copy('removed', 300),
    ];
    expect(restoredIn(seen)).toHaveLength(2);
  });
});
