/** A popup that opens asks the page and its frames for what they have not told yet, and goes on asking while it can be seen. */
import type { Frame, Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, recordStill, test, visitOf } from './fixtures.ts';

const LATER = 'bat.bing.com';
const knows =
  (host: string) =>
  ({ hosts }: Visit): boolean =>
    hosts.some((one) => one.host === host);

/** Asks a company for something. The answer is read: of a fetch whose answer nobody reads, Resource Timing never tells. */
async function ask(by: Page | Frame, host: string): Promise<void> {
  await by.evaluate((to) => fetch(`https://${to}/asked.json`).then((answer) => answer.text()), host);
}

/** Opens the popup and waits until it names the company, then looks whether that came by the popup's question. */
async function opensOver(extension: ExtensionBrowser, tab: number): Promise<void> {
  const popup = await extension.openPopup(tab, 'companies');
  await expect(popup.getByText('Microsoft').first()).toBeVisible();
  await popup.close();
}

for (const asleep of [false, true]) {
  test(`a request of a moment ago is in the popup, the worker ${asleep ? 'asleep' : 'awake'}`, async ({
    extension,
    page,
  }) => {
    await page.goto(artist('/practice/web-analytics'));
    const tab = await extension.tabOf(page);
    const before = await visitOf(extension, tab, knows('www.google-analytics.com'), 'the page');
    expect(knows(LATER)(before)).toBe(false);
    if (asleep) await extension.killWorker();
    await ask(page, LATER);
    await opensOver(extension, tab);
    expect(knows('www.google-analytics.com')((await extension.ledgerVisit(tab)) ?? before)).toBe(true);
  });
}

test('so is one of a frame of the same owner', async ({ extension, page }) => {
  await page.goto(artist('/leave/layout'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ forms }) => forms.length > 0, 'the form in the frame');
  const [, frame] = page.frames();
  if (frame === undefined) throw new Error('The page has no frame.');
  await ask(frame, LATER);
  await opensOver(extension, tab);
});

test('a popup that stays open goes on, over the death of the worker too, and wakes it for nothing', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, knows('www.google-analytics.com'), 'the page');
  const popup = await extension.openPopup(tab, 'companies');
  await expect(popup.getByText('Google').first()).toBeVisible();
  // Else the page itself would wake it.
  await recordStill(extension, page, tab);
  await extension.killWorker();
  // Three of its words to the page.
  await popup.waitForTimeout(3000);
  expect(await extension.workerIsRunning()).toBe(false);
  await ask(page, LATER);
  await expect(popup.getByText('Microsoft').first()).toBeVisible();
});
