/** The fixtures of every test in Chromium: the replica, a browser with the extension (both for a worker), a page. */
import { test as base, expect, type Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { startSite, type Site } from '../../replica/server.ts';
import { ExtensionBrowser } from './extension-browser.ts';

interface WorkerFixtures {
  site: Site;
  extension: ExtensionBrowser;
}

interface TestFixtures {
  /** For every test: it has left no error in the extension. Who means to cause one takes it (`takeError`). */
  withoutError: undefined;
  /** A new tab in the browser with the extension; nothing is kept from the test before. */
  page: Page;
}

/** The worker's browser, once a test has asked for it. */
let launched: ExtensionBrowser | undefined;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  extension: [
    async ({ site }, use) => {
      const extension = await ExtensionBrowser.launch(site);
      launched = extension;
      await use(extension);
      launched = undefined;
      await extension.close();
    },
    { scope: 'worker' },
  ],
  withoutError: [
    async ({}, use) => {
      await use(undefined);
      if (launched === undefined) return;
      expect(await launched.errors(), 'what the browser has caught in the extension').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ extension }, use) => {
    // A test that opens pages without this fixture leaves them behind.
    await extension.tidy();
    await extension.forgetSites();
    const page = await extension.context.newPage();
    await use(page);
    // Closed before the errors are looked at: what fails while a page closes is of this test too.
    await extension.tidy();
  },
});

export { expect };

/** An address on the artist site of the replica. */
export function artist(path: string): string {
  return `https://${LABEL_HOST}${path}`;
}

/**
 * How long a fact of a page may take to reach the ledger, in milliseconds: a page behind another tab does its idle work every ten seconds or so.
 */
const SLOWEST_FACT = 45_000;

/** Waits until the ledger's visit of a tab fits, and gives it. */
export async function visitOf(
  extension: ExtensionBrowser,
  tab: number,
  fits: (visit: Visit) => boolean,
  what: string,
): Promise<Visit> {
  const found: Visit[] = [];
  await expect(async () => {
    const visit = await extension.ledgerVisit(tab);
    const fitting = visit !== null && fits(visit);
    expect(fitting, `the ledger shows ${what}; it holds ${JSON.stringify(visit).slice(0, 2000)}`).toBe(true);
    if (visit !== null) found.push(visit);
  }).toPass({ timeout: SLOWEST_FACT });
  const [visit] = found;
  if (visit === undefined) throw new Error(`The ledger holds no visit of tab ${String(tab)}.`);
  return visit;
}

/**
 * Waits until the replica has got no request for half a second. Not by Playwright's own `networkidle`, which waits for ever where the browser
 * does not tell how one request ended.
 */
export async function networkStill(site: Site): Promise<void> {
  let before = -1;
  const isStill = (): boolean => {
    const still = site.requests.length === before;
    before = site.requests.length;
    return still;
  };
  await expect.poll(isStill, { message: 'no request for half a second', intervals: [500] }).toBe(true);
}

/** Runs an expression in a page, and waits for the promise that it may be. `page.evaluate` would be a person's press to the page. */
export async function runUnpressed(extension: ExtensionBrowser, page: Page, expression: string): Promise<void> {
  const session = await extension.context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression, awaitPromise: true });
  await session.detach();
}

/**
 * Waits until nothing more comes to a record. A page tells what it gathers once a second, by its own clock: on a busy machine it gets no turn
 * for seconds, so the wait is one of its own timers.
 */
export async function recordStill(extension: ExtensionBrowser, page: Page, tab: number): Promise<void> {
  const aSecond = 'new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 1000 }), 1300))';
  let before = JSON.stringify(await extension.ledgerVisit(tab));
  await expect(async () => {
    await runUnpressed(extension, page, aSecond);
    const now = JSON.stringify(await extension.ledgerVisit(tab));
    const isStill = now === before;
    before = now;
    expect(isStill, 'a record to which nothing more comes').toBe(true);
  }).toPass({ timeout: SLOWEST_FACT });
}

/** What the scripts ask that the label's page loads by other scripts. */
const LAST_OF_LABEL = ['www.google-analytics.com', 'www.facebook.com', 'script.hotjar.com'];

/** Visits the label's page until its record is full, and gives the tab. */
export async function visitLabel(extension: ExtensionBrowser, page: Page): Promise<number> {
  await page.goto(artist('/'));
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ items, forms, frames, hosts }) =>
      items.some(({ name }) => name === '_hjSessionUser_2417') &&
      forms.length > 0 &&
      frames.length > 1 &&
      LAST_OF_LABEL.every((last) => hosts.some(({ host }) => host === last)),
    'a full visit',
  );
  await recordStill(extension, page, tab);
  return tab;
}
