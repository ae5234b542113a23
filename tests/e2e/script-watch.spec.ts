/**
 * Who wrote it, and who read it out: the script in the page's own world, which no page may notice.
 *
 * Long because: each way to keep, to read, to look and to lie has a test.
 */
import { chromium, type Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { LABEL_HOST, MARKED_HOST } from '../../replica/hosts.ts';
import { chromiumArguments } from '../../replica/server.ts';
import { browserOfThisMachine, ExtensionBrowser, FLAGS } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { test as fullTest } from './full-view.ts';

const wrote = (name: string) => (visit: Visit) => visit.writes.some((write) => write.name === name);
const writerOf = (visit: Visit, name: string) =>
  visit.writes
    .filter((write) => write.name === name)
    .map(({ api, store, writer, path }) => ({ api, store, writer, path }));

/** What the page's own code sees of the window, in a browser without the extension. */
async function withoutExtension(site: Parameters<typeof chromiumArguments>[0], address: string): Promise<string[]> {
  const browser = await chromium.launch({
    ...browserOfThisMachine(),
    headless: true,
    args: [...FLAGS, ...chromiumArguments(site)],
  });
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.goto(address);
  const told = await look(page);
  await browser.close();
  return told;
}

const look = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { look: () => string[] }).look());

test('each way to keep something is told with the script that used it, and no value', async ({ extension, page }) => {
  await page.goto(artist('/writers/keeper'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(
    extension,
    tab,
    (seen) =>
      seen.scriptWatch !== null &&
      ['lm_cookie', 'lm_local', 'lm_session', 'lm_base', 'lm_store', 'own_item'].every((name) => wrote(name)(seen)),
    'all six items with their writers',
  );
  const writer = 'cdn.lantern-metrics.example';
  const path = '/keeper.js';
  expect(writerOf(visit, 'lm_cookie')).toEqual([{ api: 'document.cookie', store: 'cookie', writer, path }]);
  expect(writerOf(visit, 'lm_local')).toEqual([{ api: 'setItem', store: 'local', writer, path }]);
  expect(writerOf(visit, 'lm_session')).toEqual([{ api: 'setItem', store: 'session', writer, path }]);
  expect(writerOf(visit, 'lm_base')).toEqual([{ api: 'indexedDB.open', store: 'indexed-db', writer, path }]);
  expect(writerOf(visit, 'lm_store')).toEqual([{ api: 'cookieStore', store: 'cookie', writer, path }]);
  expect(writerOf(visit, 'own_item')).toEqual([
    { api: 'setItem', store: 'local', writer: LABEL_HOST, path: '/writers/keeper' },
  ]);
  expect(visit.scriptWatch?.state).toBe('from-start');
  expect(JSON.stringify(visit)).not.toContain('secret-value');
});

test("a company's cookie under the site's own name", async ({ extension, page }) => {
  await page.goto(artist('/practice/third-party-cookies'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, wrote('_fbp'), 'the cookie with its writer');
  expect(writerOf(visit, '_fbp')).toEqual([
    { api: 'document.cookie', store: 'cookie', writer: 'connect.facebook.net', path: '/en_US/fbevents.js' },
  ]);
});

test('what a script reads out is counted', async ({ extension, page }) => {
  await page.goto(artist('/writers/reader'));
  const tab = await extension.tabOf(page);
  const of = (visit: Visit, readOut: string) =>
    visit.readOuts.find((found) => found.readOut === readOut && found.script === 'cdn.lantern-prints.example')
      ?.measures;
  const visit = await visitOf(extension, tab, (seen) => of(seen, 'audio')?.reads === 1, 'the sound that was read');
  expect(of(visit, 'canvas')).toEqual({
    width: 240,
    height: 60,
    characters: 27,
    letters: 26,
    colours: 1,
    saves: 0,
    reads: 1,
  });
  expect(of(visit, 'fonts')).toEqual({ fonts: 60, measures: 60 });
  expect(of(visit, 'audio')).toEqual({ oscillators: 1, compressors: 1, renders: 1, reads: 1 });
  expect(of(visit, 'navigator')).toEqual({ properties: 6 });
  expect(of(visit, 'listeners')).toEqual({ types: 4, pointer: 3, keyboard: 1, mutations: 1, moves: 1 });
  const hasWebGl = await page.evaluate(() => document.createElement('canvas').getContext('webgl') !== null);
  if (hasWebGl) expect(of(visit, 'webgl')).toEqual({ unmasked: 2 });
});

test('a page that looks for a listener sees a browser without one', async ({ extension, page, site }) => {
  const bare = await withoutExtension(site, artist('/writers/look'));
  await page.goto(artist('/writers/look'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ scriptWatch }) => scriptWatch?.state === 'from-start', 'that it listens');
  const told = await look(page);
  expect(bare.length).toBeGreaterThan(40);
  expect(told).toEqual(bare);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

test("no page finds an extension's address", async ({ extension, page }) => {
  await page.goto(artist('/writers/address-hunter'));
  await expect.poll(() => page.evaluate(() => (window as unknown as { hunted?: boolean }).hunted)).toBe(true);
  const { found, tried } = await page.evaluate(() => {
    const told = window as unknown as { found: string[]; tried: number };
    return { found: told.found, tried: told.tried };
  });
  expect(tried).toBeGreaterThan(25);
  expect(found).toEqual([]);
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ scriptWatch }) => scriptWatch?.state === 'from-start', 'that it listens');
});

test('nobody else can speak over the events by which the halves meet', async ({ extension, page }) => {
  await page.goto(artist('/writers/forger'));
  expect(await page.evaluate(() => (window as unknown as { taken: boolean }).taken)).toBe(false);
  await page.evaluate(() => {
    localStorage.setItem('true_item', 'x');
  });
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, wrote('true_item'), 'the true item');
  expect(wrote('forged')(visit)).toBe(false);
});

