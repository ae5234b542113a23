/** Who made a choice, and when: a press, a tool by itself, the browser's signal, a visit before; in the page, in a frame, in several tools. */
import type { Locator, Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import type { ConsentRecord } from '../../ledger/visit-entries.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, runUnpressed, test, visitOf } from './fixtures.ts';
import { card, openCard } from './popup-page.ts';

const FACEBOOK = 'connect.facebook.net';
const ANALYTICS = 'www.google-analytics.com';

const recordOf = ({ consents }: Visit, platform: string): ConsentRecord | undefined =>
  consents.find((record) => record.platform === platform);

/** Opens a page of the family and waits until the platform is seen without a choice, and analytics has been asked. */
async function open(extension: ExtensionBrowser, page: Page, name: string, platform: string): Promise<number> {
  await page.goto(artist(`/consents/${name}`));
  const tab = await extension.tabOf(page);
  const isOpen = (visit: Visit): boolean =>
    recordOf(visit, platform)?.history[0]?.choice === 'none-yet' && visit.hosts.some(({ host }) => host === ANALYTICS);
  await visitOf(extension, tab, isOpen, 'no choice');
  return tab;
}

/**
 * Has a page do what it does by itself, now that it is seen without a choice: a page that waits for nobody may be faster than the first look
 * at it.
 */
function letGo(extension: ExtensionBrowser, page: Page): Promise<void> {
  return runUnpressed(extension, page, "dispatchEvent(new Event('go'))");
}

/** Waits for a choice of the platform, and gives its history in short. */
async function history(extension: ExtensionBrowser, tab: number, platform: string, choice: string): Promise<unknown[]> {
  const visit = await visitOf(extension, tab, (one) => recordOf(one, platform)?.choice === choice, choice);
  return recordOf(visit, platform)?.history.map((entry) => [entry.choice, entry.maker]) ?? [];
}

/** The consent tool's card of a new popup, in whose list so many cards tell of what was used before the choice. */
async function told(extension: ExtensionBrowser, tab: number, usedBefore: 0 | 1): Promise<Locator> {
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'consent-manager')).toHaveCount(1);
  await expect(card(popup, 'used-before-choice')).toHaveCount(usedBefore);
  return openCard(popup, 'consent-manager');
}

/** Told as used before the choice: analytics, and not what came with the choice. */
async function expectUsedBefore(extension: ExtensionBrowser, tab: number): Promise<void> {
  await visitOf(
    extension,
    tab,
    ({ hosts }) => hosts.some(({ host }) => host === FACEBOOK),
    'what came with the choice',
  );
  const popup = await extension.openPopup(tab, 'practices');
  const found = await openCard(popup, 'used-before-choice');
  const evidence = found.locator('.block').first();
  await expect(evidence).toContainText(ANALYTICS);
  await expect(evidence).not.toContainText(FACEBOOK);
  const columns = found.locator('[data-consent="made"] .column');
  await expect(columns.nth(0)).toContainText('Google');
  await expect(columns.nth(0)).not.toContainText('Meta');
  await expect(columns.nth(1)).toContainText('Meta');
}

/** The choice is nobody's: no split, and nothing is told as used before. */
async function expectUnasked(extension: ExtensionBrowser, tab: number, words: RegExp): Promise<void> {
  const found = await told(extension, tab, 0);
  const split = found.locator('[data-consent="unasked"]');
  await expect(split).toContainText(words);
  await expect(split).not.toContainText(/accepted at/);
  await expect(split.locator('.column')).toHaveCount(1);
}

test('items that get other names are no withdrawal, and the next page finds the choice', async ({
  extension,
  page,
}) => {
  const tab = await open(extension, page, 'renamed-keys', 'Usercentrics');
  await page.getByRole('button', { name: 'Accept' }).click();
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === 'ucData'), 'the newer items');
  const made = [
    ['none-yet', null],
    ['accepted', 'person'],
  ];
  expect(await history(extension, tab, 'Usercentrics', 'accepted')).toEqual(made);
  const before = await extension.ledgerVisit(tab);
  await page.reload();
  const visit = await visitOf(
    extension,
    tab,
    (one) => one.document !== before?.document && recordOf(one, 'Usercentrics')?.choice === 'accepted',
    'the page anew',
  );
  expect(recordOf(visit, 'Usercentrics')?.history).toMatchObject([{ choice: 'accepted', maker: 'earlier' }]);
  const found = await told(extension, tab, 0);
  await expect(found.locator('[data-consent="earlier"]')).toContainText(
    'Usercentrics: accepted. The choice was stored before we began to look.',
  );
});

