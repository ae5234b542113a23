import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME_LENGTH, type Store } from '../../../ledger/observation.ts';
import { createStoredItemFinder } from '../../../recognition/stored-item.ts';
import { indexStoredItems, type StoredItemIndex } from '../../../recognition/stored-item-index.ts';
import type { StoredItemEntry } from '../../../schemas/policy-data.ts';

function item(name: string, change: Partial<StoredItemEntry> = {}): StoredItemEntry {
  return {
    name,
    match: 'exact',
    stores: ['cookie'],
    domains: [],
    setter: 'Gauge',
    purpose: `What ${name} is for.`,
    category: 'analytics',
    lifetime: '2 years',
    identifier: true,
    source: 'test',
    ...change,
  };
}

/** By way of JSON, as the index travels from the build to the browser. */
const finderOf = (...items: StoredItemEntry[]) =>
  createStoredItemFinder(
    JSON.parse(JSON.stringify(indexStoredItems({ date: '2026-11-22', items }))) as StoredItemIndex,
  );

describe('find', () => {
  const finder = finderOf(
    item('_g'),
    item('_g', { match: 'prefix', setter: 'any _g' }),
    item('_g_', { match: 'prefix', setter: 'any _g_' }),
    item('_g_long', { match: 'prefix', setter: 'any _g_long' }),
    item('_g_exact', { setter: 'just this' }),
    item('uid', { domains: ['ads.example'], setter: 'Ads' }),
    item('uid', { domains: ['video.example', 'film.example'], setter: 'Video' }),
    item('session', { domains: ['shop.example'], setter: 'Shop' }),
    item('session', { setter: 'The site' }),
    item('sess', { match: 'prefix', setter: 'any sess' }),
    item('key', { stores: ['local', 'session'], setter: 'Keys' }),
    item('yt-', { match: 'prefix', stores: ['local'], domains: ['tube.example'], setter: 'Tube' }),
  );

  it.each<[string, Store, string, string, string | null]>([
    ['an exact name before a prefix', 'cookie', '_g', 'a.example', 'Gauge'],
    ['an exact name before a longer prefix', 'cookie', '_g_exact', 'a.example', 'just this'],
    ['the longest prefix', 'cookie', '_g_long_1', 'a.example', 'any _g_long'],
    ['a name that is a prefix and no more', 'cookie', '_g_', 'a.example', 'any _g_'],
    ['a shorter prefix where the longer one does not fit', 'cookie', '_gx', 'a.example', 'any _g'],
    ['the entry for the host', 'cookie', 'uid', 'px.ads.example', 'Ads'],
    ['the other entry for another host', 'cookie', 'uid', 'film.example', 'Video'],
    ['no entry of other hosts', 'cookie', 'uid', 'a.example', null],
    ['no entry of a host that ends alike', 'cookie', 'uid', 'notads.example', null],
    ['the entry for the host before that for all', 'cookie', 'session', 'www.shop.example', 'Shop'],
    ['the entry for all elsewhere', 'cookie', 'session', 'a.example', 'The site'],
    ['a host in capitals', 'cookie', 'uid', 'PX.Ads.Example', 'Ads'],
    ['each store of an entry', 'session', 'key', 'a.example', 'Keys'],
    ['no other store', 'cookie', 'key', 'a.example', null],
    ['a prefix for its host', 'local', 'yt-volume', 'www.tube.example', 'Tube'],
    ['no prefix for another host', 'local', 'yt-volume', 'a.example', null],
    ['no name in other letters', 'cookie', '_G_EXACT', 'a.example', null],
    ['nothing for an empty name', 'cookie', '', 'a.example', null],
    ['nothing for a name of every object', 'cookie', '__proto__', 'a.example', null],
    ['nothing for another name of every object', 'local', 'constructor', 'a.example', null],
  ])('gives %s', (_, store, name, host, setter) => {
    expect(finder.candidates(store, name, host, null)[0]?.setter ?? null).toBe(setter);
  });

  it('falls back to a prefix when the exact name belongs to another host', () => {
    const other = finderOf(
      item('abc', { domains: ['ads.example'] }),
      item('ab', { match: 'prefix', setter: 'any ab' }),
    );
    expect(other.candidates('cookie', 'abc', 'a.example', null)[0]?.setter).toBe('any ab');
  });

  it('gives the entry as the file has it, without its source, the same at each question', () => {
    const { source, ...entry } = item('_only', { stores: ['cookie', 'local'], domains: ['a.example', 'b.example'] });
    const only = finderOf({ ...entry, source });
    expect(only.candidates('cookie', '_only', 'a.example', null)[0]).toEqual(entry);
    expect(only.candidates('local', '_only', 'b.example', null)[0]).toBe(
      only.candidates('cookie', '_only', 'a.example', null)[0],
    );
    expect(
      finderOf(item('_no', { identifier: false })).candidates('cookie', '_no', 'x.example', null)[0]?.identifier,
    ).toBe(false);
  });
});

