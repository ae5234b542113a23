/**
 * Shows the extension at work, in a real browser, on a replica of an artist's site that runs on this machine.
 * With a screen a window stays open to click in; without one the popup is printed and pictures are saved.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { ARTIST_HOST, LABEL_HOST } from '../replica/hosts.ts';
import { chromiumArguments, startSite } from '../replica/server.ts';
import { findChromium } from '../tools/browsers.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { cleanUpAtEnd } from '../tools/clean-up.ts';
import { openExtension, type ExtensionBrowser } from '../tools/open-extension.ts';
import { photographPopup } from '../tools/photograph-popup.ts';
import { PlainError, progress, runScript } from '../tools/plain-error.ts';
import { readPopup } from '../tools/read-popup.ts';
import { root } from '../tools/run-command.ts';

const ARTIST_PAGE = `https://${ARTIST_HOST}/`;
const BUSY_PAGE = `https://${LABEL_HOST}/busy`;
const pictureFolder = join(root, '.cache', 'start');
/** What is printed of the popup, and what pictures are taken of: addresses behind its #, with names for the pictures. */
const PRINTED = ['', 'practices', 'companies', 'kept', 'act'];
const PICTURES = [
  ['', ''],
  ['practice/advertising', '-practice'],
] as const;

const hasScreen =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((display) => display !== undefined && display !== '');

async function startReplica(): ReturnType<typeof startSite> {
  try {
    return await startSite();
  } catch (error) {
    // The site says in a sentence which port it could not have, and why.
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}

async function visit(page: Page, address: string): Promise<void> {
  progress('Visit', address);
  await page.goto(address, { waitUntil: 'load' });
  // Late scripts of a page still load their companies; the content script then has 250 ms to tell of them.
  await wait(2500);
}

async function showWithoutScreen(
  browser: ExtensionBrowser,
  pages: readonly (readonly [string, Page])[],
): Promise<void> {
  mkdirSync(pictureFolder, { recursive: true });
  for (const [name, page] of pages) {
    const popup = await browser.openPopup(page);
    console.log(`\nThe popup on ${page.url()}`);
    for (const view of PRINTED) {
      await browser.showView(popup, view);
      console.log(await readPopup(popup));
    }
    console.log();
    for (const [view, suffix] of PICTURES) {
      await browser.showView(popup, view);
      for (const scheme of ['light', 'dark'] as const) {
        const file = join(pictureFolder, `popup-${name}${suffix}-${scheme}.png`);
        await photographPopup(popup, scheme, file);
        progress('Picture', relative(root, file));
      }
    }
    await popup.close();
  }
  console.log(
    '\nAll of this was answered by this machine and says nothing of the real sites of these names.\n' +
      'There is no screen here, so no window was opened. With one (DISPLAY or WAYLAND_DISPLAY set) npm start opens a browser to click in.',
  );
}

async function showOnScreen(browser: ExtensionBrowser, artist: Page): Promise<void> {
  await browser.openPopup(artist);
  const closed = new Promise<void>((resolve) => {
    browser.context.on('close', () => resolve());
  });
  console.log(
    '\nThe window is yours: the last tab is the popup for the artist site. In the other tabs the button of Liner Notes\n' +
      'is behind the puzzle piece in the toolbar. All sites in this window are answered by this machine\n' +
      'and say nothing of the real ones.\n' +
      'Close the window, or press Ctrl-C here, to end.',
  );
  await closed;
}

await runScript(async () => {
  const chromium = await findChromium();
  progress('Browser', `${chromium.version} (${chromium.path})`);

  const build = await buildExtension('chrome');
  const howFresh = build.fresh ? `${(build.milliseconds / 1000).toFixed(1)} s` : 'unchanged since the last build';
  progress('Build', `${relative(root, build.folder)} (${howFresh})`);

  const site = await startReplica();
  cleanUpAtEnd(() => site.close());
  progress(
    'Site',
    `port ${site.httpsPort} of this machine answers for all sites: an invented band, stand-ins for companies`,
  );

  const browser = await openExtension({
    chromiumPath: chromium.path,
    extension: build.folder,
    args: chromiumArguments(site),
    headed: hasScreen,
  });
  progress('Extension', `loaded as ${browser.extensionId}`);

  const artist = browser.context.pages()[0] ?? (await browser.context.newPage());
  await visit(artist, ARTIST_PAGE);
  const busy = await browser.context.newPage();
  await visit(busy, BUSY_PAGE);

  if (hasScreen) await showOnScreen(browser, artist);
  else {
    await showWithoutScreen(browser, [
      ['artist', artist],
      ['busy', busy],
    ]);
  }
});
