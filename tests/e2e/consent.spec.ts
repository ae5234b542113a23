/** What other companies did before a choice and after it: told where the choice was made on the page, and not where it was there before. */
import type { Visit } from '../../ledger/visit.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openCard } from './popup-page.ts';
import { seePractice } from './see-practice.ts';

const PAGE = '/practice/used-before-choice';
const COMPANIES = '[data-consent] .column';

test('a company before any choice is told, in one column', async ({ extension, page }) => {
  await seePractice(extension, page, 'used-before-choice');
  const popup = await extension.openPopup(page, 'practices');
  const found = await openCard(popup, 'used-before-choice');
  await expect(found.locator('[data-consent="open"]')).toContainText('OneTrust: no choice stored yet.');
  const columns = found.locator(COMPANIES);
  await expect(columns).toHaveCount(1);
  await expect(columns.first()).toContainText('So far, without a choice');
  await expect(columns.first()).toContainText('Google');
  await expect(columns.first()).not.toContainText('OneTrust');
  await expect(columns.first()).not.toContainText('Optanon');
  await expect(found.locator('.signal')).toHaveAttribute('data-gpc', 'null');
});

test('what comes with the press on Accept stands after the choice', async ({ extension, page }) => {
  await page.goto(artist(PAGE));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ consents }) => consents[0]?.choice === 'none-yet', 'no choice');
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_ga'), 'the analytics cookie');
  await page.getByRole('button', { name: 'Accept' }).click();
  const visit = await visitOf(
    extension,
    tab,
    ({ consents, hosts, items }) =>
      consents[0]?.choice === 'accepted' &&
      hosts.some(({ host }) => host === 'connect.facebook.net') &&
      items.some(({ name }) => name === '_fbp'),
    'the choice and what came after it',
  );
  expect(visit.consents[0]?.history.map(({ choice }) => choice)).toEqual(['none-yet', 'accepted']);

  const popup = await extension.openPopup(tab, 'practices');
  const found = await openCard(popup, 'used-before-choice');
  await expect(found.locator('[data-consent="made"]')).toContainText(/OneTrust: accepted at \d\d:\d\d:\d\d\./);
  const columns = found.locator(COMPANIES);
  await expect(columns).toHaveCount(2);
  await expect(columns.nth(0)).toContainText('Before the choice');
  await expect(columns.nth(0)).toContainText('_ga');
  await expect(columns.nth(0)).not.toContainText('_fbp');
  await expect(columns.nth(0)).not.toContainText('Meta');
  await expect(columns.nth(1)).toContainText('Meta');
  await expect(columns.nth(1)).toContainText('_fbp');
  const evidence = found.locator('.block').first();
  await expect(evidence).toContainText('www.google-analytics.com');
  await expect(evidence).not.toContainText('connect.facebook.net');
});

test('nothing is told as kept after a choice that it came before, though many cookies came at once', async ({
  extension,
  page,
}) => {
  const MANY = 30;
  await page.goto(artist(PAGE));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ consents }) => consents[0]?.choice === 'none-yet', 'no choice');
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_ga'), 'the first look at cookies');
  const write = (name: string): Promise<void> =>
    page.evaluate(
      ([prefix, many]) => {
        for (let n = 0; n < many; n++) document.cookie = `${prefix}_${n}=GA1.1.${n}; path=/; secure`;
      },
      [name, MANY] as const,
    );
  await page.getByRole('button', { name: 'Refuse' }).hover();
  await write('_ga');
  // Long enough that what was heard has come, and short enough that nobody has heard the rest.
  await page.waitForTimeout(150);
  await page.mouse.down();
  await page.mouse.up();
  const names = ({ items }: Visit): string[] => items.map(({ name }) => name);
  const all = await visitOf(
    extension,
    tab,
    (visit) =>
      visit.consents[0]?.choice === 'refused' && names(visit).filter((name) => /^_ga_\d/.test(name)).length === MANY,
    'the choice and all that came before it',
  );
  await write('_gcl');
  await visitOf(extension, tab, (visit) => names(visit).includes(`_gcl_${MANY - 1}`), 'what came after it');
  expect(all.consents[0]?.history.map(({ choice }) => choice)).toEqual(['none-yet', 'refused']);
  const popup = await extension.openPopup(tab, 'practices');
  const after = (await openCard(popup, 'consent-manager')).locator(COMPANIES).nth(1);
  while ((await after.getByRole('button').count()) > 0) await after.getByRole('button').first().click();
  const rows = await after.evaluate((column) => {
    const parts: Record<string, string[]> = {};
    let part: string[] = [];
    for (const one of column.querySelectorAll('h4, p, .what')) {
      // Each part begins with its heading, and what cannot be told with a line of its own.
      if (!one.matches('.what')) parts[one.textContent] = part = [];
      else part.push(one.textContent);
    }
    return parts;
  });
  expect((rows['Kept by other companies'] ?? []).filter((name) => name.startsWith('_ga'))).toEqual([]);
});

