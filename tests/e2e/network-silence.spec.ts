/**
 * The extension makes no request of its own. Every host name leads to the replica here, so a request of the worker or of the popup
 * would arrive there; the browser's protocol is asked as well.
 */
import type { Page } from '@playwright/test';
import { type ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, networkStill, test, visitLabel, visitOf } from './fixtures.ts';
import { allViews, goTo, openPart, unfold } from './popup-page.ts';

/** Every address that a page asks for, from before its first. */
async function watch(extension: ExtensionBrowser, page: Page): Promise<string[]> {
  const seen: string[] = [];
  const session = await extension.context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => seen.push(request.url));
  session.on('Network.webSocketCreated', ({ url }) => seen.push(url));
  return seen;
}

test('neither the worker nor the popup asks anybody for anything', async ({ extension, page, site }) => {
  const tab = await visitLabel(extension, page);
  await networkStill(site);
  const before = site.requests.length;

  // Everything a person can do but follow a link: open the popup, open every view of it, copy; with a dead worker and a live one.
  for (const asleep of [true, false]) {
    if (asleep) await extension.killWorker();
    const popup = await extension.context.newPage();
    const asked = await watch(extension, popup);
    await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${String(tab)}`);
    await expect(popup.locator('[data-state="normal"]')).toBeVisible();
    for (const view of await allViews(popup)) {
      await goTo(popup, view);
      await unfold(popup.locator('body'));
    }
    await openPart(popup, 'act');
    await popup.getByRole('button', { name: /copy/i }).first().click();
    // The worker wakes and records.
    await page.evaluate(() => {
      localStorage.setItem('woken', 'yes');
    });
    expect(asked.length, 'the popup’s own files are seen by this test').toBeGreaterThan(0);
    expect(
      asked.filter((url) => !url.startsWith(`chrome-extension://${extension.id}/`) && !url.startsWith('data:')),
    ).toEqual([]);
    await popup.close();
  }
  expect(site.requests.slice(before).map(({ url }) => url)).toEqual([]);
});

test('the replica would have noticed', async ({ extension, page, site }) => {
  // The same path as a request of the worker would take: this test fails if the one above could not.
  await page.goto(artist('/plain'));
  await visitOf(extension, await extension.tabOf(page), () => true, 'the page');
  const worker = extension.context.serviceWorkers()[0] ?? (await extension.context.waitForEvent('serviceworker'));
  const before = site.requests.length;
  await worker.evaluate(() => fetch('https://control.example/worker', { mode: 'no-cors' }));
  await extension.desk.evaluate(() => fetch('https://control.example/page', { mode: 'no-cors' }));
  await expect
    .poll(() =>
      site.requests
        .slice(before)
        .map(({ url }) => url)
        .sort(),
    )
    .toEqual(['https://control.example/page', 'https://control.example/worker']);
});

test('the manifest allows no address to be loaded from, and asks for nothing unannounced', async ({ extension }) => {
  const manifest = await extension.desk.evaluate(() => chrome.runtime.getManifest());
  expect([...(manifest.permissions ?? [])].sort()).toEqual([
    'activeTab',
    'cookies',
    'declarativeNetRequestWithHostAccess',
    'scripting',
    // Chromium's side panel; without a warning.
    'sidePanel',
    'storage',
    'webRequest',
  ]);
  expect(
    (manifest.host_permissions as string[] | undefined)?.every((pattern) => /^\*:\/\/\*\.[\w.-]+\/\*$/.test(pattern)),
  ).toBe(true);
  // All sites are asked for by a press in the settings or the popup, and only there (docs/permissions.md): an installation does not grant them.
  expect(manifest.optional_host_permissions).toEqual(['*://*/*', 'ws://*/*', 'wss://*/*']);
  expect(await extension.desk.evaluate(() => chrome.permissions.contains({ origins: ['*://*/*'] }))).toBe(false);
  expect(manifest.optional_permissions ?? []).toEqual([]);
  expect(JSON.stringify(manifest.web_accessible_resources ?? [])).not.toContain('<all_urls>');
});
