/**
 * What release 0.1.0 leaves in the browser is read by this one, and what a later one leaves does no harm. The fixtures were written
 * by the code of 0.1.0; `visits.json` is how it read its own records.
 */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import { changeSettings, readSettings } from '../../../ledger/border/settings-storage.ts';
import { keepSettledFor } from '../../../ledger/border/settled-registrations.ts';
import { ledgerState } from '../../../ledger/ledger-state.ts';
import { DEFAULT_SETTINGS, readSettingsOf } from '../../../ledger/settings.ts';
import { COOKIE_TABS, EVICTED, FULL_VIEW_SINCE, LAST_CLOCK, LEFT_PAGE, SALT } from '../../../ledger/stored-session.ts';
import { fromStored, toStored, type Found, type StoredShape } from '../../../ledger/stored-value.ts';
import { visitKey } from '../../../ledger/piece-keys.ts';
import { RecordReader } from '../../../ledger/visit-pieces.ts';
import { RECORD_VERSION, upToDate, type Visit } from '../../../ledger/visit.ts';
import { LIST_NAMES } from '../../../ledger/list-names.ts';
import local from '../../fixtures/stored-by-0.1.0/local.json' with { type: 'json' };
import session from '../../fixtures/stored-by-0.1.0/session.json' with { type: 'json' };
import visits from '../../fixtures/stored-by-0.1.0/visits.json' with { type: 'json' };
import { filesIn, read } from '../read-sources.ts';
import { NOON, page, request, stored } from '../../../tools/builders/observations.ts';

const area = fakeBrowser.storage.session;
const LATER = 99;

/** What a reader finds where nothing but this stands. */
function readRecord(stored: unknown): Found<Visit> {
  const reader = new RecordReader(1);
  reader.takeAll({ [visitKey(1)]: stored });
  return reader.read();
}

/** A clock that says what it was told to go on from. */
function makeClock(): { readonly now: () => number; readonly ahead: () => number; goOn: (...last: number[]) => void } {
  let [time, ahead] = [NOON, 0];
  return {
    now: () => time,
    ahead: () => ahead,
    goOn: (lastTime = 0, lastAhead = 0) => {
      [time, ahead] = [lastTime, lastAhead];
    },
  };
}

function opened(document: string, host = 'www.bobdylan.com') {
  const address = { scheme: 'https', host, path: '/' } as const;
  const message = { type: 'opened', document, root: `root of ${document}`, startedAt: NOON, frame: 'top' } as const;
  return { message: { ...message, page: page({ address }) }, dropped: 0 };
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the session that 0.1.0 has begun', () => {
  beforeEach(() => area.set(session));

  it.each(Object.entries(visits))('%s is read whole', async (key, visit) => {
    expect(readRecord((await area.get(key))[key])).toEqual({ state: 'read', value: upToDate(visit, visit.version) });
    expect(ledgerState(readRecord((await area.get(key))[key]))).toMatchObject({ state: 'visit' });
  });

  it('has something in each list of the time', () => {
    const filled = Object.entries(visits['visit:7']).filter(([, value]) => Array.isArray(value) && value.length > 0);
    expect(filled.map(([name]) => name).sort()).toEqual(LIST_NAMES.filter((name) => name in visits['visit:7']).sort());
    expect(filled).toHaveLength(16);
  });

  it('goes on: by the same salt, with the same dates, for the same tabs', async () => {
    const clock = makeClock();
    const ledger = new SessionLedger(area, () => undefined, clock);
    expect(await ledger.salt()).toBe(session.salt);
    expect([clock.now(), clock.ahead()]).toEqual([session.clock.time, session.clock.ahead]);
    expect(await ledger.fullViewSince(NOON)).toBe(session['full-view-since']);
    expect(await ledger.cookieTabs()).toEqual(JSON.parse(session['cookie-tabs']));
    expect(await ledger.wasEvicted(session.evicted[0]!)).toBe(true);
    expect(await ledger.wasEvicted(session.evicted[0]!)).toBe(false);
    expect([...(await ledger.visits()).keys()]).toEqual(Object.keys(visits).map((key) => Number(key.slice(6))));
  });

  it('takes more of a page that was open then', async () => {
    const ledger = new SessionLedger(area, () => undefined);
    const { document, root } = visits['visit:7'];
    const more = { type: 'observed', document, root, startedAt: NOON, frame: 'top', observations: [] } as const;
    const observations = [request('new.example')];
    await ledger.take(7, { message: { ...more, observations }, dropped: 0 });
    expect((await ledger.visit(7))?.hosts.map(({ host }) => host)).toEqual([
      ...visits['visit:7'].hosts.map(({ host }) => host),
      'new.example',
    ]);
  });

  it('remembers what was removed on the page before', async () => {
    const visit = await new SessionLedger(area, () => undefined).take(9, opened('d9'));
    expect(visit?.gone).toMatchObject([{ name: 'visitor', hash: 'c3d4' }]);
  });
});

describe('the settings of 0.1.0', () => {
  beforeEach(() => fakeBrowser.storage.local.set(local));

  it('are kept', async () => {
    expect(await readSettings()).toEqual(local.settings);
    expect(await changeSettings({ badge: true })).toEqual({ ...local.settings, badge: true });
    expect(await readSettings()).toEqual({ ...local.settings, badge: true });
  });
});

