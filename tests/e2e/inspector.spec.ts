/** The inspector in a real browser: every row of the record, live; what is saved, checked by others, and opened again as it was. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Page } from '@playwright/test';
import stamps from '../fixtures/time-stamps.json' with { type: 'json' };
import { OTHER_HOST } from '../../replica/hosts.ts';
import { expect, test, visitLabel, visitOf } from './fixtures.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { expectSound } from './sound.ts';

/** How long a row may take of what a page does behind another tab, where the browser gives it little time. */
const LATE = { timeout: 45_000 };

async function openInspector(
  extension: ExtensionBrowser,
  page: Page,
  place = '',
): Promise<{ inspector: Page; tab: number }> {
  const tab = await visitLabel(extension, page);
  const inspector = await extension.context.newPage();
  await inspector.goto(`chrome-extension://${extension.id}/inspector.html?tab=${String(tab)}${place}`);
  await expect(inspector.locator('main[data-state="live"]')).toBeVisible();
  return { inspector, tab };
}

const go = async (inspector: Page, table: string): Promise<void> => {
  await inspector.evaluate((hash) => {
    location.hash = hash;
  }, table);
  // Until then the table before stands there, which may be empty too.
  await expect(inspector.locator(`nav a[data-table="${table}"]`)).toHaveAttribute('aria-current', 'page');
  await expect(inspector.locator(`[data-rows="${table}"], [data-empty]`).first()).toBeVisible();
};

async function saved(inspector: Page, press: string): Promise<{ file: string; folder: string; download: Download }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'export-'));
  const [download] = await Promise.all([inspector.waitForEvent('download'), inspector.locator(press).click()]);
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return { file, folder, download };
}

