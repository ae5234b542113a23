/** Does anything speak of a page that the tab shows no more? Every way of leaving one, and what only looks like it. */
import type { Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { FORMS_HOST, LABEL_HOST, OTHER_HOST } from '../../replica/hosts.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, recordStill, test, visitOf } from './fixtures.ts';
import { countInLead } from './popup-page.ts';
import { ToolbarPopup } from './toolbar-popup.ts';

const START = artist('/leave/start');
const GARDEN = `https://${OTHER_HOST}/`;
const COMPANIES = 2;

const knows = (host: string) => (visit: Visit) => visit.hosts.some((record) => record.host === host);

/** Opens the page and waits until all of it is told, on the button too. Gives the tab. */
async function openStart(extension: ExtensionBrowser, page: Page): Promise<number> {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  await expect.poll(() => extension.badge(tab)).toBe(String(COMPANIES));
  return tab;
}

/** Nothing of the page before: no record, no number, no word. `says`: what the popup says instead. */
async function isGone(extension: ExtensionBrowser, tab: number, says: string): Promise<void> {
  // A setting that changes draws all badges anew.
  await extension.desk.evaluate(async () => {
    await chrome.storage.local.set({ settings: { version: 1, language: 'en', badge: true } });
  });
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  await expect.poll(() => extension.badge(tab)).toBe('');
  const popup = await extension.openPopup(tab);
  await expect(popup.locator(`[data-state="${says}"]`)).toBeVisible();
  await expect(popup.locator('body')).not.toContainText(LABEL_HOST);
  await expect(popup.locator('[data-count], [data-practice]')).toHaveCount(0);
  await popup.close();
  expect(await extension.badge(tab)).toBe('');
  await extension.desk.evaluate(() => chrome.storage.local.remove('settings'));
}

/** The page is still there, with all that it has done. */
async function isThere(extension: ExtensionBrowser, tab: number): Promise<void> {
  const popup = await extension.openPopup(tab);
  await expect.poll(() => countInLead(popup)).toBe(COMPANIES);
  await popup.close();
  await expect.poll(() => extension.badge(tab)).toBe(String(COMPANIES));
}

const WAYS: readonly [name: string, says: string, leave: (page: Page) => Promise<unknown>][] = [
  ['by a link', 'not-covered', (page) => page.click('#link')],
  ['by an address', 'not-covered', (page) => page.goto(GARDEN)],
  ['by a redirect', 'not-covered', (page) => page.click('#redirect')],
  ['by a script', 'not-covered', (page) => page.evaluate((url) => location.replace(url), GARDEN)],
  ['to about:blank', 'not-covered', (page) => page.goto('about:blank')],
  ['to the new tab page', 'not-covered', (page) => page.goto('chrome://newtab/')],
  ['to a page of the browser', 'not-covered', (page) => page.goto('chrome://version/')],
  ['to a data: address', 'not-covered', (page) => page.goto('data:text/html,hello')],
  [
    'after it has taken off all listeners',
    'not-covered',
    async (page) => {
      await page.evaluate(() => {
        document.open();
        document.close();
      });
      await page.goto(GARDEN);
    },
  ],
];

for (const [name, says, leave] of WAYS) {
  test(`a page that is left ${name} is gone`, async ({ extension, page }) => {
    const tab = await openStart(extension, page);
    await leave(page);
    await isGone(extension, tab, says);
  });
}

test('a page that is left while the worker sleeps is told of nowhere, and gone when it wakes', async ({
  extension,
  page,
}) => {
  const tab = await openStart(extension, page);
  await extension.killWorker();
  await page.goto(GARDEN);
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="not-covered"]')).toBeVisible();
  await expect(popup.locator('body')).not.toContainText(LABEL_HOST);
  expect(await extension.badge(tab)).toBe('');
  await isGone(extension, tab, 'not-covered');
});

test('a worker that wakes for something else speaks of no page that has gone', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  await extension.killWorker();
  await page.goto(GARDEN);
  // Another tab of the same site sets a cookie, and the setting of the badge changes.
  const other = await extension.context.newPage();
  await other.goto(artist('/plain'));
  await other.evaluate(() => (document.cookie = 'made_elsewhere=1; max-age=600'));
  const beside = await extension.tabOf(other);
  await visitOf(extension, beside, ({ items }) => items.some(({ name }) => name === 'made_elsewhere'), 'the cookie');
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  expect(await extension.badge(tab)).toBe('');
});

