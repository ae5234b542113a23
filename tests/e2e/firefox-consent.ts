/** In a real Firefox: is a choice heard of that is stored in a cookie, without reading the cookies on the page's thread? */
import type { Browser } from 'puppeteer-core';
import { readVisit } from '../../ledger/visit-pieces.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import type { Tools } from './firefox-leaving.ts';

/** A tool stores a choice a while after the page has loaded, in cookies. */
const PAGE = `https://${LABEL_HOST}/consents/timer`;

/** Opens the page, and waits until what the tool has stored is told. */
export async function consenting(browser: Browser, { until, openOwnPage }: Tools): Promise<string> {
  const desk = await openOwnPage(browser, 'manifest.json');
  const page = await browser.newPage();
  await page.goto(PAGE);
  const choices = await until(async () => {
    const { id, stored } = await desk.evaluate(async (url) => {
      const { tabs, storage } = (globalThis as unknown as { browser: typeof chrome }).browser;
      return { id: (await tabs.query({ url }))[0]?.id ?? -1, stored: await storage.session.get(null) };
    }, PAGE);
    const history = readVisit(id, stored)?.consents.find(({ platform }) => platform === 'OneTrust')?.history ?? [];
    return history.some(({ choice }) => choice === 'accepted') ? history.map(({ choice }) => choice) : null;
  }, 'A choice that a tool stores in a cookie is not told.');
  await page.close();
  await desk.close();
  return `a choice that a tool stores by itself, as the browser’s store of cookies tells it: ${choices.join(', ')}`;
}
