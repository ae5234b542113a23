/**
 * Recording in a real browser: what the database holds is what the pages asked for, and what the ledger has of them.
 *
 * Long because: a recording's journey, from the press to the comparison, is one.
 */
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { foldLog } from '../../capture/fold-log.ts';
import type { Recording } from '../../capture/recording.ts';
import type { RecorderReply } from '../../ledger/messages.ts';
import type { Visit } from '../../ledger/visit.ts';
import { makeConditions } from '../../tools/builders/captures.ts';
import { besideScreen, rowsOfReport, rowsOnScreen } from './all-rows.ts';
import { damagedCopy, unpackedReport, verified } from './exported-file.ts';
import { artist, expect, recordStill, test, visitOf } from './fixtures.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import { DATABASE, keptRecording } from './kept-recording.ts';

const ID = 'recording-of-a-test';

/** Makes the entry as a page of the extension does, and says to the background what is wished. */
async function start(desk: Page): Promise<RecorderReply> {
  const now = Date.now();
  const recording: Recording = {
    ...{ version: 1, id: ID, name: '', note: '', startedAt: now, endedAt: null, keptAt: now, state: 'running' },
    ...{ bytes: 0, batches: 0, facts: 0, pages: 0, pictures: 0, pictureBytes: 0 },
    ...{ dropped: 0, interruptions: 0, hosts: [], shown: [] },
    conditions: makeConditions(),
  };
  return desk.evaluate(
    async ({ name, entry }) => {
      const opened = indexedDB.open(name, 2);
      opened.onupgradeneeded = () => {
        opened.result.createObjectStore('recordings', { keyPath: 'id' });
        for (const store of ['batches', 'pictures'])
          opened.result.createObjectStore(store, { keyPath: ['recording', 'number'] });
      };
      await new Promise((resolve) => (opened.onsuccess = resolve));
      const put = opened.result.transaction('recordings', 'readwrite').objectStore('recordings').put(entry);
      await new Promise((resolve) => (put.onsuccess = resolve));
      opened.result.close();
      return chrome.runtime.sendMessage({ type: 'start-recording', id: entry.id });
    },
    { name: DATABASE, entry: recording },
  );
}

const stop = (desk: Page): Promise<RecorderReply> =>
  desk.evaluate(() => chrome.runtime.sendMessage({ type: 'stop-recording' }));

/** Has the page ask another company for so many things, one after the other, so that none is left out. */
async function ask(page: Page, count: number, round: string): Promise<void> {
  await page.evaluate(
    async ({ many, name }) => {
      for (let at = 0; at < many; at += 1)
        await fetch(`https://www.google-analytics.com/recorded/${name}/${String(at)}`, { mode: 'no-cors' }).catch(
          () => null,
        );
    },
    { many: count, name: round },
  );
}

