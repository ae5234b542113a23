/** Prints how long a person waits for the popup: awake and asleep, and ours in each language. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { measurePopup, type PopupTime } from './popup-time.ts';
import { OURS, oursOnly, row } from './result-row.ts';
import { estimate, inWords } from './statistics.ts';
import { DEFAULT_SETTINGS } from '../../ledger/settings.ts';
import { SETTINGS_KEY } from '../../ledger/settings-version.ts';
import type { ExtensionBrowser } from '../../tools/open-extension.ts';

interface ExtensionPage {
  readonly chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } };
}

/** Has the popup speak a language, as if it had been chosen in the settings. */
async function chooseLanguage(browser: ExtensionBrowser, language: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  await page.evaluate((items) => (globalThis as unknown as ExtensionPage).chrome.storage.local.set(items), {
    [SETTINGS_KEY]: { ...DEFAULT_SETTINGS, language },
  });
  await page.close();
}

/** A popup to open, again and again. */
interface Opened {
  readonly name: string;
  readonly browser: ExtensionBrowser;
  readonly page: Page;
  /** Of the popup over that page. */
  readonly address: string;
}

async function benchState(opened: readonly Opened[], rounds: number, asleep: boolean, note = ''): Promise<void> {
  const times = opened.map((): PopupTime[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, { browser, address }] of opened.entries()) {
      const time = await measurePopup(browser, address, asleep);
      if (round >= 0) times[index]?.push(time);
    }
  }
  for (const [index, { name }] of opened.entries()) {
    const of = (kind: keyof PopupTime): string => inWords(estimate((times[index] ?? []).map((time) => time[kind])), 0);
    row(
      `${name}${note}, worker ${asleep ? 'asleep' : 'awake'}`,
      `${of('firstWords')} / ${of('mostWords')} ms`,
      oursOnly(name, asleep ? '≤ 60 / ≤ 90 ms' : '≤ 60 / ≤ 80 ms'),
    );
  }
}

/** Opens the popups over the page at `address`. `languages`: tags in which ours is measured besides the browser's own. */
export async function benchPopups(
  browsers: readonly (readonly [name: string, browser: ExtensionBrowser])[],
  rounds: number,
  { address, languages }: { readonly address: string; readonly languages: readonly string[] },
): Promise<void> {
  const opened: Opened[] = [];
  for (const [name, browser] of browsers) {
    const page = await browser.context.newPage();
    await page.goto(address);
    await wait(2000);
    opened.push({ name, browser, page, address: await browser.popupAddress(page) });
  }
  console.log('\nPopup over that page: first words / 90 % of the text after its navigation starts');
  for (const asleep of [false, true]) await benchState(opened, rounds, asleep);
  const ours = opened.filter(({ name }) => name === OURS);
  const fewer = Math.min(rounds, 7);
  for (const language of languages) {
    for (const { browser } of ours) await chooseLanguage(browser, language);
    for (const asleep of [false, true]) await benchState(ours, fewer, asleep, ` in ${language}`);
  }
  for (const { page } of opened) await page.close();
}
