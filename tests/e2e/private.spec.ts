/** Private windows: nothing is kept, nothing is shown. The extension is allowed in them first, as a person may do. */
import type { Page } from '@playwright/test';
import { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';

async function openPrivate(extension: ExtensionBrowser, url: string): Promise<{ page: Page; tab: number }> {
  const opened = extension.context.waitForEvent('page');
  const tab = await extension.desk.evaluate(async (address) => {
    const window = await chrome.windows.create({ incognito: true, url: address });
    return window?.tabs?.[0]?.id ?? -1;
  }, url);
  const page = await opened;
  // A window may begin with an empty page.
  await page.waitForURL(url);
  return { page, tab };
}

test('nothing is kept of a private window, and the popup says so', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site);
  try {
    await extension.allowInPrivate();
    const { page: hidden, tab } = await openPrivate(extension, artist('/practice/web-analytics'));
    await expect(hidden).toHaveTitle('Practice: web-analytics');
    expect(await extension.desk.evaluate(async (id) => (await chrome.tabs.get(id)).incognito, tab)).toBe(true);

    // A page of a normal window, opened later, is recorded: by then the private one would have been.
    const open = await extension.context.newPage();
    await open.goto(artist('/practice/web-analytics'));
    const openTab = await extension.tabOf(open);
    await visitOf(
      extension,
      openTab,
      ({ hosts }) => hosts.some(({ host }) => host === 'www.google-analytics.com'),
      'the normal page',
    );
    const stored = await extension.desk.evaluate(() => chrome.storage.session.get());
    expect(Object.keys(stored).filter((key) => key.startsWith('visit:'))).toEqual([`visit:${String(openTab)}`]);
    expect(await extension.desk.evaluate(() => chrome.storage.local.get())).toEqual({});
    expect(await extension.badge(tab)).toBe('');

    const popup = await extension.openPopup(tab);
    await expect(popup.locator('[data-state="private"]')).toBeVisible();
    await expect(popup.locator('main')).toContainText(
      'In private windows Liner Notes keeps nothing and shows nothing.',
    );
    await expect(popup.locator('body')).not.toContainText('columbiarecords');
    // Neither is there a way around that screen.
    for (const view of ['practices', 'companies', 'site']) {
      const deeper = await extension.openPopup(tab, view);
      await expect(deeper.locator('main[data-state="private"][data-view="home"]')).toBeVisible();
      await expect(deeper.locator('body')).not.toContainText('columbiarecords');
    }
  } finally {
    await extension.close();
  }
});

test('no policy is read or kept of a private window', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site);
  try {
    await extension.allowInPrivate();
    const { page: hidden, tab } = await openPrivate(extension, 'https://www.sonymusic.com/privacy-policy/');
    await expect(hidden.locator('h1').first()).toBeVisible();
    // Neither by its button nor by the address of the view that has it.
    for (const view of [undefined, 'policy']) {
      const popup = await extension.openPopup(tab, view);
      await expect(popup.locator('main[data-state="private"][data-view="home"]')).toContainText('keeps nothing');
      await expect(popup.locator('[data-read]')).toHaveCount(0);
    }
    expect(await extension.desk.evaluate(() => indexedDB.databases())).toEqual([]);
    expect(await extension.desk.evaluate(() => chrome.storage.local.get())).toEqual({});
  } finally {
    await extension.close();
  }
});