/** All that the extension keeps in this browser, as one text. Runs in a page of it. */
async function allKept(): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });
  const databases = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      databases.push(await done(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  const { session, local } = chrome.storage;
  return JSON.stringify([await session.get(null), await local.get(null), databases, Object.entries(localStorage)]);
}

test('shows each entry of the record as a row, and narrows them down', async ({ extension, page }) => {
  const tab = await visitLabel(extension, page);
  const popup = await extension.openPopup(tab);
  const [inspector] = await Promise.all([
    extension.context.waitForEvent('page'),
    popup.locator('[data-inspector]').click(),
  ]);
  await expect(inspector.locator('main[data-state="live"]')).toBeVisible();
  let visit = await visitOf(extension, tab, () => true, 'the label');
  // What comes late is in the record before it is a row: both are read until they agree.
  await expect(async () => {
    visit = await visitOf(extension, tab, () => true, 'the label');
    for (const [table, rows] of [
      ['hosts', visit.hosts.length],
      ['stored-items', visit.items.length],
      ['writes', visit.writes.length],
      ['flash-cookies', visit.flashCookies.length],
    ] as const)
      expect(await inspector.locator(`nav a[data-table="${table}"] .count`).innerText(), table).toBe(String(rows));
  }).toPass({ timeout: 30_000 });
  // Sums have no requests one by one, and what a view cannot see is not called unseen.
  await expect(inspector.locator('nav a[data-table="requests"]')).toHaveCount(0);
  await go(inspector, 'redirects');
  await expect(inspector.locator('[data-empty]')).toContainText('cannot see');
  await go(inspector, 'hosts');
  await expect(inspector.locator('[role="table"]')).toHaveAttribute('aria-rowcount', String(visit.hosts.length + 1));
  const [first] = visit.hosts;
  await inspector.locator('[data-filter]').fill(first?.host.toUpperCase() ?? '?');
  const fitting = visit.hosts.filter(({ host }) => host.includes(first?.host ?? '?')).length;
  await expect(inspector.locator('[data-shown]')).toContainText(`${String(fitting)} of ${String(visit.hosts.length)}`);
  // By the keyboard alone: down to the first row, whose details open.
  await inspector.locator('[role="rowgroup"][tabindex="0"]').focus();
  await inspector.keyboard.press('ArrowDown');
  await expect(inspector.locator('aside[data-detail]')).toContainText(first?.host ?? '?');
});

test('is live, holds still when it is told to, and keeps in sight what a page had shown that is left', async ({
  extension,
  page,
}) => {
  const { inspector } = await openInspector(extension, page, '#stored-items');
  await inspector.locator('[data-pause]').click();
  await page.evaluate(() => localStorage.setItem('inspected-later', 'x'));
  const row = inspector.locator('[role="row"]', { hasText: 'inspected-later' });
  await inspector.locator('[data-pause]').click();
  await expect(row).toBeVisible(LATE);
  // The value of a cookie that no script can read, on request; it stands on the screen and nowhere else.
  const secret = 'shown-and-kept-nowhere-7f3a';
  const cookie = { name: 'inspected-cookie', value: secret, httpOnly: true, secure: true };
  await extension.context.addCookies([{ ...cookie, url: page.url() }]);
  await inspector.locator('[role="row"]', { hasText: cookie.name }).click();
  await inspector.locator('[data-show-value]').click();
  await expect(inspector.locator('[data-text]')).toHaveText(secret);
  const kept = await inspector.evaluate(allKept);
  expect(kept).toContain(cookie.name);
  expect(kept).not.toContain(secret);
  await inspector.evaluate(() => (location.hash = '#save'));
  const json = await saved(inspector, 'button:text("JSON")');
  expect(readFileSync(json.file, 'utf8')).toContain(cookie.name);
  expect(readFileSync(json.file, 'utf8')).not.toContain(secret);
  rmSync(json.folder, { recursive: true });
  await go(inspector, 'stored-items');
  await expect(inspector.locator('[data-text]')).toHaveCount(0);
  // What is chosen stays chosen while others join it.
  await row.click();
  await page.evaluate(() => localStorage.setItem('inspected-last', 'y'));
  await expect(inspector.locator('[role="row"]', { hasText: 'inspected-last' })).toBeVisible(LATE);
  await expect(inspector.locator('aside[data-detail]')).toContainText('inspected-later');
  await extension.killWorker();
  await page.goto(`https://${OTHER_HOST}/`);
  await expect(inspector.locator('main[data-state="left"]')).toBeVisible();
  await expect(inspector.locator('header')).toContainText('The page was left');
  await expect(row).toBeVisible();
});

test('saves all of it sealed: the tools of others agree, and it opens again as it was', async ({ extension, page }) => {
  const { inspector } = await openInspector(extension, page, '#save');
  // Held still: what is saved, and the numbers that it is compared with, are of one moment.
  await inspector.locator('[data-pause]').click();
  await expect(inspector.locator('header')).toContainText('Paused');
  await inspector.locator('[data-name]').fill('Label, before any choice');
  const { file, folder, download } = await saved(inspector, '[data-sealed]');
  try {
    expect(download.suggestedFilename()).toMatch(/^liner-notes-[a-z0-9.-]+-\d{4}-\d\d-\d\d\.zip$/);
    execFileSync('python3', ['-m', 'zipfile', '-e', file, folder]);
    const bag = path.join(folder, download.suggestedFilename().replace(/\.zip$/, ''));
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      expect(spawnSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: bag }).status).toBe(0);
    const seal = await inspector.locator('[data-seal]').textContent();
    expect(execFileSync('sha256sum', ['tagmanifest-sha256.txt'], { cwd: bag, encoding: 'utf8' })).toContain(
      seal ?? '?',
    );
    // The package that made it, by the hash of its list of files, which anybody can check.
    const build = path.resolve('dist/chrome-mv3');
    expect(spawnSync('sha256sum', ['-c', '--quiet', 'package-files-sha256.txt'], { cwd: build }).status).toBe(0);
    const [hash] = execFileSync('sha256sum', ['package-files-sha256.txt'], { cwd: build, encoding: 'utf8' }).split(' ');
    expect(readFileSync(path.join(bag, 'data/report.html'), 'utf8')).toContain(hash);
    const rows = (name: string): number =>
      readFileSync(path.join(bag, `data/tables/${name}.csv`), 'utf8')
        .trimEnd()
        .split('\r\n').length - 1;
    for (const table of ['hosts', 'stored-items', 'findings', 'evidence']) {
      const count = await inspector.locator(`nav a[data-table="${table}"] .count`).textContent();
      expect([table, rows(table)]).toEqual([table, Number(count)]);
    }
    const counts = await inspector.locator('nav .count').allTextContents();
    await inspector.goto(`chrome-extension://${extension.id}/inspector.html#open`);
    await inspector.locator('input[type="file"]').setInputFiles(file);
    await expect(inspector.locator('[data-seal="whole"]')).toBeVisible();
    await expect(inspector.locator('nav .count')).toHaveText(counts);
    // A request for a stamp on this seal, and an answer that is of something else.
    await inspector.locator('[data-stamp] summary').click();
    const request = await saved(inspector, '[data-request]');
    expect(readFileSync(request.file).toString('hex')).toContain(seal ?? '?');
    rmSync(request.folder, { recursive: true });
    const other = Buffer.from(stamps.answers['an answer'].base64, 'base64');
    const answer = { name: 'seal.tsr', mimeType: 'application/timestamp-reply', buffer: other };
    await inspector.locator('[data-answer]').setInputFiles(answer);
    await expect(inspector.locator('[data-verdict="other-seal"]')).toBeVisible();
    // One bit of the capture: it is said which file that was.
    const damaged = path.join(bag, 'data/report.html');
    writeFileSync(damaged, `${readFileSync(damaged, 'utf8')} `);
    const again = path.join(folder, 'damaged.zip');
    execFileSync('python3', ['-m', 'zipfile', '-c', again, bag], { cwd: folder });
    await inspector.locator('input[type="file"]').first().setInputFiles(again);
    await expect(inspector.locator('[data-seal="broken"] + ul')).toContainText('data/report.html');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('shows the policy sentence by sentence, with what was seen of each, there and back', async ({
  extension,
  page,
}) => {
  const { inspector } = await openInspector(extension, page, '#policy');
  const sentences = inspector.locator('[data-clause]');
  // The view's code may still be on its way.
  await expect.poll(() => sentences.count()).toBeGreaterThan(30);
  const all = await sentences.count();
  await inspector.locator('[data-only-seen]').check();
  await expect.poll(() => sentences.count()).toBeLessThan(all);
  const first = inspector.locator('[data-seen]').first();
  await expect(first).toBeVisible();
  await inspector.locator('details summary').first().click();
  await expect(inspector.locator('details[open] li').first()).not.toBeEmpty();
  await inspector.locator('[data-search]').fill('no such words anywhere');
  await expect(sentences).toHaveCount(0);
  await inspector.locator('[data-search]').fill('');
  await expect(first).toBeVisible();
  await expectSound(inspector);
  // Who was contacted when: each company has a line, and a row in words.
  await inspector.locator('nav a[data-view="timeline"]').click();
  // The view's code is on its way.
  await expect(inspector.locator('[data-contact]').nth(2)).toBeVisible();
  // Both at one moment: the page goes on.
  const numbers = (): Promise<number[]> =>
    inspector.evaluate(() =>
      ['[data-contact]', '[data-timeline] tbody tr'].map((some) => document.querySelectorAll(some).length),
    );
  const [lines, inWords] = await numbers();
  expect(inWords).toBe(lines);
  await expectSound(inspector);
  // Who does what, and which sentence speaks of it: a company lights up the sentences, and one of these the company.
  await inspector.locator('nav a[data-view="map"]').click();
  await inspector.locator('[data-node="company:Google"]').click();
  const sentence = inspector.locator('[data-node^="sentence:"][data-lit]').first();
  await expect(sentence).toBeVisible();
  await expect(inspector.locator('[data-line="lit"]').first()).toBeAttached();
  await expectSound(inspector);
  await sentence.click();
  await expect(sentence).toHaveAttribute('aria-pressed', 'true');
  await expect(inspector.locator('[data-node="company:Google"][data-lit]')).toBeAttached();
  await inspector.locator('[data-way]').click();
  await expect(inspector.locator('[data-clause]:focus')).toBeInViewport();
  // From a row to its sentence.
  await go(inspector, 'findings');
  await inspector.locator('[role="rowgroup"][tabindex="0"]').focus();
  await inspector.keyboard.press('ArrowDown');
  await inspector.locator('aside[data-detail] a[href^="#policy/"]').first().click();
  await expect(inspector.locator('[data-clause]:focus')).toBeInViewport();
});

test('in the side panel it speaks of the tab in front, and of the next one that comes there', async ({
  extension,
  page,
}) => {
  const tab = await visitLabel(extension, page);
  await page.bringToFront();
  await extension.desk.evaluate(async (tabId) => {
    const { windowId } = await chrome.tabs.get(tabId);
    await chrome.sidePanel.open({ windowId });
  }, tab);
  const inPanels = (): Promise<(string | undefined)[]> =>
    extension.desk.evaluate(async () => {
      const contexts = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.SIDE_PANEL] });
      return contexts.map(({ documentUrl }) => documentUrl);
    });
  await expect.poll(inPanels).toEqual([`chrome-extension://${extension.id}/inspector.html?front`]);
  // Nothing can look into a side panel from here. The same page in a tab behind the others is told of the same tabs.
  const opened = extension.context.waitForEvent('page');
  await extension.desk.evaluate(async (tabId) => {
    const { windowId } = await chrome.tabs.get(tabId);
    await chrome.tabs.create({ windowId, active: false, url: '/inspector.html?front' });
  }, tab);
  const panel = await opened;
  await expect(panel.locator('main[data-state="live"]')).toBeVisible();
  await expect(panel.locator('h1')).toHaveText(new URL(page.url()).host);
  const other = await extension.context.newPage();
  await other.goto('about:blank');
  await other.bringToFront();
  await expect(panel.locator('main[data-state="none"]')).toBeVisible();
  await page.bringToFront();
  await expect(panel.locator('main[data-state="live"]')).toBeVisible();
  // It would stay open, and look at whatever tab the next tests have in front.
  await extension.desk.evaluate(async () => {
    await chrome.sidePanel.setOptions({ enabled: false });
    await chrome.sidePanel.setOptions({ enabled: true });
  });
  await expect.poll(inPanels).toEqual([]);
});

