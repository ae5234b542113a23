/** A person reads the policy in force on its page; on the other pages of the site each finding then has two answers. */
import AxeBuilder from '@axe-core/playwright';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { drawn, openPart } from './popup-page.ts';

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
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: popup }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
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
