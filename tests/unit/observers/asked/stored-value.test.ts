/** What a stored item's value is now: asked of the right page, frame and cookie, or why it cannot be told. Nothing is written anywhere. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CookieAttributes } from '../../../../ledger/observation.ts';
import { storedValue, type AskedItem } from '../../../../observers/asked/stored-value.ts';
import type { BrowserCookie } from '../../../../observers/network-facts/browser-cookie.ts';
import { MAX_VALUE } from '../../../../recognition/asked-value.ts';
import { stubPermissions } from '../../background/stub-permissions.ts';

const HOST = 'www.columbiarecords.com';
const PAGE = { scheme: 'https', host: HOST, path: '/tour', root: 'r1' };
const SECRET = 'a value that nobody may keep';

const webItem = (name = 'visitor', host = HOST): AskedItem => ({ store: 'local', host, name, cookie: null });
const limits = (over: Partial<CookieAttributes> = {}): CookieAttributes => ({
  ...{ domain: 'columbiarecords.com', expiresAt: null, httpOnly: true, secure: true },
  ...{ sameSite: 'lax', partition: null },
  ...over,
});
const cookieItem = (over: Partial<CookieAttributes> = {}): AskedItem => ({
  ...{ store: 'cookie', host: HOST, name: 'session' },
  cookie: limits(over),
});
const browserCookie = (over: Partial<BrowserCookie> = {}): BrowserCookie => ({
  ...{ name: 'session', value: SECRET, domain: '.columbiarecords.com', hostOnly: false, path: '/', secure: true },
  ...{ httpOnly: true, sameSite: 'lax', storeId: '0' },
  ...over,
});

interface Frame {
  readonly host?: string;
  readonly root?: string;
  readonly items?: Readonly<Record<string, string>>;
  readonly shut?: boolean;
}

interface Stub {
  readonly frames?: readonly Frame[] | 'refused' | 'stuck';
  readonly cookies?: readonly BrowserCookie[];
  readonly tab?: object | null;
}

/** A storage as a page has it: its items are its keys. */
class ItemStorage {
  constructor(items: Readonly<Record<string, string>>) {
    Object.assign(this, items);
  }

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? ((this as unknown as Record<string, string>)[key] ?? null) : null;
  }
}

/** Runs what is sent into the page in frames like these. */
function stub({ frames = [{}], cookies = [], tab = {} }: Stub): void {
  const run = ({ func, args, target }: { func: (asked: unknown) => unknown; args: unknown[]; target: object }) => {
    if (frames === 'refused') return Promise.reject(new Error('Cannot access contents of the page.'));
    if (frames === 'stuck') return new Promise(() => undefined);
    const asked = 'allFrames' in target ? frames : frames.slice(0, 1);
    return Promise.resolve(
      asked.map(({ host = HOST, root = 'r1', items = {}, shut = false }, frameId) => {
        vi.stubGlobal('location', { hostname: host, pathname: PAGE.path });
        const visits = Symbol.for('liner-notes.visits');
        Object.assign(globalThis, { [visits]: { present: () => ({ root, document: root }) } });
        Object.defineProperty(globalThis, 'localStorage', {
          configurable: true,
          get: () => {
            if (shut) throw new DOMException('Access is denied for this document.');
            return new ItemStorage(items);
          },
        });
        const result = func(args[0]);
        vi.unstubAllGlobals();
        Reflect.deleteProperty(globalThis, visits);
        return { frameId, result };
      }),
    );
  };
  Object.assign(fakeBrowser.scripting, { executeScript: run });
  Object.assign(fakeBrowser.tabs, {
    get: (id: number) =>
      tab === null
        ? Promise.reject(new Error('No tab with id: 7.'))
        : Promise.resolve({ id, incognito: false, ...tab }),
  });
  Object.assign(fakeBrowser.cookies, {
    getAllCookieStores: () => Promise.resolve([{ id: '0', tabIds: [7] }]),
    getAll: () => Promise.resolve(cookies),
  });
}

let permissions: ReturnType<typeof stubPermissions>;
const ask = (item: AskedItem) => storedValue(7, PAGE, item);

beforeEach(() => {
  fakeBrowser.reset();
  permissions = stubPermissions();
  permissions.granted.add(`https://${HOST}/*`);
});

