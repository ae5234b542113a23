/** The settings page: what is chosen holds at once, is kept, and can be deleted with all else. */
import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { expectSound, expectToFit } from './sound.ts';

const LOCALES = path.resolve(import.meta.dirname, '../../locales');
const languages = readdirSync(LOCALES)
  .filter((name) => name.endsWith('.json'))
  .map(
    (name) =>
      JSON.parse(readFileSync(path.join(LOCALES, name), 'utf8')) as {
        language: { code: string; direction: string };
        badge: { none: string };
        words: { settings?: { title: string } };
      },
  );

/** In a tab of its own, or in the one that is given. */
async function openSettings(extension: ExtensionBrowser, tab?: Page): Promise<Page> {
  const page = tab ?? (await extension.context.newPage());
  await page.goto(`chrome-extension://${extension.id}/options.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

const stored = (extension: ExtensionBrowser) =>
  extension.desk.evaluate(async () => ({
    local: await chrome.storage.local.get(),
    session: await chrome.storage.session.get(),
  }));

test.afterEach(async ({ extension }) => {
  await extension.desk.evaluate(() => chrome.storage.local.clear());
});

test('is accessible in light and dark, and fits 320 pixels', async ({ extension, page }) => {
  await openSettings(extension, page);
  // With the question of the second step open, since it is drawn only then.
  await page.getByRole('button', { name: 'Delete everything kept …' }).click();
  await expectSound(page);
  await expectToFit(page);
});

test('can be walked by keyboard alone, each stop to be seen', async ({ extension, page }) => {
  await openSettings(extension, page);
  const stops: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const on = document.activeElement;
      return { id: on?.id ?? '', outline: on === null ? '' : getComputedStyle(on).outlineStyle };
    });
    expect(stop.outline, stop.id).not.toBe('none');
    stops.push(stop.id);
  }
  expect(stops).toEqual(['language', 'badge', 'region', 'all', 'gpc', 'copies', 'delete']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#delete')).toBeFocused();
  await expect(page.getByRole('status')).toHaveText('Nothing was deleted.');
});

test('the number on the button goes and comes with the box', async ({ extension, page }) => {
  await page.goto(artist('/practice/tag-manager'));
  const tab = await extension.tabOf(page);
  await expect.poll(() => extension.badge(tab)).toBe('1');
  const title = () => extension.desk.evaluate((tabId) => chrome.action.getTitle({ tabId }), tab);
  // Its words are told just after its number.
  await expect.poll(title).toBe('Liner Notes: other companies contacted on this page: 1');
  const settings = await openSettings(extension);
  await settings.getByRole('checkbox').uncheck();
  await expect.poll(() => extension.badge(tab)).toBe('');
  await expect.poll(title).toBe('Liner Notes');
  // Also for what the page does from here on, and when the worker has died meanwhile.
  const before = await extension.ledgerVisit(tab);
  await extension.killWorker();
  await page.reload();
  await visitOf(extension, tab, ({ root, hosts }) => root !== before?.root && hosts.length > 1, 'the page anew');
  expect(await extension.badge(tab)).toBe('');
  await settings.getByRole('checkbox').check();
  await expect.poll(() => extension.badge(tab)).toBe('1');
});

test('the region is kept, and the popup offers its routes', async ({ extension, page }) => {
  const settings = await openSettings(extension);
  await settings.getByLabel('Country or state').selectOption('DE');
  await expect(settings.getByRole('status')).toHaveText('Saved.');
  expect((await stored(extension)).local).toMatchObject({ settings: { region: 'DE' } });
  await settings.reload();
  await expect(settings.getByLabel('Country or state')).toHaveValue('DE');
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  const popup = await extension.openPopup(tab);
  await popup.goto(`${popup.url()}#act`);
  await expect(popup.locator('main')).toContainText('Germany');
});

test('another language applies at once, to the page and to the button', async ({ extension, page }) => {
  const other = languages.find(({ language }) => language.code === 'de');
  if (other === undefined) throw new Error('There is no German to switch to.');
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, () => true, 'the page');
  const settings = await openSettings(extension);
  await settings.locator('#language').focus();
  await settings.locator('#language').selectOption(other.language.code);
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText(other.words.settings?.title ?? '');
  await expect(settings.locator('html')).toHaveAttribute('lang', other.language.code);
  await expect(settings.locator('html')).toHaveAttribute('dir', other.language.direction);
  await expect(settings.locator('#language')).toBeFocused();
  await expect
    .poll(() => extension.desk.evaluate((tabId) => chrome.action.getTitle({ tabId }), tab))
    .toBe(other.badge.none);
  await settings.reload();
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText(other.words.settings?.title ?? '');
});

test('a full storage is told, and the old choice stays', async ({ extension, page }) => {
  const settings = await openSettings(extension, page);
  // Ten megabytes fit; whatever fits of the last piece is taken as well.
  await extension.desk.evaluate(async () => {
    for (let i = 0, size = 1_000_000; size >= 1; i += 1) {
      try {
        await chrome.storage.local.set({ [`filler-${String(i)}`]: 'x'.repeat(size) });
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await settings.getByRole('checkbox').click();
  await expect(settings.getByRole('status')).toContainText('the old choice stays');
  await expect(settings.getByRole('checkbox')).toBeChecked();
});

test('deleting everything really empties the storage, and no running page fills it again', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  const settings = await openSettings(extension);
  await settings.getByLabel('Country or state').selectOption('DE');
  await expect(settings.getByRole('status')).toHaveText('Saved.');
  // The tabs of the tests before are closed; that their records go is heard by the worker.
  const records = async (): Promise<string[]> =>
    Object.keys((await stored(extension)).session).filter((key) => key.startsWith('visit:'));
  await expect.poll(records).toEqual([`visit:${String(tab)}`]);
  const before = await stored(extension);

  await settings.locator('#delete').click();
  await settings.getByRole('button', { name: 'Delete now' }).click();
  await expect(settings.getByRole('status')).toHaveText(
    'Deleted: the record of 1 tab, the kept copies, the recordings, the settings and the random number.',
  );
  expect(await stored(extension)).toEqual({ local: {}, session: {} });
  await expect.poll(() => extension.badge(tab)).toBe('');
  await expect(settings.getByLabel('Country or state')).toHaveValue('');

  // The page goes on and reports; what it says is of a visit that is gone.
  await page.evaluate(() => fetch('https://bat.bing.com/called.json').then((answer) => answer.text()));
  const other = await extension.context.newPage();
  await other.goto(artist('/plain'));
  await visitOf(extension, await extension.tabOf(other), () => true, 'another page, opened later');
  expect(await extension.ledgerVisit(tab)).toBeNull();
  expect((await stored(extension)).session).not.toMatchObject({ salt: before.session.salt });

  await page.reload();
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page after a reload');
});

test('a page of the web cannot ask for the deletion', async ({ extension, page }) => {
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, () => true, 'the page');
  // As a content script of ours would send it, which is the nearest that a page could come.
  await extension.desk.evaluate(async (tabId) => {
    const func = () => {
      void chrome.runtime.sendMessage({ type: 'forget-all' }).catch(() => undefined);
    };
    await chrome.scripting.executeScript({ target: { tabId }, func });
  }, tab);
  await page.evaluate(() => fetch('https://bat.bing.com/called.json').then((answer) => answer.text()));
  await visitOf(extension, tab, ({ hosts }) => hosts.some(({ host }) => host === 'bat.bing.com'), 'what came after');
});
