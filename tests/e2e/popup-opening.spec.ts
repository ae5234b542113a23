/** What stands there before the popup is whole, and where a part of it never comes. */
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test, visitLabel, visitOf } from './fixtures.ts';

const BUILD = path.resolve(import.meta.dirname, '../../dist/chrome-mv3');

test('the host and the button’s words stand there while the record is not read', async ({ extension, page }) => {
  const tab = await visitLabel(extension, page);
  const { address } = await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
  // The button is told just after the record, and with its number the address of the popup, which says it too.
  const popupOf = (): Promise<string> => extension.desk.evaluate((tabId) => chrome.action.getPopup({ tabId }), tab);
  await expect.poll(popupOf).toMatch(/%3A\+5$/);
  const number = await extension.badge(tab);
  const popup = await extension.context.newPage();
  // Shown as a page of its own it would be the tab in front itself.
  await popup.addInitScript((tabId) => {
    if (typeof chrome.storage !== 'object') return;
    chrome.storage.session.get = () => new Promise(() => undefined);
    Object.assign(chrome.tabs, { query: async () => [await chrome.tabs.get(tabId)] });
  }, tab);
  await popup.goto(await popupOf());
  await expect(popup.locator('#host')).toHaveText(address.host);
  await expect(popup.locator('#number')).toHaveText(`other companies contacted on this page: ${number}`);
});

test('the host that the address names stands there before the browser has said which tab it is', async ({
  extension,
}) => {
  const popup = await extension.context.newPage();
  await popup.addInitScript(() => {
    if (typeof chrome.tabs === 'object') chrome.tabs.query = () => new Promise(() => undefined);
  });
  await popup.goto(`chrome-extension://${extension.id}/popup.html?of=1&at=www.artist.example`);
  await expect(popup.locator('#host')).toHaveText('www.artist.example');
  await popup.close();
});

test('what shows the host is asked for before any module', () => {
  const page = readFileSync(path.join(BUILD, 'popup.html'), 'utf8');
  const asked = [...page.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="([^"]+)"/g)].map(([, file = '']) => file);
  expect(asked.at(0)).toBe('/popup-host.js');
  expect(asked.length).toBeGreaterThan(3);
});

test('the words are fetched early from the files that they are loaded from', async ({ extension }) => {
  const popup = await extension.context.newPage();
  const fetched: string[] = [];
  popup.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await popup.goto(`chrome-extension://${extension.id}/popup.html`);
  await expect(popup.locator('main')).toBeVisible();
  const named = await popup.evaluate(
    () => JSON.parse(document.body.dataset.words ?? '{}') as Readonly<Record<string, readonly string[]>>,
  );
  const codes = globSync('*.json', { cwd: path.resolve(import.meta.dirname, '../../locales') });
  expect(Object.keys(named).sort()).toEqual(codes.map((file) => file.replace('.json', '')).sort());
  expect(
    Object.values(named)
      .flat()
      .filter((file) => !existsSync(path.join(BUILD, file))),
  ).toEqual([]);
  const words = fetched.filter((file) => /^\/chunks\/(?:de|en|es|fr|ja|pt-br)-/.test(file));
  expect(words).toEqual(named.en);
});

test('no other page and no view takes the popup’s first script along', () => {
  const read = (file: string) => readFileSync(path.join(BUILD, file), 'utf8');
  const script = /src="\/(chunks\/popup-[^"]+)"/.exec(read('popup.html'))?.[1] ?? '';
  expect(read(script)).toContain('not-opened');
  const name = path.basename(script);
  const users = globSync('{*.{html,js},chunks/*.js}', { cwd: BUILD }).filter((file) => read(file).includes(name));
  expect(users).toEqual(['popup.html']);
});

/** The build without the code of any deeper view. */
function withoutViews(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-without-views-'));
  cpSync(BUILD, folder, { recursive: true });
  const names = ['SiteDetail', 'Practices', 'PracticeDetail', 'CompanyList', 'CompanyDetail', 'StoredItems', 'Routes'];
  const views = [...names, 'About', 'views'].flatMap((name) => globSync(`chunks/${name}-*.js`, { cwd: folder }));
  expect(views).toHaveLength(names.length + 2);
  for (const file of views) rmSync(path.join(folder, file));
  return folder;
}

test('the first screen works where the code of no other view comes, and each of them says so', async ({ site }) => {
  const folder = withoutViews();
  const extension = await ExtensionBrowser.launch(site, { build: folder });
  try {
    const page = await extension.context.newPage();
    await page.goto(artist('/practice/tag-manager'));
    const tab = await extension.tabOf(page);
    await visitOf(extension, tab, ({ hosts }) => hosts.length > 1, 'the page');
    const popup = await extension.openPopup(tab);
    await expect(popup.locator('[data-count]')).toContainText('This page contacted');
    for (const view of ['site', 'practices', 'practice/tag-manager', 'companies', 'kept', 'act', 'about']) {
      await popup.evaluate((hash) => {
        location.hash = hash;
      }, view);
      await expect(popup.locator('main [data-missing]'), view).toContainText('This part could not be shown');
      await expect(popup.locator('h1'), view).toBeFocused();
      await popup.evaluate(() => {
        location.hash = '';
      });
      await expect(popup.locator('[data-count]'), view).toContainText('This page contacted');
    }
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
