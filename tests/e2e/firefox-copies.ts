/** In a real Firefox: kept copies are listed, and two of them compared by the page's worker. A step of the journey in `firefox.ts`. */
import type { Browser } from 'puppeteer-core';
import { copyOfText, HELD_TEXT, storeCopies, TEXT_OF_TODAY } from '../../tools/builders/kept-copies.ts';
import { openOwnPage, until } from './firefox-browser.ts';

/** Compares a copy with the one before it, and takes both away again. */
export async function compared(browser: Browser): Promise<string> {
  const desk = await openOwnPage(browser, 'manifest.json');
  const copies = [copyOfText('today', TEXT_OF_TODAY), copyOfText('before', HELD_TEXT, { read: 30 })];
  await desk.evaluate(storeCopies, copies);
  const page = await openOwnPage(browser, 'policy.html#today/drift/before');
  const told = await until(
    () => page.evaluate(() => document.querySelector('[data-state="changed"]')?.textContent.trim() ?? null),
    'The two copies are not compared.',
  );
  await page.close();
  await desk.evaluate(storeCopies, []);
  await desk.close();
  return `two kept copies compared: ${told}`;
}
