/** Where the person has read the policy in force, every view that shows sentences or labels gives the answers of both texts, each with its day. */
import type { Locator, Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { drawn, goTo, openCard, openPart, unfold } from './popup-page.ts';
import { ToolbarPopup } from './toolbar-popup.ts';
import { expectSound, expectToFit } from './sound.ts';

test.afterEach(async ({ extension }) => {
  await extension.forgetCopies();
});

/** The person reads the policy at an address, in whose copy the rest of the test looks. */
async function readPolicy(extension: ExtensionBrowser, page: Page, address: string): Promise<void> {
  await page.goto(address);
  const popup = await extension.openPopup(page, 'policy');
  await popup.locator('[data-read]').click();
  await expect(popup.locator('[data-reading="policy"] [data-kept]')).toBeVisible();
  await popup.close();
}

/** Opens the popup once the second answer is there. */
async function openBoth(extension: ExtensionBrowser, tab: number): Promise<Page> {
  const popup = await extension.openPopup(tab);
  await expect(drawn(popup, 'home')).toBeVisible();
  await expect(popup.locator('[data-second="there"]')).toBeVisible();
  return popup;
}

/** Nothing that axe finds, in light and dark, and nothing that is wider than the popup. */
async function expectGood(popup: Page): Promise<void> {
  await expectSound(popup);
  await expectToFit(popup, [380, 320]);
}

/** The blocks of both texts in a part: sentences of 2011 in one, of the copy in the other. */
const held = (part: Locator): Locator => part.locator('[data-text="held"]').first();
const read = (part: Locator): Locator => part.locator('[data-text="read"]').first();

test('the newsletter check has the sentences of both texts on what is collected, text messages and children', async ({
  extension,
  page,
}) => {
  await readPolicy(extension, page, 'https://www.sonymusic.com/privacy-policy/');
  await page.goto(artist('/sign-ups/all'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ forms }) => forms.length === 3, 'the forms');
  const popup = await openBoth(extension, tab);
  const check = (await openCard(popup, 'newsletter-email')).locator('[data-sign-ups]');
  const collected = check.locator('[data-topic="collected"]');
  await expect(held(collected)).toContainText('Contact information such as name, email address');
  await expect(read(collected)).toContainText(
    'We collect your name and your email address when you join our mailing list.',
  );
  await expect(read(collected)).toContainText('as you read it on');
  await expect(held(check.locator('[data-topic="text-messages"]'))).toContainText('mobile');
  await expect(read(check.locator('[data-topic="text-messages"]'))).toContainText('We found no sentence');
  const children = check.locator('[data-topic="children"]');
  await expect(held(children)).toContainText('those under the age of 13');
  await expect(read(children)).toContainText('from children under the age of 13');
  await expectGood(popup);
});

test('the pre-save check has both texts beside each permission', async ({ extension, page }) => {
  await readPolicy(extension, page, 'https://www.sonymusic.com/privacy-policy/');
  await page.goto(artist('/saves/all'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ links }) => links.length >= 9, 'the links');
  const popup = await openBoth(extension, tab);
  await goTo(popup, '#practice/pre-save');
  const check = popup.locator('[data-permission-check]');
  for (const service of ['Spotify', 'Apple Music', 'Deezer', 'YouTube', 'TikTok', 'Amazon Music']) {
    const part = check.locator('section').filter({ has: popup.getByRole('heading', { name: service, exact: true }) });
    const permissions = await part.locator('li').count();
    await expect(part.locator('[data-texts="2"]'), service).toHaveCount(permissions === 0 ? 1 : permissions);
  }
  // One service is as good as eight: what is opened is looked through by axe.
  await unfold(check.locator('section').first());
  const email = check.locator('li').filter({ hasText: 'user-read-email' });
  await expect(held(email)).toContainText('Contact information such as name, email address');
  await expect(read(email)).toContainText('We collect your name and your email address');
  await expectGood(popup);
});

