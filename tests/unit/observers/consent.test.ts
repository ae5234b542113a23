// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASK_EVERY, PATIENCE } from '../../../observers/page/consent-cookies.ts';
import { observeConsent } from '../../../observers/page/consent.ts';
import { EVERY } from '../../../observers/page/storage-walk.ts';
import { observeWebStorage } from '../../../observers/page/web-storage.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

let page: WatchedPage;
/** The cookies as a page would read them. */
let cookie: string;
let store: CookieStoreDouble;

/** Cookies as the browser's store gives them. */
function listOf(text: string): { name: string; value: string }[] {
  return text
    .split('; ')
    .filter((part) => part.includes('='))
    .map((part) => ({ name: part.slice(0, part.indexOf('=')), value: part.slice(part.indexOf('=') + 1) }));
}

/** The browser's store: it gives all, and tells of what changes. */
class CookieStoreDouble extends EventTarget {
  readonly getAll = vi.fn((): Promise<unknown> => Promise.resolve(listOf(cookie)));
}

/** The page, or its server, keeps these cookies and no others. */
function keep(text: string): void {
  const before = listOf(cookie);
  cookie = text;
  const now = listOf(text);
  const deleted = before.filter(({ name }) => !now.some((other) => other.name === name));
  store.dispatchEvent(Object.assign(new Event('change'), { changed: now, deleted }));
}

const background = vi.fn((): Promise<unknown> => Promise.resolve(null));

beforeEach(() => {
  vi.useFakeTimers();
  background.mockReset().mockResolvedValue(null);
  vi.stubGlobal('browser', { runtime: { sendMessage: background } });
  store = new CookieStoreDouble();
  vi.stubGlobal('CookieStore', CookieStoreDouble);
  vi.stubGlobal('cookieStore', store);
  // Frames in the page.
  vi.stubGlobal('length', 0);
  cookie = '';
});

