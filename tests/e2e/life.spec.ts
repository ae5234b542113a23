/** The life of a record: the worker dies, the page reloads or changes its view, two tabs are open, the popup looks on. */
import type { Page } from '@playwright/test';
import type { ObservedMessage } from '../../ledger/messages.ts';
import type { Visit } from '../../ledger/visit.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, recordStill, test, visitOf } from './fixtures.ts';
import { card, countInLead, openPart } from './popup-page.ts';

const knows = (host: string) => (visit: Visit) => visit.hosts.some((record) => record.host === host);

/** Makes the page call a company, as any script of it might. */
async function call(page: Page, host: string): Promise<void> {
  // The answer is read: of a fetch whose answer nobody reads, Resource Timing never tells.
  await page.evaluate((to) => fetch(`https://${to}/called.json`).then((answer) => answer.text()), host);
}

/** Tells the background, from a content script in the tab, of a request that the document of a visit has made. */
async function sendRequest(extension: ExtensionBrowser, tab: number, of: Visit, host: string): Promise<void> {
  const message: ObservedMessage = {
    type: 'observed',
    document: of.document,
    startedAt: of.startedAt,
    frame: 'top',
    observations: [
      {
        kind: 'request',
        at: of.updatedAt,
        address: { scheme: 'https', host, path: '/' },
        initiator: 'img',
        // Not null: arguments of injected functions lose it on the way.
        failed: false,
        pixel: false,
        identifiers: [],
      },
    ],
  };
  await extension.desk.evaluate(
    async ([tabId, told]) => {
      const func = (late: unknown) => {
        void chrome.runtime.sendMessage(late);
      };
      await chrome.scripting.executeScript({ target: { tabId }, args: [told], func });
    },
    [tab, message] as const,
  );
}

test('nothing is lost when the worker dies between two events', async ({ extension, page }) => {
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  const before = await visitOf(extension, tab, knows('www.google-analytics.com'), 'the first company');
  await extension.killWorker();
  await call(page, 'analytics.tiktok.com');
  const after = await visitOf(extension, tab, knows('analytics.tiktok.com'), 'the second company');
  expect(after.document).toBe(before.document);
  expect(knows('www.google-analytics.com')(after)).toBe(true);
  await extension.killWorker();
  await call(page, 'bat.bing.com');
  await visitOf(extension, tab, knows('bat.bing.com'), 'the third company');
});

