/** What the table of lists promises, of every row: it is folded, it keeps to its share, and there are words for it. */
import { describe, expect, it } from 'vitest';
import { english } from '../english.ts';
import en from '../../../locales/en.json' with { type: 'json' };
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { openVisit, type Visit } from '../../../ledger/visit.ts';
import { LIST_NAMES, type ListName } from '../../../ledger/list-names.ts';
import { VISIT_LISTS } from '../../../ledger/visit-lists.ts';
import { storedSize } from '../../../ledger/visit-text.ts';
import { listWords } from '../../../words/limit-words.ts';
import {
  at,
  consent,
  form,
  link,
  NOON,
  page,
  PAGE_HOST,
  request,
  stored,
  visit,
} from '../../../tools/builders/observations.ts';

const told = { at: NOON, source: 'page' } as const;

/** For each list, an observation that makes an entry of its own for every number. */
const NTH: Readonly<Record<ListName, (n: number) => Observation>> = {
  hosts: (n) => request(`host-${n}.example`),
  frames: (n) => ({ kind: 'frame', at: NOON, address: at('a.example', `/${n}`), title: 'A frame' }),
  items: (n) => stored(`item-${n}`),
  flashObjects: (n) => ({
    ...{ kind: 'flash-object', at: NOON, form: 'embed', address: at('a.example', `/${n}.swf`), parameters: [] },
  }),
  flashCookies: (n) => ({
    ...{ kind: 'flash-cookie', at: NOON, host: PAGE_HOST, key: `${n}`, name: 'prefs', size: 9, amf: 0 },
    ...{ entries: [], damaged: null },
  }),
  forms: (n) => form({ id: `form-${n}` }),
  links: (n) => link('shop', { address: at(`shop-${n}.example`) }),
  marks: (n) => ({ kind: 'mark', at: NOON, mark: 'footer-copyright', on: 'footer', detail: `© ${n}` }),
  consents: (n) => consent('accepted', NOON, { host: `host-${n}.example` }),
  limits: (n) => ({ kind: 'limit', at: NOON, observer: `observer-${n}`, reason: 'too-many', count: 1 }),
  redirects: (n) => ({
    ...{ kind: 'redirect', ...told, chain: `${n}`, resource: 'image' },
    ...{ from: at('a.example'), to: at('b.example') },
  }),
  writes: (n) => ({
    ...{ kind: 'write', ...told, store: 'cookie', host: PAGE_HOST, name: `item-${n}` },
    ...{ api: 'document.cookie', writer: 'a.example', path: '/a.js' },
  }),
  readOuts: (n) => ({
    ...{ kind: 'read-out', at: NOON, readOut: 'location', host: PAGE_HOST, script: 'a.example' },
    ...{ path: `/${n}.js`, measures: {} },
  }),
  typedTexts: (n) => ({
    ...{ kind: 'typed-text', ...told, field: 'email', name: 'email', form: 'plain' },
    address: at(`host-${n}.example`),
  }),
  disguises: (n) => ({
    ...{ kind: 'disguise', at: NOON, address: at(`host-${n}.${PAGE_HOST}`), collector: 'adobe' },
    ...{ reason: 'shape', detail: 'AQB' },
  }),
  gone: (n) => stored(`item-${n}`, 'local', { change: 'removed', hash: `hash-${n}` }),
};

const MANY = 3000;

const folded = (list: ListName, count: number, before: Visit = visit()): Visit =>
  foldObservations(
    before,
    Array.from({ length: count }, (_, n) => NTH[list](n)),
  );

describe.each(LIST_NAMES)('the list %s', (list) => {
  it('is there, empty, when a visit begins', () => {
    expect(visit()[list]).toEqual([]);
  });

  it('takes what is observed, once for each thing', () => {
    expect(folded(list, 3)[list]).toHaveLength(3);
    expect(folded(list, 3, folded(list, 2))[list]).toHaveLength(3);
  });

  it('finds its entries again by their keys', () => {
    const { keyOf } = VISIT_LISTS[list] as unknown as { keyOf: (entry: object) => string };
    expect(new Set(folded(list, 9)[list].map(keyOf)).size).toBe(9);
  });

  it('keeps to its share, and counts what it leaves out', () => {
    const full = folded(list, MANY);
    expect(storedSize(full[list])).toBeLessThanOrEqual(VISIT_LISTS[list].share);
    expect(full[list].length).toBeGreaterThan(3);
    expect(full[list].length + (full.leftOut[list] ?? 0)).toBe(MANY);
    expect(Object.keys(full.leftOut)).toEqual([list]);
  });

  it('has words for a reader who is told that it was cut', () => {
    expect(listWords(english, list)).toBe(en.words.foot.list[list].replace('{{company}}', 'Sony Music'));
  });
});

describe('the table', () => {
  it('has one row at most for a kind of observation', () => {
    const kinds = LIST_NAMES.map((name) => VISIT_LISTS[name].kind).filter((kind) => kind !== null);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('leaves a visit as it was where an observation goes into none', () => {
    const opened = openVisit('d', NOON, page());
    expect(foldObservations(opened, [{ kind: 'geolocation', at: NOON, state: 'prompt' }])).toEqual({
      ...opened,
      geolocation: { at: NOON, state: 'prompt' },
    });
  });
});
