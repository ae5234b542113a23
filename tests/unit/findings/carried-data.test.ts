/** Which sentence of the policy names what a request carried? */
import { describe, expect, it } from 'vitest';
import { carriedData, POLICY_WORDS } from '../../../findings/carried-data';
import { shippedClauses } from '../../../findings/shipped-clauses';
import type { CarriedProperty, ReadRequest } from '../../../recognition/request-reader';
import type { CarriedKind } from '../../../schemas/policy-data';
import { CarriedKindSchema } from '../../../schemas/policy-data';

const clauses = shippedClauses();
const read = (...properties: CarriedProperty[]): ReadRequest => ({
  ...{ host: 'a.example', path: '/', at: 1, method: null, reader: 'A', parts: [], leftOut: 0, bodyUnread: false },
  properties,
});
const of = (kind: CarriedKind, value = 'v', name = 'n'): CarriedProperty => ({ kind, name, value });

describe('the words for the policy', () => {
  it('are there for each kind', () => {
    expect(Object.keys(POLICY_WORDS).toSorted()).toEqual(CarriedKindSchema.options.toSorted());
  });

  const words = Object.entries(POLICY_WORDS).flatMap(([kind, word]) =>
    word === null || word === 'not-personal' ? [] : [[kind, word.type] as const],
  );
  it.each(words)('%s: the policy has a clause with "%s"', (_kind, type) => {
    expect(clauses.all.some(({ dataTypes }) => dataTypes.includes(type))).toBe(true);
  });
});

describe('what was carried', () => {
  it('stands in groups: what no sentence names first', () => {
    const groups = carriedData(
      [read(of('page-address'), of('referrer'), of('screen'), of('account'), of('page-title'), of('email'))],
      clauses,
    );
    expect(groups.map(({ speaks, data }) => [speaks, data.map(({ kind }) => kind)])).toEqual([
      ['not-found', ['referrer']],
      ['general', ['screen']],
      ['names', ['email', 'page-address', 'page-title']],
      ['not-compared', ['account']],
    ]);
    expect(groups[2]?.clauses.map(({ clause, kinds }) => [clause.dataTypes.includes('pages viewed'), kinds])).toEqual([
      [false, ['email']],
      [true, ['page-address', 'page-title']],
    ]);
    expect(groups.filter(({ speaks }) => speaks === 'not-found').flatMap((group) => group.clauses)).toEqual([]);
  });

  it('has each value once, with all names it was sent under, and says what identifies', () => {
    const [group] = carriedData(
      [read(of('browser-id', 'x', 'cid')), read(of('browser-id', 'x', '_fid'), of('browser-id', 'y', 'cid'))],
      clauses,
    );
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
    const groups = carriedData([read(of('page-address'), of('referrer'))], null);
    expect(groups.map(({ speaks, clauses: quoted }) => [speaks, quoted])).toEqual([['not-compared', []]]);
  });

  it('is nothing where nothing is known', () => {
    expect(carriedData([read()], clauses)).toEqual([]);
  });
});
