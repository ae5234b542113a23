/**
 * In a real Firefox: does anything speak of a page that the tab shows no more? A step of the journey in `firefox.ts`, which hands
 * over its tools.
 */
import type { Browser, Page } from 'puppeteer-core';
import { pieceKeys } from '../../ledger/piece-keys.ts';
import { readVisit } from '../../ledger/visit-pieces.ts';
import type { Visit } from '../../ledger/visit.ts';
import { FORMS_HOST, LABEL_HOST, OTHER_HOST } from '../../replica/hosts.ts';

/** What the journey has at hand. */
export interface Tools {
  readonly until: <T>(ask: () => Promise<T | null>, sentence: string) => Promise<T>;
  readonly openOwnPage: (browser: Browser, path: string) => Promise<Page>;
}

const START = `https://${LABEL_HOST}/leave/start`;
const GARDEN = `https://${OTHER_HOST}/`;
/** Companies of the page to leave. */
const COMPANIES = '2';

interface Shown {
  readonly badge: string;
  readonly visit: Visit | null;
}

/** Goes through the ways of leaving a page, and through what only looks like one. */
export async function leaving(browser: Browser, { until, openOwnPage }: Tools): Promise<string> {
  const desk = await openOwnPage(browser, 'manifest.json');
  const page = await browser.newPage();
  await page.goto(START);
  const tab = await until(
    () =>
      desk.evaluate(async (url) => {
        const { tabs } = (globalThis as unknown as { browser: typeof chrome }).browser;
        return (await tabs.query({ url }))[0]?.id ?? null;
      }, START),
    'No tab shows the page to leave.',
  );

  async function shown(): Promise<Shown> {
    const { badge, stored } = await desk.evaluate(
      async (id, keys) => {
        const { action, storage } = (globalThis as unknown as { browser: typeof chrome }).browser;
        return { badge: await action.getBadgeText({ tabId: id }), stored: await storage.session.get(keys) };
      },
      tab,
      pieceKeys(tab),
    );
    return { badge, visit: readVisit(tab, stored) };
  }
  const when = (fits: (now: Shown) => boolean, sentence: string): Promise<Shown> => {
    let last: Shown | null = null;
    return until(async () => {
      last = await shown();
      return fits(last) ? last : null;
    }, sentence).catch((error: unknown) => {
      throw new Error(`${String(error)} ${JSON.stringify(last).slice(0, 600)}`);
    });
  };
  const isThere = (how: string): Promise<Shown> =>
    when(({ badge, visit }) => badge === COMPANIES && visit !== null, `The page is not told of ${how}.`);

  /** Nothing of the page before: no record, no number, no word. */
  async function isGone(how: string): Promise<void> {
    const popup = await openOwnPage(browser, `popup.html?tab=${String(tab)}`);
    const words = await until(
      () => popup.evaluate(() => (document.querySelector('[data-state]') === null ? null : document.body.innerText)),
      'The popup shows no state.',
    );
    if (words.includes(LABEL_HOST) || words.includes('This page contacted'))
      throw new Error(`After it was left ${how}, the popup says: ${words}`);
    await popup.close();
    await when(({ badge, visit }) => badge === '' && visit === null, `Something is left of the page, left ${how}.`);
  }

  /** The protocol does not tell of every load that moves to another process: what is shown is asked for instead. */
  async function go(url: string, by?: string): Promise<void> {
    if (by === undefined) void page.goto(url).catch(() => undefined);
    else await page.click(by);
    await until(
      async () =>
        (await page.evaluate(() => document.readyState === 'complete' && location.href)) === url ? true : null,
      `${url} does not open.`,
    );
  }

  const ways: readonly [how: string, leave: () => Promise<unknown>][] = [
    ['by a link', () => go(GARDEN, '#link')],
    ['by an address', () => go(GARDEN)],
    ['by a redirect', () => go(GARDEN, '#redirect')],
    ['to about:blank', () => go('about:blank')],
    ['to a frame of itself on another page', () => go(`https://${OTHER_HOST}/fan`)],
  ];
  await isThere('at first');
  for (const [how, leave] of ways) {
    await leave();
    await isGone(how);
    await go(START);
    await isThere(`again, after it was left ${how}`);
  }
  await isThere('before it is left for the cache');
  await go(GARDEN);
  await isGone('for the cache');
  void page.evaluate(() => history.back()).catch(() => undefined);
  await isThere('when it comes back');
  await go(GARDEN);
  await isGone('once more');

  await go(START);
  const { visit: before } = await isThere('before it is loaded anew');
  void page.reload().catch(() => undefined);
  const { visit: after } = await when(
    ({ visit }) => visit !== null && visit.root !== before?.root && visit.hosts.length > 2,
    'A page that is loaded anew has no record of its own.',
  );
  await page.click('#empty');
  await page.evaluate(() => fetch('https://bat.bing.com/after.json').then((answer) => answer.text()));
  await when(
    ({ visit }) =>
      visit?.document === after?.document && visit?.hosts.some(({ host }) => host === 'bat.bing.com') === true,
    'An answer without a page ends the record.',
  );

  await go(`https://${LABEL_HOST}/leave/layout`);
  const hasForm = ({ visit }: Shown): boolean => visit?.forms.some(({ host }) => host === FORMS_HOST) === true;
  await when(hasForm, 'The form in the frame is not told.');
  await page.click('[data-view="tour"]');
  await when(
    (now) => now.visit?.address.path === '/leave/tour' && hasForm(now),
    'A frame that outlives a change of view is told no more.',
  );
  await page.close();
  await desk.close();
  return `${String(ways.length)} ways of leaving a page, the cache for going back, a reload and a change of view: no word, number or record of a page that is gone`;
}
