/** What goes wrong while a policy is read or kept has a name on the screen, and what was kept before stays whole. */
import type { Locator, Page } from '@playwright/test';
import { copyOfText, putCopies, TEXT_OF_TODAY } from '../../tools/builders/kept-copies.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test } from './fixtures.ts';
import { drawn } from './popup-page.ts';

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

test('the longest text is read beside the popup, which answers meanwhile; who leaves ends it, and nothing is kept', async ({
  extension,
  page,
}) => {
  await putCopies(extension.desk, []);
  await page.goto(artist('/texts/hostile'));
  const { popup, read } = await openReader(extension, page);
  await read.locator('[data-read]').click();
  await expect(read).toHaveAttribute('data-reading', 'reading');
  await expect(read.locator('[data-step="reading"]')).toBeVisible();
  await expect(read.locator('progress')).toBeVisible();
  const [worker] = popup.workers();
  expect(worker).toBeDefined();
  // The popup goes to another view and draws it while the text is being read.
  await popup.evaluate(() => {
    location.hash = '#';
  });
  await expect(drawn(popup, 'home')).toBeVisible();
  await expect.poll(() => popup.workers().some((one) => one === worker)).toBe(false);
  await popup.evaluate(() => {
    location.hash = '#policy';
  });
  await expect(read).toHaveAttribute('data-reading', 'none');
  expect(await keptIds(extension)).toEqual([]);
  // And it can be read all the same.
  await press(read);
  await expect(read).toHaveAttribute('data-reading', 'cut-short');
  await expect(read.locator('[data-kept]')).toContainText('A copy is kept');
});

test('a worker that does not come is told, and the next press reads', async ({ extension, page }) => {
  const kept = await keepOne(extension);
  await page.goto(POLICY);
  const { popup, read } = await openReader(extension, page, () => {
    const Real = Worker;
    globalThis.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(document.title === 'mended' ? address : '/not-there.js', options);
      }
    };
  });
  await press(read);
  await expect(read).toHaveAttribute('data-reading', 'failed');
  await expect(read).toContainText('Something went wrong while it was read');
  expect(await keptIds(extension)).toEqual([kept]);
  await popup.evaluate(() => {
    document.title = 'mended';
  });
  await popup.getByRole('button', { name: 'Try again' }).click();
  await expect(read).toHaveAttribute('data-reading', 'policy');
});
