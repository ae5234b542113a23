import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkRequestObservation, Observation } from '../../../ledger/observation.ts';
import { serialise } from '../../../ledger/visit-text.ts';
import { visitText } from '../../../tools/builders/visits.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { openVisit, seesAllRequests } from '../../../ledger/visit.ts';
import { VISIT_LISTS } from '../../../ledger/visit-lists.ts';
import { at, form, link, NOON, PAGE_HOST, page, request, stored, visit } from '../../../tools/builders/observations.ts';

describe('openVisit', () => {
  it('counts from the beginning of the document when it was watched from there', () => {
    expect(openVisit('d', NOON, page({ at: NOON + 3 }))).toMatchObject({ since: NOON, late: false, hosts: [] });
  });

  it('counts from when watching began when that was later', () => {
    expect(openVisit('d', NOON, page({ at: NOON + 9000, late: true }))).toMatchObject({
      since: NOON + 9000,
      late: true,
    });
  });
});

describe('foldObservations', () => {
  it('sums requests by host, with examples of paths and kinds', () => {
    const folded = foldObservations(visit(), [
      request('a.example'),
      request('a.example', { at: NOON + 5, address: at('a.example', '/pixel.gif'), initiator: 'img', pixel: true }),
      request('b.example', { failed: true }),
      request('a.example', { count: 40 }),
    ]);
    expect(folded.hosts).toHaveLength(2);
    expect(folded.hosts[0]).toMatchObject({
      host: 'a.example',
      count: 42,
      pixels: 1,
      failed: 0,
      firstAt: NOON + 5,
      lastAt: NOON + 10,
      // The pixel's first, so that it is still there when examples have to go.
      paths: ['/pixel.gif', '/script.js'],
      initiators: ['script', 'img'],
    });
    expect(folded.hosts[1]).toMatchObject({ host: 'b.example', count: 1, failed: 1 });
  });

  it('counts unencrypted requests', () => {
    const folded = foldObservations(visit(), [request('a.example', { address: at('a.example', '/', 'http') })]);
    expect(folded.hosts[0]?.insecure).toBe(1);
  });

  it('keeps one entry for a stored item, with when it was first seen and whether it was written meanwhile', () => {
    const folded = foldObservations(visit(), [
      stored('theme', 'local', { size: 9 }),
      stored('theme', 'local', { size: 12, change: 'written', at: NOON + 500 }),
      stored('theme', 'session'),
    ]);
    expect(folded.items.map(({ store, size, written, firstAt }) => ({ store, size, written, firstAt }))).toEqual([
      { store: 'local', size: 12, written: true, firstAt: NOON + 20 },
      { store: 'session', size: 20, written: false, firstAt: NOON + 20 },
    ]);
  });

  it('keeps what is known of an item that is removed, and nothing of one that was never seen', () => {
    const folded = foldObservations(visit(), [
      stored('theme', 'local', { hash: 'abc', shape: 'uuid' }),
      stored('theme', 'local', { change: 'removed', size: null, shape: null }),
      stored('never', 'local', { change: 'removed' }),
    ]);
    expect(folded.items).toHaveLength(1);
    expect(folded.items[0]).toMatchObject({ name: 'theme', removed: true, hash: 'abc', shape: 'uuid' });
  });

  it('tells cookies of one name apart by domain and partition', () => {
    const cookie = stored('id', 'cookie').cookie;
    if (cookie === null) throw new Error('The example has no cookie.');
    const folded = foldObservations(visit(), [
      stored('id', 'cookie'),
      stored('id', 'cookie', { cookie: { ...cookie, domain: 'www.bobdylan.com' } }),
      stored('id', 'cookie', { cookie: { ...cookie, partition: 'https://a.example' } }),
    ]);
    expect(folded.items).toHaveLength(3);
  });

  it('replaces a form that grew, and keeps when it was first seen', () => {
    const folded = foldObservations(visit(), [
      form({ fields: [] }),
      form({ at: NOON + 900, fields: [{ name: 'email', meaning: 'email' }] }),
    ]);
    expect(folded.forms).toHaveLength(1);
    expect(folded.forms[0]).toMatchObject({ at: NOON + 30, fields: [{ name: 'email', meaning: 'email' }] });
  });

  it('knows the permission for the place as it was seen last', () => {
    const folded = foldObservations(visit(), [
      { kind: 'geolocation', at: NOON, state: 'prompt' },
      { kind: 'geolocation', at: NOON + 1, state: 'granted' },
      { kind: 'geolocation', at: NOON + 2, state: 'denied' },
    ]);
    expect(folded.geolocation).toEqual({ at: NOON + 2, state: 'denied' });
  });

  it('leaves the visit of before as it was', () => {
    const before = visit();
    const copy = structuredClone(before);
    foldObservations(before, [request('a.example'), stored('x')]);
    expect(before).toEqual(copy);
  });

  it('takes names like __proto__ as names', () => {
    const folded = foldObservations(visit(), [request('__proto__'), stored('__proto__'), stored('constructor')]);
    expect(folded.hosts.map(({ host }) => host)).toEqual(['__proto__']);
    expect(folded.items.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(folded)).toBe(Object.prototype);
  });
});

