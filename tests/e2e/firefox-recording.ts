/** In a real Firefox: two pages are recorded, and the recording shows in the inspector's tables. A step of the journey in `firefox.ts`. */
import type { Browser, Page } from 'puppeteer-core';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { must, openOwnPage, until } from './firefox-browser.ts';

/** Presses what the selector finds, as soon as it is there and can be pressed. */
async function press(page: Page, selector: string): Promise<void> {
  await until(
    () =>
      page.evaluate((what) => {
        const found = document.querySelector<HTMLElement>(`${what}:not(:disabled)`);
        found?.click();
        return found === null ? null : true;
      }, selector),
    `The inspector shows no ${selector}.`,
  );
}

const textOf = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((what) => document.querySelector(what)?.textContent.trim() ?? null, selector);

/** Records two pages, and opens the recording. */
export async function recorded(browser: Browser): Promise<string> {
  const inspector = await openOwnPage(browser, 'inspector.html#recordings');
  await press(inspector, '[data-start]');
  await until(() => textOf(inspector, '[data-recorder="running"]'), 'No recording runs.');
  const pages = [await browser.newPage(), await browser.newPage()] as const;
  await pages[0].goto(`https://${LABEL_HOST}/practice/web-analytics`);
  await pages[1].goto(`https://${LABEL_HOST}/practice/tag-manager`);
  await until(async () => {
    const amount = await textOf(inspector, '[data-recorder] [data-amount]');
    return amount?.includes('2 pages') === true ? true : null;
  }, 'The recording has not two pages.');
  await press(inspector, '[data-stop]');
  const kept = await until(() => textOf(inspector, '[data-recording="stopped"] [data-amount]'), 'Nothing was kept.');
  await press(inspector, '[data-recording="stopped"] [data-open]');
  const requests = await until(
    async () => Number((await textOf(inspector, 'nav a[data-table="requests"] .count'))?.replace(/\D/g, '')) || null,
    'The recording shows no requests.',
  );
  must(kept.includes('2 pages'), `The recording is told as ${kept}.`);
  for (const opened of [...pages, inspector]) await opened.close();
  return `two pages recorded: ${kept}; ${String(requests)} requests by themselves`;
}