afterEach(() => {
  page.end();
  localStorage.clear();
  sessionStorage.clear();
  document.head.replaceChildren();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function start(): Promise<WatchedPage> {
  page = watchPage(observeConsent);
  await vi.advanceTimersByTimeAsync(0);
  return page;
}

function addScript(src: string): void {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.setAttribute('src', src);
  document.head.append(script);
}

/** A press as the browser makes it, or as a script does. */
function press(type = 'click', isTrusted = true, init: EventInit & { key?: string } = {}): void {
  const event = new (type === 'keydown' ? KeyboardEvent : MouseEvent)(type, { bubbles: true, ...init });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  document.body.dispatchEvent(event);
}

const later = (milliseconds = EVERY): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const CLOSED = 'OptanonAlertBoxClosed=2024';
const ACCEPTED = `OptanonConsent=groups=C0001%3A1%2CC0002%3A1; ${CLOSED}`;
const REFUSED = `OptanonConsent=groups=C0001%3A1%2CC0002%3A0; ${CLOSED}`;
const ONETRUST = 'https://cdn.cookielaw.org/scripttemplates/otSDKStub.js';
const COOKIEBOT = 'https://consent.cookiebot.com/uc.js';
const CB = (all: boolean, method: string): string =>
  `CookieConsent={stamp:%27x%27%2Cnecessary:true%2Cpreferences:${all}%2Cstatistics:${all}%2Cmarketing:${all}%2Cmethod:%27${method}%27%2Cver:1}`;

describe('observeConsent: what is stored', () => {
  it('reads a choice from a cookie', async () => {
    keep(`_ga=GA1.1.1.2; ${ACCEPTED}`);
    expect((await start()).reported).toEqual([
      {
        kind: 'consent',
        at: Date.now(),
        after: null,
        platform: 'OneTrust',
        host: location.hostname,
        choice: 'accepted',
        maker: 'earlier',
        source: 'OptanonConsent',
        several: false,
      },
    ]);
  });

  it("reads the old notice of Sony Music's own", async () => {
    keep('sme_cookie_en=accepted');
    expect((await start()).take('consent')).toMatchObject([
      { platform: 'Sony Music cookie notice', choice: 'accepted', source: 'sme_cookie_en' },
    ]);
  });

  it('reads a choice from web storage', async () => {
    localStorage.setItem('uc_user_interaction', 'true');
    localStorage.setItem('uc_settings', '{"services":[{"history":[{"action":"onDenyAllServices"}]}]}');
    expect((await start()).take('consent')).toMatchObject([{ platform: 'Usercentrics', choice: 'refused' }]);
  });

  it("cannot tell the choice of Sony Music's newer script, whose items are not known", async () => {
    addScript('https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js');
    expect((await start()).take('consent')).toMatchObject([
      { platform: 'Sony Music consent script', choice: 'unknown', maker: null, source: 'tools.sonymusiccreative.com' },
    ]);
  });

  it('lets out the choice and nothing else', async () => {
    keep('CookieConsent={stamp:%27SECRET%27%2Cnecessary:true%2Cmarketing:false}');
    expect(JSON.stringify((await start()).reported)).not.toContain('SECRET');
  });

  it('keeps the name that told it within its length', async () => {
    localStorage.setItem(`real_cookie_banner-v:3_path:${'a'.repeat(150)}`, '1:2:{"60":[1]}');
    const [told] = (await start()).take('consent');
    expect(told?.source).toHaveLength(120);
    expect(told?.source.endsWith('…')).toBe(true);
  });

  it('takes what the page’s own scripts get first, and says where two choices are stored', async () => {
    keep(`${CB(false, 'explicit')}; ${CB(true, 'explicit')}`);
    expect((await start()).take('consent')).toMatchObject([{ choice: 'unknown', several: true }]);
    keep(CB(false, 'explicit'));
    await later();
    expect(page.take('consent')).toMatchObject([{ choice: 'refused', several: false }]);
  });
});

describe('observeConsent: when, and by whom', () => {
  it('says that nothing is stored yet where the script is there, then the choice with the last look without it', async () => {
    const { take, scan } = await start();
    expect(take('consent')).toEqual([]);
    addScript(ONETRUST);
    scan();
    expect(take('consent')).toMatchObject([
      { platform: 'OneTrust', choice: 'none-yet', maker: null, after: null, source: 'cdn.cookielaw.org' },
    ]);
    await later(2 * EVERY);
    const lastLook = Date.now();
    press();
    keep(ACCEPTED);
    await later(150);
    expect(take('consent')).toMatchObject([
      { choice: 'accepted', after: lastLook, at: lastLook, maker: 'person', source: 'OptanonConsent' },
    ]);
    keep(`${ACCEPTED}; other=1`);
    await later();
    expect(take('consent')).toEqual([]);
  });

  it('gives the site what it did between the press and what it stored later', async () => {
    addScript(ONETRUST);
    const { take } = await start();
    take('consent');
    await later(EVERY * 3 + 400);
    const accept = Date.now();
    press();
    await later(900);
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'person', after: accept }]);
  });

  it('has storage looked at as somebody presses: what stood there before is told as before, and the rest as since then', async () => {
    page = watchPage(observeConsent, observeWebStorage);
    addScript(ONETRUST);
    page.scan();
    await later(EVERY * 3);
    page.take('stored-item');
    await later(300);
    localStorage.setItem('before', '1');
    await later(200);
    press('pointerdown');
    await later(80);
    const pressed = Date.now();
    press('pointerup');
    press();
    localStorage.setItem('after', '1');
    keep(REFUSED);
    await later();
    const [chosen] = page.take('consent').slice(-1);
    expect(chosen).toMatchObject({ choice: 'refused', maker: 'person', after: pressed });
    const [before, after] = page.take('stored-item');
    expect(before).toMatchObject({ name: 'before', change: 'written', at: pressed - 80 });
    expect(after).toMatchObject({ name: 'after', change: 'written', since: pressed });
  });

  it('gives the site some time before the last look where a press in a frame is not seen', async () => {
    vi.stubGlobal('length', 1);
    addScript(ONETRUST);
    const { take } = await start();
    await later(EVERY * 4);
    take('consent');
    const lastLook = Date.now();
    keep(ACCEPTED);
    await later();
    const [told] = take('consent');
    expect(told).toMatchObject({ choice: 'accepted', maker: 'unknown' });
    expect(told?.after).toBeLessThan(lastLook - 1000);
  });

  it('is not led to a later moment by later presses', async () => {
    addScript(ONETRUST);
    const { take } = await start();
    take('consent');
    await later(EVERY * 3 + 400);
    const accept = Date.now();
    press('pointerdown');
    press();
    keep(ACCEPTED);
    await later(800);
    press();
    const [told] = take('consent');
    expect(told).toMatchObject({ choice: 'accepted', maker: 'person' });
    expect(told?.after).toBeLessThanOrEqual(accept);
    expect(told?.at).toBeLessThan(accept + 800);
  });

  it.each([
    ['a key that presses', () => press('keydown', true, { key: 'Enter' }), 'person'],
    ['the space bar', () => press('keydown', true, { key: ' ' }), 'person'],
    ['any other key', () => press('keydown', true, { key: 'a' }), 'tool'],
    ["a script's press", () => press('click', false), 'tool'],
    ['no press', () => undefined, 'tool'],
    ['scrolling', () => window.dispatchEvent(new Event('scroll')), 'tool'],
  ])('%s: made by %s', async (_what, act, maker) => {
    addScript(ONETRUST);
    const { take } = await start();
    await later(2 * EVERY);
    take('consent');
    act();
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker }]);
  });

  it('takes no old press for the one that made the choice', async () => {
    addScript(ONETRUST);
    const { take } = await start();
    await later();
    press();
    await later(4 * EVERY);
    take('consent');
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'tool' }]);
  });

  it('cannot tell who pressed where a frame may have been pressed', async () => {
    vi.stubGlobal('length', 1);
    addScript(ONETRUST);
    const { take } = await start();
    take('consent');
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'unknown' }]);
  });

  it.each([
    [{ isActive: true, hasBeenActive: true }, 'unknown'],
    [{ isActive: false, hasBeenActive: false }, 'tool'],
    [{ isActive: false, hasBeenActive: true }, 'tool'],
  ])('goes by what the browser knows of presses in frames: %j, %s', async (userActivation, maker) => {
    vi.stubGlobal('length', 1);
    vi.stubGlobal('navigator', { userActivation });
    addScript(ONETRUST);
    const { take } = await start();
    take('consent');
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker }]);
  });

  /** A banner of the platform in a frame; the focus is in it where the person has pressed there. */
  function addFrame(src: string): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    Object.defineProperty(frame, 'src', { value: src });
    frame.setAttribute('src', src);
    vi.stubGlobal('length', 1);
    return frame;
  }

  /** The person presses in the frame; the press itself is not heard, the browser knows of it. */
  function pressIn(frame: Element | null): void {
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(frame);
    vi.stubGlobal('navigator', { userActivation: { isActive: true, hasBeenActive: true } });
    window.dispatchEvent(new Event('blur'));
  }

  const MESSAGE = 'https://cdn.privacy-mgmt.com/index.html?message_id=1';

  it.each([
    ['a frame of the platform, which goes with the choice', MESSAGE, 'person'],
    ['a frame of OneTrust', 'https://cdn.cookielaw.org/banner.html', 'person'],
    ['a frame of somebody else', 'https://player.example/1', 'unknown'],
    ['a frame without an address', 'about:blank', 'unknown'],
    ['a frame whose address only names a platform', 'https://a.example/?https://cdn.cookielaw.org/', 'unknown'],
  ])('a press in %s', async (_what, src, maker) => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false, hasBeenActive: false } });
    addScript(ONETRUST);
    const { take } = await start();
    const frame = addFrame(src);
    await later(3 * EVERY);
    take('consent');
    const lastLook = Date.now();
    pressIn(frame);
    // The tool takes its frame away and then stores the choice.
    vi.stubGlobal('length', 0);
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(document.body);
    keep(ACCEPTED);
    await later();
    const [told] = take('consent');
    expect(told).toMatchObject({ choice: 'accepted', maker });
    expect(told?.after).toBeLessThanOrEqual(lastLook - 1500);
  });

  it('knows of a press in a frame that used the press up, as one that opens a window', async () => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false, hasBeenActive: false } });
    addScript(ONETRUST);
    const { take } = await start();
    addFrame('https://a.example/');
    await later(2 * EVERY);
    take('consent');
    vi.stubGlobal('navigator', { userActivation: { isActive: false, hasBeenActive: true } });
    vi.stubGlobal('length', 0);
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'unknown' }]);
  });

  it('cannot tell where the frame is gone and the browser tells of no presses, as Firefox before 120', async () => {
    vi.stubGlobal('length', 1);
    addScript(ONETRUST);
    const { take } = await start();
    await later(2 * EVERY);
    take('consent');
    vi.stubGlobal('length', 0);
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'unknown' }]);
  });

  it.each([
    ['a frame that went long ago', true, 'tool'],
    ['a frame of the platform that took the focus by itself', false, 'tool'],
  ])('still tells what the tool stored by itself: %s', async (_what, isGone, maker) => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false, hasBeenActive: false } });
    addScript(ONETRUST);
    const { take } = await start();
    const frame = addFrame(MESSAGE);
    if (isGone) vi.stubGlobal('length', 0);
    else vi.spyOn(document, 'activeElement', 'get').mockReturnValue(frame);
    await later(5 * EVERY);
    take('consent');
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker }]);
  });

  it('cannot tell who stored a choice while the person was in another window, and can when they were not', async () => {
    addScript(ONETRUST);
    const { take } = await start();
    await later(2 * EVERY);
    take('consent');
    const focus = vi.spyOn(Document.prototype, 'hasFocus').mockReturnValue(false);
    await later();
    focus.mockReturnValue(true);
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'unknown' }]);
    await later(3 * EVERY);
    keep(REFUSED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'refused', maker: 'tool' }]);
  });

  it('knows of a press that the page kept from being heard', async () => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false, hasBeenActive: false } });
    addScript(ONETRUST);
    const { take } = await start();
    await later(2 * EVERY);
    take('consent');
    vi.stubGlobal('navigator', { userActivation: { isActive: true, hasBeenActive: true } });
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'unknown' }]);
  });

  it('takes typing in the page for no press that was not heard', async () => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false, hasBeenActive: false } });
    addScript(ONETRUST);
    const { take } = await start();
    await later(2 * EVERY);
    take('consent');
    press('keydown', true, { key: 'a' });
    vi.stubGlobal('navigator', { userActivation: { isActive: true, hasBeenActive: true } });
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'tool' }]);
  });

  it('tells what the tool stored by itself, and then what the person chose', async () => {
    addScript(COOKIEBOT);
    const { take } = await start();
    await later(2 * EVERY);
    take('consent');
    keep(CB(true, 'implied'));
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'tool' }]);
    press();
    keep(CB(false, 'explicit'));
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'refused', maker: 'person' }]);
  });

  it("tells what the browser's signal made", async () => {
    addScript(ONETRUST);
    const { take } = await start();
    take('consent');
    press();
    keep('OptanonConsent=isGpcEnabled=1&groups=C0001%3A1%2CC0002%3A1%2CC0004%3A0');
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'partly', maker: 'signal' }]);
  });

  it('takes a finger that only scrolls for no press', async () => {
    addScript(ONETRUST);
    const { take } = await start();
    take('consent');
    press('pointerdown');
    keep(ACCEPTED);
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'tool' }]);
  });

  it('takes what was kept before the script was seen for no choice of now', async () => {
    keep('euconsent-v2=CP9HEwAP9HEwAAHABBENAvEgAAAAAAAAAAZQAAAAAAAA');
    const { take, scan } = await start();
    await later(2 * EVERY);
    take('consent');
    press();
    addScript('https://cmp.inmobi.com/choice/x/choice.js');
    scan();
    expect(take('consent')).toMatchObject([
      { platform: 'InMobi Choice', choice: 'refused', after: null, maker: 'earlier' },
    ]);
  });

  it('dates an opt-out of a name that had told of no choice', async () => {
    keep('usprivacy=1YNN');
    const { take } = await start();
    await later(2 * EVERY);
    expect(take('consent')).toEqual([]);
    press();
    keep('usprivacy=1YYN');
    await later();
    expect(take('consent')).toMatchObject([{ platform: 'US Privacy', choice: 'refused', maker: 'person' }]);
  });

  it('dates a choice of a platform that was not known before', async () => {
    const { take } = await start();
    await later();
    const lastLook = Date.now();
    press();
    localStorage.setItem('klaro', '{"matomo":true}');
    await later();
    expect(take('consent')).toMatchObject([
      { platform: 'Klaro', choice: 'accepted', after: lastLook, maker: 'person' },
    ]);
  });

  it('tells each of two platforms by itself', async () => {
    addScript(ONETRUST);
    addScript(COOKIEBOT);
    const { take } = await start();
    expect(take('consent')).toMatchObject([
      { platform: 'OneTrust', choice: 'none-yet' },
      { platform: 'Cookiebot', choice: 'none-yet' },
    ]);
    press();
    keep(CB(false, 'explicit'));
    await later();
    expect(take('consent')).toMatchObject([{ platform: 'Cookiebot', choice: 'refused', maker: 'person' }]);
  });

  it('sees that a choice was changed', async () => {
    localStorage.setItem('klaro', '{"matomo":true}');
    const { take } = await start();
    expect(take('consent')).toMatchObject([{ platform: 'Klaro', choice: 'accepted', maker: 'earlier' }]);
    press();
    localStorage.setItem('klaro', '{"matomo":false}');
    await later();
    expect(take('consent')).toMatchObject([{ platform: 'Klaro', choice: 'refused', maker: 'person' }]);
  });

  it('stays with a choice whose items get other names', async () => {
    addScript('https://web.cmp.usercentrics.eu/ui/loader.js');
    const { take } = await start();
    expect(take('consent')).toMatchObject([{ platform: 'Usercentrics', choice: 'none-yet' }]);
    press();
    localStorage.setItem('uc_settings', '{"services":[{"history":[{"action":"onAcceptAllServices"}]}]}');
    localStorage.setItem('uc_user_interaction', 'true');
    await later();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'person' }]);
    localStorage.clear();
    await later(1500);
    localStorage.setItem('ucData', '{"consent":{"services":{"a":{"name":"A","consent":true}}}}');
    await later(5 * EVERY);
    expect(take('consent')).toEqual([]);
  });

  it('tells that a choice is no longer stored, once, and what is chosen then', async () => {
    addScript('https://sdk.privacy-center.org/x/loader.js');
    const token = (kind: string): string => btoa(`{"user_id":"x","purposes":{"${kind}":["a"]}}`);
    localStorage.setItem('didomi_token', token('enabled'));
    const { take } = await start();
    expect(take('consent')).toMatchObject([{ platform: 'Didomi', choice: 'accepted' }]);
    localStorage.removeItem('didomi_token');
    await later(2 * EVERY);
    expect(take('consent')).toEqual([]);
    await later(4 * EVERY);
    expect(take('consent')).toMatchObject([{ platform: 'Didomi', choice: 'withdrawn' }]);
    await later(4 * EVERY);
    expect(take('consent')).toEqual([]);
    press();
    localStorage.setItem('didomi_token', token('disabled'));
    await later();
    expect(take('consent')).toMatchObject([{ platform: 'Didomi', choice: 'refused', maker: 'person' }]);
  });

  it('looks once more when the page is left', async () => {
    addScript(ONETRUST);
    const { take, end } = await start();
    take('consent');
    press();
    keep(ACCEPTED);
    end();
    expect(take('consent')).toMatchObject([{ choice: 'accepted', maker: 'person' }]);
    keep(REFUSED);
    await later(5 * EVERY);
    expect(take('consent')).toEqual([]);
  });
});