describe('a Flash cookie', () => {
  const cookie: Observation = {
    kind: 'flash-cookie',
    at: NOON,
    host: PAGE_HOST,
    key: 'a/game.swf/save',
    name: 'save',
    size: 40,
    amf: 3,
    entries: [],
    damaged: null,
  };
  const item = (change: Partial<Observation & { kind: 'stored-item' }>): Observation =>
    stored('a/game.swf/save', 'local', { shape: 'flash-object', ...change });

  it.each<[string, Observation]>([
    ['was removed', item({ change: 'removed', shape: null, size: null })],
    ['holds something else by now', item({ change: 'written', shape: 'text' })],
  ])('that %s is kept no more', (_, over) => {
    const before = foldObservations(visit(), [item({}), cookie]);
    expect(before.flashCookies).toHaveLength(1);
    const after = foldObservations(before, [over]);
    expect(after.flashCookies).toEqual([]);
    expect(foldObservations(after, [item({ change: 'written' }), cookie]).flashCookies).toHaveLength(1);
  });

  it('that was emptied is kept, and holds nothing', () => {
    const emptied = foldObservations(visit(), [
      item({}),
      cookie,
      item({ change: 'written', size: 30 }),
      { ...cookie, size: 30 },
    ]);
    expect(emptied.flashCookies).toMatchObject([{ name: 'save', size: 30, entries: [] }]);
  });

  it('stays where another item is removed', () => {
    const before = foldObservations(visit(), [item({}), cookie, stored('other')]);
    expect(foldObservations(before, [stored('other', 'local', { change: 'removed' })]).flashCookies).toHaveLength(1);
  });
});

describe('the size of a visit', () => {
  it('has shares that leave it under 100 kB', () => {
    const shares = Object.values(VISIT_LISTS).reduce((sum, { share }) => sum + share, 0);
    expect(shares + 1000).toBeLessThanOrEqual(100_000);
  });

  it.each([
    ['100,000 requests to one host', () => Array.from({ length: 100_000 }, () => request('a.example'))],
    ['5,000 hosts', () => Array.from({ length: 5000 }, (_, i) => request(`host-${i}.example`))],
    ['10,000 keys with long names', () => Array.from({ length: 10_000 }, (_, i) => stored(`${i}`.padEnd(120, 'k')))],
    [
      '3,000 links with letters beyond Latin-1',
      () =>
        Array.from({ length: 3000 }, (_, i) => link('shop', { text: '音楽'.repeat(20), address: at(`${i}.example`) })),
    ],
    [
      '400 large forms',
      () =>
        Array.from({ length: 400 }, (_, i) =>
          form({
            id: `f${i}`,
            fields: Array.from({ length: 60 }, (_f, k) => ({
              name: `field ${k}`.padEnd(100, 'x'),
              meaning: 'other' as const,
            })),
          }),
        ),
    ],
  ])('stays under 100 kB after %s', (_what, make) => {
    let folded = visit();
    const observations: Observation[] = make();
    for (let i = 0; i < observations.length; i += 500)
      folded = foldObservations(folded, observations.slice(i, i + 500));
    expect(visitText(folded).length).toBeLessThanOrEqual(100_000);
    expect(new TextEncoder().encode(visitText(folded)).length).toBe(visitText(folded).length);
  });

  it('counts what it leaves out, and goes on counting requests to hosts that it knows', () => {
    const many = Array.from({ length: 5000 }, (_, i) => request(`host-${i}.example`));
    const full = foldObservations(visit(), many);
    expect(full.hosts.length + (full.leftOut.hosts ?? 0)).toBe(5000);
    const more = foldObservations(full, [
      request('host-0.example', { count: 5 }),
      request('new.example', { count: 7 }),
    ]);
    expect(more.hosts[0]?.count).toBe(6);
    expect(more.leftOut.hosts).toBe((full.leftOut.hosts ?? 0) + 7);
  });
});

