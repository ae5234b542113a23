/** Pages that lie, break things, or never stop: the record stays small and true, the popup shows names as names. */
import type { Visit } from '../../ledger/visit.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openCard } from './popup-page.ts';

/** What a visit may fill in storage, whatever the page does. */
const MOST_BYTES = 100_000;

const knows = (host: string) => (visit: Visit) => visit.hosts.some((record) => record.host === host);

test('built-in objects that the page has broken harm nobody but the page', async ({ extension, page }) => {
  await page.goto(artist('/hostile/prototypes'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, knows('www.facebook.com'), 'the company');
  const popup = await extension.openPopup(tab);
  const found = await openCard(popup, 'pixel-tag');
  await expect(found).toContainText('www.facebook.com');
  await expect(popup.locator('body')).not.toContainText('a lie told by the page');
});

test('ten thousand keys', async ({ extension, page }) => {
  await page.goto(artist('/hostile/many-keys'));
  const tab = await extension.tabOf(page);
  // What is not kept is counted: by the observer at its cap, and by the record when its share is full.
  const counted = ({ items, leftOut, limits }: Visit): number =>
    items.filter(({ store }) => store === 'local').length +
    (leftOut.items ?? 0) +
    limits.reduce((sum, { count }) => sum + count, 0);
  const visit = await visitOf(
    extension,
    tab,
    (seen) => counted(seen) >= 10_000 && knows('www.facebook.com')(seen),
    'all keys and the company',
  );
  expect(JSON.stringify(visit).length).toBeLessThan(MOST_BYTES);
  const popup = await extension.openPopup(tab, 'practices');
  await expect(card(popup, 'web-storage')).toBeVisible();
});

test('a value of five megabytes', async ({ extension, page }) => {
  await page.goto(artist('/hostile/huge-value'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === 'huge'), 'the item');
  expect(visit.items.find(({ name }) => name === 'huge')?.size).toBe(5_200_004);
  expect(JSON.stringify(visit).length).toBeLessThan(MOST_BYTES);
});

test('names made of markup are shown as names', async ({ extension, page }) => {
  await page.goto(artist('/hostile/names'));
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ items, forms }) => items.some(({ name }) => name.includes('<script>')) && forms.length > 0,
    'the names',
  );
  const popup = await extension.openPopup(tab);
  for (const [practice, names] of [
    ['web-storage', ['<script>document.title="run"</script>', '__proto__']],
    ['outbound-links', ['<img src=x onerror=']],
    ['newsletter-email', []],
    ['first-party-cookies', []],
  ] as const) {
    const found = await openCard(popup, practice);
    for (const name of names) await expect(found).toContainText(name);
    await expect(popup).toHaveTitle(/^[^<>]+ · Liner Notes$/);
    expect(await popup.locator('main script, main img').count()).toBe(0);
  }
  expect(await popup.evaluate(() => 'polluted' in {} || Object.keys(Object.prototype).length > 0)).toBe(false);
  const names = await extension.ledgerVisit(tab);
  expect(Math.max(...(names?.items ?? []).map(({ name }) => name.length))).toBeLessThanOrEqual(120);
});

test('two hundred requests a second, for ever, to five hundred hosts', async ({ extension, page, site }) => {
  // Its load may never end: each request that begins before puts it off.
  await page.goto(artist('/hostile/flood'), { waitUntil: 'commit' });
  const tab = await extension.tabOf(page);
  const arrived = () => site.requests.filter(({ url }) => url.includes('/flood/')).length;
  await expect.poll(arrived, { timeout: 45_000 }).toBeGreaterThan(1200);
  const visit = await visitOf(extension, tab, ({ hosts }) => hosts.length > 50, 'many hosts');
  expect(JSON.stringify(visit).length).toBeLessThan(MOST_BYTES);
  const popup = await extension.openPopup(tab);
  const found = await openCard(popup, 'advertising');
  await expect(found).toContainText('doubleclick.net');
  // The page itself still answers.
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
  await page.goto(artist('/plain'));
  await visitOf(
    extension,
    tab,
    ({ address, hosts }) => address.path === '/plain' && hosts.length === 1,
    'the next page alone',
  );
});

for (const [name, what] of [
  ['form', 'fields that throw'],
  ['clobbered', 'fields that hide the properties of form and document'],
] as const) {
  test(what, async ({ extension, page }) => {
    await page.goto(artist(`/hostile/${name}`));
    const tab = await extension.tabOf(page);
    await visitOf(
      extension,
      tab,
      ({ forms }) => forms.some(({ fields }) => fields.some((field) => field.meaning === 'email')),
      'the e-mail field',
    );
    const popup = await extension.openPopup(tab);
    const found = await openCard(popup, 'newsletter-email');
    await expect(found).toContainText('email');
    await expect(found).toContainText('/thanks');
  });
}
