/** A person reads the policy in force on its page; on the other pages of the site each finding then has two answers. */
import type { Locator, Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { drawn, openPart } from './popup-page.ts';
import { expectSound } from './sound.ts';

test.afterEach(async ({ extension }) => {
  await extension.forgetCopies();
});

test('reading the policy keeps a copy, shows its sentences in the page, and gives each finding a second answer', async ({
  extension,
  page,
}) => {
  await page.goto('https://www.sonymusic.com/privacy-policy/');
  const tab = await extension.tabOf(page);
  const popup = await extension.openPopup(tab);
  await expect(drawn(popup, 'home')).toBeVisible();
  await popup.getByRole('button', { name: 'Read this policy' }).click();
  const read = popup.locator('[data-reading="policy"]');
  await expect(read.locator('[data-kept]')).toContainText('copy is kept');
  await expect(read.locator('[data-facts]')).toContainText('English');
  const practice = read.locator('details[data-practice]').first();
  await practice.locator('summary').first().click();
  await practice.locator('[data-show]').first().click();
  await expect(practice.locator('[data-outcome]').first()).toHaveAttribute('data-outcome', /^(?:marked|folded)$/);
  await expectSound(popup);
  await popup.close();

  await page.goto(artist('/practice/session-recording'));
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 0, 'another company');
  const later = await extension.openPopup(tab);
  await expect(drawn(later, 'home')).toBeVisible();
  await expect(later.locator('[data-second="there"]')).toContainText('As you read it on');
  const list = await openPart(later, 'practices');
  const differing = list.locator('a').filter({ hasText: 'The text of today names it; that of 2011 did not.' }).first();
  await differing.click();
  await expect(drawn(later, 'practice')).toBeVisible();
  await expect(later.locator('[data-text="held"]')).toContainText('Archived 31 Dec 2011');
  await expect(later.locator('[data-text="read"] blockquote').first()).not.toBeEmpty();
  await later.close();
});

/** Opens the popup's view of the page's policy, has it read, and gives what it then says. */
async function readPage(extension: ExtensionBrowser, page: Page, address: string): Promise<Locator> {
  await page.goto('about:blank');
  await page.goto(address);
  const popup = await extension.openPopup(page, 'policy');
  await popup.locator('[data-read]').click();
  const read = popup.locator('[data-reading]');
  await expect(read).not.toHaveAttribute('data-reading', /^(?:none|reading)$/);
  return read;
}

test('a text that may not be judged says so, and nothing is said to be missing from it', async ({
  extension,
  page,
}) => {
  for (const [name, state, kept] of [
    ['japanese', 'language-without-rules', 'A copy is kept'],
    ['cut', 'cut-short', 'A copy is kept'],
    ['shell', 'empty', 'Not kept'],
    ['tour', 'not-a-policy', 'A copy is kept'],
    ['hostile', 'cut-short', 'A copy is kept'],
  ] as const) {
    const read = await readPage(extension, page, artist(`/texts/${name}`));
    await expect(read, name).toHaveAttribute('data-reading', state);
    await expect(read.locator('[data-kept]'), name).toContainText(kept);
    await expect(read, name).not.toContainText('The rules found no sentence');
  }
});

test('a text that has changed since the copy is told once; a date alone is no change', async ({ extension, page }) => {
  const address = artist('/texts/changing');
  await expect((await readPage(extension, page, address)).locator('[data-change]')).toHaveCount(0);
  await expect((await readPage(extension, page, `${address}#date`)).locator('[data-change]')).toHaveCount(0);
  await expect((await readPage(extension, page, `${address}#more`)).locator('[data-change]')).toBeVisible();
  await expect((await readPage(extension, page, `${address}#more`)).locator('[data-change]')).toHaveCount(0);
});
