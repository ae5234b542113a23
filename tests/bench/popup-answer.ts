/** How long a popup waits for what the page has not told yet: from its question to the record that holds it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { row } from './result-row.ts';
import { estimate, inWords } from './statistics.ts';
import { stopWorkers } from './stop-workers.ts';
import type { ExtensionBrowser } from '../../tools/open-extension.ts';

interface ExtensionPage {
  readonly chrome: typeof chrome;
}

/** Runs in a page of the extension: asks the tab as the popup does, and waits until a piece of its record names the host. */
async function answerTime([tab, host]: readonly [tab: number, host: string]): Promise<number> {
  const { storage, tabs } = (globalThis as unknown as ExtensionPage).chrome;
  const began = performance.now();
  return new Promise((resolve) => {
    storage.session.onChanged.addListener((changes) => {
      if (Object.values(changes).some(({ newValue }) => typeof newValue === 'string' && newValue.includes(host)))
        resolve(performance.now() - began);
    });
    void tabs.sendMessage(tab, { type: 'which-page', tell: true });
  });
}

async function measureAnswer(browser: ExtensionBrowser, page: Page, tab: number, asleep: boolean): Promise<number> {
  const asking = await browser.context.newPage();
  await asking.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  if (asleep) await stopWorkers(asking);
  const host = `h${String(Math.trunc(performance.now()))}.example`;
  await page.evaluate((to) => fetch(`https://${to}/`, { mode: 'no-cors' }).catch(() => undefined), host);
  // The browser tells the page's script of it.
  await wait(30);
  const time = await asking.evaluate(answerTime, [tab, host] as const);
  await asking.close();
  return time;
}

/** Prints it for the page at `address`, with the worker awake and asleep. */
export async function benchAnswers(browser: ExtensionBrowser, rounds: number, address: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(address);
  await wait(2000);
  const tab = Number(new URL(await browser.popupAddress(page)).searchParams.get('tab'));
  for (const asleep of [false, true]) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await measureAnswer(browser, page, tab, asleep));
      await wait(1200);
    }
    row(
      `popup's question → record, worker ${asleep ? 'asleep' : 'awake'}`,
      `${inWords(estimate(times), 0)} ms`,
      asleep ? '' : '≤ 50 ms',
    );
  }
  await page.close();
}
