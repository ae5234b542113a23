/** The page of a policy's history: opened from the list of things seen, accessible, and read by the keyboard alone. */
import { artist, expect, test, visitOf } from './fixtures.ts';
import { openPart } from './popup-page.ts';
import { expectSound, expectToFit } from './sound.ts';

test('leads from the list of things seen to what each version says', async ({ extension, page }) => {
  await page.goto(artist('/practice/flash-content'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ flashObjects }) => flashObjects.length > 0, 'the Flash content');
  const popup = await extension.openPopup(tab);
  const list = await openPart(popup, 'practices');
  const opened = extension.context.waitForEvent('page');
  await list.getByRole('link', { name: 'What the versions say' }).click();
  const versions = await opened;
  await expect(versions.getByRole('heading', { level: 1 })).toHaveText('What each version says');
  await expect(versions.getByRole('columnheader')).toHaveCount(9);
  await expect(versions.locator('tr[data-practice="flash-cookies"] td').first()).toContainText('no sentence');
  await versions.close();
});

test('is accessible in light and dark, fits 320 pixels, and is read by the keyboard', async ({ extension, page }) => {
  await page.goto(`chrome-extension://${extension.id}/versions.html?organisation=sony-music`);
  await page.getByRole('button', { name: 'Flash cookies' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#says-flash-cookies')).toContainText('Names Flash cookies that keep preferences');
  await expectSound(page);
  // The table scrolls in its own region, and the page does not.
  await expectToFit(page);
});
