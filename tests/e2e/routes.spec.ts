/** Answering back: links open beside the page, tell nobody where from, and carry nothing about the person. */
import { COMPANY_HOST, LABEL_HOST } from '../../replica/hosts.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { allViews, drawn, goTo, unfold } from './popup-page.ts';

test('every link out of the popup opens a new tab, without opener and referrer, and carries no fact about the visit', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_ga'), 'a full visit');
  const popup = await extension.openPopup(tab, 'act');
  await expect(popup.locator('[data-route]').first()).toBeVisible();
  // In every view, since each has links of its own: opt-outs, privacy policies, the archive.
  const links: { href: string; target: string; rel: string }[] = [];
  const withLinks = new Set<string>();
  for (const view of await allViews(popup)) {
    await goTo(popup, view);
    await unfold(popup.locator('body'));
    const here = await popup.locator('a:not([href^="#"]):not([href^="mailto:"]):not([href^="/"])').evaluateAll((all) =>
      all.map((link) => ({
        href: (link as HTMLAnchorElement).href,
        target: (link as HTMLAnchorElement).target,
        rel: (link as HTMLAnchorElement).rel,
      })),
    );
    links.push(...here);
    if (here.length > 0) withLinks.add(view.replace(/\/.*/, ''));
  }
  expect([...withLinks]).toEqual(expect.arrayContaining(['#act', '#practice', '#company', '#site']));
  expect(links.length).toBeGreaterThan(20);
  for (const { href, target, rel } of links) {
    expect(href).toMatch(/^(?:https?:|tel:)/);
    if (href.startsWith('tel:')) continue;
    expect(target, href).toBe('_blank');
    expect(rel.split(' '), href).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
    for (const fact of [LABEL_HOST, visit.document, String(tab)]) expect(href).not.toContain(fact);
  }
});

test('the feedback form of Sony Music is reached without a referrer', async ({ extension, page, site }) => {
  await page.goto(artist('/practice/web-analytics'));
  const popup = await extension.openPopup(page, 'act');
  const act = drawn(popup, 'act');
  await expect(act).toBeVisible();
  const link = act.locator(`[data-route] a[href="https://${COMPANY_HOST}/feedback/"]`).first();
  await unfold(act);
  const before = site.requests.length;
  const opened = extension.context.waitForEvent('page');
  await link.click();
  const form = await opened;
  await expect(form).toHaveURL(`https://${COMPANY_HOST}/feedback/`);
  await expect(form.getByLabel('Your message')).toHaveValue('');
  const arrival = site.requests
    .slice(before)
    .find(({ host, url }) => host === COMPANY_HOST && url.endsWith('/feedback/'));
  expect(arrival).toMatchObject({
    method: 'GET',
    url: `https://${COMPANY_HOST}/feedback/`,
    referer: null,
    origin: null,
  });
  expect(await form.evaluate(() => ({ referrer: document.referrer, opened: opener !== null }))).toEqual({
    referrer: '',
    opened: false,
  });
});

test('"copy what was seen" copies names, times and the quote, and no value', async ({ extension, page }) => {
  await page.goto(artist('/'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_fbp'), 'the cookie');
  const values = await page.evaluate(() =>
    document.cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)),
  );
  const popup = await extension.openPopup(tab, 'act');
  await popup.getByRole('button', { name: /copy/i }).first().click();
  await expect(popup.getByRole('status').filter({ hasText: /cop/i })).toBeVisible();
  // Read as a person would use it: pasted into the feedback form.
  const form = await extension.context.newPage();
  await form.goto(`https://${COMPANY_HOST}/feedback/`);
  await form.getByLabel('Your message').focus();
  await form.keyboard.press('ControlOrMeta+V');
  await expect(form.getByLabel('Your message')).not.toHaveValue('');
  const copied = await form.getByLabel('Your message').inputValue();
  for (const words of [LABEL_HOST, 'www.google-analytics.com', '_fbp', '31 Dec']) expect(copied).toContain(words);
  for (const value of values.filter((one) => one.length > 6)) expect(copied).not.toContain(value);
});

test('what the button of the first screen names stands first behind it, and the copy is in sight', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_ga'), 'a full visit');
  const popup = await extension.openPopup(tab);
  await popup.setViewportSize({ width: 380, height: 600 });
  const button = popup.locator('a[href="#act"]').first();
  await expect(button).toBeVisible();
  await button.click();
  const first = popup.locator('[data-route]').first();
  await expect(first).toHaveAttribute('data-route', 'sony-feedback');
  await expect(first.getByRole('link').first()).toBeInViewport({ ratio: 1 });
  await expect(popup.getByRole('button', { name: 'Copy what was seen' })).toBeInViewport({ ratio: 1 });
});

test('a finding is copied by keyboard, alone, and the reply stands where one looks', async ({ extension, page }) => {
  await page.goto(artist('/practice/session-recording'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the recorder');
  const popup = await extension.openPopup(tab, 'practice/session-recording');
  await popup.setViewportSize({ width: 380, height: 600 });
  // The page of the company that was seen, and Sony Music's form.
  await expect(popup.locator('[data-act="sony-feedback"]')).toBeVisible();
  await expect(popup.locator('[data-act]').nth(1)).toBeAttached();
  const button = popup.getByRole('button', { name: 'Copy this finding' });
  await button.focus();
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('status').filter({ hasText: 'Copied.' })).toBeInViewport({ ratio: 1 });
  await expect(button).toBeFocused();
  const form = await extension.context.newPage();
  await form.goto(`https://${COMPANY_HOST}/feedback/`);
  await form.getByLabel('Your message').focus();
  await form.keyboard.press('ControlOrMeta+V');
  await expect(form.getByLabel('Your message')).not.toHaveValue('');
  const copied = await form.getByLabel('Your message').inputValue();
  for (const words of [LABEL_HOST, 'First seen: ', '(UTC)', 'web.archive.org', 'Made with Liner Notes'])
    expect(copied).toContain(words);
  expect(copied).not.toContain('OTHER COMPANIES');
});
