/**
 * A real Firefox with the build in `dist/firefox-mv3` in it, on the replica.
 * Access to the system lets the protocol open the extension's own page, nothing else.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { startConnectProxy } from '../../replica/connect-proxy.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { startSite, type Site } from '../../replica/server.ts';
import { launchFirefox } from '../../tools/launch-firefox.ts';

const BUILD = fileURLToPath(new URL('../../dist/firefox-mv3', import.meta.url));
const ADD_ON = 'liner-notes@liner-notes.example';
/** Firefox draws a random one for each installation; a preference fixes it, so that the popup's address is known. */
const ORIGIN_ID = '6a1cf1d5-7e57-4a2b-9d5e-5c0f0b2e4a11';
/** How long an answer is waited for, in milliseconds. */
export const PATIENCE = 30_000;

const firefox = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

/** Throws the sentence when it does not hold. */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence);
}

/** Asks until the answer is there; throws with the sentence when it does not come. */
export async function until<T>(ask: () => Promise<T | null>, sentence: string): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    must(Date.now() < end, sentence);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Opens a page of the extension. Its load is not told by the protocol, since it moves to another process: so it is asked for. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  void page.goto(`moz-extension://${ORIGIN_ID}/${path}`).catch(() => undefined);
  await until(
    async () =>
      (await page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'))
        ? true
        : null,
    `The extension's page ${path} does not open.`,
  );
  return page;
}

/** Ends the extension's background, as Firefox does by itself after some rest: by the button of its own page for developers. */
export async function endBackground(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  // Its load is not told by the protocol either.
  void page.goto('about:debugging#/runtime/this-firefox').catch(() => undefined);
  await until(
    () =>
      page.evaluate(() => {
        document
          .querySelector<HTMLButtonElement>('.qa-temporary-extension-terminate-bgscript-button:not(:disabled)')
          ?.click();
        return document.querySelector('.extension-backgroundscript__status--stopped') === null ? null : true;
      }),
    'The background does not end.',
  );
  await page.close();
}

/** Installs the build. */
export async function installed(browser: Browser): Promise<string> {
  const id = await browser.installExtension(BUILD);
  must(id === ADD_ON, `Firefox installed it as ${id}.`);
  const page = await openOwnPage(browser, 'popup.html');
  // Firefox asks for hosts at the installation and grants them with it; were it otherwise, nothing below would be honest.
  const granted = await page.evaluate(
    async (host) =>
      (globalThis as unknown as { browser: typeof chrome }).browser.permissions.contains({
        origins: [`https://${host}/*`],
      }),
    LABEL_HOST,
  );
  must(granted, `Firefox has not granted ${LABEL_HOST}.`);
  await page.close();
  return 'installed; the hosts of the list are granted';
}

/** One step of a journey: gives what was seen, in words. */
export type Step = (browser: Browser, site: Site) => Promise<string>;

/** Starts a Firefox with further preferences, takes the steps in it, and prints a line for each. */
export async function travel(
  steps: readonly Step[],
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  must(firefox !== undefined, 'No Firefox was found. Install firefox-esr, or set FIREFOX_PATH.');
  must(existsSync(`${BUILD}/manifest.json`), `There is no build in ${BUILD}. Build the extension for Firefox first.`);
  const site = await startSite();
  const proxy = await startConnectProxy(site);
  const browser = await launchFirefox({
    firefoxPath: firefox,
    proxyPort: proxy.port,
    systemAccess: true,
    preferences: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: ORIGIN_ID }),
      'intl.accept_languages': 'en-US',
      ...preferences,
    },
  });
  try {
    console.log(`ok  ${await browser.version()}`);
    for (const step of steps) console.log(`ok  ${await step(browser, site)}`);
  } finally {
    await browser.close();
    await proxy.close();
    await site.close();
  }
}

/** Takes the journeys one after the other; the first that fails ends it, with 1. */
export async function journeys(...all: readonly (() => Promise<void>)[]): Promise<void> {
  try {
    for (const journey of all) await journey();
  } catch (error) {
    console.error(`not ok  ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
