/** Whose page is it: on the list, by its marks after a press on "look", a lookalike, of no interest, with a policy of its own. */
import {
  ARTIST_HOST,
  COMPANY_HOST,
  LABEL_HOST,
  LOOKALIKE_HOST,
  MARKED_HOST,
  OTHER_HOST,
  OWN_POLICY_HOST,
} from '../../replica/hosts.ts';
import { expect, test, visitOf } from './fixtures.ts';
import { card, openCard, openPart } from './popup-page.ts';
import { ToolbarPopup } from './toolbar-popup.ts';

const LOOK = 'Look at this page anyway';

for (const [host, kind, operator] of [
  [LABEL_HOST, 'label site', 'Columbia'],
  [ARTIST_HOST, 'artist site', 'Sony Music'],
  [COMPANY_HOST, 'company site', 'Sony Music Entertainment'],
] as const) {
  test(`${host} is on the list, and the popup says why`, async ({ extension, page }) => {
    await page.goto(`https://${host}/`);
    const tab = await extension.tabOf(page);
    await visitOf(extension, tab, ({ address }) => address.host === host, 'the page');
    const popup = await extension.openPopup(tab);
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(host);
    const header = popup.locator('header');
    await expect(header).toContainText(kind);
    await expect(header).toContainText(operator === 'Columbia' ? /Columbia|Sony Music/ : operator);
    await header.getByRole('link', { name: 'How we know' }).click();
    await expect(popup.locator('[data-view="site"]')).toContainText(
      `${host.replace('www.', '')} is on our list of Sony Music sites.`,
    );
  });
}

test('an unlisted page is not looked at by itself', async ({ extension, page }) => {
  await page.goto(`https://${MARKED_HOST}/`);
  const tab = await extension.tabOf(page);
  // The worker is up and has handled a listed page since: what it wanted to record of this one would be there.
  const other = await extension.context.newPage();
  await other.goto(`https://${LABEL_HOST}/plain`);
  await visitOf(extension, await extension.tabOf(other), () => true, 'the listed page');
  expect(await extension.ledgerVisit(tab)).toBeNull();
  expect(await extension.badge(tab)).toBe('');
});

test('its marks betray an unlisted site after a press on the button and on "look"', async ({ extension, page }) => {
  await page.goto(`https://${MARKED_HOST}/`);
  const tab = await extension.tabOf(page);
  const toolbar = await ToolbarPopup.open(extension, page);
  await expect.poll(() => toolbar.text()).toContain(`${MARKED_HOST} is not on our list`);
  await toolbar.press(LOOK);
  await expect.poll(() => toolbar.text()).toContain('This page contacted');
  const visit = await visitOf(extension, tab, ({ marks }) => marks.length > 0, 'marks');
  expect(visit.late).toBe(true);
  await expect
    .poll(() => toolbar.text(), { message: 'the popup that was pressed shows it' })
    .toContain('Counting since');

  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="counting-since"]')).toBeVisible();
  const header = popup.locator('header');
  await expect(header).toContainText('Label: Columbia (US)');
  await header.getByRole('link', { name: 'How we know' }).click();
  const site = popup.locator('[data-view="site"]');
  await expect(site).toContainText('The page shows a mark of Sony Music');
  await expect(site).toContainText('tools.sonymusiccreative.com');
  await openPart(popup, 'practices');
  await expect(card(popup, 'tag-manager')).toHaveAttribute('data-label', 'cannot-tell');
});

test('a lookalike is called what it is, also after a look', async ({ extension, page }) => {
  await page.goto(`https://${LOOKALIKE_HOST}/`);
  const toolbar = await ToolbarPopup.open(extension, page);
  await expect.poll(() => toolbar.text()).toContain(LOOKALIKE_HOST);
  await toolbar.press(LOOK);
  await expect.poll(() => toolbar.text()).toContain('This page contacted');
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ hosts }) => hosts.some(({ host }) => host === 'www.googletagmanager.com'),
    'the page',
  );
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="looked-nothing"]')).toBeVisible();
  // What was seen is shown, and not compared with a policy that is not this site's.
  await expect(popup.locator('[data-count]')).not.toContainText('policy');
  const found = await openCard(popup, 'tag-manager');
  await expect(found).toContainText('www.googletagmanager.com');
  await expect(found).not.toContainText('What the policy says');
  await expect(popup.locator('blockquote')).toHaveCount(0);
});

test('a page of no interest is offered a look, and then nothing is compared', async ({ extension, page }) => {
  await page.goto(`https://${OTHER_HOST}/`);
  const toolbar = await ToolbarPopup.open(extension, page);
  await expect.poll(() => toolbar.text()).toContain(`${OTHER_HOST} is not on our list of Sony Music sites.`);
  expect(await toolbar.text()).toContain('We have not looked at it.');
  await toolbar.press(LOOK);
  await expect.poll(() => toolbar.text()).toContain('This page contacted');
  await expect.poll(() => toolbar.text()).toContain('Nothing here points to Sony Music');
});

test('a site with a policy of its own is told so, and our text is background only', async ({ extension, page }) => {
  await page.goto(`https://${OWN_POLICY_HOST}/`);
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ hosts }) => hosts.some(({ host }) => host === 'www.googletagmanager.com'),
    'the page',
  );
  const popup = await extension.openPopup(tab);
  await expect(popup.locator('[data-state="own-policy"]')).toBeVisible();
  await expect(popup.locator('main')).toContainText('This site has a policy of its own');
  await openPart(popup, 'practices');
  await expect(card(popup, 'tag-manager')).toHaveAttribute('data-label', 'cannot-tell');
  await expect(await openCard(popup, 'tag-manager')).toContainText('background');
});
