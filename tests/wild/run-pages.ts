/** Opens pages one after the other in a browser with the extension, and gives what its record holds of each. */
import type { Page } from '@playwright/test';
import { cleanUpAtEnd } from '../../tools/clean-up.ts';
import { openExtension } from '../../tools/open-extension.ts';
import { chromiumArguments, startSite } from '../../replica/server.ts';
import { answerFor } from './answers.ts';
import type { WildPage } from './wild-page.ts';

/** What was seen of a page. */
export interface Seen {
  readonly page: WildPage;
  /** The record as it is stored, or null where the extension keeps none. */
  readonly record: string | null;
  /** Every host that was asked for, as the server knows it. */
  readonly hosts: readonly string[];
  /** Why the page could not be shown to the end; null when it was. */
  readonly trouble: string | null;
  readonly milliseconds: number;
}

/** The record rests when nothing has changed in it for so long, in milliseconds. A person looks no sooner. */
const REST = 2000;
/** After something that the person did: what it changes in the stores of the page is noticed at the next look at them. */
const REST_AFTER_STEPS = 2600;
/** A page that never rests is taken as it is then. */
const LONGEST = 9000;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Takes pages from `queue` until it is empty, in a new browser with the build in `extension`; `onSeen` is called after each.
 * Several may share a queue.
 */
export async function runPages(
  queue: WildPage[],
  { chromiumPath, extension, onSeen }: { chromiumPath: string; extension: string; onSeen: (seen: Seen) => void },
): Promise<Seen[]> {
  let current: WildPage | null = null;
  const site = await startSite({ answer: (request) => answerFor(current, request) });
  cleanUpAtEnd(() => site.close());
  const { context, extensionId } = await openExtension({
    chromiumPath,
    args: chromiumArguments(site),
    extension,
    headed: false,
  });
  const desk = await context.newPage();
  await desk.goto(`chrome-extension://${extensionId}/manifest.json`);
  const cleaner = await context.newCDPSession(desk);

  const tabs = (): Promise<number[]> =>
    desk.evaluate(async () => (await chrome.tabs.query({})).map(({ id }) => id ?? -1));
  const stored = (tab: number): Promise<string | null> =>
    desk.evaluate(async (id) => {
      const all = Object.entries(await chrome.storage.session.get());
      const own = all.filter(([key]) => key === `visit:${id}` || key.startsWith(`list:${id}:`));
      return own.length === 0 ? null : JSON.stringify({ tab: id, stored: Object.fromEntries(own) });
    }, tab);

  async function settle(tab: number, rest: number): Promise<void> {
    const startedAt = performance.now();
    let before = await stored(tab);
    let restsSince = startedAt;
    while (performance.now() - restsSince < rest && performance.now() - startedAt < LONGEST) {
      await wait(100);
      const now = await stored(tab);
      if (now !== before) restsSince = performance.now();
      before = now;
    }
  }

  async function open(page: WildPage, tab: Page, id: number): Promise<string | null> {
    const address = `https://${page.host}${page.path ?? '/'}`;
    const kept = Object.entries(page.earlier?.cookies ?? {});
    if (kept.length > 0) {
      await context.addCookies(
        kept.map(([name, value]) => ({ name, value, url: address, expires: Date.now() / 1000 + 30 * 86_400 })),
      );
    }
    try {
      await tab.goto(address, { waitUntil: 'load', timeout: 15_000 });
      await settle(id, REST);
      if (page.steps !== undefined) {
        await page.steps({ page: tab, settle: () => settle(id, REST_AFTER_STEPS) });
        await settle(id, REST_AFTER_STEPS);
      }
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  const all: Seen[] = [];
  for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
    const startedAt = performance.now();
    const from = site.requests.length;
    const before = new Set(await tabs());
    current = page;
    const tab = await context.newPage();
    tab.setDefaultTimeout(8000);
    const id = (await tabs()).find((each) => !before.has(each)) ?? -1;
    const trouble = await open(page, tab, id);
    const record = await stored(id);
    for (const each of context.pages()) if (each !== desk) await each.close();
    current = null;
    const hosts = [...new Set(site.requests.slice(from).map(({ host }) => host))];
    await context.clearCookies();
    await context.clearPermissions();
    for (const host of [page.host, ...hosts]) {
      await cleaner.send('Storage.clearDataForOrigin', { origin: `https://${host}`, storageTypes: 'all' });
    }
    const seen: Seen = {
      page,
      record,
      hosts,
      trouble,
      milliseconds: performance.now() - startedAt,
    };
    all.push(seen);
    onSeen(seen);
  }
  return all;
}
