/** Whose cookie: path, reach, partition, private windows, what was removed, and what was written while it was watched. */
import type { Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { LABEL_HOST, OTHER_HOST } from '../../replica/hosts.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { card, openPart } from './popup-page.ts';

const ID = '550e8400-e29b-41d4-a716-446655440000';

/** Writes a cookie as a script of the page does. */
function write(page: Page, cookie: string): Promise<void> {
  return page.evaluate((line) => {
    document.cookie = line;
  }, cookie);
}

const cookies = ({ items }: Visit, name: string) =>
  items.filter((item) => item.store === 'cookie' && item.name === name);
const has = (name: string) => (visit: Visit) => cookies(visit, name).some(({ removed }) => !removed);

test('two cookies of one name at two paths are two rows, and one runs out by itself', async ({ extension, page }) => {
  await page.goto(artist('/practice/web-storage'));
  const tab = await extension.tabOf(page);
  await page.evaluate((id) => {
    localStorage.setItem('uid_copy', id);
  }, ID);
  await write(page, `uid=${ID}; path=/; max-age=31536000; secure`);
  await write(page, `uid=${ID}; path=/practice; max-age=31536000; secure`);
  const both = await visitOf(extension, tab, (visit) => cookies(visit, 'uid').length === 2, 'both cookies');
  expect(cookies(both, 'uid').map(({ cookie }) => cookie?.path)).toEqual(
    expect.arrayContaining([undefined, '/practice']),
  );
  const popup = await extension.openPopup(tab, 'kept');
  const kept = await openPart(popup, 'kept');
  await kept.locator('summary', { hasText: 'Cookies' }).click();
  await expect(kept.locator('[data-item="uid"]')).toHaveCount(2);
  await expect(kept.locator('[data-item="uid"]').filter({ hasText: 'path /practice' })).toHaveCount(1);
  await popup.close();

  // Short only now, when the record holds both: on a busy machine it might have run out before it was seen.
  await write(page, `uid=${ID}; path=/practice; max-age=2; secure`);
  const after = await visitOf(
    extension,
    tab,
    (visit) => cookies(visit, 'uid').some(({ removed }) => removed),
    'the end of the short one',
  );
  expect(cookies(after, 'uid').map(({ cookie, removed }) => [cookie?.path ?? '/', removed])).toEqual(
    expect.arrayContaining([
      ['/', false],
      ['/practice', true],
    ]),
  );
  expect(after.items.filter(({ restoredAt }) => restoredAt !== undefined)).toEqual([]);
  const practices = await extension.openPopup(tab, 'practices');
  await openPart(practices, 'practices');
  await expect(card(practices, 'first-party-cookies')).toBeVisible();
  await expect(card(practices, 'identifier-restored')).toHaveCount(0);
});

test('what a cookie is for is told by its name, its form and what the browser keeps of what it asks for', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/practice/web-storage'));
  const tab = await extension.tabOf(page);
  const long = 'path=/; max-age=315360000; secure';
  await write(page, `__Secure-PHPSESSID=${ID}; ${long}`);
  await write(page, `_pk_id.1.1fff=8f14e45fceea167a.1766000000.; ${long}`);
  await write(page, `CookieConsent=true; ${long}`);
  await write(page, `ajs_anonymous_id=${ID}; ${long}`);
  await write(page, `BIGipServerpool=1677787402.36895.0000; ${long}`);
  await visitOf(extension, tab, has('BIGipServerpool'), 'the cookies');
  const popup = await extension.openPopup(tab, 'kept');
  const kept = await openPart(popup, 'kept');
  await kept.locator('summary', { hasText: 'Cookies' }).click();
  const row = (name: string) => kept.locator(`[data-item="${name}"]`);
  await expect(row('__Secure-PHPSESSID')).toContainText('Holds a visit together on the server of the site.');
  await expect(row('__Secure-PHPSESSID')).toContainText('its prefix lets it be set over https only');
  await expect(row('_pk_id.1.1fff')).toContainText('one of these set it, we cannot tell which: Matomo and Piwik PRO');
  // Ten years were asked for.
  await expect(row('_pk_id.1.1fff')).toContainText('lasts 13 months');
  await expect(row('CookieConsent')).toContainText('set by The site (react-cookie-consent)');
  await expect(row('ajs_anonymous_id')).toContainText(
    'Segment and Customer.io among them. We cannot tell whose this is.',
  );
  await expect(row('BIGipServerpool')).toContainText('set by the site’s own server or network (F5 BIG-IP)');
  await popup.close();
});

