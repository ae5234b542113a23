/** npm run contact-sheet: every state of the popup, light and dark, side by side on a few sheets in docs/pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { POPUP_STATES } from '../tools/stage/popup-states.ts';
import { sheetFile, SHEETS, type Shot } from '../tools/stage/sheets.ts';
import { Stage } from '../tools/stage/stage.ts';
import { AS_POPUP } from '../tools/stage/ways.ts';
import { findChromium } from '../tools/browsers.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { inventNames } from '../tools/invented-names.ts';
import { openExtension } from '../tools/open-extension.ts';
import { hashWords, PICTURES, recordPicture, wordsKey } from '../tools/picture-record.ts';
import { progress, runScript } from '../tools/plain-error.ts';
import { root } from '../tools/run-command.ts';

/** How large the popup stands on a sheet: small text can just be read. */
const SCALE = 0.62;
const COLUMNS = 8;
/** A popup is never lower (entrypoints/popup/index.html). */
const LOWEST = 384;
const SCHEMES = ['light', 'dark'] as const;

interface Cell {
  readonly caption: string;
  readonly width: number;
  readonly picture: string;
}

/** Takes a state in both themes, each as high as the popup then is; `words` gets the hash of what it says. */
async function photograph(stage: Stage, shot: Shot, words: Record<string, string>): Promise<Cell[]> {
  const { state, way = AS_POPUP, language, caption } = shot;
  const popup = await stage.show(state, { way, ...(language === undefined ? {} : { language }) });
  words[wordsKey(shot)] = hashWords(await stage.words());
  await inventNames(popup);
  const cells: Cell[] = [];
  for (const colorScheme of SCHEMES) {
    const dress = { ...way, media: { ...way.media, colorScheme } };
    await stage.dress({ ...dress, height: LOWEST });
    const height = await popup.evaluate(() => document.documentElement.scrollHeight);
    await stage.dress({ ...dress, height: Math.min(way.height, Math.max(LOWEST, height)) });
    await stage.settle();
    const png = await stage.photograph();
    cells.push({ caption, width: way.width, picture: `data:image/png;base64,${png.toString('base64')}` });
  }
  return cells;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

async function compose(sheet: Page, title: string, cells: readonly Cell[], file: string): Promise<void> {
  const gap = 12;
  await sheet.setViewportSize({ width: Math.round((AS_POPUP.width * SCALE + gap) * COLUMNS + gap), height: 600 });
  await sheet.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: ${gap}px; background: #8a8f94; font: 12px/1.3 sans-serif; color: #000; }
    h1 { font-size: 18px; margin: 0 0 ${gap}px; }
    main { display: flex; flex-wrap: wrap; align-items: flex-start; gap: ${gap}px; }
    figure { margin: 0; width: ${AS_POPUP.width * SCALE}px; }
    img { display: block; width: 100%; }
    figcaption { height: 2.7em; overflow: hidden; padding-bottom: 3px; }
  </style><h1>${escape(title)}</h1><p>The sites and visits are invented.</p><main>${cells
    .map(
      ({ caption, width, picture }) =>
        `<figure><figcaption>${escape(caption)}</figcaption><img style="width:${width * SCALE}px;max-width:100%" src="${picture}"></figure>`,
    )
    .join('')}</main>`);
  await sheet.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const png = sharp(await sheet.screenshot({ fullPage: true })).removeAlpha();
  // At most 256 colours: a third of the size of a picture in true colour, and no difference to be seen.
  const small = await png
    .png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  writeFileSync(file, small.data);
  const { width, height, size } = small.info;
  progress('Sheet', `${relative(root, file)} (${width} × ${height}, ${Math.round(size / 1000)} kB)`);
}

await runScript(async () => {
  const chromium = await findChromium();
  const build = await buildExtension('chrome');
  const { context, extensionId } = await openExtension({
    chromiumPath: chromium.path,
    extension: build.folder,
    args: [],
    headed: false,
  });
  mkdirSync(PICTURES, { recursive: true });
  const stage = await Stage.build(context, extensionId);
  const page = await context.newPage();
  const all = SHEETS.reduce((count, { shots }) => count + shots.length, 0);
  progress('States', `${POPUP_STATES.length}, in ${all} pictures of each theme`);
  let done = 0;
  for (const sheet of SHEETS) {
    const cells: Cell[] = [];
    const words: Record<string, string> = {};
    for (const shot of sheet.shots) {
      cells.push(...(await photograph(stage, shot, words)));
      done += 1;
      progress('Picture', `${done} of ${all}: ${shot.caption}`);
    }
    await compose(page, `Liner Notes: ${sheet.title}`, cells, join(PICTURES, sheetFile(sheet)));
    recordPicture(sheetFile(sheet), words);
  }
});