describe('observeConsent: where the cookies come from', () => {
  const asCookies = (text: string): unknown => listOf(text).map(({ name, value }) => [name, value]);
  const own = () => vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue(ACCEPTED);

  it('the browser’s store is asked once, and again when a cookie of a platform has changed', async () => {
    keep(REFUSED);
    const asked = own();
    expect((await start()).take('consent')).toMatchObject([{ platform: 'OneTrust', choice: 'refused' }]);
    await later(20 * EVERY);
    expect(store.getAll).toHaveBeenCalledTimes(1);
    store.dispatchEvent(Object.assign(new Event('change'), { changed: [{ name: '_ga', value: '1' }], deleted: [] }));
    await later();
    expect(store.getAll).toHaveBeenCalledTimes(1);
    keep(ACCEPTED);
    await later();
    expect(store.getAll).toHaveBeenCalledTimes(2);
    expect(page.take('consent')).toMatchObject([{ choice: 'accepted' }]);
    expect(asked).not.toHaveBeenCalled();
    expect(background).not.toHaveBeenCalled();
  });

  it('a hundred changes at once are two questions', async () => {
    await start();
    for (let index = 0; index < 100; index += 1) keep(index % 2 === 0 ? ACCEPTED : REFUSED);
    await later();
    expect(store.getAll.mock.calls.length).toBeLessThanOrEqual(3);
    expect(page.take('consent').at(-1)).toMatchObject({ choice: 'refused' });
  });

  it.each<[string, () => void]>([
    ['refuses', () => store.getAll.mockRejectedValue(new DOMException('no', 'InvalidStateError'))],
    ['never answers', () => store.getAll.mockReturnValue(new Promise(() => undefined))],
    ['is missing', () => vi.stubGlobal('CookieStore', undefined)],
    ['is an element with its name', () => vi.stubGlobal('cookieStore', document.createElement('img'))],
  ])('the background is asked where the store %s', async (_, spoil) => {
    spoil();
    const asked = own();
    background.mockImplementation(() => Promise.resolve(asCookies(ACCEPTED)));
    await start();
    await later(PATIENCE);
    expect(page.take('consent')).toMatchObject([{ platform: 'OneTrust', choice: 'accepted' }]);
    expect(background).toHaveBeenCalledWith({ type: 'page-cookies' });
    expect(asked).not.toHaveBeenCalled();
  });

  it('without a store the background is asked again after a press, and from time to time', async () => {
    vi.stubGlobal('CookieStore', undefined);
    addScript(ONETRUST);
    background.mockImplementation(() => Promise.resolve(asCookies(cookie)));
    await start();
    expect(background).toHaveBeenCalledTimes(1);
    press();
    keep(ACCEPTED);
    await later(500);
    expect(page.take('consent').at(-1)).toMatchObject({ choice: 'accepted', maker: 'person' });
    const before = background.mock.calls.length;
    await later(ASK_EVERY + EVERY);
    expect(background).toHaveBeenCalledTimes(before + 1);
  });

  it('says once that it can see none where nobody may read them, and sees what stands in web storage', async () => {
    vi.stubGlobal('CookieStore', undefined);
    localStorage.setItem('uc_user_interaction', 'true');
    localStorage.setItem('uc_settings', '{"services":[{"history":[{"action":"onDenyAllServices"}]}]}');
    await start();
    await later(3 * ASK_EVERY);
    expect(page.take('limit')).toMatchObject([{ observer: 'consent', reason: 'not-permitted' }]);
    expect(page.take('consent')).toMatchObject([{ platform: 'Usercentrics', choice: 'refused' }]);
  });
});

