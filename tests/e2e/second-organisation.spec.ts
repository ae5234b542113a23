/**
 * Another record company costs data alone: the extension is built with the invented company of tests/fixtures/organisations beside Sony
 * Music, and a page of each gets its own findings, quotes, words and ways to answer back, in one browser.
 */
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  KELPWICK_BAND_HOST,
  KELPWICK_GERMANY_HOST,
  KELPWICK_MARKED_HOST,
  LABEL_HOST,
  OTHER_HOST,
} from '../../replica/hosts.ts';
import { buildExtension } from '../../tools/build-extension.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import { expect, test as base, visitLabel, visitOf } from './fixtures.ts';
import { allViews, card, goTo, openCard, openPart, readQuotes, unfold } from './popup-page.ts';
import { ToolbarPopup } from './toolbar-popup.ts';

const KELPWICK = 'tests/fixtures/organisations/kelpwick';
const POLICY_2019 = path.resolve(import.meta.dirname, '../..', KELPWICK, 'policies/2019-05-01/policy.md');

/** The browser of every test here has the build with both companies. */
const test = base.extend<object, { extension: ExtensionBrowser }>({
  extension: [
    async ({ site }, use) => {
      const { folder } = await buildExtension('chrome', { name: 'two-organisations', organisations: [KELPWICK] });
      const extension = await ExtensionBrowser.launch(site, { build: folder });
      await use(extension);
      await extension.close();
    },
    // Nobody has built it before, in a clean clone.
    { scope: 'worker', timeout: 300_000 },
  ],
});

/** Opens the band's page, waits until all that it does is on record, and gives its tab. */
async function visitBand(extension: ExtensionBrowser, page: Page): Promise<number> {
  await page.goto(`https://${KELPWICK_BAND_HOST}/`);
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ items, forms, hosts }) =>
      items.some(({ name }) => name === '_hjSessionUser_2417') &&
      items.some(({ name }) => name === 'player:volume') &&
      forms.length > 0 &&
      ['www.google-analytics.com', 'securepubads.g.doubleclick.net'].every((host) =>
        hosts.some((record) => record.host === host),
      ),
    'a full visit',
  );
  return tab;
}

/** All that the popup says in all of its views, with everything unfolded. */
async function allTexts(popup: Page): Promise<string> {
  const texts: string[] = [];
  for (const view of await allViews(popup)) {
    await goTo(popup, view);
    await unfold(popup.locator('body'));
    texts.push(await popup.locator('body').innerText());
  }
  return texts.join('\n');
}

/** Lines that speak of one company alone. What holds for the extension as a whole names both, on the pages of both. */
function linesAbout(company: RegExp, other: RegExp, text: string): string[] {
  return text.split('\n').filter((line) => company.test(line) && !other.test(line));
}

