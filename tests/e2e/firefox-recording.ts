/**
 * In a real Firefox: what a person does who puts a visit on a table. A recording of two pages, with the background ended in the middle; saved
 * sealed, checked outside of the browser, opened again, and set beside a recording in which the choice was made; the report read from the
 * disk. A step of the journey in `firefox.ts`.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { besideScreen, rowsOfReport, rowsOnScreen, type ShownTable } from './all-rows.ts';
import { damagedCopy, unpackedReport, verified } from './exported-file.ts';
import { endBackground, must, openOwnPage, until } from './firefox-browser.ts';

/** Where Firefox saves what is exported: made before it starts. */
const FOLDER = mkdtempSync(path.join(tmpdir(), 'liner-notes-firefox-'));

/** Has Firefox save there, without a question. */
export const SAVES_TO_FOLDER: Readonly<Record<string, unknown>> = {
  'browser.download.folderList': 2,
  'browser.download.dir': FOLDER,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.alwaysOpenPanel': false,
};

/** Presses what the selector finds, as soon as it is there and can be pressed. */
async function press(page: Page, selector: string): Promise<void> {
  await until(
    () =>
      page.evaluate((what) => {
        const found = document.querySelector<HTMLElement>(`${what}:not(:disabled)`);
        found?.click();
        return found === null ? null : true;
      }, selector),
    `The page shows no ${selector}.`,
  );
}

const textOf = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((what) => document.querySelector(what)?.textContent.trim() ?? null, selector);

const waitFor = (page: Page, selector: string, words: string, sentence: string): Promise<string> =>
  until(async () => {
    const text = await textOf(page, selector);
    return text?.includes(words) === true ? text : null;
  }, sentence);