test('a site that asks first is not told', async ({ extension, page }) => {
  await page.goto(artist(`${PAGE}/asks-first`));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ consents }) => consents[0]?.choice === 'none-yet', 'no choice');
  await page.getByRole('button', { name: 'Accept' }).click();
  await visitOf(
    extension,
    tab,
    ({ consents, items }) => consents[0]?.choice === 'accepted' && items.some(({ name }) => name === '_ga'),
    'the choice and what came after it',
  );
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'web-analytics')).toHaveCount(1);
  await expect(card(popup, 'used-before-choice')).toHaveCount(0);
  const found = await openCard(popup, 'consent-manager');
  await expect(found.locator(COMPANIES).nth(0)).toContainText('No other company was contacted.');
  await expect(found.locator(COMPANIES).nth(1)).toContainText('Google');
});

test('a choice from before the visit is not told as one of this visit', async ({ extension, page }) => {
  await page.goto(artist(PAGE));
  const tab = await extension.tabOf(page);
  await page.getByRole('button', { name: 'Refuse' }).click();
  await visitOf(extension, tab, ({ consents }) => consents[0]?.choice === 'refused', 'the choice');
  const before = await extension.ledgerVisit(tab);
  await page.reload();
  await visitOf(
    extension,
    tab,
    ({ document, consents, hosts }) =>
      document !== before?.document &&
      consents[0]?.choice === 'refused' &&
      hosts.some(({ host }) => host === 'www.google-analytics.com'),
    'the page anew',
  );
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'consent-manager')).toHaveCount(1);
  await expect(card(popup, 'used-before-choice')).toHaveCount(0);
  const found = await openCard(popup, 'consent-manager');
  await expect(found.locator('[data-consent="earlier"]')).toContainText(
    'OneTrust: refused. The choice was stored before we began to look.',
  );
  await expect(found.locator(COMPANIES)).toHaveCount(1);
});

test('the columns fit a narrow popup', async ({ extension, page }) => {
  await page.goto(artist(PAGE));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ consents }) => consents[0]?.choice === 'none-yet', 'no choice');
  await page.getByRole('button', { name: 'Accept' }).click();
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_fbp'), 'what came after');
  const popup = await extension.openPopup(tab, 'practices');
  const found = await openCard(popup, 'used-before-choice');
  for (const [width, direction] of [
    [380, 'ltr'],
    [320, 'ltr'],
    [320, 'rtl'],
  ] as const) {
    await popup.setViewportSize({ width, height: 600 });
    await popup.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    await expect(found.locator(COMPANIES)).toHaveCount(2);
    await expect.poll(() => popup.evaluate(() => innerWidth)).toBe(width);
    expect(
      await popup.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    const shots = process.env.CONSENT_PICTURES;
    if (shots === undefined) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme });
      await popup.screenshot({ path: `${shots}/${String(width)}-${direction}-${colorScheme}.png`, fullPage: true });
    }
  }
});
