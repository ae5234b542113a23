/** npm run screenshots: the pictures of README and docs, made from the built extension on the replica site. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { LABEL_HOST } from '../replica/hosts.ts';
import { chromiumArguments, startSite } from '../replica/server.ts';
import { findChromium } from '../tools/browsers.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { README_PICTURES } from '../tools/stage/sheets.ts';
import { Stage } from '../tools/stage/stage.ts';
import { cleanUpAtEnd } from '../tools/clean-up.ts';
import { inventNames } from '../tools/invented-names.ts';
import { openExtension, POPUP_WIDTH, type ExtensionBrowser } from '../tools/open-extension.ts';
import { hashWords, PICTURES, recordPicture, wordsKey } from '../tools/picture-record.ts';
import { progress, runScript } from '../tools/plain-error.ts';
import { root } from '../tools/run-command.ts';

/** Height that browsers give a popup at most. */
const POPUP_HEIGHT = 600;
/** Where a scrolled view is cut: two pictures of it stand side by side. */
const MOST_HEIGHT = 1220;
const SITE_WIDTH = 880;
const GAP = 20;

function dataAddress(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** What the popup shows in its window. */
async function photograph(popup: Page, scheme: 'light' | 'dark'): Promise<Buffer> {
  await popup.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await wait(200);
  await inventNames(popup);
  return popup.screenshot();
}

/** Two pictures on one sheet with nothing behind them: the page, and the popup beside it. */
async function combine(sheet: Page, site: Buffer, popup: Buffer, file: string): Promise<void> {
  await sheet.setViewportSize({ width: SITE_WIDTH + GAP + POPUP_WIDTH, height: POPUP_HEIGHT });
  await sheet.setContent(`<style>
    body { display: flex; gap: ${GAP}px; margin: 0; background: transparent; }
    img { border-radius: 10px; }
    figure { position: relative; margin: 0; }
    figcaption { position: absolute; inset-block-end: 12px; inset-inline-start: 12px; padding: 4px 10px; border-radius: 6px;
      background: #000c; color: #fff; font: 13px/1.4 sans-serif; }
  </style><figure><img width="${SITE_WIDTH}" src="${dataAddress(site)}">
  <figcaption>Replica: an invented band, on one’s own machine</figcaption></figure><img width="${POPUP_WIDTH}" src="${dataAddress(popup)}">`);
  await sheet.screenshot({ path: file, omitBackground: true });
}

async function takePictures(browser: ExtensionBrowser): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const artist = await browser.context.newPage();
  await artist.setViewportSize({ width: SITE_WIDTH, height: POPUP_HEIGHT });
  await artist.goto(`https://${LABEL_HOST}/`);
  await wait(2500);
  const pagePicture = await artist.screenshot();
  const popup = await browser.openPopup(artist);
  await popup.setViewportSize({ width: POPUP_WIDTH, height: POPUP_HEIGHT });

  const save = (name: string): string => {
    const file = join(PICTURES, name);
    progress('Picture', relative(root, file));
    return file;
  };
  const sheet = await browser.context.newPage();
  await combine(sheet, pagePicture, await photograph(popup, 'light'), save('site-and-popup.png'));

  // A practice with its quote and what can be done: longer than the window, which a person scrolls.
  await browser.showView(popup, 'practice/advertising');
  const length = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.setViewportSize({ width: POPUP_WIDTH, height: Math.min(length, MOST_HEIGHT) });
  for (const scheme of ['light', 'dark'] as const) {
    writeFileSync(save(`popup-${scheme}.png`), await photograph(popup, scheme));
  }
}

/** What the pictures say is kept by the states that say the same, since their times and counts are always the same. */
async function keepWords({ context, extensionId }: ExtensionBrowser): Promise<void> {
  const stage = await Stage.build(context, extensionId);
  for (const { file, shots } of README_PICTURES) {
    const words: Record<string, string> = {};
    for (const shot of shots) {
      await stage.show(shot.state);
      words[wordsKey(shot)] = hashWords(await stage.words());
    }
    recordPicture(file, words);
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
  await keepWords(browser);
});