describe('observeConsent: hostile pages', () => {
  it('sees no cookies in a sandboxed frame, and asks nobody for them', async () => {
    vi.stubGlobal('origin', 'null');
    keep(ACCEPTED);
    expect((await start()).reported).toEqual([]);
    expect(store.getAll).not.toHaveBeenCalled();
    expect(background).not.toHaveBeenCalled();
  });

  it.each([
    '__proto__=x',
    '=',
    '=x',
    'OptanonConsentX',
    ';;;',
    'a=b; '.repeat(100_000),
    'constructor=accepted; toString=1',
  ])('is silent of %.40s', async (text) => {
    keep(text);
    expect((await start()).take('consent')).toEqual([]);
  });

  it('takes a cookie of 1 million characters', async () => {
    keep(`OptanonAlertBoxClosed=1; OptanonConsent=groups=${'C0002:1,'.repeat(125_000)}`);
    expect((await start()).take('consent')).toMatchObject([{ choice: 'accepted' }]);
  });

  it('looks at thousands of scripts, each once', async () => {
    for (let i = 0; i < 2000; i++) addScript(`https://a.example/${i}.js?${'w'.repeat(100)}`);
    addScript('https://cmp.osano.com/osano.js');
    expect((await start()).take('consent')).toMatchObject([{ platform: 'Osano', choice: 'none-yet' }]);
  });
});