test('a page that has broken the language sees nothing of ours, and is seen', async ({ extension, page }) => {
  await page.goto(artist('/writers/breaker'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, wrote('cookie_of_the_breaker'), 'what was kept');
  expect(writerOf(visit, 'kept_by_the_breaker')).toEqual([
    { api: 'setItem', store: 'local', writer: LABEL_HOST, path: '/writers/breaker' },
  ]);
  // Asked for as one text: the page has broken what a longer answer would need.
  expect(await evaluated(page, "leaks.join() + ';' + after.join()")).toBe(';1,function,a lie told by the page');
});

test('a page that has frozen everything works as before', async ({ extension, page }) => {
  await page.goto(artist('/writers/frozen'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, wrote('kept_when_frozen'), 'what was kept');
  expect(writerOf(visit, 'kept_when_frozen')).toEqual([{ api: 'setItem', store: 'local', writer: null, path: '' }]);
  const { went, asked } = await page.evaluate(() => {
    const seen = window as unknown as { went: string; asked?: boolean };
    return { went: seen.went, asked: seen.asked };
  });
  expect({ went, asked }).toEqual({ went: 'x', asked: undefined });
});

test('a page that puts its own function in place of a native keeps it', async ({ extension, page }) => {
  await page.goto(artist('/writers/natives-gone'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, wrote('beside'), 'the cookie beside it');
  expect(wrote('own_way')(visit)).toBe(false);
  expect(await page.evaluate(() => (window as unknown as { went: string }).went)).toBe('x');
});

test('a hundred thousand calls', async ({ extension, page }) => {
  await page.goto(artist('/writers/flood'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(
    extension,
    tab,
    ({ writes }) => writes.reduce((sum, { count }) => sum + count, 0) >= 100_000,
    'a hundred thousand writes',
  );
  expect(visit.writes.filter(({ api }) => api === 'setItem').length).toBe(20);
  expect(JSON.stringify(visit).length).toBeLessThan(100_000);
});

fullTest(
  'in a page that was there before, it says that it came late, and listens from then on',
  async ({ allowed, fullPage }) => {
    await fullPage.goto(`https://${MARKED_HOST}/`);
    const tab = await allowed.tabOf(fullPage);
    const visit = await visitOf(allowed, tab, ({ scriptWatch }) => scriptWatch !== null, 'how far it sees');
    expect(visit.scriptWatch?.state).toBe('late');
    await fullPage.evaluate(() => {
      localStorage.setItem('late_item', 'x');
    });
    await visitOf(allowed, tab, wrote('late_item'), 'what was kept later');
  },
);

test('in a private window nothing of the page is touched', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site);
  try {
    await extension.allowInPrivate();
    const opened = extension.context.waitForEvent('page');
    await extension.desk.evaluate(async (address) => {
      await chrome.windows.create({ incognito: true, url: address });
    }, artist('/writers/look'));
    const hidden = await opened;
    // A window may begin with an empty page, in which nothing would be touched anyway.
    await hidden.waitForURL(artist('/writers/look'));
    // The debugger sees what a page cannot: whether the function is the engine's own.
    expect(await kindOf(hidden, 'Storage.prototype.setItem')).toBe('function');
    const open = await extension.context.newPage();
    await open.goto(artist('/writers/look'));
    expect(await kindOf(open, 'Storage.prototype.setItem')).toBe('proxy');
  } finally {
    await extension.close();
  }
});

/** What the debugger makes of an expression, without any code of the page's. */
async function remote(page: Page, expression: string): Promise<{ type: string; subtype?: string; value?: unknown }> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression });
  await session.detach();
  return result;
}

const evaluated = async (page: Page, expression: string): Promise<unknown> => (await remote(page, expression)).value;

/** "proxy" for a function of ours, "function" for the engine's. */
async function kindOf(page: Page, expression: string): Promise<string> {
  const { type, subtype } = await remote(page, expression);
  return subtype ?? type;
}