/** Where the ways to answer back lead. */
async function routesIn(popup: Page): Promise<string[]> {
  const act = await openPart(popup, 'act');
  await unfold(act);
  return act
    .locator('[data-route] a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    .then((links) => links.filter((href) => /^https?:/.test(href)));
}

/** Sets the language as the settings page stores it. */
async function speak(extension: ExtensionBrowser, language: string): Promise<void> {
  await extension.desk.evaluate(
    (code) => chrome.storage.local.set({ settings: { version: 1, language: code, badge: true } }),
    language,
  );
}

test.afterEach(async ({ extension }) => {
  await extension.desk.evaluate(() => chrome.storage.local.remove('settings'));
});

test("a band's page is its company's: site, labels, quotes and ways to answer back", async ({ extension, page }) => {
  const popup = await extension.openPopup(await visitBand(extension, page));
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(KELPWICK_BAND_HOST);
  await popup.locator('header').getByRole('link', { name: 'How we know' }).click();
  await expect(popup.locator('[data-view="site"]')).toContainText(
    'ninepintides.example is on our list of Kelpwick sites.',
  );

  await openPart(popup, 'practices');
  // Stated in 2019, and in 2011 not or not so; and the other way round.
  for (const [practice, label] of [
    ['web-analytics', 'stated'],
    ['web-storage', 'stated'],
    ['form-to-another-company', 'stated'],
    ['session-recording', 'not-found'],
  ] as const)
    await expect(card(popup, practice), practice).toHaveAttribute('data-label', label);

  const kept = await readQuotes(await openCard(popup, 'web-storage'), POLICY_2019);
  expect(kept.quotes.join('\n')).toContain('We also use localStorage, a store in your browser');
  for (const caption of kept.captions) expect(caption).toMatch(/1 May 2019/);
  await expect(await openCard(popup, 'session-recording')).toContainText(
    'We found no sentence about this in the policy of 1 May 2019',
  );
  // What the text promises and the page does not keep.
  for (const practice of ['advertising', 'mobile-number'])
    await expect(await openCard(popup, practice), practice).toContainText('The policy of 1 May 2019 says otherwise');

  const routes = await routesIn(popup);
  expect(routes).toContain('https://www.kelpwick.example/privacy/request');
  expect(routes.filter((href) => href.includes('sonymusic'))).toEqual([]);
  expect(linesAbout(/Sony/, /Kelpwick/, await allTexts(popup))).toEqual([]);
});

test('the same in the second language', async ({ extension, page }) => {
  await speak(extension, 'de');
  const popup = await extension.openPopup(await visitBand(extension, page));
  await expect(popup.locator('html')).toHaveAttribute('lang', 'de');
  const opened = await openCard(popup, 'web-storage');
  // The sentence stays as it was published, what we say of it is German.
  const { quotes } = await readQuotes(opened, POLICY_2019);
  expect(quotes.join('\n')).toContain('We also use localStorage');
  await expect(opened).toContainText('Die Website merkt sich Lautstärke und letzten Song');
  const act = await openPart(popup, 'act');
  await expect(act).toContainText('Kelpwick bitten, Ihre Daten zu zeigen, zu berichtigen oder zu löschen');
  const said = await allTexts(popup);
  expect(said).toContain('Kelpwick');
  expect(linesAbout(/Sony/, /Kelpwick/, said)).toEqual([]);
  expect(said).not.toContain('{{');
});

test('a site of the company in another country has a policy of its own', async ({ extension, page }) => {
  await page.goto(`https://${KELPWICK_GERMANY_HOST}/`);
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ hosts }) => hosts.some(({ host }) => host === 'www.googletagmanager.com'),
    'the page',
  );
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="own-policy"]')).toBeVisible();
  await openPart(popup, 'practices');
  await expect(card(popup, 'tag-manager')).toHaveAttribute('data-label', 'cannot-tell');
  expect(linesAbout(/Sony/, /Kelpwick/, await allTexts(popup))).toEqual([]);
});

test('a page that is on no list is known by its marks', async ({ extension, page }) => {
  await page.goto(`https://${KELPWICK_MARKED_HOST}/`);
  const toolbar = await ToolbarPopup.open(extension, page);
  await expect.poll(() => toolbar.text()).toContain(`${KELPWICK_MARKED_HOST} is not on our list`);
  await toolbar.press('Look at this page anyway');
  await expect.poll(() => toolbar.text()).toContain('This page contacted');
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ marks }) => marks.length > 0, 'marks');
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('header')).toContainText('Label: Odd Harbour');
  await popup.locator('header').getByRole('link', { name: 'How we know' }).click();
  await expect(popup.locator('[data-view="site"]')).toContainText('The page shows a mark of Kelpwick');
  expect(linesAbout(/Sony/, /Kelpwick/, await allTexts(popup))).toEqual([]);
});

test("a page of nobody's is compared with no text", async ({ extension, page }) => {
  await page.goto(`https://${OTHER_HOST}/`);
  const toolbar = await ToolbarPopup.open(extension, page);
  await toolbar.press('Look at this page anyway');
  await expect.poll(() => toolbar.text()).toContain('This page contacted');
  const popup = await extension.openPopup(await extension.tabOf(page));
  await expect(popup.locator('[data-state="looked-nothing"]')).toBeVisible();
  await openCard(popup, 'tag-manager');
  await expect(popup.locator('blockquote')).toHaveCount(0);
});

test('a page of Sony Music in the same browser is as it was', async ({ extension, page }) => {
  // The other company's page first: nothing of it may stay.
  await visitBand(extension, page);
  const tab = await visitLabel(extension, page);
  const popup = await extension.openPopup(tab);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(LABEL_HOST);
  await openPart(popup, 'practices');
  await expect(card(popup, 'session-recording')).toHaveAttribute('data-label', 'cannot-tell');
  await expect(card(popup, 'web-storage')).toHaveAttribute('data-label', 'not-found');
  const { quotes, captions } = await readQuotes(await openCard(popup, 'web-analytics'));
  expect(quotes.length).toBeGreaterThan(0);
  for (const caption of captions) expect(caption).toMatch(/31 Dec(?:ember)? 2011/);
  const routes = await routesIn(popup);
  expect(routes).toContain('https://www.sonymusic.com/feedback/');
  expect(routes.filter((href) => href.includes('kelpwick'))).toEqual([]);
  expect(linesAbout(/Kelpwick/, /Sony/, await allTexts(popup))).toEqual([]);
});