test('what the tool stores by itself is nobody’s choice', async ({ extension, page }) => {
  const tab = await open(extension, page, 'implied#held', 'Cookiebot');
  await letGo(extension, page);
  expect(await history(extension, tab, 'Cookiebot', 'accepted')).toEqual([
    ['none-yet', null],
    ['accepted', 'tool'],
  ]);
  await expectUnasked(extension, tab, /Cookiebot: the tool stored “accepted” by itself/);
});

for (const name of ['timer', 'script-press']) {
  test(`a choice without a press is the tool’s own: ${name}`, async ({ extension, page }) => {
    const tab = await open(extension, page, `${name}#held`, 'OneTrust');
    await letGo(extension, page);
    expect(await history(extension, tab, 'OneTrust', 'accepted')).toEqual([
      ['none-yet', null],
      ['accepted', 'tool'],
    ]);
    await expectUnasked(extension, tab, /OneTrust: the tool stored “accepted” by itself/);
  });
}

test('what the browser’s signal made is told as that', async ({ extension, page }) => {
  const tab = await open(extension, page, 'gpc-made#held', 'OneTrust');
  await letGo(extension, page);
  expect(await history(extension, tab, 'OneTrust', 'partly')).toEqual([
    ['none-yet', null],
    ['partly', 'signal'],
  ]);
  await expectUnasked(extension, tab, /because of your browser’s signal \(Global Privacy Control\)/);
});

test('a banner in a frame of the platform: a press in it is the person’s, and the time between two looks decides', async ({
  extension,
  page,
}) => {
  const tab = await open(extension, page, 'frame-banner', 'TrustArc');
  // What came within the last moments before the choice is not told: the press itself is not seen.
  await page.waitForFunction(() => performance.now() > 5000);
  await page.frameLocator('iframe').getByRole('button', { name: 'Accept' }).click();
  expect(await history(extension, tab, 'TrustArc', 'accepted')).toEqual([
    ['none-yet', null],
    ['accepted', 'person'],
  ]);
  await expectUsedBefore(extension, tab);
});

test('a press in a closed shadow tree is the person’s', async ({ extension, page }) => {
  const tab = await open(extension, page, 'closed-tree', 'Cookiebot');
  // As soon as it holds still and nothing lies above it.
  await page.locator('#host').click({ position: { x: 40, y: 30 } });
  expect(await history(extension, tab, 'Cookiebot', 'accepted')).toEqual([
    ['none-yet', null],
    ['accepted', 'person'],
  ]);
  await expectUsedBefore(extension, tab);
});

test('a key that presses is a press', async ({ extension, page }) => {
  const tab = await open(extension, page, 'slow-server', 'Cookiebot');
  await page.getByRole('button', { name: 'Accept' }).press('Enter');
  expect(await history(extension, tab, 'Cookiebot', 'accepted')).toEqual([
    ['none-yet', null],
    ['accepted', 'person'],
  ]);
});

test('later presses do not move the choice, and a tool that asks its server first is bound by the looks', async ({
  extension,
  page,
}) => {
  const tab = await open(extension, page, 'slow-server', 'Cookiebot');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForFunction(
    (host) => performance.getEntriesByType('resource').some(({ name }) => name.includes(host)),
    FACEBOOK,
  );
  await page.getByRole('heading').first().click();
  expect(await history(extension, tab, 'Cookiebot', 'accepted')).toEqual([
    ['none-yet', null],
    ['accepted', 'person'],
  ]);
  await expectUsedBefore(extension, tab);
});