/** What stands under every key by now, when all that is stored once has been stored. */
async function everythingStored(): Promise<Record<string, unknown>> {
  const ledger = new SessionLedger(area, () => undefined, makeClock());
  await ledger.take(1, opened('d1'));
  await ledger.take(2, opened('d2'));
  await ledger.record(2, 'd2', [stored('id', 'local', { change: 'removed', hash: 'aa' })]);
  await ledger.leave(2, 'root of d2');
  await ledger.salt();
  await ledger.fullViewSince(NOON);
  await ledger.rememberCookieTabs({ 1: { document: 'd1', site: 'bobdylan.com', storeId: null, others: [] } });
  await area.set({ evicted: toStored(EVICTED, ['root of d3']) });
  await keepSettledFor('what it was settled for');
  return area.get(null);
}

describe('what is stored today', () => {
  it('has its place in `storage` from ledger/border alone', () => {
    const writers = ['entrypoints', 'background', 'observers', 'ledger', 'components'].flatMap((folder) =>
      filesIn(folder, '.ts', '.svelte').filter((path) => /(?:\bstorage\.\w+|#?\barea)\s*\.set\(/.test(read(path))),
    );
    expect(writers).toEqual([
      'ledger/border/recorder-storage.ts',
      'ledger/border/session-ledger.ts',
      'ledger/border/settings-storage.ts',
      'ledger/border/settled-registrations.ts',
    ]);
  });

  it('bears the version of its shape, under every key', async () => {
    const all = await everythingStored();
    expect(Object.keys(all).sort()).toEqual(
      ['visit:1', 'left:2', 'salt', 'clock', 'cookie-tabs', 'evicted', 'full-view-since', 'registrations'].sort(),
    );
    const versions = Object.values(all).map((value) => (JSON.parse(value as string) as { version?: unknown }).version);
    expect(versions.map((version) => typeof version)).toEqual(versions.map(() => 'number'));
    await changeSettings({ badge: false });
    expect((await fakeBrowser.storage.local.get(null)).settings).toMatchObject({ version: DEFAULT_SETTINGS.version });
  });
});

describe('what a later version has stored', () => {
  const shapes: readonly [string, StoredShape<unknown>][] = [
    ...[SALT, FULL_VIEW_SINCE, LAST_CLOCK, COOKIE_TABS, EVICTED].map(
      (shape) => [shape.key, shape] as [string, StoredShape<unknown>],
    ),
    ['left:2', LEFT_PAGE],
  ];

  it.each(shapes)('%s is known as such', (_key, shape) => {
    const found = { state: 'newer', version: LATER };
    expect(fromStored(shape, JSON.stringify({ version: LATER, value: { of: 'another shape' } }))).toEqual(found);
    expect(fromStored(shape, { version: LATER, value: 1 })).toEqual(found);
  });

  it('is a record of another version: nothing is known of the tab, and nobody is shown an error', () => {
    const later = JSON.stringify({ version: LATER, shapes: [], body: 0, pages: [] });
    for (const text of [later, JSON.stringify({ version: LATER, pages: [] })]) {
      expect(readRecord(text)).toEqual({ state: 'newer', version: LATER });
      expect(ledgerState(readRecord(text))).toEqual({ state: 'empty' });
    }
  });

  it('stops nothing: pages are recorded, salt and dates begin anew', async () => {
    const later = JSON.stringify({ version: LATER, value: { of: 'another shape' } });
    const keys = Object.keys(await everythingStored());
    await area.set(Object.fromEntries(keys.map((key) => [key, later])));
    const ledger = new SessionLedger(area, () => undefined, makeClock());
    expect(await ledger.visit(1)).toBeNull();
    expect(await ledger.salt()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await ledger.fullViewSince(NOON)).toBe(NOON);
    expect(await ledger.cookieTabs()).toEqual({});
    expect(await ledger.wasEvicted('root of d3')).toBe(false);
    expect(await ledger.take(2, opened('d4'))).toMatchObject({ document: 'd4', gone: [] });
    await ledger.take(1, opened('d5'));
    expect([...(await ledger.visits()).keys()].sort()).toEqual([1, 2]);
  });

  it('are settings that are left alone until the person chooses', async () => {
    const settings = { version: LATER, tongue: 'de' };
    await fakeBrowser.storage.local.set({ settings });
    expect(readSettingsOf(settings)).toEqual({ state: 'newer', version: LATER });
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect((await fakeBrowser.storage.local.get('settings')).settings).toEqual(settings);
    await changeSettings({ region: 'DE' });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, region: 'DE' });
  });
});

describe('a record of an earlier version', () => {
  it('gets the lists that were not there then', () => {
    const { gone: _gone, ...before } = visits['visit:7'];
    expect(upToDate(before, RECORD_VERSION - 1)).toMatchObject({ ...before, gone: [], version: RECORD_VERSION });
    expect(upToDate(before, RECORD_VERSION)).not.toHaveProperty('gone');
  });
});

describe('whatever is found in the storage', () => {
  it('is read without an error', () => {
    const shapes: readonly StoredShape<unknown>[] = [
      SALT,
      FULL_VIEW_SINCE,
      LAST_CLOCK,
      COOKIE_TABS,
      EVICTED,
      LEFT_PAGE,
    ];
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (found) => {
        for (const shape of shapes)
          expect(['none', 'read', 'newer', 'damaged']).toContain(fromStored(shape, found).state);
        expect(['none', 'read', 'newer', 'damaged']).toContain(readRecord(found).state);
        expect(['none', 'read', 'newer', 'damaged']).toContain(readSettingsOf(found).state);
      }),
    );
  });

  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, number) => {
        expect(fromStored(SALT, toStored(SALT, text))).toEqual({ state: 'read', value: text });
        const last = { time: number === 0 ? 0 : number, ahead: 1 };
        expect(fromStored(LAST_CLOCK, toStored(LAST_CLOCK, last))).toEqual({ state: 'read', value: last });
      }),
    );
  });
});
