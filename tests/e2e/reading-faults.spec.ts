/**
 * What goes wrong while a policy is read or kept has a name on the screen, and what was kept before stays whole.
 *
 * Long because: each fault is a journey of its own.
 */
/* eslint-disable @typescript-eslint/unbound-method -- The methods themselves are meant. */
import type { Locator, Page } from '@playwright/test';
import { copyOfText, putCopies, TEXT_OF_TODAY } from '../../tools/builders/kept-copies.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { OWN_POLICY_HOST } from '../../replica/hosts.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { openCopies } from './kept-copies-page.ts';
import { card, drawn, openPart } from './popup-page.ts';

const POLICY = 'https://www.sonymusic.com/privacy-policy/';

test.afterEach(async ({ extension }) => {
  await extension.forgetCopies();
});

/** The popup over a page, at the view that reads it. `before`: runs in it before its own code. */
async function openReader(
  extension: ExtensionBrowser,
  page: Page,
  before: () => void = () => undefined,
): Promise<{ popup: Page; read: Locator }> {
  const tab = await extension.tabOf(page);
  const popup = await extension.context.newPage();
  await popup.addInitScript(before);
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${String(tab)}#policy`);
  await expect(drawn(popup, 'policy')).toBeVisible();
  return { popup, read: popup.locator('[data-reading]') };
}

/** Has the page read, and waits for what comes of it. */
async function press(read: Locator): Promise<void> {
  await read.locator('[data-read]').click();
  await expect(read).not.toHaveAttribute('data-reading', /^(?:none|reading)$/);
}

/** Ids of the copies that are kept, from the database itself. */
async function keptIds(extension: ExtensionBrowser): Promise<readonly string[]> {
  return extension.desk.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes.kept-copies');
        opening.onerror = () => {
          reject(new Error('no database'));
        };
        opening.onsuccess = () => {
          const asked = opening.result.transaction('copies').objectStore('copies').getAllKeys();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.map(String));
          };
        };
      }),
  );
}

/** A copy that is there before anything goes wrong. */
async function keepOne(extension: ExtensionBrowser): Promise<string> {
  await putCopies(extension.desk, [copyOfText('before', TEXT_OF_TODAY, { address: artist('/texts/dated') })]);
  return 'before';
}

test('a text that takes long is read beside the popup; who leaves ends it, and nothing is kept', async ({
  extension,
  page,
}) => {
  await putCopies(extension.desk, []);
  await page.goto(artist('/texts/hostile'));
  const { popup, read } = await openReader(extension, page, () => {
    const tell = Worker.prototype.postMessage;
    // Until then the worker is told of no text: as long as that, reading takes.
    Worker.prototype.postMessage = function (...given: unknown[]) {
      if (document.title === 'mended') (tell as (...all: unknown[]) => void).apply(this, given);
    };
  });
  await read.locator('[data-read]').click();
  await expect(read).toHaveAttribute('data-reading', 'reading');
  await expect(read.locator('[data-step="reading"] progress')).toBeVisible();
  await expect(read).toContainText('Go back to stop it');
  // It starts in its own time, and alone.
  await expect.poll(() => popup.workers().length).toBe(1);
  const [worker] = popup.workers();
  await popup.locator('[data-back]').click();
  await expect(drawn(popup, 'home')).toBeVisible();
  await expect.poll(() => popup.workers().some((one) => one === worker)).toBe(false);
  await popup.evaluate(() => {
    document.title = 'mended';
    location.hash = '#policy';
  });
  await expect(read).toHaveAttribute('data-reading', 'none');
  expect(await keptIds(extension)).toEqual([]);
  // And it can be read all the same. The view has given the page its own title again.
  await popup.evaluate(() => {
    document.title = 'mended';
  });
  await press(read);
  await expect(read).toHaveAttribute('data-reading', 'cut-short');
  await expect(read.locator('[data-kept]')).toContainText('A copy is kept');
});