describe('the value of an entry of web storage', () => {
  it('is read from the page that the tab shows', async () => {
    stub({ frames: [{ items: { visitor: SECRET } }] });
    expect(await ask(webItem())).toMatchObject({ state: 'read', value: SECRET, length: SECRET.length });
  });

  it('is read from the frame that keeps it', async () => {
    const other = 'forms.sonymusicfans.com';
    stub({ frames: [{ items: { visitor: 'of the page' } }, { host: other, items: { visitor: SECRET } }] });
    expect(await ask(webItem('visitor', other))).toMatchObject({ state: 'read', value: SECRET });
  });

  it('is cut where it is longer than can be shown, and its length told', async () => {
    stub({ frames: [{ items: { visitor: 'x'.repeat(MAX_VALUE + 5) } }] });
    expect(await ask(webItem())).toMatchObject({ value: 'x'.repeat(MAX_VALUE), length: MAX_VALUE + 5 });
  });

  it('is found by the beginning of a name that the record had to cut', async () => {
    const long = 'n'.repeat(130);
    stub({ frames: [{ items: { [long]: SECRET, nnn: 'another' } }] });
    expect(await ask(webItem(`${'n'.repeat(119)}…`))).toMatchObject({ state: 'read', value: SECRET });
    stub({ frames: [{ items: { [long]: SECRET, [`${long}2`]: 'another' } }] });
    expect(await ask(webItem(`${'n'.repeat(119)}…`))).toEqual({ state: 'unclear' });
  });

  it.each<[string, Stub, AskedItem]>([
    ['left', { frames: [{ root: 'r2', items: { visitor: SECRET } }] }, webItem()],
    ['closed', { tab: null }, webItem()],
    ['private', { tab: { incognito: true }, frames: [{ items: { visitor: SECRET } }] }, webItem()],
    ['gone', { frames: [{ items: { other: SECRET } }] }, webItem()],
    ['no-frame', { frames: [{ host: HOST }] }, webItem('visitor', 'shop.columbiarecords.com')],
    ['not-permitted', { frames: [{ host: HOST }] }, webItem('visitor', 'player.example')],
    ['not-permitted', { frames: 'refused' }, webItem()],
    ['refused', { frames: [{ shut: true }] }, webItem()],
    [
      'unclear',
      { frames: [{ items: { visitor: SECRET } }, { items: { visitor: 'of another partition' } }] },
      webItem(),
    ],
  ])('is not told: %s', async (state, browser, item) => {
    permissions.granted.add('https://shop.columbiarecords.com/*');
    stub(browser);
    expect(await ask(item)).toEqual({ state });
  });

  it('is not waited for where the page is stuck', async () => {
    vi.useFakeTimers();
    stub({ frames: 'stuck' });
    const asked = ask(webItem());
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await asked).toEqual({ state: 'no-answer' });
  });
});

describe('the value of a cookie', () => {
  it('is what the browser holds, HttpOnly or not', async () => {
    stub({ cookies: [browserCookie()] });
    expect(await ask(cookieItem())).toMatchObject({ state: 'read', value: SECRET });
  });

  it('is that of the one at its path, domain and partition', async () => {
    const others = [
      browserCookie({ path: '/shop', value: 'of the shop' }),
      browserCookie({ domain: HOST, hostOnly: true, value: 'of the host' }),
      browserCookie({ partitionKey: { topLevelSite: 'https://gardening.example' }, value: 'kept apart' }),
    ];
    stub({ cookies: [...others, browserCookie()] });
    expect(await ask(cookieItem())).toMatchObject({ value: SECRET });
    expect(await ask(cookieItem({ path: '/shop' }))).toMatchObject({ value: 'of the shop' });
    expect(await ask(cookieItem({ domain: HOST, hostOnly: true }))).toMatchObject({ value: 'of the host' });
  });

  it.each<[string, Stub]>([
    ['gone', { cookies: [browserCookie({ name: 'another' })] }],
    ['gone', { cookies: [browserCookie({ expirationDate: 1000 })] }],
    ['left', { cookies: [browserCookie()], frames: [{ root: 'r2' }] }],
    ['not-permitted', { cookies: [browserCookie()], frames: 'refused' }],
  ])('is not told: %s', async (state, browser) => {
    stub(browser);
    expect(await ask(cookieItem())).toEqual({ state });
  });

  it('is not told where the permission for its site is not there', async () => {
    permissions.granted.clear();
    stub({});
    expect(await ask(cookieItem())).toEqual({ state: 'not-permitted' });
  });
});

it('writes nothing into any storage and sends it to nobody', async () => {
  const written = (['local', 'session', 'sync'] as const).map((area) => vi.spyOn(fakeBrowser.storage[area], 'set'));
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  stub({ frames: [{ items: { visitor: SECRET } }], cookies: [browserCookie()] });
  expect([(await ask(webItem())).state, (await ask(cookieItem())).state]).toEqual(['read', 'read']);
  for (const spy of [...written, sent]) expect(spy).not.toHaveBeenCalled();
});
