/**
 * The optional permission for all sites. The question that the browser asks is a window of its own, which nothing can press
 * in a test; so these run on a copy of the build that has the permission from the start. Asking is left to the unit tests.
 */
import type { Page } from '@playwright/test';
import { LABEL_HOST, MARKED_HOST, OTHER_HOST } from '../../replica/hosts.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { expect, visitOf } from './fixtures.ts';
import { setAccess, test } from './full-view.ts';

const scripts = (extension: ExtensionBrowser) =>
  extension.desk.evaluate(() => chrome.scripting.getRegisteredContentScripts({ ids: ['marks'] }));

async function open(extension: ExtensionBrowser, host: string): Promise<{ page: Page; tab: number }> {
  const page = await extension.context.newPage();
  await page.goto(`https://${host}/`);
  return { page, tab: await extension.tabOf(page) };
}

test('the script is registered once, for the top frames of pages that are not listed', async ({ allowed }) => {
  await expect.poll(async () => (await scripts(allowed)).length).toBe(1);
  const [script] = await scripts(allowed);
  expect(script).toMatchObject({
    id: 'marks',
    matches: ['*://*/*'],
    allFrames: false,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  });
  expect(script?.excludeMatches).toContain('*://*.sonymusic.com/*');
  expect(script?.excludeMatches).toContain('*://*.playstation.com/*');
  await allowed.killWorker();
  const { tab } = await open(allowed, LABEL_HOST);
  await expect.poll(() => allowed.workerIsRunning()).toBe(true);
  // What the worker does when it starts has been begun by the time it has taken a message.
  await visitOf(allowed, tab, ({ hosts }) => hosts.length > 0, 'the page');
  expect(await scripts(allowed)).toHaveLength(1);
});

test('a page with the marks is watched from the moment they are found', async ({ allowed }) => {
  const { tab } = await open(allowed, MARKED_HOST);
  const visit = await visitOf(allowed, tab, ({ marks }) => marks.length > 0, 'the marks');
  expect(visit.address.host).toBe(MARKED_HOST);
  expect(visit.late).toBe(true);
  await visitOf(
    allowed,
    tab,
    ({ hosts }) => hosts.some(({ host }) => host === 'www.googletagmanager.com'),
    'what the page did',
  );
  await expect.poll(async () => Number(await allowed.badge(tab))).toBeGreaterThan(0);
  const popup = await allowed.openPopup(tab);
  await expect(popup.locator('[data-state="counting-since"]')).toBeVisible();
});

test('a page without the marks leaves no record at all', async ({ allowed }) => {
  const { page, tab } = await open(allowed, OTHER_HOST);
  // The looks are over after ten seconds.
  await page.waitForTimeout(12_000);
  expect(await allowed.ledgerVisit(tab)).toBeNull();
  expect(await allowed.badge(tab)).toBe('');
  // Pages of the tests before may still add to their own.
  const kept = Object.keys(await allowed.desk.evaluate(() => chrome.storage.session.get()));
  expect(kept.filter((key) => key.split(':').includes(String(tab)))).toEqual([]);
  expect(await allowed.desk.evaluate(() => chrome.storage.local.get())).toEqual({});
  expect(await allowed.errors()).toEqual([]);
});

test('the script goes when the person takes the sites back in the browser’s own settings, and comes again', async ({
  allowed,
}) => {
  await expect.poll(async () => (await scripts(allowed)).length).toBe(1);
  await setAccess(allowed, 'ON_CLICK');
  await expect.poll(async () => (await scripts(allowed)).length).toBe(0);
  await setAccess(allowed, 'ON_ALL_SITES');
  await expect.poll(async () => (await scripts(allowed)).length).toBe(1);
});

test('a listed page is watched as ever, and by one set of scripts', async ({ allowed }) => {
  const { tab } = await open(allowed, LABEL_HOST);
  const visit = await visitOf(allowed, tab, ({ hosts }) => hosts.length > 3, 'the page');
  expect(visit.late).toBe(false);
});

test('without the permission nothing is registered and nothing is looked at', async ({ extension, page }) => {
  expect(await scripts(extension)).toEqual([]);
  await page.goto(`https://${MARKED_HOST}/`);
  const tab = await extension.tabOf(page);
  const listed = await extension.context.newPage();
  await listed.goto(`https://${LABEL_HOST}/plain`);
  await visitOf(extension, await extension.tabOf(listed), () => true, 'the listed page');
  expect(await extension.ledgerVisit(tab)).toBeNull();
});
