// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observeConsent } from '../../../observers/page/consent';
import { EVERY } from '../../../observers/page/storage-walk';
import { watchPage, type WatchedPage } from './watched-page';

let page: WatchedPage;
let cookie: unknown;

beforeEach(() => {
  vi.useFakeTimers();
  cookie = '';
  vi.spyOn(document, 'cookie', 'get').mockImplementation(() => {
    if (cookie instanceof Error) throw cookie;
    return cookie as string;
  });
});

afterEach(() => {
  page.end();
  localStorage.clear();
  sessionStorage.clear();
  document.head.replaceChildren();
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

const later = (): Promise<unknown> => vi.advanceTimersByTimeAsync(EVERY);
const ACCEPTED = 'OptanonConsent=groups=C0001%3A1%2CC0002%3A1; OptanonAlertBoxClosed=2024';

describe('observeConsent', () => {
  it('reads a choice from a cookie', async () => {
    cookie = `_ga=GA1.1.1.2; ${ACCEPTED}`;
    expect((await start()).reported).toEqual([
      { kind: 'consent', at: Date.now(), platform: 'OneTrust', choice: 'accepted', source: 'OptanonConsent' },
    ]);
  });

  it("reads the old notice of Sony Music's own", async () => {
    cookie = 'sme_cookie_en=accepted';
    expect((await start()).take('consent')).toMatchObject([
      { platform: 'Sony Music cookie notice', choice: 'accepted', source: 'sme_cookie_en' },
    ]);
  });

  it('reads a choice from web storage', async () => {
    localStorage.setItem('uc_user_interaction', 'true');
    localStorage.setItem('uc_settings', '{"services":[{"history":[{"action":"onDenyAllServices"}]}]}');
    expect((await start()).take('consent')).toMatchObject([{ platform: 'Usercentrics', choice: 'refused' }]);
  });

  it('says that nothing is stored yet where the script is there, then the choice', async () => {
    const { take, scan } = await start();
    expect(take('consent')).toEqual([]);
    addScript('https://cdn.cookielaw.org/scripttemplates/otSDKStub.js');
    scan();
    expect(take('consent')).toMatchObject([{ platform: 'OneTrust', choice: 'none-yet', source: 'cdn.cookielaw.org' }]);
    cookie = ACCEPTED;
    await later();
    expect(take('consent')).toMatchObject([{ platform: 'OneTrust', choice: 'accepted', source: 'OptanonConsent' }]);
    cookie = ACCEPTED.replace('C0002%3A1', 'C0002%3A0');
    await later();
    expect(take('consent')).toMatchObject([{ platform: 'OneTrust', choice: 'refused' }]);
    cookie = `${ACCEPTED.replace('C0002%3A1', 'C0002%3A0')}; other=1`;
    await later();
    expect(take('consent')).toEqual([]);
  });

  it("cannot tell the choice of Sony Music's newer script, whose items are not known", async () => {
    addScript('https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js');
    expect((await start()).take('consent')).toMatchObject([
      { platform: 'Sony Music consent script', choice: 'unknown', source: 'tools.sonymusiccreative.com' },
    ]);
  });

  it('sees that a choice was taken back', async () => {
    addScript('https://cdn.kiprotect.example/klaro.js');
    localStorage.setItem('klaro', '{"matomo":true}');
    const { take } = await start();
    expect(take('consent')).toMatchObject([{ platform: 'Klaro', choice: 'accepted' }]);
    localStorage.setItem('klaro', '{"matomo":false}');
    await later();
    expect(take('consent')).toMatchObject([{ platform: 'Klaro', choice: 'refused' }]);
  });

  it('goes back to "none yet" when what was stored is gone', async () => {
    addScript('https://sdk.privacy-center.org/x/loader.js');
    localStorage.setItem('didomi_token', btoa('{"user_id":"x","purposes":{"enabled":["a"]}}'));
    const { take } = await start();
    expect(take('consent')).toMatchObject([{ platform: 'Didomi', choice: 'accepted' }]);
    localStorage.removeItem('didomi_token');
    await later();
    expect(take('consent')).toMatchObject([
      { platform: 'Didomi', choice: 'none-yet', source: 'sdk.privacy-center.org' },
    ]);
  });

  it('lets out the choice and nothing else', async () => {
    cookie = 'CookieConsent={stamp:%27SECRET%27%2Cnecessary:true%2Cmarketing:false}';
    expect(JSON.stringify((await start()).reported)).not.toContain('SECRET');
  });

  it('stops with the visit', async () => {
    const { take, end } = await start();
    end();
    cookie = ACCEPTED;
    await vi.advanceTimersByTimeAsync(5000);
    expect(take('consent')).toEqual([]);
  });
});

describe('observeConsent: hostile pages', () => {
  it('sees no cookies in a sandboxed frame', async () => {
    cookie = new DOMException('sandboxed', 'SecurityError');
    expect((await start()).take('consent')).toEqual([]);
  });

  it('is not misled by an image with the name "cookie"', async () => {
    cookie = document.createElement('img');
    expect((await start()).take('consent')).toEqual([]);
  });

  it.each([
    '__proto__=x',
    '=',
    '=x',
    'OptanonConsent',
    ';;;',
    'a=b; '.repeat(100_000),
    'constructor=accepted; toString=1',
  ])('is silent of %s', async (text) => {
    cookie = text;
    expect((await start()).take('consent')).toEqual([]);
  });

  it('takes a cookie of 1 million characters', async () => {
    cookie = `OptanonAlertBoxClosed=1; OptanonConsent=groups=${'C0002:1,'.repeat(125_000)}`;
    expect((await start()).take('consent')).toMatchObject([{ choice: 'accepted' }]);
  });

  it('looks at thousands of scripts', async () => {
    for (let i = 0; i < 2000; i++) addScript(`https://a.example/${i}.js`);
    addScript('https://cmp.osano.com/osano.js');
    expect((await start()).take('consent')).toMatchObject([{ platform: 'Osano', choice: 'none-yet' }]);
  });
});
