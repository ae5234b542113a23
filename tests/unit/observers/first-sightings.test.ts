import { expect, it } from 'vitest';
import type { Observation } from '../../../ledger/observation.ts';
import { firstSightings } from '../../../observers/page/first-sightings.ts';

it('knows what is new, up to a cap that it tells of once', () => {
  const reported: Observation[] = [];
  const isFirst = firstSightings(
    {
      report: (observation) => reported.push(observation),
      signal: new AbortController().signal,
      salt: '',
      site: 'a.example',
      since: 0,
      frame: 'top',
      onAsked: () => undefined,
    },
    'things',
    2,
  );
  expect(['a', 'a', 'b', 'c', 'd', 'a'].map(isFirst)).toEqual([true, false, true, false, false, false]);
  expect(reported).toMatchObject([{ kind: 'limit', observer: 'things', reason: 'too-many' }]);
});