test('the toolbar’s own popup speaks of the page that is there', async ({ extension, page }) => {
  await openStart(extension, page);
  await page.goto(GARDEN);
  const popup = await ToolbarPopup.open(extension, page);
  await expect.poll(() => popup.text()).toContain(`${OTHER_HOST} is not on our list`);
  expect(await popup.text()).not.toContain(LABEL_HOST);
});

test('a popup that is open follows its tab elsewhere and back', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  const popup = await extension.openPopup(tab, 'companies');
  await expect(popup.locator('[data-view="companies"]')).toBeVisible();
  await page.goto(GARDEN);
  await expect(popup.locator('[data-state="not-covered"]')).toBeVisible();
  await expect(popup.locator('body')).not.toContainText(LABEL_HOST);
  await page.goBack();
  await expect(popup.locator('[data-view="companies"]')).toBeVisible();
  await expect(async () => expect(await countInLead(popup)).toBe(COMPANIES)).toPass();
});

test('a page that has crashed is not told of', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  await page.goto('chrome://crash').catch(() => undefined);
  // The browser itself takes the number away; the worker hears of the crash by the line that breaks.
  await expect.poll(() => extension.badge(tab)).toBe('');
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="not-watched-yet"]')).toBeVisible();
  await expect(popup.locator('[data-count]')).toHaveCount(0);
});

test('a page that has crashed while the worker slept is told of nowhere', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  await extension.killWorker();
  await page.goto('chrome://crash').catch(() => undefined);
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="not-watched-yet"]')).toBeVisible();
  await expect(popup.locator('[data-count]')).toHaveCount(0);
  // Nobody has told of it; that somebody has asked is when it is found out.
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  await expect.poll(() => extension.badge(tab)).toBe('');
});

test('that a page has crashed is found out also where the browser is slow to say that nobody is there', async ({
  extension,
  page,
}) => {
  const tab = await openStart(extension, page);
  await extension.killWorker();
  await page.goto('chrome://crash').catch(() => undefined);
  const popup = await extension.context.newPage();
  await popup.addInitScript(() => {
    // The first page of a tab is empty, and has nothing of the extension.
    if (typeof chrome.tabs !== 'object') return;
    const send = chrome.tabs.sendMessage.bind(chrome.tabs) as (...given: unknown[]) => Promise<unknown>;
    chrome.tabs.sendMessage = async (...given: unknown[]) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return send(...given);
    };
  });
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${String(tab)}`);
  await expect(popup.locator('[data-state="not-watched-yet"]')).toBeVisible();
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  await expect.poll(() => extension.badge(tab)).toBe('');
});

test('a tab that is discarded has no record', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  await extension.desk.bringToFront();
  // The tab may get another id by it.
  const now = await extension.desk.evaluate(async (of) => (await chrome.tabs.discard(of))?.id, tab);
  if (now === undefined) throw new Error('The browser does not discard the tab.');
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  await expect.poll(() => extension.ledgerVisit(now)).toBeNull();
  await expect.poll(() => extension.badge(now)).toBe('');
});

test('a page that cannot be loaded anew has no record', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  await page.route('**', (route) => route.abort('internetdisconnected'));
  await page.reload().catch(() => undefined);
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state]')).toBeVisible();
  await expect(popup.locator('[data-count]')).toHaveCount(0);
});

const STAYS: readonly [name: string, act: (page: Page) => Promise<unknown>][] = [
  ['a download', (page) => Promise.all([page.waitForEvent('download'), page.click('#download')])],
  ['an answer without a page', (page) => Promise.all([page.waitForResponse('**/leave/empty'), page.click('#empty')])],
  ['a link into another tab', (page) => Promise.all([page.context().waitForEvent('page'), page.click('#beside')])],
  ['a step within the page', (page) => page.evaluate(() => (location.hash = 'further'))],
  ['a query that is taken off', (page) => page.evaluate(() => history.replaceState(null, '', '?'))],
  ['a state that is kept', (page) => page.evaluate(() => history.pushState({ a: 1 }, ''))],
];

for (const [name, act] of STAYS) {
  test(`${name} leaves nothing`, async ({ extension, page }) => {
    const tab = await openStart(extension, page);
    const before = await extension.ledgerVisit(tab);
    await act(page);
    // What the page does afterwards is told of the same visit: by then all that came before has been heard.
    await page.evaluate(() => fetch('https://www.facebook.com/tr?ev=After').then((answer) => answer.text()));
    const after = await visitOf(
      extension,
      tab,
      ({ hosts }) => (hosts.find(({ host }) => host === 'www.facebook.com')?.count ?? 0) > 1,
      'the request after it',
    );
    expect(after.document).toBe(before?.document);
    await isThere(extension, tab);
  });
}

test('a tab that moves to another window takes its record along', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  const window = await extension.desk.evaluate(
    async (tabId) => (await chrome.windows.create({ tabId }))?.id ?? -1,
    tab,
  );
  expect(window).toBeGreaterThan(0);
  await isThere(extension, tab);
});

test('a path that is replaced in place begins no visit, and the record follows', async ({ extension, page }) => {
  await page.goto(artist('/leave/renamed'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(
    extension,
    tab,
    (known) => knows('bat.bing.com')(known) && known.address.path === '/leave/en/home/',
    'the page under its new name',
  );
  expect(knows('www.facebook.com')(visit)).toBe(true);
  const popup = await extension.openPopup(tab);
  await expect.poll(() => countInLead(popup)).toBe(2);
});

test('a frame of a listed site on another page is no visit of that page', async ({ extension, page }) => {
  // After a visit of the same site in the same tab, and without one.
  const tab = await openStart(extension, page);
  for (const way of ['after', 'without']) {
    await page.goto(`https://${OTHER_HOST}/fan`);
    await expect(page.frameLocator('iframe').locator('h1')).toHaveText('A page to leave');
    await page.frames()[1]?.evaluate(() => fetch('https://bat.bing.com/in-frame.json').then((answer) => answer.text()));
    await isGone(extension, tab, 'not-covered');
    if (way === 'after') await page.goto('about:blank');
  }
});

