/** "What was sent": read from the live page by a press, put in words, and kept nowhere. */
import type { Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, networkStill, test, visitLabel, visitOf } from './fixtures.ts';
import { test as fullViewTest } from './full-view.ts';
import { goTo, openPart } from './popup-page.ts';

/** Opens the popup at the company that has a host, by the list of companies. */
async function openCompany(extension: ExtensionBrowser, tab: number, name: string): Promise<Page> {
  const popup = await extension.openPopup(tab);
  const list = await openPart(popup, 'companies');
  const link = list.locator('a[href^="#company/other"]').filter({ hasText: name }).first();
  await goTo(popup, (await link.getAttribute('href')) ?? '');
  return popup;
}

const press = (popup: Page): Promise<void> => popup.getByRole('button', { name: 'What was sent' }).click();
const found = (popup: Page, kind: string) => popup.locator(`[data-kind="${kind}"]`);
/** Every address that a page asks for from now on. */
async function watch(extension: ExtensionBrowser, popup: Page): Promise<string[]> {
  const asked: string[] = [];
  const session = await extension.context.newCDPSession(popup);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  return asked;
}
/** Everything that the extension keeps. */
const kept = (extension: ExtensionBrowser): Promise<string> =>
  extension.desk.evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
  );

test('a report of web analytics is told in words, with its sentence, and nothing of it is kept', async ({
  extension,
  page,
  site,
}) => {
  const tab = await visitLabel(extension, page);
  const client = (await extension.context.cookies()).find(({ name }) => name === '_ga')?.value.slice('GA1.1.'.length);
  const popup = await openCompany(extension, tab, 'Google Analytics');
  // What frames of other companies ask is in no record of page view.
  await networkStill(site);
  const before = site.requests.length;
  const asked = await watch(extension, popup);
  await popup.reload();
  await expect(popup.getByRole('button', { name: 'What was sent' })).toBeVisible();
  const ours = (): string[] => asked.filter((url) => /carried/i.test(url) && url.endsWith('.js'));
  expect(asked.length, 'the popup’s own files are seen by this test').toBeGreaterThan(0);
  expect(ours(), 'nothing that reads requests is there before the press').toEqual([]);

  await press(popup);
  await expect(found(popup, 'page-address')).toContainText(artist('/'));
  await expect(found(popup, 'page-title')).toContainText(await page.title());
  await expect(found(popup, 'event')).toContainText('page_view');
  await expect(found(popup, 'screen')).toContainText('1280x');
  await expect(found(popup, 'language')).toContainText('en-us');
  await expect(found(popup, 'browser-id')).toContainText(client ?? 'no client id');
  await expect(found(popup, 'browser-id')).toContainText('tells you apart');

  const names = popup.locator('[data-speaks="names"]');
  await expect(names).toContainText('The policy of 31 Dec 2011 names this');
  await names.locator('summary').first().click();
  await expect(names.locator('blockquote').first()).toContainText('pages viewed');

  expect(ours().length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith(`chrome-extension://${extension.id}/`))).toEqual([]);
  expect(site.requests.slice(before).map(({ url }) => url)).toEqual([]);
  expect(await kept(extension)).not.toContain(client ?? 'no client id');

  await popup.getByRole('button', { name: 'Hide it' }).click();
  await expect(popup.locator('[data-kind]')).toHaveCount(0);
});

test('a pixel is told in words', async ({ extension, page }) => {
  const tab = await visitLabel(extension, page);
  const popup = await openCompany(extension, tab, 'Facebook');
  await press(popup);
  await expect(popup.locator('[data-carried="found"]')).toBeVisible();
  await expect(found(popup, 'event')).toContainText('PageView');
  await expect(found(popup, 'page-address')).toContainText(artist('/'));
  await expect(found(popup, 'browser-id')).toContainText('fb.1.');
});

test('where we have no reader, the names stand as they are', async ({ extension, page, site }) => {
  await page.goto(artist('/practice/identifier-shared-between-companies'));
  const tab = await extension.tabOf(page);
  await networkStill(site);
  const popup = await openCompany(extension, tab, 'bidswitch');
  await press(popup);
  await expect(popup.locator('[data-carried="found"]')).toContainText('We have no reader for this company’s requests');
  await popup.locator('[data-request] summary').first().click();
  await expect(popup.locator('[data-request] dl').first()).toContainText('dsp_id');
});

fullViewTest(
  'the body of a request is shown at the press, and stands nowhere before or after',
  async ({ allowed, fullPage: page }) => {
    const TERM = 'boats made of paper';
    const BROWSER = '2417000815.1764072815';
    const tab = await visitLabel(allowed, page);
    const uploads = ({ hosts }: Visit): number =>
      hosts.find(({ host }) => host === 'www.google-analytics.com')?.network?.uploads ?? 0;
    const before = await visitOf(allowed, tab, () => true, 'the page');
    await page.evaluate(
      async ([term, browser]) => {
        const address = 'https://www.google-analytics.com/g/collect?v=2&tid=G-LANTERN01';
        // A beacon with events as lines of text, and a form.
        navigator.sendBeacon(
          address,
          `en=lantern_lit&_et=4321\r\nen=search&ep.search_term=${encodeURIComponent(term)}`,
        );
        const body = new URLSearchParams({ en: 'lantern_out', cid: browser });
        await fetch(address, { method: 'POST', mode: 'no-cors', body });
      },
      [TERM, BROWSER] as const,
    );
    // The press tells what was sent by then, and the page waits for no beacon. A body is handed on before the request is counted.
    await visitOf(allowed, tab, (visit) => uploads(visit) >= uploads(before) + 2, 'both uploads');
    const popup = await openCompany(allowed, tab, 'Google Analytics');
    await expect(popup.getByRole('button', { name: 'What was sent' })).toBeVisible();
    const parts = ['lantern_lit', 'lantern_out', TERM, encodeURIComponent(TERM), BROWSER];
    const shown = (await popup.locator('body').innerText()) + (await kept(allowed));
    for (const part of parts) expect(shown).not.toContain(part);

    await press(popup);
    const events = found(popup, 'event');
    await expect(events.filter({ hasText: 'lantern_lit' })).not.toHaveCount(0);
    await expect(events.filter({ hasText: 'lantern_out' })).not.toHaveCount(0);
    await expect(found(popup, 'search')).toContainText(TERM);
    await expect(found(popup, 'time')).toContainText('4321');
    await expect(found(popup, 'browser-id').filter({ hasText: BROWSER })).not.toHaveCount(0);

    const after = await kept(allowed);
    for (const part of parts) expect(after).not.toContain(part);
    expect(await allowed.errors()).toEqual([]);
  },
);
