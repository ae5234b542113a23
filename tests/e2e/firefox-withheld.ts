/**
 * In a real Firefox: the permission for the sites of the list is taken back while a page is open, and given again by a press in the
 * popup. A step of the journey in `firefox.ts`.
 */
import type { Browser, Page } from 'puppeteer-core';
import { pieceKeys } from '../../ledger/piece-keys.ts';
import { readVisit } from '../../ledger/visit-pieces.ts';
import type { Visit } from '../../ledger/visit.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { must, openOwnPage, until } from './firefox-browser.ts';

const PAGE = `https://${LABEL_HOST}/leave/start`;
const LATER = 'bat.bing.com';

type Api = typeof chrome;

const ask = (page: Page, host: string): Promise<string> =>
  page.evaluate((to) => fetch(`https://${to}/after.json`).then((answer) => answer.text()), host);

/** Takes the permission back, looks at what is still told, and gives it again. */
export async function withheld(browser: Browser): Promise<string> {
  const desk = await openOwnPage(browser, 'manifest.json');
  const page = await browser.newPage();
  await page.goto(PAGE);
  const tab = await until(
    () =>
      desk.evaluate(async (url) => {
        const { tabs } = (globalThis as unknown as { browser: Api }).browser;
        return (await tabs.query({ url }))[0]?.id ?? null;
      }, PAGE),
    'No tab shows the page.',
  );
  async function visit(): Promise<Visit | null> {
    const stored = await desk.evaluate((keys) => {
      const { storage } = (globalThis as unknown as { browser: Api }).browser;
      return storage.session.get(keys);
    }, pieceKeys(tab));
    return readVisit(tab, stored);
  }
  const asks = (now: Visit | null, host: string): boolean => now?.hosts.some((one) => one.host === host) === true;
  const before = await until(async () => {
    const now = await visit();
    return now !== null && now.hosts.length > 1 ? now : null;
  }, 'The page is not watched.');
  must(!asks(before, LATER), 'The page asks a host too early: nothing below would be honest.');

  await desk.evaluate(async () => {
    const { permissions, runtime } = (globalThis as unknown as { browser: Api }).browser;
    const { host_permissions: origins } = runtime.getManifest() as { host_permissions: string[] };
    await permissions.remove({ origins });
  });
  const popup = await openOwnPage(browser, `popup.html?tab=${String(tab)}`);
  const says = (words: string): Promise<boolean> =>
    popup.evaluate((text) => document.body.innerText.includes(text), words);
  const GONE = 'No permission for this site';
  await until(async () => ((await says(GONE)) ? true : null), 'The popup does not say that the permission is gone.');
  await ask(page, LATER);
  // What is told of a request is told within a second; a second look at the popup takes longer.
  const second = await openOwnPage(browser, `popup.html?tab=${String(tab)}`);
  await until(
    () => second.evaluate(() => (document.querySelector('[data-count]') === null ? null : true)),
    'The popup has lost what was seen before.',
  );
  await second.close();
  const blind = await visit();
  must(blind?.document === before.document, 'The record of what was seen before is gone.');
  must(!asks(blind, LATER), 'A request is told, though the permission was taken back before it.');

  await popup.bringToFront();
  await popup.click('[data-state] button.main');
  await until(async () => {
    const now = await visit();
    return now !== null && now.document !== before.document && asks(now, LATER) ? true : null;
  }, 'The page is not watched anew when it is allowed again.');
  await until(async () => ((await says(GONE)) ? null : true), 'The popup still says that the permission is gone.');
  for (const opened of [page, popup, desk]) await opened.close();
  return 'the permission taken back: nothing more is told, and it is said; given again by a press, the page is told anew';
}