test('a frame that outlives a change of view is told in the new one, and goes on', async ({ extension, page }) => {
  await page.goto(artist('/leave/layout'));
  const tab = await extension.tabOf(page);
  const hasForm = ({ forms }: Visit): boolean => forms.some(({ host }) => host === FORMS_HOST);
  await visitOf(extension, tab, hasForm, 'the form of the first view');
  for (const view of ['tour', 'shop']) {
    await page.click(`[data-view="${view}"]`);
    await visitOf(
      extension,
      tab,
      (visit) => visit.address.path === `/leave/${view}` && hasForm(visit),
      `the form in ${view}`,
    );
    await page.frames()[1]?.evaluate((name) => {
      localStorage.setItem(`made-in-${name}`, '1');
    }, view);
    await visitOf(
      extension,
      tab,
      (visit) => visit.items.some(({ name }) => name === `made-in-${view}`),
      `what the frame does in ${view}`,
    );
  }
});

test('two pages with one address are two records', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  const before = await extension.ledgerVisit(tab);
  await page.evaluate(() => fetch('https://bat.bing.com/only-here.json').then((answer) => answer.text()));
  await visitOf(extension, tab, knows('bat.bing.com'), 'what the first did');
  await page.goto(START);
  const after = await visitOf(extension, tab, (visit) => visit.root !== before?.root, 'the second');
  expect(knows('bat.bing.com')(after)).toBe(false);
  await expect.poll(() => extension.badge(tab)).toBe(String(COMPANIES));
});

test('back and on with the cache of the browser: always the page that is there', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site, { backForwardCache: true });
  try {
    const page = await extension.context.newPage();
    const tab = await openStart(extension, page);
    const { root } = await visitOf(extension, tab, () => true, 'the page');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'from the cache' : 'loaded again';
      });
    });
    await page.goto(GARDEN);
    await isGone(extension, tab, 'not-covered');
    // The answer may not come any more: the page goes with the call.
    page.evaluate(() => history.back()).catch(() => undefined);
    await expect(page).toHaveTitle('from the cache');
    const again = await visitOf(extension, tab, knows('www.facebook.com'), 'the page again');
    expect(again.root).toBe(root);
    await expect.poll(() => extension.badge(tab)).toBe(String(COMPANIES));
    await isThere(extension, tab);
    // The answer may not come any more: the page goes with the call.
    page.evaluate(() => history.forward()).catch(() => undefined);
    await expect(page).toHaveURL(GARDEN);
    await isGone(extension, tab, 'not-covered');
  } finally {
    await extension.close();
  }
});

test('no page of the web wakes the worker, whatever records there are', async ({ extension, page }) => {
  const tab = await openStart(extension, page);
  // Else the page that is watched would wake it.
  await recordStill(extension, page, tab);
  const other = await extension.context.newPage();
  await extension.killWorker();
  await other.goto(GARDEN);
  await other.goto(`https://${OTHER_HOST}/search`);
  expect(await extension.workerIsRunning()).toBe(false);
});
