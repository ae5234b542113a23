// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observeWebStorage } from '../../../observers/page/web-storage.ts';
import { MAX_NAMES } from '../../../observers/page/storage-follower.ts';
import { EVERY, readStorage } from '../../../observers/page/storage-walk.ts';
import { hashIdentifier } from '../../../recognition/value-shape.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const LSO = (
  JSON.parse(readFileSync(`${process.cwd()}/replica/flash/left-by-ruffle.json`, 'utf8')) as Record<string, string>
)['artist.example/films/prefs.swf/prefs']!;

let page: WatchedPage | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  page?.end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function start(): Promise<WatchedPage> {
  page = watchPage(observeWebStorage);
  await vi.advanceTimersByTimeAsync(0);
  return page;
}

const later = (): Promise<unknown> => vi.advanceTimersByTimeAsync(EVERY);

/** What the walk uses of a storage, with any names; `read` is called at each reading. */
function fakeStorage(
  items: Map<string, string>,
  read: () => void = () => {},
): Pick<Storage, 'length' | 'key' | 'getItem'> {
  let names = [...items.keys()];
  return {
    get length() {
      if (names.length !== items.size) names = [...items.keys()];
      return names.length;
    },
    key: (index) => names[index] ?? null,
    getItem: (name) => {
      read();
      return items.get(name) ?? null;
    },
  };
}

describe('observeWebStorage', () => {
  it('reports what is there at the beginning, without its value', async () => {
    localStorage.setItem('visitor', UUID);
    sessionStorage.setItem('theme', 'dark');
    const { reported } = await start();
    expect(reported).toEqual([
      {
        kind: 'stored-item',
        at: Date.now(),
        store: 'local',
        host: location.hostname,
        name: 'visitor',
        size: 43,
        shape: 'uuid',
        hash: hashIdentifier(UUID, 'salt'),
        change: 'present',
        cookie: null,
      },
      expect.objectContaining({
        store: 'session',
        name: 'theme',
        size: 9,
        shape: 'text',
        hash: null,
        change: 'present',
      }),
    ]);
    expect(JSON.stringify(reported)).not.toContain(UUID);
    expect(JSON.stringify(reported)).not.toContain('dark');
  });

  it('reports what is written and removed while the page is open', async () => {
    localStorage.setItem('old', '1');
    const { take } = await start();
    take('stored-item');
    localStorage.setItem('new', 'fan@example.com');
    localStorage.removeItem('old');
    await later();
    expect(take('stored-item')).toMatchObject([
      { name: 'new', change: 'written', shape: 'e-mail', size: 18 },
      { name: 'old', change: 'removed', shape: null, size: null, hash: null },
    ]);
    localStorage.setItem('new', 'word');
    await later();
    expect(take('stored-item')).toMatchObject([{ name: 'new', change: 'written', shape: 'text', size: 7 }]);
    await later();
    expect(take('stored-item')).toEqual([]);
  });

  it('tells of an item that grows each second now and then, and of its last size when the visit ends', async () => {
    localStorage.setItem('queue', 'a, b');
    const { take, end } = await start();
    take('stored-item');
    for (let second = 0; second < 100; second += 1) {
      localStorage.setItem('queue', `a, b${' c, d'.repeat(second + 1)}`);
      await vi.advanceTimersByTimeAsync(EVERY);
    }
    const sizes = take('stored-item').map(({ size }) => size);
    expect(sizes.length).toBeLessThanOrEqual(5);
    localStorage.setItem('queue', 'a, b and the end');
    end();
    expect(take('stored-item').at(-1)).toMatchObject({ name: 'queue', size: 'queue'.length + 16, change: 'written' });
  });

  it('forgets the names that are removed, and tells at once of one that comes back', async () => {
    const { take } = await start();
    for (let round = 0; round < 3; round += 1) {
      localStorage.setItem('lock', 'held by me');
      await vi.advanceTimersByTimeAsync(EVERY);
      localStorage.removeItem('lock');
      await vi.advanceTimersByTimeAsync(EVERY);
    }
    expect(take('stored-item').map(({ change }) => change)).toEqual(
      Array.from({ length: 3 }, () => ['written', 'removed']).flat(),
    );
  });

  it('asks for the value of an item once in a look', async () => {
    const asked: string[] = [];
    const names = ['a', 'b'];
    vi.stubGlobal('localStorage', {
      length: names.length,
      key: (index: number) => names[index] ?? null,
      getItem: (name: string) => {
        asked.push(name);
        return 'kept';
      },
    });
    await start();
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(EVERY);
    expect(asked).toEqual(['a', 'b']);
    page?.end();
    vi.unstubAllGlobals();
  });

  it('tells once of a value that changes and looks the same', async () => {
    const { take } = await start();
    for (let i = 0; i < 5; i++) {
      localStorage.setItem('clock', `170000000${i}`);
      await later();
    }
    expect(take('stored-item')).toMatchObject([{ name: 'clock', change: 'written', shape: 'time' }]);
  });

  it('notices a change at the end of a long value of the same length', async () => {
    const values: string[] = [];
    page = watchPage((watch) => {
      readStorage(watch, { item: ({ value }) => values.push((value ?? '').slice(-3)) });
    });
    localStorage.setItem('long', `${'x'.repeat(100_000)}abc`);
    await later();
    localStorage.setItem('long', `${'x'.repeat(100_000)}abd`);
    await later();
    expect(values).toEqual(['abc', 'abd']);
  });

  it('gives a Flash cookie its shape', async () => {
    localStorage.setItem('artist.example/films/prefs.swf/prefs', LSO);
    const { take } = await start();
    expect(take('stored-item')).toMatchObject([{ shape: 'flash-object', hash: null }]);
  });

  it('looks once more when the visit ends, then never again', async () => {
    const { take, end } = await start();
    localStorage.setItem('last', 'word');
    end();
    expect(take('stored-item')).toMatchObject([{ name: 'last' }]);
    localStorage.setItem('later', 'word');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(take('stored-item')).toEqual([]);
  });

  it('rests while the page is hidden, but looks at what another document wrote', async () => {
    const { take } = await start();
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    dispatchEvent(new Event('visibilitychange'));
    localStorage.setItem('elsewhere', 'word');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(take('stored-item')).toEqual([]);
    dispatchEvent(new StorageEvent('storage'));
    await later();
    expect(take('stored-item')).toMatchObject([{ name: 'elsewhere' }]);
    localStorage.setItem('again', 'word');
    state.mockReturnValue('visible');
    dispatchEvent(new Event('visibilitychange'));
    expect(take('stored-item')).toMatchObject([{ name: 'again' }]);
  });

  it('begins anew with a new visit in the same document', async () => {
    localStorage.setItem('kept', 'word');
    (await start()).end();
    expect((await start()).take('stored-item')).toMatchObject([{ name: 'kept', change: 'present' }]);
  });
});

