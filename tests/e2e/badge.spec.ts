/** The badge's number is the popup's number is the count of other companies listed. */
import type { Visit } from '../../ledger/visit.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { countInLead, openPart } from './popup-page.ts';

for (const [what, path, least] of [
  ['the artist’s home page', '/', 5],
  ['a page with one company', '/practice/tag-manager', 1],
  ['a busy page', '/busy', 37],
] as const) {
  test(`${what}: badge, first sentence and list agree`, async ({ extension, page }) => {
    await page.goto(artist(path));
    const tab = await extension.tabOf(page);
    await expect.poll(async () => Number(await extension.badge(tab))).toBeGreaterThanOrEqual(least);
    const popup = await extension.openPopup(tab);
    // Late companies may still come in: all three are read until they stand still together.
    await expect(async () => {
      const badge = Number(await extension.badge(tab));
      expect(await countInLead(popup)).toBe(badge);
      const companies = await openPart(popup, 'companies');
      const rows = companies.locator('a[data-company]');
      const own = companies.locator('section', { hasText: 'Sony Music’s own hosts' }).locator('a[data-company]');
      expect(await own.count(), 'the site itself stands apart').toBeGreaterThan(0);
      expect((await rows.count()) - (await own.count())).toBe(badge);
    }).toPass({ timeout: 20_000 });
    expect(Number(await extension.badge(tab))).toBeGreaterThanOrEqual(least);
  });
}

test('forty hosts of 37 companies and two hundred requests are counted one by one', async ({ extension, page }) => {
  await page.goto(artist('/busy'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(
    extension,
    tab,
    ({ hosts }) =>
      hosts.filter(({ paths }) => paths.some((path) => path.startsWith('/busy/'))).every(({ count }) => count === 5) &&
      hosts.length === 41,
    'all hosts',
  );
  expect(visit.hosts.reduce((sum, { count, host }) => sum + (host === 'www.columbiarecords.com' ? 0 : count), 0)).toBe(
    200,
  );
  await expect.poll(() => extension.badge(tab)).toBe('37');
});

test('a page that keeps to itself has no badge', async ({ extension, page }) => {
  await page.goto(artist('/practice/tag-manager'));
  const tab = await extension.tabOf(page);
  await expect.poll(() => extension.badge(tab)).toBe('1');
  await page.goto(artist('/plain'));
  await expect.poll(() => extension.badge(tab)).toBe('');
});

test('the badge of one tab says nothing of another', async ({ extension, page }) => {
  await page.goto(artist('/practice/tag-manager'));
  const other = await extension.context.newPage();
  await other.goto('https://www.gardening.example/');
  const tab = await extension.tabOf(page);
  await expect.poll(() => extension.badge(tab)).toBe('1');
  expect(await extension.badge(await extension.tabOf(other))).toBe('');
});

test('an image that turns out to be none is one request', async ({ extension, page }) => {
  await page.goto(artist('/no-images'));
  const tab = await extension.tabOf(page);
  const called = ({ hosts }: Visit) => hosts.find(({ host }) => host === 'static.hotjar.com')?.count ?? 0;
  await visitOf(extension, tab, (visit) => called(visit) >= 20, 'twenty requests');
  // What comes after them shows that nothing more was to come of them.
  await page.evaluate(() => fetch('https://ipinfo.io/json').then((answer) => answer.text()));
  const visit = await visitOf(extension, tab, ({ hosts }) => hosts.some(({ host }) => host === 'ipinfo.io'), 'the end');
  expect(called(visit)).toBe(20);
});

test('every pixel tag among two hundred images is counted as one', async ({ extension, page }) => {
  await page.goto(artist('/busy'));
  const tab = await extension.tabOf(page);
  const pixels = ({ hosts }: Visit) => hosts.reduce((sum, host) => sum + host.pixels, 0);
  await visitOf(extension, tab, (visit) => pixels(visit) === 200, 'two hundred pixels');
});
