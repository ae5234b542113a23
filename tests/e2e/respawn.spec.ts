/** An identifier that comes back after it was deleted, from another place of the browser that still held it. */
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openPart } from './popup-page.ts';
import { seePractice } from './see-practice.ts';

const COOKIE = 'harbour_visitor';

async function bothKnown(extension: ExtensionBrowser, tab: number): Promise<void> {
  await visitOf(
    extension,
    tab,
    ({ items }) =>
      [COOKIE, 'harbour:visitor'].every((name) => items.some((item) => item.name === name && !item.removed)),
    'both copies',
  );
}

/** As the browser's own developer tools delete it. Playwright writes it to a time gone by, which is how pages delete theirs. */
async function deleteCookie(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.deleteCookies', { name: COOKIE, url: page.url() });
  await session.detach();
}

/** Loads the page again and waits for its record: the one of before would tell of the same things for a moment. */
async function reload(extension: ExtensionBrowser, page: Page, tab: number): Promise<void> {
  const before = await extension.ledgerVisit(tab);
  await page.reload();
  await visitOf(extension, tab, ({ root }) => root !== before?.root, 'the page that was loaded again');
}

const cookieOf = async (page: Page) => (await page.context().cookies()).find(({ name }) => name === COOKIE)?.value;

test('a cookie that was deleted and that the next load writes again is told, with where it came from', async ({
  extension,
  page,
}) => {
  await seePractice(extension, page, 'identifier-restored', async () => {
    const tab = await extension.tabOf(page);
    await bothKnown(extension, tab);
    const before = await cookieOf(page);
    await deleteCookie(page);
    await visitOf(extension, tab, ({ gone }) => gone.some(({ name }) => name === COOKIE), 'the removal');
    await page.reload();
    await expect.poll(() => cookieOf(page)).toBe(before);
    const { items } = await visitOf(
      extension,
      tab,
      (visit) => visit.items.some(({ restoredAt }) => restoredAt !== undefined),
      'the return',
    );
    expect(items.filter(({ restoredAt }) => restoredAt !== undefined).map(({ name }) => name)).toEqual([COOKIE]);
    expect(JSON.stringify(items)).not.toContain(before);
  });
});

test('it is told as well when the page is loaded again at once', async ({ extension, page }) => {
  await seePractice(extension, page, 'identifier-restored', async () => {
    const tab = await extension.tabOf(page);
    await bothKnown(extension, tab);
    await deleteCookie(page);
    await page.reload();
    await visitOf(
      extension,
      tab,
      ({ items }) => items.some(({ restoredAt }) => restoredAt !== undefined),
      'the return',
    );
  });
});

test('a page that deletes its own cookie and writes it again at once is not told', async ({ extension, page }) => {
  await page.goto(artist('/practice/identifier-restored'));
  const tab = await extension.tabOf(page);
  await bothKnown(extension, tab);
  await page.evaluate((name) => {
    const value = localStorage.getItem('harbour:visitor') ?? '';
    document.cookie = `${name}=; max-age=0; path=/; secure`;
    document.cookie = `${name}=${value}; max-age=31536000; path=/; secure; samesite=strict`;
    document.cookie = 'harbour_mark=1; path=/; secure';
  }, COOKIE);
  const { items, gone } = await visitOf(
    extension,
    tab,
    (visit) => visit.items.some(({ name }) => name === 'harbour_mark'),
    'a look after it',
  );
  // The browser may tell late of the cookie that the test before has left, which was of another value.
  const hash = items.find(({ store, name }) => store === 'cookie' && name === COOKIE)?.hash;
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(gone.filter((item) => item.hash === hash)).toEqual([]);
  expect(items.filter(({ restoredAt }) => restoredAt !== undefined)).toEqual([]);
});

test('an identifier that nobody deleted is not told, nor one whose copies were all deleted', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/practice/identifier-restored'));
  const tab = await extension.tabOf(page);
  await bothKnown(extension, tab);
  const first = await cookieOf(page);
  await reload(extension, page, tab);
  await bothKnown(extension, tab);
  await page.evaluate(() => {
    localStorage.clear();
  });
  await deleteCookie(page);
  await reload(extension, page, tab);
  await bothKnown(extension, tab);
  expect(await cookieOf(page)).not.toBe(first);
  const popup = await extension.openPopup(tab, 'practices');
  await openPart(popup, 'practices');
  await expect(card(popup, 'identifier-in-two-places')).toBeVisible();
  await expect(card(popup, 'identifier-restored')).toHaveCount(0);
});
