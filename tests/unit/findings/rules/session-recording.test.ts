import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../ledger/observation.ts';
import { NOON, PAGE_HOST, request } from '../../../../tools/builders/observations.ts';
import { evidenceIn, readOut, upload } from '../recognise.ts';

const SCRIPT = 'cdn.collector.example';
const INGEST = 'in.collector.example';
const fullView: Observation = { kind: 'view', at: NOON, view: 'full', state: 'from-start' };
const listening = readOut('listeners', { types: 8, pointer: 1, keyboard: 1, mutations: 1 });
const sending = (host = INGEST, times: readonly number[] = [0, 4000, 10_000]) =>
  times.map((time) => upload(host, NOON + time));

const seenIn = (seen: readonly Observation[]) => evidenceIn('session-recording', seen);

describe('a script that works like a recorder', () => {
  it('is told with what it listens to and where it sends', () => {
    const heard = { situation: 'pattern' };
    expect(seenIn([fullView, listening, ...sending()])).toEqual([
      {
        ...heard,
        kind: 'read-out',
        path: '/c.js',
        parts: ['listeners'],
        host: SCRIPT,
        at: NOON + 100,
        count: 1,
      },
      { ...heard, kind: 'upload', paths: ['/in'], host: INGEST, at: NOON, count: 3 },
    ]);
  });

  it.each<[string, Observation[]]>([
    ['page view: it cannot see what is sent', [listening, request(INGEST, { count: 9 })]],
    ['full view that did not see this page', [listening, ...sending()]],
    ['two uploads', [fullView, listening, ...sending(INGEST, [0, 20_000])]],
    ['uploads of one moment', [fullView, listening, ...sending(INGEST, [0, 5000, 9999])]],
    ['requests that carry nothing', [fullView, listening, ...sending().map((one) => ({ ...one, upload: false }))]],
    ['uploads to another company', [fullView, listening, ...sending('www.google-analytics.com')]],
    ['uploads of nobody who listens', [fullView, ...sending()]],
    [
      'a chat: seven kinds of events',
      [fullView, readOut('listeners', { ...listening.measures, types: 7 }), ...sending()],
    ],
    ['no pointer', [fullView, readOut('listeners', { ...listening.measures, pointer: 0 }), ...sending()]],
    ['no keyboard', [fullView, readOut('listeners', { ...listening.measures, keyboard: 0 }), ...sending()]],
    [
      'a page that is not watched for changes',
      [fullView, readOut('listeners', { ...listening.measures, mutations: 0 }), ...sending()],
    ],
    [
      "the site's own script, which draws the page",
      [fullView, { ...listening, script: PAGE_HOST }, ...sending(PAGE_HOST)],
    ],
    [
      'a file of a delivery network, and uploads to its other places',
      [fullView, { ...listening, script: 'd1.cloudfront.net' }, ...sending('d2.cloudfront.net')],
    ],
    ['a script that cannot be told', [fullView, { ...listening, script: null }, ...sending()]],
  ])('not: %s', (_what, seen) => {
    expect(seenIn(seen)).toEqual([]);
  });
});

describe('a recorder that the site serves itself', () => {
  const whole = { types: 7, pointer: 5, keyboard: 2, mutations: 1, allChanges: 1, moves: 1 };
  const own = (measures: Readonly<Record<string, number>> = whole): Observation => ({
    ...readOut('listeners', measures),
    script: PAGE_HOST,
    path: '/assets/rrweb-record.min.js',
  });
  const often = (host = PAGE_HOST, times: readonly number[] = [0, 1000, 2000, 3000, 4000, 5000]) =>
    sending(host, times);

  it('is told with what it listens to and where the site sends', () => {
    expect(seenIn([fullView, own(), ...often()])).toMatchObject([
      { kind: 'read-out', host: PAGE_HOST, path: '/assets/rrweb-record.min.js' },
      { kind: 'upload', host: PAGE_HOST, count: 6 },
    ]);
  });

  it('is told where it sends to another host of the site’s owner', () => {
    expect(seenIn([fullView, own(), ...often('cdn.smehost.net')])).toHaveLength(2);
  });

  it.each<[string, Observation[]]>([
    ['page view', [own(), ...often()]],
    ['a page that sends now and then', [fullView, own(), ...often(PAGE_HOST, [0, 9000, 20_000])]],
    ['a burst when the page begins', [fullView, own(), ...often(PAGE_HOST, [0, 10, 20, 30, 40, 50, 60])]],
    ['what is sent to another company', [fullView, own(), ...often(INGEST)]],
    ['a game: no changes of the page', [fullView, own({ ...whole, mutations: 0, allChanges: 0 }), ...often()]],
    ['a framework that looks for new elements', [fullView, own({ ...whole, allChanges: 0 }), ...often()]],
    [
      'a measure of how fast the page answers: not where the pointer goes',
      [fullView, own({ ...whole, moves: 0 }), ...often()],
    ],
    ['a drawing pad: nothing written', [fullView, own({ ...whole, keyboard: 0 }), ...often()]],
    ['stars behind the mouse', [fullView, own({ types: 1, pointer: 1, moves: 1 }), ...often()]],
  ])('not: %s', (_what, seen) => {
    expect(seenIn(seen)).toEqual([]);
  });
});

it('tells a known recorder by its company, in page view too, and its sending once', () => {
  expect(seenIn([request('static.hotjar.com')])).toMatchObject([{ kind: 'request', host: 'static.hotjar.com' }]);
  const known = seenIn([fullView, { ...listening, script: 'script.hotjar.com' }, ...sending('in.hotjar.com')]);
  expect(known.map(({ kind, host }) => `${kind} ${host}`)).toEqual([
    'request in.hotjar.com',
    'read-out script.hotjar.com',
  ]);
});