test('one for the host and one for its domain are two rows, and are written once', async ({ extension, page }) => {
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  await write(page, 'lang=en; path=/; secure');
  await write(page, `lang=de; path=/; secure; domain=${LABEL_HOST.replace('www.', '')}`);
  const both = await visitOf(extension, tab, (visit) => cookies(visit, 'lang').length === 2, 'both cookies');
  const times = cookies(both, 'lang').map(({ at }) => at);
  await write(page, 'mark=1; path=/; secure');
  const after = await visitOf(extension, tab, has('mark'), 'a later look');
  expect(cookies(after, 'lang').map(({ at }) => at)).toEqual(times);
});

test('a partitioned cookie of the site itself is its own', async ({ extension, page }) => {
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  await write(page, '__Host-sess=Q7fK2mZx81LpV0tB; Path=/; Secure; SameSite=None; Partitioned; Max-Age=86400');
  const visit = await visitOf(extension, tab, has('__Host-sess'), 'the cookie');
  expect(cookies(visit, '__Host-sess')[0]?.cookie?.partition).toBe('https://columbiarecords.com');
  const popup = await extension.openPopup(tab, 'practices');
  await openPart(popup, 'practices');
  await expect(card(popup, 'first-party-cookies')).toBeVisible();
  await expect(card(popup, 'third-party-cookies')).toHaveCount(0);
});

test('what the site keeps in a partition of another site is not listed', async ({ extension, page }) => {
  const url = `https://${LABEL_HOST}/`;
  await extension.desk.evaluate(
    async ({ address, other }) => {
      const limits = { url: address, secure: true, sameSite: 'no_restriction', value: '1' } as const;
      await chrome.cookies.set({ ...limits, name: 'embedded', partitionKey: { topLevelSite: other } });
      await chrome.cookies.set({ ...limits, name: 'plain_one' });
    },
    { address: url, other: `https://${OTHER_HOST.replace('www.', '')}` },
  );
  await page.goto(artist('/plain'));
  const tab = await extension.tabOf(page);
  const visit = await visitOf(extension, tab, has('plain_one'), 'the cookie in no partition');
  expect(cookies(visit, 'embedded')).toEqual([]);
  expect(JSON.stringify(visit)).not.toContain('gardening');
  const all = await extension.desk.evaluate(() => chrome.cookies.getAll({ name: 'embedded', partitionKey: {} }));
  expect(all, 'the browser holds it').toHaveLength(1);
});

test('what was removed is not counted as kept; what came later was written, what was there was not', async ({
  extension,
  page,
}) => {
  await page.goto(artist('/plain'));
  await write(page, 'before=1; path=/; secure');
  const tab = await extension.tabOf(page);
  const { document } = await visitOf(extension, tab, () => true, 'the page');
  await page.reload();
  const isAnew = (visit: Visit): boolean => visit.document !== document && has('before')(visit);
  await visitOf(extension, tab, isAnew, 'the first look');
  await write(page, '_test=1; path=/; secure');
  await visitOf(extension, tab, has('_test'), 'the cookie that goes again');
  await write(page, '_test=; path=/; secure; max-age=0');
  const visit = await visitOf(
    extension,
    tab,
    (known) => cookies(known, '_test').some(({ removed }) => removed),
    'the removal',
  );
  expect(cookies(visit, 'before')[0]?.written).toBe(false);
  expect(cookies(visit, '_test')[0]?.written).toBe(true);
  const popup = await extension.openPopup(tab, 'kept');
  const kept = await openPart(popup, 'kept');
  const cookieStore = kept.locator('summary', { hasText: 'Cookies' });
  await expect(cookieStore.locator('.count')).toHaveText('1');
  await cookieStore.click();
  await expect(kept.getByRole('heading', { name: 'Removed again' })).toBeVisible();
  await expect(kept.locator('[data-item="_test"]')).toHaveCount(1);
});

