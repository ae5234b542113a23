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
  }).toPass({ timeout: 15_000 });
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

/** Visits the label's page until its record is full, and gives the tab. */
export async function visitLabel(extension: ExtensionBrowser, page: Page): Promise<number> {
  await page.goto(artist('/'));
  const tab = await extension.tabOf(page);
  await visitOf(
    extension,
    tab,
    ({ items, forms, frames }) =>
      items.some(({ name }) => name === '_hjSessionUser_2417') && forms.length > 0 && frames.length > 1,
    'a full visit',
  );
  // A page tells what it gathers once a second: full is a record to which nothing more has come for longer.
  let before = '';
  const isStill = async (): Promise<boolean> => {
    const now = JSON.stringify(await extension.ledgerVisit(tab));
    const still = now === before;
    before = now;
    return still;
  };
  await expect.poll(isStill, { message: 'a record that is full', intervals: [1300] }).toBe(true);
  return tab;
}