test('sets the page now beside the page later, and beside a file; what differs is told, and saved as a report', async ({
  extension,
  page,
}) => {
  const { inspector } = await openInspector(extension, page, '#save');
  const { file, folder } = await saved(inspector, '[data-sealed]');
  try {
    await inspector.locator('nav a[data-view="compare"]').click();
    const sides = inspector.locator('[data-compare] fieldset[aria-busy]');
    await sides.nth(0).locator('input[type="file"]').setInputFiles(file);
    await expect(sides.nth(0).locator('[data-chosen]')).toBeVisible();
    const items = inspector.locator('nav a[data-table="stored-items"] .count');
    const before = Number(await items.textContent());
    await page.evaluate(() => localStorage.setItem('kept-after-the-choice', 'x'));
    await expect(items).toHaveText(String(before + 1), LATE);
    await sides.nth(1).locator('[data-live]').click();
    const rows = inspector.locator('[data-compared="stored-items"] tr[data-is]');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('kept-after-the-choice');
    await expect(rows.first()).toHaveAttribute('data-is', 'new');
    await inspector.locator('[data-swap]').click();
    await expect(rows.first()).toHaveAttribute('data-is', 'gone');
    await expectSound(inspector);
    const report = await saved(inspector, '[data-save-comparison]');
    expect(readFileSync(report.file, 'utf8')).toContain('kept-after-the-choice');
    rmSync(report.folder, { recursive: true });
    // A file of something else changes nothing.
    await sides.nth(1).locator('[data-other]').click();
    await sides
      .nth(1)
      .locator('input[type="file"]')
      .setInputFiles({
        name: 'foreign.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"format":"another"}'),
      });
    await expect(sides.nth(1).locator('[role="alert"]')).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('puts the page and several files together in one list, whose report axe passes and whose seal others check', async ({
  extension,
  page,
}) => {
  const { inspector } = await openInspector(extension, page, '#save');
  const { file, folder } = await saved(inspector, '[data-sealed]');
  try {
    await page.evaluate(() => localStorage.setItem('kept-later', 'x'));
    await inspector.locator('nav a[data-view="several"]').click();
    const list = inspector.locator('[data-several]');
    await list.locator('input[type="file"]').setInputFiles([
      { name: 'foreign.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"another"}') },
      { name: 'one.zip', mimeType: 'application/zip', buffer: readFileSync(file) },
    ]);
    await expect(list.locator('[data-troubles] li')).toHaveText(/^foreign\.json:/u);
    await list.locator('[data-live]').click();
    await expect(list.locator('[data-visit]')).toHaveCount(2);
    await expectSound(inspector);
    const report = await saved(inspector, '[data-several] [data-report]');
    const paper = await extension.context.newPage();
    await paper.goto(`file://${report.file}`);
    await expect(paper.locator('#visits tr[data-row]')).toHaveCount(2);
    await expectSound(paper);
    await paper.close();
    const sealed = await saved(inspector, '[data-several] [data-sealed]');
    execFileSync('python3', ['-m', 'zipfile', '-e', sealed.file, sealed.folder]);
    const bag = path.join(sealed.folder, path.basename(sealed.file, '.zip'));
    execFileSync('sha256sum', ['--strict', '--quiet', '-c', 'manifest-sha256.txt'], { cwd: bag });
    for (const made of [report, sealed]) rmSync(made.folder, { recursive: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('writes a report that stands by itself: no script, nothing from elsewhere, nothing that axe finds', async ({
  extension,
  page,
}) => {
  const { inspector } = await openInspector(extension, page, '#save');
  const { file, folder } = await saved(inspector, '[data-report]');
  const report = await extension.context.newPage();
  try {
    const asked: string[] = [];
    report.on('request', (request) => asked.push(request.url()));
    await report.goto(`file://${file}`);
    expect(asked).toEqual([`file://${file}`]);
    await expect(report.locator('script')).toHaveCount(0);
    await expectSound(report);
    // Each number leads to the rows that add up to it.
    const wrong = await report.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[data-rows]')].flatMap((link) => {
        const group = document.querySelector(link.hash);
        const lines = [...(group?.querySelectorAll('tr[data-row]') ?? [])];
        const column = link.dataset.sum;
        const table = group?.closest('table');
        const place = [...(table?.querySelectorAll('thead th') ?? [])].findIndex(
          (head) => head.textContent === 'Requests',
        );
        const sum =
          column === undefined
            ? lines.length
            : lines.reduce((total, line) => total + Number(line.children[place]?.textContent.replace(/\D/g, '')), 0);
        return String(sum) === link.dataset.rows ? [] : [`${link.textContent}: ${String(sum)}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(await report.locator('a[data-rows]').count()).toBeGreaterThan(5);
  } finally {
    await report.close();
    rmSync(folder, { recursive: true });
  }
});

test('says what it cannot open, and what it has no record of', async ({ extension, page }) => {
  await page.goto(`chrome-extension://${extension.id}/inspector.html?tab=99999`);
  await expect(page.locator('main[data-state="none"]')).toContainText('Nothing is recorded of this tab');
  await page.goto(`chrome-extension://${extension.id}/inspector.html#open`);
  const file = page.locator('input[type="file"]');
  const give = (name: string, text: string): Promise<void> =>
    file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('other.json', '{"log":{}}');
  await expect(page.locator('[data-opened="foreign"]')).toContainText('not an export');
  await give('later.json', '{"format":"liner-notes-capture","version":99}');
  await expect(page.locator('[data-opened="newer"]')).toContainText('later version');
  await give('damaged.json', '{"format":"liner-notes-capture","version":1}');
  await expect(page.locator('[data-opened="damaged"]')).toContainText('does not fit');
});

test('has nothing that axe finds, light and dark', async ({ extension, page }) => {
  const { inspector } = await openInspector(extension, page, '#hosts');
  for (const place of ['quotes', 'findings']) {
    await go(inspector, place);
    await expectSound(inspector, place);
  }
});

test('has room in a side bar: no field or button reaches past its edge', async ({ extension, page }) => {
  const { inspector } = await openInspector(extension, page, '#hosts');
  await inspector.setViewportSize({ width: 240, height: 800 });
  await expect.poll(() => inspector.evaluate(() => innerWidth)).toBe(240);
  const views = ['findings', 'policy', 'timeline', 'map', 'recordings', 'pictures', 'save', 'letters'];
  for (const view of [...views, 'open', 'compare', 'several']) {
    await inspector.evaluate((name) => (location.hash = `#${name}`), view);
    await expect(inspector.locator(`nav a[href="#${view}"]`)).toHaveAttribute('aria-current', 'page');
    // Its own heading: until its code is there, that of the view before may stand there.
    const heading = (await inspector.locator('main').getAttribute('aria-label')) ?? '?';
    await expect(inspector.locator('main h2').first()).toHaveText(heading);
    await expect(inspector.locator('main [aria-busy="true"]')).toHaveCount(0);
    const outside = await inspector.evaluate(() => {
      const main = document.querySelector('main');
      const edge = main?.getBoundingClientRect().right ?? 0;
      return [...(main?.querySelectorAll('input, select, textarea, button') ?? [])]
        .filter((field) => field.closest('.scroll, .wide') === null)
        .filter((field) => field.getBoundingClientRect().right > edge + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 120));
    });
    expect(outside, view).toEqual([]);
  }
});

test('writes a letter that holds what the person changed, and the seal of what they saved', async ({
  extension,
  page,
}) => {
  const { inspector } = await openInspector(extension, page, '#letters');
  await inspector.locator('[data-region]').selectOption('DE');
  const text = inspector.locator('[data-text]');
  await expect(text).toHaveValue(/Sehr geehrte Damen und Herren/);
  await expect(text).toHaveValue(/31\. Dezember 2011/);
  await inspector.locator('[data-language]').selectOption('en');
  await expect(text).toHaveValue(/Dear Sir or Madam/);
  await text.press('ControlOrMeta+Home');
  await text.pressSequentially('Mine. ');
  await inspector.locator('[data-kind]').selectOption('complaint');
  await expect(inspector.locator('[data-recipient]')).toHaveText('data protection authority of your federal state');
  await expectSound(inspector);
  // Another view and back: what was written stays, and what was saved meanwhile is filled in.
  await inspector.evaluate(() => (location.hash = '#save'));
  await Promise.all([inspector.waitForEvent('download'), inspector.locator('[data-sealed]').click()]);
  const seal = (await inspector.locator('[data-seal]').textContent()) ?? '?';
  await inspector.evaluate(() => (location.hash = '#letters'));
  await inspector.locator('[data-kind]').selectOption('feedback');
  await expect(text).toHaveValue(new RegExp(`^Mine\\. Dear Sir[\\s\\S]*${seal}`));
  const [download] = await Promise.all([
    inspector.waitForEvent('download'),
    inspector.locator('[data-save-text]').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^letter-feedback-[a-z0-9.-]+-en\.txt$/);
  expect(readFileSync(await download.path(), 'utf8')).toContain(await text.inputValue());
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await inspector.locator('[data-copy]').click();
  await expect(inspector.locator('[data-outcome="copied"]')).toBeVisible();
  expect(await inspector.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());
  // With these allowed, the browser refuses all others, in the tests after this one too.
  await extension.context.clearPermissions();
  // Each place to fill in is brought into sight.
  await text.evaluate((area) => area.scrollTo(0, 0));
  await inspector.getByRole('button', { name: '[your postal address]' }).click();
  await expect.poll(() => text.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await inspector.locator('[data-print]').click();
  await expect(inspector.locator('[data-outcome="none"]')).toBeAttached();
  await inspector.setViewportSize({ width: 320, height: 700 });
  await expect.poll(() => inspector.evaluate(() => innerWidth)).toBe(320);
  expect(await inspector.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