test('a music service’s own page of consent has them too, and is judged by neither', async ({ extension, page }) => {
  await readPolicy(extension, page, 'https://www.sonymusic.com/privacy-policy/');
  const tab = await extension.tabOf(page);
  await page.goto('https://accounts.spotify.com/authorize?scope=user-library-modify%20user-read-email');
  const toolbar = await ToolbarPopup.open(extension, page);
  await expect.poll(() => toolbar.text()).toContain('not on our list');
  await toolbar.press('Look at this page anyway');
  await visitOf(extension, tab, ({ links }) => links.some(({ scopes }) => scopes.length > 0), 'the scopes');
  const home = await extension.openPopup(tab);
  await expect(drawn(home, 'home').locator('[data-count]')).toBeVisible();
  // The service's own page is judged by nobody's policy.
  await expect(home.locator('[data-second]')).toHaveCount(0);
  const consent = (await openCard(home, 'pre-save')).locator('[data-permission-check]');
  await expect(consent.locator('[data-sender]')).toContainText('If a page of Sony Music sent you here');
  await expect(consent.locator('li [data-texts="2"]')).toHaveCount(2);
  await expect(read(consent.locator('li').filter({ hasText: 'user-read-email' }))).toContainText(
    'We collect your name',
  );
  await expect(home.locator('article > [data-text]')).toHaveCount(0);
  await expectSound(home);
});

test('companies and what is kept are told by both texts', async ({ extension, page }) => {
  await readPolicy(extension, page, 'https://www.sonymusic.com/privacy-policy/');
  await page.goto(artist('/practice/session-recording'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts, items }) => hosts.length > 0 && items.length > 0, 'another company');
  const popup = await openBoth(extension, tab);
  const companies = await openPart(popup, 'companies');
  await expect(companies).toContainText('of 31 Dec 2011');
  await expect(companies).toContainText('As you read it on');
  await expectGood(popup);
  await companies.locator('a[data-company="Hotjar"], a[data-company]').first().click();
  const company = drawn(popup, 'company');
  await expect(company).toBeVisible();
  await expect(held(company)).toContainText('31 Dec 2011');
  await expect(read(company)).toContainText('As you read it on');
  await expectGood(popup);
  const kept = await openPart(popup, 'kept');
  await unfold(kept);
  await expect(held(kept)).toContainText('Archived 31 Dec 2011');
  await expect(read(kept)).toContainText('As you read it on');
  await expectGood(popup);
});

test('where the text of 2011 does not speak for the site, the copy gives the labels in every view', async ({
  extension,
  page,
}) => {
  await readPolicy(extension, page, 'https://www.sonymusic.de/Datenschutz/');
  await page.goto('https://www.sonymusic.de/newsletter/');
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ forms, links, items, hosts }) => forms.length > 0 && links.length > 1 && items.length > 0 && hosts.length > 0,
    'the form, the link, what is kept',
  );
  const popup = await openBoth(extension, tab);
  const news = await openCard(popup, 'newsletter-email');
  await expect(news).toHaveAttribute('data-label', 'stated');
  await expect(news).toContainText(/The text that you read on \d+ \w+ \d{4} says:/);
  const collected = news.locator('[data-sign-ups] [data-topic="collected"]');
  await expect(collected.locator('summary').first()).toContainText('Background, 31 Dec 2011');
  await expect(read(collected)).toContainText('Wir erheben Ihren Namen und Ihre E-Mail-Adresse');
  await expectGood(popup);
  const save = await openCard(popup, 'pre-save');
  await expect(read(save.locator('li').filter({ hasText: 'user-read-email' }))).toContainText(
    'Wir erheben Ihren Namen',
  );
  await expectGood(popup);
  const companies = await openPart(popup, 'companies');
  await expect(companies).toContainText('As you read it on');
  await companies.locator('a[data-company]').first().click();
  await expect(read(drawn(popup, 'company'))).toContainText('As you read it on');
  await expectGood(popup);
  const kept = await openPart(popup, 'kept');
  await unfold(kept);
  await expect(read(kept)).toContainText('As you read it on');
  await expectGood(popup);
});
