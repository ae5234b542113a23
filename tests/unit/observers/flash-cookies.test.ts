// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_ENTRIES, observeFlashCookies } from '../../../observers/page/flash-cookies.ts';
import { EVERY } from '../../../observers/page/storage-walk.ts';
import { observeWebStorage } from '../../../observers/page/web-storage.ts';
import type { AmfValue } from '../../../recognition/amf.ts';
import { hashIdentifier } from '../../../recognition/value-shape.ts';
import { flashLso } from '../recognition/amf-writers.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

const left = JSON.parse(readFileSync(`${process.cwd()}/replica/flash/left-by-ruffle.json`, 'utf8')) as Record<
  string,
  string
>;
const KEY = 'artist.example/films/prefs.swf/prefs';
const toBase64 = (buffer: Uint8Array): string => Buffer.from(buffer).toString('base64');

let page: WatchedPage;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  page.end();
  vi.useRealTimers();
});

async function start(): Promise<WatchedPage> {
  page = watchPage(observeWebStorage, observeFlashCookies);
  await vi.advanceTimersByTimeAsync(0);
  return page;
}

describe('observeFlashCookies', () => {
  it('decodes what Ruffle left, without the values', async () => {
    localStorage.setItem(KEY, left[KEY]!);
    const { take } = await start();
    const found = take('flash-cookie');
    expect(found).toEqual([
      {
        kind: 'flash-cookie',
        at: Date.now(),
        host: location.hostname,
        key: KEY,
        name: 'prefs',
        size: KEY.length + 124,
        amf: 3,
        entries: [
          { name: 'artists', type: 'array of 2', shape: null, hash: null },
          { name: 'optIn', type: 'boolean', shape: 'yes-no', hash: null },
          { name: 'userId', type: 'string', shape: 'text', hash: null },
          { name: 'visits', type: 'integer', shape: 'number', hash: null },
        ],
        damaged: null,
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/Adele|abc-123/);
    expect(take('stored-item')).toMatchObject([{ name: KEY, shape: 'flash-object' }]);
  });

  it('finds them in both stores, under any name, in both formats', async () => {
    localStorage.setItem('artist.example//rooted', left['artist.example//rooted']!);
    sessionStorage.setItem('x', left['artist.example/films/as2.swf/as2']!);
    const { take } = await start();
    const found = take('flash-cookie');
    expect(found).toMatchObject([
      { key: 'artist.example//rooted', name: 'rooted', amf: 3, damaged: null },
      { key: 'x', name: 'as2', amf: 0, damaged: null },
    ]);
    const visitor = hashIdentifier('3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'salt');
    for (const { entries } of found)
      expect(entries.find(({ name }) => name === 'visitor')).toMatchObject({ shape: 'uuid', hash: visitor });
  });

  it('reports it again when it has changed, and not otherwise', async () => {
    localStorage.setItem(KEY, left[KEY]!);
    const { take } = await start();
    take('flash-cookie');
    await vi.advanceTimersByTimeAsync(3 * EVERY);
    expect(take('flash-cookie')).toEqual([]);
    localStorage.setItem(KEY, toBase64(flashLso('prefs', 0, [['visits', { kind: 'number', value: 8 }]])));
    await vi.advanceTimersByTimeAsync(EVERY);
    expect(take('flash-cookie')).toMatchObject([
      { amf: 0, entries: [{ name: 'visits', type: 'number', shape: 'number' }] },
    ]);
  });

  it('says what is wrong with a damaged one', async () => {
    localStorage.setItem(KEY, left[KEY]!.slice(0, 80));
    localStorage.setItem('short', 'AL8AAABXVENTTwAE');
    localStorage.setItem('odd', 'AL8AAABXVENTTwAE**');
    const { take } = await start();
    expect(take('flash-cookie')).toMatchObject([
      {
        key: KEY,
        name: 'prefs',
        amf: 3,
        entries: [{ name: 'artists' }],
        damaged: 'ends-early',
      },
      { key: 'short', name: 'short', amf: null, entries: [], damaged: 'ends-early' },
      { key: 'odd', damaged: 'not-flash' },
    ]);
  });

  it('reads a save game of 100,000 values, and one whose class has a long name', async () => {
    const items = Array.from({ length: 100_000 }, () => ({ kind: 'null', value: null }) as const);
    const save: AmfValue = { kind: 'array', name: '', items, entries: [] };
    const className = 'com.example.media.player.settings.persistence.UserPreferenceSnapshotValueObject';
    const entry = { name: 'x', value: { kind: 'null', value: null } } as const;
    localStorage.setItem('a/save', toBase64(flashLso('save', 3, [['tiles', save]])));
    localStorage.setItem(
      'a/class',
      toBase64(flashLso('class', 3, [['user', { kind: 'object', name: className, items: [], entries: [entry] }]])),
    );
    const found = (await start()).take('flash-cookie');
    expect(found.find(({ key }) => key === 'a/save')).toMatchObject({
      entries: [{ name: 'tiles', type: 'array of 100000' }],
      damaged: null,
    });
    const type = found.find(({ key }) => key === 'a/class')?.entries[0]?.type ?? '';
    expect(type).toMatch(/^object com\.example\.media\..*… of 1$/);
    expect(type.length).toBeLessThanOrEqual(80);
  });

  it('cuts names and tells of the first entries alone', async () => {
    const many = Array.from(
      { length: 60 },
      (_, i) => [`${i}${'n'.repeat(500)}`, { kind: 'null', value: null }] as const,
    );
    localStorage.setItem(KEY, toBase64(flashLso('x'.repeat(500), 3, many)));
    const { take } = await start();
    const [found] = take('flash-cookie');
    expect(found?.entries).toHaveLength(MAX_ENTRIES);
    expect(found?.name).toHaveLength(120);
    expect(found?.entries[0]?.name).toHaveLength(120);
    expect(take('limit')).toMatchObject([{ observer: 'flash-cookies', reason: 'too-many', count: 10 }]);
  });

  it('leaves other values alone', async () => {
    localStorage.setItem('a.swf', 'AL8');
    localStorage.setItem('b', 'VENTTwAE');
    expect((await start()).take('flash-cookie')).toEqual([]);
  });
});
