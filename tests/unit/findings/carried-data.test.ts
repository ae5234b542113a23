/** Which sentence of the policy names what a request carried? */
import { describe, expect, it } from 'vitest';
import { carriedData } from '../../../findings/carried-data.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import wordsFile from '../../../policy-data/organisations/sony-music/policies/2011-12-31/carried-words.json' with { type: 'json' };
import type { CarriedProperty, ReadRequest } from '../../../recognition/request-reader.ts';
import type { CarriedWordsFile } from '../../../schemas/label-data.ts';
import type { CarriedKind } from '../../../schemas/policy-data.ts';

const clauses = shippedKnowledge()[0].organisation.clauses;
const read = (...properties: CarriedProperty[]): ReadRequest => ({
  ...{ host: 'a.example', path: '/', at: 1, method: null, reader: 'A', parts: [], leftOut: 0, bodyUnread: false },
  properties,
});
const of = (kind: CarriedKind, value = 'v', name = 'n'): CarriedProperty => ({ kind, name, value });

const words = wordsFile as CarriedWordsFile;
const carried = (reads: readonly ReadRequest[], compared = true) =>
  carriedData(reads, words, compared ? clauses : null);

/** How the text speaks of a kind, and the first sentence that is shown. */
function said(kind: CarriedKind): readonly [string, string | undefined] {
  const [group] = carried([read(of(kind))]);
  return [group?.speaks ?? '', group?.clauses[0]?.clause.id];
}

describe('the words for the policy', () => {
  it.each<[CarriedKind, string, string]>([
    // "We may collect … Contact information", and not what the text means by a word.
    ['email', 'names', 'collect-contact'],
    ['phone', 'names', 'collect-contact'],
    ['name', 'names', 'collect-contact'],
    ['email-hash', 'general', 'collect-contact'],
    // "country and zip code" are places; a town or a point on the map is not in the text.
    ['place', 'general', 'collect-demographics'],
    ['birth-date', 'general', 'collect-demographics'],
    ['page-title', 'general', 'tracking-collected-data'],
    ['device', 'general', 'tracking-collected-data'],
    ['connection', 'general', 'tracking-collected-data'],
    ['referrer', 'general', 'tracking-collected-data'],
    ['campaign', 'general', 'tracking-collected-data'],
    ['price', 'general', 'collect-preferences'],
    // The text has the average over all visitors.
    ['time', 'general', 'tracking-collected-data'],
    ['page-address', 'names', 'tracking-collected-data'],
    ['ip', 'names', 'tracking-collected-data'],
  ])('%s: %s, %s', (kind, speaks, clause) => {
    expect(said(kind)).toEqual([speaks, clause]);
  });

  it('says the same of all identifiers of a browser', () => {
    const kinds = ['browser-id', 'session-id', 'other-id'] as const;
    expect(new Set(kinds.map((kind) => said(kind).join(' ')))).toEqual(
      new Set(['general tracking-cookies-and-pixels']),
    );
  });

  it('shows beside what names a person what the text says of giving it to others', () => {
    const ids = carried([read(of('email'))])[0]?.clauses.map(({ clause }) => clause.id);
    expect(ids).toEqual(['collect-contact', 'share-service-companies', 'share-with-consent']);
  });
});

describe('what was carried', () => {
  it('stands in groups: what no sentence names first', () => {
    const silent: CarriedWordsFile = {
      kinds: words.kinds.map((word) => (word.kind === 'referrer' ? { kind: 'referrer', speaks: 'not-found' } : word)),
    };
    const reads = [
      read(of('page-address'), of('referrer'), of('screen'), of('account'), of('page-title'), of('email')),
    ];
    const groups = carriedData(reads, silent, clauses);
    expect(groups.map(({ speaks, data }) => [speaks, data.map(({ kind }) => kind)])).toEqual([
      ['not-found', ['referrer']],
      ['general', ['page-title', 'screen']],
      ['names', ['email', 'page-address']],
      ['not-compared', ['account']],
    ]);
    expect(groups[2]?.clauses.map(({ clause, kinds }) => [clause.id, kinds])).toEqual([
      ['collect-contact', ['email']],
      ['share-service-companies', ['email']],
      ['share-with-consent', ['email']],
      ['tracking-collected-data', ['page-address']],
    ]);
    expect(groups.filter(({ speaks }) => speaks === 'not-found').flatMap((group) => group.clauses)).toEqual([]);
  });

  it('has each value once, with all names it was sent under, and says what identifies', () => {
    const [group] = carried([
      read(of('browser-id', 'x', 'cid')),
      read(of('browser-id', 'x', '_fid'), of('browser-id', 'y', 'cid')),
    ]);
    expect(group?.data).toEqual([
      {
        kind: 'browser-id',
        identifying: true,
        values: [
          { value: 'x', names: ['cid', '_fid'] },
          { value: 'y', names: ['cid'] },
        ],
      },
    ]);
  });

  it('is not compared where no policy of ours speaks for the page', () => {
    const groups = carried([read(of('page-address'), of('referrer'))], false);
    expect(groups.map(({ speaks, clauses: quoted }) => [speaks, quoted])).toEqual([['not-compared', []]]);
  });

  it('is nothing where nothing is known', () => {
    expect(carried([read()])).toEqual([]);
  });
});