describe('requests that page and browser both tell of', () => {
  const told = (change: Partial<NetworkRequestObservation> = {}): NetworkRequestObservation => ({
    kind: 'network-request',
    at: NOON + 30,
    address: at('a.example', '/x'),
    resource: 'image',
    source: 'page',
    by: PAGE_HOST,
    outcome: 'done',
    upload: false,
    identifiers: [],
    ...change,
  });
  const byPage = (failed: boolean | null = null) => request('a.example', { failed });

  it.each<[string, Observation[], { count: number; failed: number }]>([
    ['the same one', [byPage(), told()], { count: 1, failed: 0 }],
    ['the same one, the browser first', [told(), byPage()], { count: 1, failed: 0 }],
    ['steps of a redirect', [byPage(), told(), told()], { count: 2, failed: 0 }],
    ['one that never left the page', [byPage(true), byPage(), told()], { count: 2, failed: 1 }],
    ['those of a frame', [byPage(), told(), told({ source: 'frame' })], { count: 2, failed: 0 }],
    ['one of the worker', [told({ source: 'background' })], { count: 1, failed: 0 }],
    ['one that went through the worker', [byPage(), told({ source: 'background' })], { count: 1, failed: 0 }],
    [
      'one that went through the worker, and one of its own',
      [byPage(), told({ source: 'background' }), told({ source: 'background' })],
      { count: 2, failed: 0 },
    ],
    ['an answer that the page could not read', [byPage(true), told()], { count: 1, failed: 0 }],
    ['one that was blocked', [byPage(true), told({ outcome: 'blocked' })], { count: 1, failed: 1 }],
  ])('%s', (_what, observations, sums) => {
    for (const order of [observations, observations.toReversed()])
      expect(foldObservations(visit(), order).hosts).toMatchObject([{ host: 'a.example', ...sums }]);
  });
});

describe('serialise', () => {
  it('is ASCII, and reads back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const json = serialise({ value, text });
        expect(json).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text })));
      }),
    );
  });
});

describe('full view in a record', () => {
  const told = (at: number, more: object = {}) => ({ kind: 'view', at, view: 'full', state: 'late', ...more }) as const;
  const after = (...observations: Parameters<typeof foldObservations>[1]) => foldObservations(visit(), observations);

  it('begins once, ends, and begins again with the time without it, counted from its first end', () => {
    const begun = after(told(NOON + 1), told(NOON + 2));
    expect(begun.fullView).toEqual({ at: NOON + 1, view: 'full', state: 'late' });
    expect(seesAllRequests(begun)).toBe(true);
    const ended = foldObservations(begun, [told(NOON + 3, { ended: true }), told(NOON + 4, { ended: true })]);
    expect(ended.fullView).toMatchObject({ at: NOON + 1, until: NOON + 3 });
    expect(seesAllRequests(ended)).toBe(false);
    const again = foldObservations(ended, [told(NOON + 5)]);
    expect(again.fullView).toEqual({ at: NOON + 5, view: 'full', state: 'late', offSince: NOON + 3 });
    expect(seesAllRequests(again)).toBe(true);
    const twice = foldObservations(again, [told(NOON + 6, { ended: true }), told(NOON + 7)]);
    expect(twice.fullView).toMatchObject({ at: NOON + 7, offSince: NOON + 3 });
  });

  it('that never began does not end', () => {
    expect(after(told(NOON + 1, { ended: true })).fullView).toBeNull();
  });
});