describe('candidates', () => {
  it('gives all entries for a name at any host, in the order of the file', () => {
    const finder = finderOf(item('_v', { proof: 'contact' }), item('_v', { setter: 'Meter', proof: 'self-run' }));
    expect(finder.candidates('cookie', '_v', 'a.example', null).map(({ setter }) => setter)).toEqual([
      'Gauge',
      'Meter',
    ]);
  });

  it('leaves out those whose form the value has not', () => {
    const finder = finderOf(
      item('c', { shapes: ['json'] }),
      item('c', { setter: 'Meter', shapes: ['yes-no', 'empty'] }),
    );
    const setters = (shape: 'json' | 'empty' | 'uuid' | null) =>
      finder.candidates('cookie', 'c', 'a.example', shape).map(({ setter }) => setter);
    expect(setters('json')).toEqual(['Gauge']);
    expect(setters('empty')).toEqual(['Meter']);
    expect(setters('uuid')).toEqual([]);
    expect(setters(null)).toEqual(['Gauge', 'Meter']);
  });

  it('asks of a prefix that all of the rest has its form', () => {
    const finder = finderOf(
      item('v_', { match: 'prefix', rest: '\\d+|x' }),
      item('v', { match: 'prefix', setter: 'any v' }),
    );
    const setter = (name: string) => finder.candidates('cookie', name, 'a.example', null)[0]?.setter;
    expect(['v_12', 'v_x', 'v_12x', 'v_'].map(setter)).toEqual(['Gauge', 'Gauge', 'any v', 'any v']);
  });

  it.each(['__Secure-id', '__Host-id', '__Http-id', '__Host-Http-id', '__HOST-id'])(
    'knows a cookie %s by its name without the prefix of the browsers',
    (name) => {
      const finder = finderOf(item('id'), item('Host-id', { setter: 'no prefix' }));
      expect(finder.candidates('cookie', name, 'a.example', null)[0]?.setter).toBe('Gauge');
      expect(finder.candidates('local', name, 'a.example', null)).toEqual([]);
    },
  );

  it('takes an entry with the prefix before one without, and leaves a prefix alone as it is', () => {
    const finder = finderOf(
      item('id'),
      item('__Secure-id', { setter: 'its own' }),
      item('__Secure-', { setter: 'bare' }),
    );
    expect(finder.candidates('cookie', '__Secure-id', 'a.example', null)[0]?.setter).toBe('its own');
    expect(finder.candidates('cookie', '__Secure-', 'a.example', null)[0]?.setter).toBe('bare');
  });
});

describe('indexStoredItems', () => {
  it.each([
    ['the same name', [item('a'), item('a')]],
    ['a shared store', [item('a', { stores: ['cookie', 'local'] }), item('a', { stores: ['local'] })]],
    ['a shared domain', [item('a', { domains: ['x.example', 'y.example'] }), item('a', { domains: ['y.example'] })]],
    ['the same prefix', [item('a', { match: 'prefix' }), item('a', { match: 'prefix' })]],
  ])('refuses two entries with %s', (_, items) => {
    expect(() => finderOf(...items)).toThrow(/stands twice/);
  });

  it('refuses two setters of one name between which nothing could decide', () => {
    expect(() => finderOf(item('a'), item('a', { setter: 'Meter' }))).toThrow(/nothing decides/);
    expect(() => finderOf(item('a', { proof: 'contact' }), item('a', { setter: 'Meter' }))).toThrow(/nothing decides/);
  });

  it.each([
    ['a name and the prefix alike', [item('a'), item('a', { match: 'prefix' })]],
    ['other stores', [item('a'), item('a', { stores: ['local'] })]],
    ['one host and all hosts', [item('a'), item('a', { domains: ['x.example'] })]],
  ])('takes two entries with %s', (_, items) => {
    expect(() => finderOf(...items)).not.toThrow();
  });

  it('refuses an entry that holds what separates entries', () => {
    expect(() => finderOf(item('a|b'))).toThrow();
    expect(() => finderOf(item('a', { purpose: 'This | that.' }))).toThrow('separates');
  });

  it('takes names of every object', () => {
    const finder = finderOf(item('__proto__'), item('constructor', { match: 'prefix' }));
    expect(finder.candidates('cookie', '__proto__', 'a.example', null)[0]?.name).toBe('__proto__');
    expect(finder.candidates('cookie', 'constructor-1', 'a.example', null)[0]?.name).toBe('constructor');
    expect(finder.candidates('cookie', 'toString', 'a.example', null)).toEqual([]);
  });
});

describe('with names that a page may choose', () => {
  const items = [
    item('_ga'),
    item('_ga_', { match: 'prefix' }),
    item('u', { match: 'prefix', domains: ['ads.example'] }),
    item('é…'),
  ];
  const finder = finderOf(...items);
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: MAX_NAME_LENGTH }),
    fc.string({ unit: fc.constantFrom('_', 'g', 'a', 'u', 'é', '…', ' '), maxLength: MAX_NAME_LENGTH }),
  );
  const host = fc.constantFrom('ads.example', 'x.ads.example', 'a.example', '', '.', '[::1]');

  it('gives an entry that holds, or null', () => {
    fc.assert(
      fc.property(fc.constantFrom<Store>('cookie', 'local'), name, host, (store, asked, where) => {
        const found = finder.candidates(store, asked, where, null)[0];
        const holds = (entry: Omit<StoredItemEntry, 'source'>) =>
          entry.stores.includes(store) &&
          (entry.match === 'exact' ? asked === entry.name : asked.startsWith(entry.name)) &&
          (entry.domains.length === 0 || where.endsWith('ads.example'));
        if (found === undefined) expect(items.some(holds)).toBe(false);
        else expect(holds(found)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