test('the popup says the same when the worker has died', async ({ extension, page }) => {
  await page.goto(artist('/practice/third-party-cookies'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_fbp'), 'the cookie');
  // What the page tells later would wake the worker, and may be of one more company.
  await recordStill(extension, page, tab);
  const awake = await extension.openPopup(tab);
  const count = await countInLead(awake);
  await awake.close();
  await extension.killWorker();
  const asleep = await extension.openPopup(tab);
  expect(await countInLead(asleep)).toBe(count);
  await openPart(asleep, 'practices');
  await expect(card(asleep, 'third-party-cookies')).toBeVisible();
  expect(await extension.workerIsRunning(), 'the popup reads by itself').toBe(false);
});

test('a reload begins a new visit', async ({ extension, page }) => {
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  await call(page, 'analytics.tiktok.com');
  const before = await visitOf(extension, tab, knows('analytics.tiktok.com'), 'the extra company');
  await page.reload();
  const after = await visitOf(
    extension,
    tab,
    (visit) => visit.document !== before.document && knows('www.google-analytics.com')(visit),
    'the new visit',
  );
  expect(knows('analytics.tiktok.com')(after)).toBe(false);
  expect(after.since).toBeGreaterThan(before.since);
});

test('a change of view in a single-page site begins a new visit', async ({ extension, page }) => {
  await page.goto(artist('/spa/home'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, knows('www.facebook.com'), 'the company of the first view');
  await page.getByRole('button', { name: 'Tour' }).click();
  const tour = await visitOf(
    extension,
    tab,
    (visit) => visit.address.path === '/spa/tour' && knows('rest.bandsintown.com')(visit),
    'the tour view',
  );
  expect(knows('www.facebook.com')(tour)).toBe(false);
  await page.getByRole('button', { name: 'Shop' }).click();
  const shop = await visitOf(
    extension,
    tab,
    (visit) => visit.address.path === '/spa/shop' && knows('cdn.shopify.com')(visit),
    'the shop view',
  );
  expect(knows('rest.bandsintown.com')(shop)).toBe(false);
});

test('a page that never finishes loading is looked at all the same', async ({ extension, page }) => {
  // No answer to the picture, for which the page would wait.
  await page.route('**/never.png', () => undefined);
  await page.addInitScript(() => {
    localStorage.setItem('fan-of', 'lanterns');
    document.addEventListener('DOMContentLoaded', () => {
      const picture = document.createElement('img');
      picture.src = '/never.png';
      document.body.append(picture);
    });
  });
  await page.goto(artist('/plain'), { waitUntil: 'domcontentloaded' });
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === 'fan-of'), 'what the page keeps');
  expect(await page.evaluate(() => document.readyState)).toBe('interactive');
});

test('two tabs do not mix', async ({ extension, page }) => {
  const other = await extension.context.newPage();
  await Promise.all([page.goto(artist('/practice/web-analytics')), other.goto(artist('/practice/session-recording'))]);
  const tab = await extension.tabOf(page);
  const otherTab = await extension.tabOf(other);
  expect(otherTab).not.toBe(tab);
  const visit = await visitOf(extension, tab, knows('www.google-analytics.com'), 'the first tab');
  const otherVisit = await visitOf(extension, otherTab, knows('static.hotjar.com'), 'the second tab');
  expect(knows('static.hotjar.com')(visit)).toBe(false);
  expect(knows('www.google-analytics.com')(otherVisit)).toBe(false);
});

test('the popup follows while it is open', async ({ extension, page }) => {
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  // The number to begin with is that of a page that has come to rest.
  await visitOf(extension, tab, knows('www.google-analytics.com'), 'the company of the page');
  const popup = await extension.openPopup(tab);
  const before = await countInLead(popup);
  await openPart(popup, 'practices');
  await expect(card(popup, 'web-analytics')).toBeVisible();
  await expect(card(popup, 'session-recording')).toHaveCount(0);
  await call(page, 'static.hotjar.com');
  await expect(card(popup, 'session-recording')).toBeVisible();
  await expect.poll(() => countInLead(popup)).toBe(before + 1);
});

test('what an old page says late is not put down to the new one', async ({ extension, page }) => {
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  const old = await visitOf(extension, tab, knows('www.google-analytics.com'), 'the old page');
  // The last request and the departure in one breath: what the observers gather of it is sent while the next page begins.
  await page.evaluate(() => {
    new Image().src = 'https://analytics.tiktok.com/late.gif';
    navigator.sendBeacon('https://bat.bing.com/late.gif');
    location.href = '/plain';
  });
  await page.waitForURL('**/plain');
  const now = await visitOf(extension, tab, ({ address }) => address.path === '/plain', 'the new page');

  // A message can come later still than a page can be made to send it: so one is sent by hand, as a content script of ours
  // would, in the name of the old page; and one in the name of the new page, which shows that such messages arrive.
  await sendRequest(extension, tab, old, 'late.example');
  await sendRequest(extension, tab, now, 'control.example');
  const visit = await visitOf(extension, tab, knows('control.example'), 'the message of the new page');
  const others = visit.hosts.map(({ host }) => host).filter((host) => host !== new URL(page.url()).hostname);
  expect(others).toEqual(['control.example']);
});

test('a page that comes back from the back/forward cache is the visit again', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site, { backForwardCache: true });
  try {
    const page = await extension.context.newPage();
    await page.goto(artist('/practice/web-analytics'));
    const tab = await extension.tabOf(page);
    await visitOf(extension, tab, knows('www.google-analytics.com'), 'the first page');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'from the cache' : 'loaded again';
      });
    });
    await page.goto(artist('/plain'));
    await visitOf(extension, tab, ({ address }) => address.path === '/plain', 'the second page');
    // Not `page.goBack()`: it waits for a load, and a page from the cache does not load.
    void page.evaluate(() => {
      history.back();
    });
    await expect(page).toHaveTitle('from the cache');
    const path = '/practice/web-analytics';
    await visitOf(extension, tab, ({ address }) => address.path === path, 'the first page again');
    await call(page, 'analytics.tiktok.com');
    const visit = await visitOf(extension, tab, knows('analytics.tiktok.com'), 'what the page did after it came back');
    expect(visit.address.path).toBe(path);
  } finally {
    await extension.close();
  }
});

test('a closed tab is forgotten', async ({ extension, page }) => {
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, () => true, 'the page');
  await page.close();
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
});

test('after an update, an open page counts as not watched until it is reloaded', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site);
  try {
    const page = await extension.context.newPage();
    await page.goto(artist('/practice/web-analytics'));
    await visitOf(extension, await extension.tabOf(page), knows('www.google-analytics.com'), 'the page');
    // After the answer to this: the page that asks goes with the reload.
    await extension.desk.evaluate(() => {
      setTimeout(() => {
        chrome.runtime.reload();
      });
    });
    await expect.poll(() => extension.desk.isClosed()).toBe(true);
    await extension.waitForReload();
    // What was left of us in the page goes on without a word, and without an error in the page.
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await call(page, 'bat.bing.com');
    const popup = await extension.openPopup(page);
    await expect(popup.locator('[data-state="not-watched-yet"]')).toBeVisible();
    await page.reload();
    await expect(popup.locator('[data-state="normal"]')).toBeVisible();
    await openPart(popup, 'practices');
    await expect(card(popup, 'web-analytics')).toBeVisible();
    expect(errors).toEqual([]);
    expect(await extension.errors()).toEqual([]);
  } finally {
    await extension.close();
  }
});

test('the browser would have caught an error of ours', async ({ site }) => {
  // Every test asks for such errors when it ends: this one fails if they could not be seen.
  const extension = await ExtensionBrowser.launch(site);
  try {
    const page = await extension.context.newPage();
    await page.goto(artist('/plain'));
    await visitOf(extension, await extension.tabOf(page), () => true, 'the page');
    const worker = extension.context.serviceWorkers()[0] ?? (await extension.context.waitForEvent('serviceworker'));
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('control');
      });
    });
    await expect.poll(() => extension.errors()).toEqual([expect.stringContaining('control')]);
  } finally {
    await extension.close();
  }
});