test('begun by a press, what is kept is what happened, one by one, over several pages and an end of the worker; it is opened, saved, checked, opened again, and set beside another', async ({
  extension,
  page,
}) => {
  // As long as two tests, which would begin with the same recording.
  test.slow();
  const { desk } = extension;
  const inspector = await extension.context.newPage();
  await inspector.goto(`chrome-extension://${extension.id}/inspector.html#recordings`);
  await expect(inspector.locator('[data-none]')).toBeVisible();
  await page.goto(artist('/practice/web-analytics'));
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, ({ hosts }) => hosts.some(({ host }) => host === 'www.google-analytics.com'), 'a page');
  expect(await stop(desk)).toEqual({ failed: 'none-runs' });
  await inspector.locator('[data-name]').fill('Two pages');
  await inspector.locator('[data-start]').click();
  await expect(inspector.locator('[data-recorder="running"]')).toBeVisible();
  await expect.poll(() => extension.badge(tab)).toBe('REC');
  await expect
    .poll(() => desk.evaluate((tabId) => chrome.action.getTitle({ tabId }), tab))
    .toBe('Liner Notes is recording');
  const again = await desk.evaluate(
    (id) => chrome.runtime.sendMessage<unknown, RecorderReply>({ type: 'start-recording', id }),
    ID,
  );
  expect(again).toEqual({ failed: 'runs-already' });

  // More than the 80 that would be told apart otherwise.
  await ask(page, 90, 'first');
  await expect.poll(async () => (await keptRecording(desk)).recording.facts).toBeGreaterThanOrEqual(90);
  // More than those are facts: only then is nothing of the page on its way that would wake the worker and be written.
  await recordStill(extension, page, tab);
  const before = await keptRecording(desk);
  await extension.killWorker();
  expect(await keptRecording(desk)).toEqual(before);

  const second = await extension.context.newPage();
  await second.goto(artist('/practice/tag-manager'));
  const secondTab = await extension.tabOf(second);
  // What else it does would go on being told after the end, and its record be ahead of the recording.
  await visitOf(extension, secondTab, ({ hosts }) => hosts.length > 1, 'the second page');
  await recordStill(extension, second, secondTab);
  await ask(second, 85, 'second');
  await ask(page, 10, 'third');
  // The last of it still waits in the pages.
  await inspector.locator('[data-stop]').click();
  await expect(inspector.locator('[data-recording="stopped"]')).toContainText('Two pages');
  await expect.poll(() => extension.badge(tab)).not.toBe('REC');

  const { recording, log } = await keptRecording(desk);
  const { pages, facts, leftOut } = foldLog(log);
  expect(recording).toMatchObject({ state: 'stopped', pages: 2, dropped: 0, interruptions: 1, facts: facts.length });
  expect(leftOut).toBe(0);
  const asked = facts.flatMap(({ page: no, observation }) =>
    observation.kind === 'request' && observation.address.path.startsWith('/recorded/')
      ? [{ no, path: observation.address.path, count: observation.count ?? 1 }]
      : [],
  );
  const expected = (no: number, round: string, many: number) =>
    Array.from({ length: many }, (_, at) => ({ no, path: `/recorded/${round}/${String(at)}`, count: 1 }));
  expect(asked.filter(({ no }) => no === 1)).toEqual([...expected(1, 'first', 90), ...expected(1, 'third', 10)]);
  expect(asked.filter(({ no }) => no === 2)).toEqual(expected(2, 'second', 85));
  for (const [no, of] of [tab, secondTab].entries())
    expect(pages[no]?.visit).toEqual(JSON.parse(JSON.stringify(await extension.ledgerVisit(of))));
  // Summed up again, and written no more.
  const asksOf = ({ hosts }: Pick<Visit, 'hosts'>): number =>
    hosts.find(({ host }) => host === 'www.google-analytics.com')?.count ?? 0;
  const asksBefore = asksOf((await extension.ledgerVisit(tab)) ?? { hosts: [] });
  await ask(page, 5, 'after');
  const { document } = await visitOf(extension, tab, (visit) => asksOf(visit) >= asksBefore + 5, 'what came after');
  expect(document).toBe(pages[0]?.visit.document);
  expect((await keptRecording(desk)).log).toEqual(log);

  await inspector.locator('[data-open]').click();
  const requests = inspector.locator('nav a[data-table="requests"] .count');
  await expect(requests).toHaveText(String(facts.filter(({ observation: { kind } }) => kind === 'request').length));
  // High, so that many rows are in sight at once.
  await inspector.setViewportSize({ width: 1280, height: 3000 });
  const screen = await inspector.evaluate(rowsOnScreen);
  await inspector.locator('nav a[data-view="save"]').click();
  const [download] = await Promise.all([
    inspector.waitForEvent('download'),
    inspector.locator('[data-sealed]').click(),
  ]);
  const file = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(file);
  expect(verified(file)).toMatchObject({ isWhole: true });
  expect(verified(damagedCopy(file))).toMatchObject({
    isWhole: false,
    words: expect.stringContaining('data/report.html: changed'),
  });
  const report = await extension.context.newPage();
  await report.goto(pathToFileURL(unpackedReport(file)).href);
  const { rows, wrongCounts } = await report.evaluate(rowsOfReport);
  expect(wrongCounts).toEqual([]);
  // What is judged is told in other words than rows.
  const without = ['Conditions', 'Findings', 'Sentences of the policies'];
  expect(besideScreen(rows, screen)).toEqual({ added: [], lost: [], without });
  await report.close();
  await inspector.locator('nav a[data-view="open"]').click();
  await inspector.locator('input[type="file"]').setInputFiles(file);
  await expect(inspector.locator('[data-seal="whole"]')).toBeVisible();
  expect(await inspector.evaluate(rowsOnScreen)).toEqual(screen);
  await inspector.setViewportSize({ width: 1280, height: 800 });

  // Beside the same page later, after a choice.
  await inspector.locator('nav a[data-view="recordings"]').click();
  await inspector.locator('[data-name]').fill('After the choice');
  await inspector.locator('[data-start]').click();
  await expect(inspector.locator('[data-recorder="running"]')).toBeVisible();
  await page.goto(artist('/practice/used-before-choice'));
  await page.getByRole('button', { name: 'Accept' }).click();
  await visitOf(extension, tab, ({ items }) => items.some(({ name }) => name === '_fbp'), 'what comes with the choice');
  await inspector.locator('[data-stop]').click();
  await expect(inspector.locator('[data-recording="stopped"]')).toHaveCount(2);
  await inspector.locator('nav a[data-view="compare"]').click();
  const sides = inspector.locator('[data-compare] fieldset[aria-busy]');
  await sides.nth(0).locator('input[type="file"]').setInputFiles(file);
  await expect(sides.nth(0).locator('[data-chosen]')).toBeVisible();
  await sides.nth(1).locator('[data-recordings]').selectOption({ label: 'After the choice' });
  const companies = inspector.locator('[data-compared="companies"]');
  await expect(companies.locator('tr[data-is="new"]', { hasText: 'Meta' })).toBeVisible();
  await expect(inspector.locator('[data-circumstances]')).toContainText('accepted');
  await inspector.locator('[data-swap]').click();
  await expect(companies.locator('tr[data-is="gone"]', { hasText: 'Meta' })).toBeVisible();

  await inspector.locator('nav a[data-view="recordings"]').click();
  await inspector.locator('[data-search]').fill('no such words');
  await expect(inspector.locator('[data-none]')).toBeVisible();
  await inspector.locator('[data-search]').fill('two PAGES');
  await inspector.locator('[data-rename]').click();
  await inspector.locator('[data-recording] input').fill('Two pages, renamed');
  await inspector.keyboard.press('Enter');
  await expect(inspector.locator('[data-recording] h3')).toHaveText('Two pages, renamed');
  await inspector.locator('[data-search]').fill('');
  for (const left of [1, 0]) {
    await inspector.getByRole('button', { name: 'Delete …' }).first().click();
    await inspector.getByRole('button', { name: 'Delete now' }).click();
    await expect(inspector.locator('[data-recording]')).toHaveCount(left);
  }
});

test('nothing of a private window is recorded', async ({ site }) => {
  const extension = await ExtensionBrowser.launch(site);
  try {
    await extension.allowInPrivate();
    expect(await start(extension.desk)).toEqual({ done: ID });
    const opened = extension.context.waitForEvent('page');
    await extension.desk.evaluate(async (address) => {
      await chrome.windows.create({ incognito: true, url: address });
    }, artist('/practice/web-analytics'));
    // A window may begin with an empty page.
    await (await opened).waitForURL(artist('/practice/web-analytics'));
    // A page of a normal window, opened later, is recorded: by then the private one would have been.
    const open = await extension.context.newPage();
    await open.goto(artist('/practice/tag-manager'));
    await visitOf(extension, await extension.tabOf(open), ({ hosts }) => hosts.length > 0, 'the normal page');
    expect(await stop(extension.desk)).toEqual({ done: ID });
    const { recording, log } = await keptRecording(extension.desk);
    expect(recording).toMatchObject({ state: 'stopped', pages: 1 });
    expect(JSON.stringify(log)).toContain('/practice/tag-manager');
    expect(JSON.stringify(log)).not.toContain('/practice/web-analytics');
  } finally {
    await extension.close();
  }
});
