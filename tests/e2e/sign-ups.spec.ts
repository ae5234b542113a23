/** Forms for signing up: where each goes, what must be given, what is ticked beforehand, and whether it links to a policy. */
import { artist, expect, test, visitOf } from './fixtures.ts';
import { openCard } from './popup-page.ts';

test('each form is told with its terms, and nothing that stands in a field is read', async ({ extension, page }) => {
  await page.goto(artist('/sign-ups/all'));
  const tab = await extension.tabOf(page);
  await page.getByLabel('E-mail address').first().fill('somebody@lantern.example');
  await page.getByLabel('Send me offers of partners').uncheck();
  const visit = await visitOf(extension, tab, ({ forms }) => forms.length === 3, 'the forms');
  expect(JSON.stringify(visit)).not.toMatch(/somebody|"lantern"/);
  const popup = await extension.openPopup(tab);
  const found = await openCard(popup, 'newsletter-email');
  const check = found.locator('[data-sign-ups]');
  await expect(check.locator('section')).toHaveCount(3);
  const row = (at: number, is: string) => check.locator('section').nth(at).locator(`[data-row="${is}"] dd`);
  await expect(row(0, 'to')).toHaveText(/^subs\.sonymusicfans\.com, of the same owner/);
  await expect(row(0, 'required')).toHaveText('email address');
  await expect(row(0, 'preset')).toHaveText('no box');
  await expect(row(0, 'personal')).toHaveText('it asks for neither');
  await expect(row(0, 'policy')).toHaveText('www.sonymusic.com/privacy-policy/');
  await expect(row(1, 'to')).toHaveText(/^band\.us1\.list-manage\.com, another company: /);
  await expect(row(1, 'required')).toHaveText('email address, birth date and mobile number');
  // What the page ticked, though the person has taken the tick away.
  await expect(row(1, 'preset')).toHaveText('partner_offers');
  await expect(row(1, 'personal')).toHaveText('it asks for your birth date and a phone number');
  await expect(row(1, 'hidden')).toHaveText('campaign_source');
  await expect(row(1, 'policy')).toHaveText('no link to one in the form or close to it');
  await expect(row(2, 'required')).toHaveText('no field is marked as a must');
  await expect(check).toContainText('those under the age of 13');
});

test('a form that a script sends elsewhere later is told with its new address', async ({ extension, page }) => {
  await page.goto(artist('/sign-ups/good'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ forms }) => forms.length === 1, 'the form');
  await page.locator('form').evaluate((form) => {
    form.setAttribute('action', 'https://lists.example/join');
    form.setAttribute('method', 'get');
  });
  const isElsewhere = ({ target, method }: { target: { host: string } | null; method: string }): boolean =>
    target?.host === 'lists.example' && method === 'get';
  const visit = await visitOf(extension, tab, ({ forms }) => forms.some(isElsewhere), 'its new address');
  expect(visit.forms).toHaveLength(1);
});