async function give(page: Page, selector: string, file: string): Promise<void> {
  const input = await until(() => page.$(selector), `The inspector shows no ${selector}.`);
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** Opens two pages while it records; `meanwhile` happens between the two, on the first. Gives what is told of the recording. */
async function record(
  browser: Browser,
  inspector: Page,
  name: string,
  meanwhile: (first: Page) => Promise<void>,
): Promise<string> {
  await inspector.bringToFront();
  await press(inspector, 'nav a[data-view="recordings"]');
  await until(() => inspector.$('[data-name]'), 'The inspector asks for no name.');
  await inspector.type('[data-name]', name);
  await press(inspector, '[data-start]');
  await waitFor(inspector, '[data-recorder="running"]', '', 'No recording runs.');
  const amounts = (words: string): Promise<string> =>
    waitFor(inspector, '[data-recorder] [data-amount]', words, `The recording has not ${words}.`);
  const first = await browser.newPage();
  await first.goto(`https://${LABEL_HOST}/practice/used-before-choice`);
  await amounts('1 page');
  await meanwhile(first);
  const second = await browser.newPage();
  await second.goto(`https://${LABEL_HOST}/practice/tag-manager`);
  await amounts('2 pages');
  await press(inspector, '[data-stop]');
  const kept = await waitFor(inspector, '[data-recording="stopped"]', name, 'Nothing was kept.');
  for (const page of [first, second]) await page.close();
  return kept;
}

/** Saves what the tables show, sealed; gives the file on the disk. */
async function saveSealed(inspector: Page): Promise<string> {
  await press(inspector, 'nav a[data-view="save"]');
  await press(inspector, '[data-sealed]');
  const name = await until(async () => {
    const files = readdirSync(FOLDER);
    const isPart = files.some((file) => file.endsWith('.part'));
    return Promise.resolve(isPart ? null : (files.find((file) => file.endsWith('.zip')) ?? null));
  }, 'Firefox has saved no export.');
  return path.join(FOLDER, name);
}

/** The report from the disk, beside what the screen showed, but for what it tells in other words than rows. Gives how many rows it has. */
async function compareReport(browser: Browser, file: string, screen: readonly ShownTable[]): Promise<number> {
  const report = await browser.newPage();
  await report.goto(pathToFileURL(unpackedReport(file)).href);
  const { rows, wrongCounts } = await report.evaluate(rowsOfReport);
  must(wrongCounts.length === 0, `The report tells another number than it shows: ${wrongCounts.join()}.`);
  const { added, lost, without } = besideScreen(rows, screen);
  must(added.length === 0, `The report has rows that the screen has not: ${added.join()}`);
  must(lost.length === 0, `The report lacks rows of the screen: ${lost.join()}`);
  const others = ['Conditions', 'Findings', 'Sentences of the policies'];
  must(isDeepStrictEqual(without, others), `The report has none of: ${without.join()}`);
  await report.close();
  return rows.length;
}

/** Sets the file beside the recording of that name, and looks for who was new. */
async function compareWith(inspector: Page, file: string): Promise<void> {
  await press(inspector, 'nav a[data-view="compare"]');
  await give(inspector, '[data-compare] fieldset:nth-of-type(1) input[type="file"]', file);
  await waitFor(inspector, '[data-compare] [data-chosen]', 'before', 'The file is not taken for a comparison.');
  await until(
    () =>
      inspector.evaluate(() => {
        const select = document.querySelector<HTMLSelectElement>('[data-recordings]');
        const option = [...(select?.options ?? [])].find(({ text }) => text === 'after');
        if (select === null || option === undefined) return null;
        select.value = option.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      }),
    'The second recording cannot be chosen.',
  );
  const met = (is: string): Promise<string> =>
    waitFor(inspector, `[data-compared="companies"] tr[data-is="${is}"]`, 'Meta', `Meta is not told as ${is}.`);
  await met('new');
  await waitFor(inspector, '[data-circumstances]', 'accepted', 'The choice is not told among what may explain.');
  await press(inspector, '[data-swap]');
  await met('gone');
}

async function journey(browser: Browser): Promise<string> {
  // Steps before this one have made choices on the same site.
  const context = browser.defaultBrowserContext();
  await context.deleteCookie(...(await context.cookies()));
  const inspector = await openOwnPage(browser, 'inspector.html#recordings');
  const before = await record(browser, inspector, 'before', () => endBackground(browser));
  must(before.includes('2 pages'), `The recording is told as ${before}.`);
  must(before.includes('ended the background process 1 time'), `The end of the background is not told: ${before}`);
  await press(inspector, '[data-recording="stopped"] [data-open]');
  await until(() => inspector.$('nav a[data-table="requests"]'), 'The recording does not open.');
  const screen = await inspector.evaluate(rowsOnScreen);
  const rows = screen.reduce((sum, table) => sum + table.rows.length, 0);

  const file = await saveSealed(inspector);
  const whole = verified(file);
  must(whole.isWhole, `The saved file is not whole: ${whole.words}`);
  const damaged = verified(damagedCopy(file));
  must(
    !damaged.isWhole && damaged.words.includes('data/report.html: changed'),
    `One changed byte is told as: ${damaged.words}`,
  );
  const reported = await compareReport(browser, file, screen);

  await inspector.bringToFront();
  await press(inspector, 'nav a[data-view="open"]');
  await give(inspector, '[data-open] input[type="file"]', file);
  await waitFor(inspector, '[data-seal="whole"]', '', 'The file is not told as whole.');
  const again = await inspector.evaluate(rowsOnScreen);
  must(isDeepStrictEqual(again, screen), 'The file does not show again as it was.');

  await record(browser, inspector, 'after', async (first) => {
    await press(first, '#onetrust-accept-btn-handler');
    await until(
      () => first.evaluate(() => (document.cookie.includes('_fbp=') ? true : null)),
      'Nothing comes with the choice.',
    );
  });
  await compareWith(inspector, file);
  await inspector.close();
  return `two pages recorded over an end of the background: ${String(rows)} rows, saved, checked, opened again, ${String(reported)} of them in the report on the disk; beside another after the choice`;
}

/** Takes that journey; what it has saved goes with it. */
export async function recorded(browser: Browser): Promise<string> {
  try {
    return await journey(browser);
  } finally {
    if (existsSync(FOLDER)) rmSync(FOLDER, { recursive: true });
  }
}
