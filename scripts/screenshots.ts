/** npm run screenshots: the pictures of README and docs, made from the built extension on the replica site. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { LABEL_HOST } from '../tests/site/hosts.ts';
import { chromiumArguments, startSite } from '../tests/site/server.ts';
import { findChromium } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { cleanUpAtEnd } from './clean-up.ts';
import { openExtension, POPUP_WIDTH, type ExtensionBrowser } from './open-extension.ts';
import { progress, runScript } from './plain-error.ts';
import { root } from './run-command.ts';

const folder = join(root, 'docs', 'pictures');
/** Height that browsers give a popup at most. */
const POPUP_HEIGHT = 600;
const SITE_WIDTH = 880;
const GAP = 20;

function dataAddress(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** The popup as it opens: its first 600 pixels. */
async function photograph(popup: Page, scheme: 'light' | 'dark'): Promise<Buffer> {
  await popup.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await wait(200);
  return popup.screenshot();
}

/** Two pictures on one sheet with nothing behind them: the page, and the popup beside it. */
async function combine(sheet: Page, site: Buffer, popup: Buffer, file: string): Promise<void> {
  await sheet.setViewportSize({ width: SITE_WIDTH + GAP + POPUP_WIDTH, height: POPUP_HEIGHT });
  await sheet.setContent(`<style>
    body { display: flex; gap: ${GAP}px; margin: 0; background: transparent; }
    img { border-radius: 10px; }
  </style><img width="${SITE_WIDTH}" src="${dataAddress(site)}"><img width="${POPUP_WIDTH}" src="${dataAddress(popup)}">`);
  await sheet.screenshot({ path: file, omitBackground: true });
}

async function takePictures(browser: ExtensionBrowser): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const artist = await browser.context.newPage();
  await artist.setViewportSize({ width: SITE_WIDTH, height: POPUP_HEIGHT });
  await artist.goto(`https://${LABEL_HOST}/`);
  await wait(2500);
  const pagePicture = await artist.screenshot();
  const popup = await browser.openPopup(artist);
  await popup.setViewportSize({ width: POPUP_WIDTH, height: POPUP_HEIGHT });

  const save = (name: string): string => {
    const file = join(folder, name);
    progress('Picture', relative(root, file));
    return file;
  };
  const sheet = await browser.context.newPage();
  await combine(sheet, pagePicture, await photograph(popup, 'light'), save('site-and-popup.png'));

  // A practice with its quote.
  await browser.showView(popup, 'practice/advertising');
  for (const scheme of ['light', 'dark'] as const) {
    await photograph(popup, scheme);
    await popup.screenshot({ path: save(`popup-${scheme}.png`) });
  }
}

await runScript(async () => {
  const chromium = await findChromium();
  const build = await buildExtension('chrome');
  const site = await startSite();
  cleanUpAtEnd(() => site.close());
  const browser = await openExtension({
    chromiumPath: chromium.path,
    extension: build.folder,
    args: chromiumArguments(site),
    headed: false,
    scale: 1.5,
  });
  await takePictures(browser);
});