test('of many that are written at once each is known as written, and what is taken away afterwards as taken away', async ({
  extension,
  page,
}) => {
  const MANY = 60;
  await page.goto(artist('/plain'));
  await write(page, 'before=1; path=/; secure');
  const tab = await extension.tabOf(page);
  const first = await visitOf(extension, tab, () => true, 'the page');
  await page.reload();
  await visitOf(extension, tab, (visit) => visit.document !== first.document && has('before')(visit), 'the first look');
  const written = (visit: Visit): string[] =>
    visit.items.filter((item) => item.store === 'cookie' && item.written).map(({ name }) => name);
  await page.evaluate((many) => {
    for (let n = 0; n < many; n++) document.cookie = `n${n}=${n}; path=/; secure`;
  }, MANY);
  const all = await visitOf(extension, tab, (visit) => written(visit).length === MANY, 'all of them');
  expect(cookies(all, 'before')[0]?.written).toBe(false);
  await write(page, `uid=${ID}; path=/; max-age=31536000; secure`);
  await visitOf(extension, tab, has('uid'), 'the one that is taken away');
  const url = page.url();
  await extension.desk.evaluate((at) => chrome.cookies.remove({ url: at, name: 'uid' }), url);
  const isGone = (visit: Visit): boolean => cookies(visit, 'uid').some(({ removed }) => removed);
  await visitOf(extension, tab, isGone, 'the removal');
  await write(page, `uid=${ID}; path=/; max-age=31536000; secure`);
  const back = await visitOf(extension, tab, has('uid'), 'the return');
  expect(cookies(back, 'uid')[0]?.restoredAt).toBeGreaterThan(0);
});

test('nothing of a private window reaches the record of a normal one', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site);
  try {
    await extension.allowInPrivate();
    const page = await extension.context.newPage();
    await page.goto(artist('/plain'));
    const tab = await extension.tabOf(page);
    await write(page, `fan=${ID}; path=/; secure`);
    const before = await visitOf(extension, tab, has('fan'), 'the cookie of the normal window');
    const opened = extension.context.waitForEvent('page');
    await extension.desk.evaluate(async (url) => {
      await chrome.windows.create({ incognito: true, url });
    }, artist('/plain'));
    const hidden = await opened;
    // What opens first is an empty page, which has loaded already.
    await hidden.waitForURL(artist('/plain'));
    await write(hidden, `fan=${ID}; path=/; secure`);
    await write(hidden, `secret=${ID}; path=/; secure`);
    expect(
      await extension.desk.evaluate(
        async (url) => (await chrome.cookies.getAll({ url, storeId: '1' })).map(({ name }) => name),
        artist('/'),
      ),
    ).toEqual(expect.arrayContaining(['fan', 'secret']));
    await extension.desk.evaluate(async (url) => {
      for (const name of ['fan', 'secret']) await chrome.cookies.remove({ url, name, storeId: '1' });
    }, artist('/'));
    await page.bringToFront();
    await write(page, 'mark=1; path=/; secure');
    const after = await visitOf(extension, tab, has('mark'), 'a look after it');
    expect(cookies(after, 'fan')).toEqual(cookies(before, 'fan'));
    expect(after.gone).toEqual([]);
    expect(cookies(after, 'secret')).toEqual([]);
    const stored = await extension.desk.evaluate(() => chrome.storage.session.get());
    expect(JSON.stringify(stored)).not.toContain('secret');
  } finally {
    await extension.close();
  }
});