test('two tools: the one that was answered decides, the other is told beside it', async ({ extension, page }) => {
  const tab = await open(extension, page, 'two-platforms', 'OneTrust');
  await visitOf(extension, tab, (visit) => recordOf(visit, 'Cookiebot') !== undefined, 'the other tool');
  await page.getByRole('button', { name: 'Accept' }).click();
  await history(extension, tab, 'OneTrust', 'accepted');
  const found = await told(extension, tab, 1);
  const split = found.locator('[data-consent="made"]');
  await expect(split).toContainText(/OneTrust: accepted at \d\d:\d\d:\d\d\./);
  await expect(split).toContainText('Cookiebot: no choice stored yet.');
});

test('two tools with two choices: both are told, and nothing as used before', async ({ extension, page }) => {
  await page.goto(artist('/consents/two-choices'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, (visit) => recordOf(visit, 'OneTrust')?.choice === 'none-yet', 'no choice');
  await page.getByRole('button', { name: 'Accept' }).click();
  await history(extension, tab, 'OneTrust', 'accepted');
  const found = await told(extension, tab, 0);
  await expect(found.locator('[data-consent]')).toContainText(/OneTrust: accepted at/);
  await expect(found.locator('[data-consent]')).toContainText('Cookiebot: refused.');
});

test('two cookies of one name: which choice holds is not decided', async ({ extension, page }) => {
  await page.goto(artist('/consents/two-cookies'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, (one) => recordOf(one, 'Cookiebot') !== undefined, 'the choices');
  expect(recordOf(visit, 'Cookiebot')).toMatchObject({ choice: 'unknown', several: true });
  const found = await told(extension, tab, 0);
  await expect(found.locator('[data-consent]')).toContainText('Cookiebot: two different choices are stored at once');
});

test('a page that loads anew at the choice finds it as an earlier one', async ({ extension, page }) => {
  const tab = await open(extension, page, 'reload-at-choice', 'Cookiebot');
  const before = await extension.ledgerVisit(tab);
  await page.getByRole('button', { name: 'Accept' }).click();
  const visit = await visitOf(
    extension,
    tab,
    (one) => one.document !== before?.document && recordOf(one, 'Cookiebot') !== undefined,
    'the page anew',
  );
  expect(recordOf(visit, 'Cookiebot')?.history).toMatchObject([{ choice: 'accepted', maker: 'earlier' }]);
  await told(extension, tab, 0);
});

test('a tool that nothing told of before its choice', async ({ extension, page }) => {
  await page.goto(artist('/consents/unannounced'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_ga'), 'the analytics cookie');
  await page.getByRole('button', { name: 'Accept' }).click();
  expect(await history(extension, tab, 'Klaro', 'accepted')).toEqual([['accepted', 'person']]);
  await expectUsedBefore(extension, tab);
});

test('a choice that is taken back is told as no longer stored', async ({ extension, page }) => {
  await page.goto(artist('/consents/withdrawn'));
  const tab = await extension.tabOf(page);
  await history(extension, tab, 'Cookiebot', 'accepted');
  await page.getByRole('button', { name: 'Forget' }).click();
  const all = await history(extension, tab, 'Cookiebot', 'withdrawn');
  expect(all.map((entry) => (entry as unknown[])[0])).toEqual(['accepted', 'withdrawn']);
  const found = await told(extension, tab, 0);
  await expect(found.locator('[data-consent]')).toContainText(
    /Cookiebot: since \d\d:\d\d:\d\d no choice is stored any more\./,
  );
});

test('a choice on a page without encryption, where no store tells of cookies, is heard of from the background', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/consents/timer').replace('https:', 'http:'));
  expect(await page.evaluate(() => 'cookieStore' in globalThis)).toBe(false);
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, (visit) => recordOf(visit, 'OneTrust')?.choice === 'none-yet', 'no choice');
  // As a banner does: what the press brings about comes after it, however slow the machine.
  await page.evaluate(() => {
    addEventListener('click', () => {
      document.cookie = 'OptanonConsent=groups=C0001:1,C0002:1; path=/';
      document.cookie = 'OptanonAlertBoxClosed=2026-01-01; path=/';
    });
  });
  await page.locator('body').click();
  expect((await history(extension, tab, 'OneTrust', 'accepted')).at(-1)).toEqual(['accepted', 'person']);
});
