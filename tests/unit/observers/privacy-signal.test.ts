// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage, type WatchedPage } from './watched-page.ts';

let page: WatchedPage;

/** The page as the browser and the extension's API show it. `gpc` undefined: the browser has no such thing. */
async function look(gpc: unknown, stored: unknown, host = 'www.sonymusic.com', frame: 'top' | 'frame' = 'top') {
  // The choice is read once for a document, so each test has a document, and a module, of its own.
  vi.resetModules();
  const { observePrivacySignal } = await import('../../../observers/page/privacy-signal.ts');
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: gpc, configurable: true });
  vi.stubGlobal('location', { hostname: host });
  vi.stubGlobal('chrome', {
    runtime: { getManifest: () => ({ content_scripts: [{ matches: ['*://*.sonymusic.com/*'] }] }) },
    storage: {
      local: { get: () => (stored instanceof Error ? Promise.reject(stored) : Promise.resolve({ settings: stored })) },
    },
  });
  vi.stubGlobal('browser', undefined);
  page = watchPage((watch) => {
    observePrivacySignal({ ...watch, frame });
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  return page.take('privacy-signal');
}

beforeEach(() => vi.restoreAllMocks());
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'globalPrivacyControl');
});

describe('observePrivacySignal', () => {
  it.each([
    [true, true],
    [false, false],
    [undefined, null],
    // What is no answer is none.
    ['yes', null],
  ])('the browser says %s: %s', async (value, gpc) => {
    expect(await look(value, undefined)).toMatchObject([{ gpc, ours: false }]);
  });

  it.each<[string, unknown, string, boolean]>([
    ['is on', { version: 1, gpc: true }, 'www.sonymusic.com', true],
    ['is off', { version: 1, gpc: false }, 'www.sonymusic.com', false],
    ['was never made', undefined, 'www.sonymusic.com', false],
    ['is damaged', { version: 1, gpc: 'true' }, 'www.sonymusic.com', false],
    ['was made by a later version', { version: 2, gpc: true }, 'www.sonymusic.com', false],
    ['is on, and the page is not listed', { version: 1, gpc: true }, 'notsonymusic.com', false],
    ['cannot be read', new Error('broken'), 'www.sonymusic.com', false],
  ])('the choice %s', async (_what, stored, host, ours) => {
    expect(await look(undefined, stored, host)).toMatchObject([{ gpc: null, ours }]);
  });

  it('is told of the page and not of its frames', async () => {
    expect(await look(true, undefined, 'www.sonymusic.com', 'frame')).toEqual([]);
  });
});