test('a worker that does not come is told, and the next press reads', async ({ extension, page }) => {
  const kept = await keepOne(extension);
  await page.goto(POLICY);
  const { popup, read } = await openReader(extension, page, () => {
    const Real = Worker;
    let broken = 0;
    globalThis.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        const isMended = document.title === 'mended';
        super(isMended ? address : '/not-there.js', options);
        if (isMended) return;
        broken += 1;
        this.addEventListener('error', () => {
          broken -= 1;
        });
      }
    };
    Object.assign(globalThis, { brokenWorkers: () => broken });
  });
  await press(read);
  await expect(read).toHaveAttribute('data-reading', 'failed');
  await expect(read).toContainText('Something went wrong while it was read');
  expect(await keptIds(extension)).toEqual([kept]);
  await popup.evaluate(() => {
    document.title = 'mended';
  });
  // The button may have come under the pointer, which starts a worker for the next press: one more that does not come.
  const broken = () => popup.evaluate(() => (globalThis as unknown as { brokenWorkers(): number }).brokenWorkers());
  await expect.poll(broken).toBe(0);
  await popup.getByRole('button', { name: 'Try again' }).click();
  await expect(read).toHaveAttribute('data-reading', 'policy');
});

test('on a full disk nothing is kept, what was read is shown, and what was kept before is whole', async ({
  extension,
  page,
}) => {
  const kept = await keepOne(extension);
  await page.goto(POLICY);
  const { read } = await openReader(extension, page, () => {
    // What a browser without room does: the request was heard, then the whole transaction is taken back.
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      const asked = put.apply(this, given);
      const full = new DOMException('no room', 'QuotaExceededError');
      Object.defineProperty(this.transaction, 'error', { get: () => full });
      this.transaction.abort();
      return asked;
    };
  });
  await press(read);
  await expect(read.locator('[data-kept="disk-full"]')).toContainText('the browser has no room left');
  await expect(read.locator('details[data-practice]').first()).toBeVisible();
  expect(await keptIds(extension)).toEqual([kept]);
  const whole = await openReader(extension, page);
  await press(whole.read);
  await expect(whole.read.locator('[data-kept]')).toContainText('A copy is kept');
  expect(await keptIds(extension)).toHaveLength(2);
});

test('without a database what was read is shown, and a copy that cannot be opened is told', async ({
  extension,
  page,
}) => {
  const refuse = (): void => {
    indexedDB.open = () => {
      throw new DOMException('the disk is gone', 'UnknownError');
    };
  };
  await page.goto(POLICY);
  const { read } = await openReader(extension, page, refuse);
  await press(read);
  await expect(read).toHaveAttribute('data-reading', 'policy');
  await expect(read.locator('[data-kept="no-database"]')).toContainText('does not let Liner Notes store it');

  const whole = await openReader(extension, page);
  await press(whole.read);
  await expect(whole.read.locator('[data-kept]')).toContainText('A copy is kept');
  await page.goto(artist('/practice/session-recording'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 0, 'another company');
  const { popup } = await openReader(extension, page, refuse);
  await popup.evaluate(() => {
    location.hash = '#';
  });
  await expect(drawn(popup, 'home')).toBeVisible();
  await expect(popup.locator('[data-second="missing"]')).toContainText('could not be opened');
});

test('the same text is kept once, and the second time says so', async ({ extension, page }) => {
  await page.goto(POLICY);
  await press((await openReader(extension, page)).read);
  const ids = await keptIds(extension);
  const again = await openReader(extension, page);
  await press(again.read);
  await expect(again.read.locator('[data-kept]')).toContainText('You have kept the same text since');
  expect(await keptIds(extension)).toEqual(ids);
});

test('a service worker that ends while a text is read loses nothing of it', async ({ extension, page }) => {
  await page.goto(artist('/texts/hostile'));
  const { read } = await openReader(extension, page);
  await read.locator('[data-read]').click();
  await extension.killWorker();
  await expect(read).toHaveAttribute('data-reading', 'cut-short');
  await expect(read.locator('[data-kept]')).toContainText('A copy is kept');
  expect(await keptIds(extension)).toHaveLength(1);
});

test('a popup that goes while a copy is being kept leaves the whole copy or none', async ({ extension, page }) => {
  const kept = await keepOne(extension);
  await page.goto(POLICY);
  const { popup, read } = await openReader(extension, page, () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      const asked = put.apply(this, given);
      location.href = '/manifest.json';
      return asked;
    };
  });
  await read.locator('[data-read]').click();
  await popup.waitForURL(/manifest\.json$/);
  const ids = await keptIds(extension);
  expect(ids).toContain(kept);
  await openCopies(extension, page);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(ids.length === 1 ? '1 copy' : '2 copies');
  await expect(page.getByRole('heading', { name: 'Damaged copies' })).toHaveCount(0);
});