describe('observeWebStorage: hostile pages', () => {
  it.each(['__proto__', 'constructor', 'getItem', 'length', 'key', '', '\ud800', '\u0000'])(
    'takes the name %j for a name',
    async (name) => {
      vi.stubGlobal('localStorage', fakeStorage(new Map([[name, UUID]])));
      const { take } = await start();
      expect(take('stored-item')).toMatchObject([{ name, shape: 'uuid', change: 'present' }]);
    },
  );

  it('cuts long names', async () => {
    localStorage.setItem('n'.repeat(10_000), 'word');
    const [item] = (await start()).take('stored-item');
    expect(item).toMatchObject({ name: `${'n'.repeat(119)}…`, size: 10_004 });
  });

  it('follows 1,000 of 10,000 names and says so once', async () => {
    const items = new Map(Array.from({ length: 10_000 }, (_, i) => [`name ${i}`, 'word']));
    const read = vi.fn();
    vi.stubGlobal('localStorage', fakeStorage(items, read));
    const { take } = await start();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(take('stored-item')).toHaveLength(MAX_NAMES);
    expect(take('limit')).toMatchObject([{ observer: 'web-storage (local)', reason: 'too-many', count: 9000 }]);
    read.mockClear();
    await later();
    expect(read.mock.calls.length).toBeGreaterThanOrEqual(MAX_NAMES);
    expect(read.mock.calls.length).toBeLessThanOrEqual(2 * MAX_NAMES);
  });

  it('does not take an old name for a written one where it does not follow all', async () => {
    const items = new Map(Array.from({ length: MAX_NAMES + 1 }, (_, i) => [`name ${i}`, 'word']));
    vi.stubGlobal('localStorage', fakeStorage(items));
    const { take } = await start();
    await vi.advanceTimersByTimeAsync(30_000);
    take('stored-item');
    items.delete('name 0');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(take('stored-item')).toMatchObject([
      { name: 'name 0', change: 'removed' },
      { name: `name ${MAX_NAMES}`, change: 'present' },
    ]);
  });

  it('leaves the rest for the next look when time runs out, and waits longer on a slow page', async () => {
    const items = new Map(Array.from({ length: 20 }, (_, i) => [`name ${i}`, 'word']));
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.stubGlobal(
      'localStorage',
      fakeStorage(items, () => {
        now += 2;
      }),
    );
    const { take } = await start();
    const first = take('stored-item').length;
    expect(first).toBeLessThan(10);
    await vi.advanceTimersByTimeAsync(EVERY);
    expect(take('stored-item')).toHaveLength(20 - first);
    // One look a second by now would be 30; each of these was slow.
    const looks = vi.fn();
    readStorage(page!.watch, { item: () => {}, scanned: looks });
    await vi.advanceTimersByTimeAsync(30 * EVERY);
    expect(looks.mock.calls.length).toBeLessThan(12);
  });

  it('reads a value of 5 million characters as fast as a short one', async () => {
    localStorage.setItem('large', 'a1-'.repeat(1_700_000));
    const begin = performance.now();
    expect((await start()).take('stored-item')).toMatchObject([{ name: 'large', size: 5_100_005 }]);
    expect(performance.now() - begin).toBeLessThan(1000);
  });

  it('says once that it may not look', async () => {
    const denied = (): never => {
      throw new DOMException('The document is sandboxed', 'SecurityError');
    };
    vi.stubGlobal('localStorage', undefined);
    Object.defineProperty(globalThis, 'localStorage', { get: denied, configurable: true });
    const { take } = await start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(take('limit')).toMatchObject([{ observer: 'web-storage (local)', reason: 'not-permitted', count: 0 }]);
  });

  it('says nothing of a sandboxed document: it has none to look at', async () => {
    vi.stubGlobal('origin', 'null');
    vi.stubGlobal('localStorage', null);
    expect((await start()).take('limit')).toEqual([]);
  });

  it('tells since when something new may stand there: since the look before was over', async () => {
    await start();
    await later();
    const looked = Date.now();
    localStorage.setItem('new', '1');
    await later();
    expect(page?.take('stored-item')).toMatchObject([
      { name: 'new', change: 'written', at: looked + EVERY, since: looked },
    ]);
  });

  it('says so where the browser has no storage at all', async () => {
    vi.stubGlobal('sessionStorage', null);
    expect((await start()).take('limit')).toMatchObject([
      { observer: 'web-storage (session)', reason: 'not-permitted' },
    ]);
  });
});