test('a page that makes way for another while it is read is not told of, and the next one can be read', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/texts/tour'));
  const { popup, read } = await openReader(extension, page, () => {
    const { executeScript } = chrome.scripting;
    let isFirst = true;
    chrome.scripting.executeScript = ((...given: unknown[]) => {
      if (!isFirst) return (executeScript as (...all: unknown[]) => unknown)(...given);
      isFirst = false;
      return new Promise(() => undefined);
    }) as typeof executeScript;
  });
  await read.locator('[data-read]').click();
  await expect(read).toHaveAttribute('data-reading', 'reading');
  await page.goto(POLICY);
  await expect(read).toHaveAttribute('data-reading', 'none');
  await press(read);
  await expect(read).toHaveAttribute('data-reading', 'policy');
  await expect(popup.locator('[data-facts]')).toContainText('English');
});

test('a copy that is deleted on its page is gone from the open popup too', async ({ extension, page }) => {
  await page.goto(POLICY);
  await press((await openReader(extension, page)).read);
  await page.goto(artist('/practice/session-recording'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 0, 'another company');
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-second="there"]')).toBeVisible();
  await openPart(popup, 'practices');
  await card(popup, 'session-recording').click();
  await expect(popup.locator('[data-text="read"]')).toBeVisible();
  const copies = await extension.context.newPage();
  await openCopies(extension, copies);
  await copies.getByRole('button', { name: /^Delete “/ }).click();
  await expect(popup.locator('[data-text="held"]')).toBeVisible();
  await expect(popup.locator('[data-text="read"]')).toHaveCount(0);
  await copies.getByRole('button', { name: /^Put .* back$/ }).click();
  await expect(popup.locator('[data-text="read"]')).toBeVisible();
});

test('a national policy speaks for its own organisation’s sites alone', async ({ extension, page }) => {
  const german = `https://${OWN_POLICY_HOST}/`;
  await page.goto(german);
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  const before = await extension.openPopup(tab, 'practices');
  await expect(drawn(before, 'practices')).toBeVisible();
  // The text that is held does not speak for this site: nothing can be told before its own was read.
  await expect(before.locator('a[data-practice]').first()).toBeVisible();
  await expect(before.locator('a[data-label]:not([data-label="cannot-tell"])')).toHaveCount(0);
  await before.close();

  await page.goto(`${german}Datenschutz/`);
  const { read } = await openReader(extension, page);
  await press(read);
  await expect(read.locator('[data-facts]')).toContainText('German');

  // Not on a site of the company in another country.
  await page.goto(artist('/practice/web-analytics'));
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 0, 'another company');
  const american = await extension.openPopup(tab);
  await expect(drawn(american, 'home')).toBeVisible();
  await expect(american.locator('[data-count]')).toBeVisible();
  await expect(american.locator('[data-second]')).toHaveCount(0);
  await american.close();

  await page.goto(german);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-second="there"]')).toBeVisible();
  await openPart(popup, 'practices');
  await expect(popup.locator('a[data-label]:not([data-label="cannot-tell"])').first()).toBeVisible();

  // Nor does the American text speak for the German site.
  await extension.forgetCopies();
  await page.goto(POLICY);
  await press((await openReader(extension, page)).read);
  await page.goto(german);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  const after = await extension.openPopup(tab);
  // With its record: the screen without one says nothing of a second text either.
  await expect(after.locator('main[data-state="own-policy"][data-view="home"]')).toBeVisible();
  await expect(after.locator('[data-second]')).toHaveCount(0);
});
