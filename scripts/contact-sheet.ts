/** npm run contact-sheet: every state of the popup, light and dark, side by side on a few sheets in docs/pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { POPUP_STATES } from '../tools/stage/popup-states.ts';
import { sheetFile, SHEETS, type Shot } from '../tools/stage/sheets.ts';
import { Stage } from '../tools/stage/stage.ts';
import { AS_POPUP } from '../tools/stage/ways.ts';
import { findChromium } from '../tools/browsers.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { inventNames } from '../tools/invented-names.ts';
import { openExtension } from '../tools/open-extension.ts';
import { encodePalettePng } from '../tools/palette-png.ts';
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

/** Runs in the sheet: its picture → at most 256 colours, the most frequent ones, and the nearest of them for each pixel. */
async function reduce(address: string): Promise<{ width: number; height: number; palette: string; pixels: string }> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('This browser draws nothing.');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  // Five bits of each channel tell colours apart well enough; the palette holds the mean of all that fall together.
  const key = (at: number): number =>
    (((data[at] ?? 0) >> 3) << 10) | (((data[at + 1] ?? 0) >> 3) << 5) | ((data[at + 2] ?? 0) >> 3);
  const sums = new Map<number, [count: number, red: number, green: number, blue: number]>();
  for (let at = 0; at < data.length; at += 4) {
    const sum = sums.get(key(at)) ?? [0, 0, 0, 0];
    sums.set(key(at), [
      sum[0] + 1,
      sum[1] + (data[at] ?? 0),
      sum[2] + (data[at + 1] ?? 0),
      sum[3] + (data[at + 2] ?? 0),
    ]);
  }
  const colours = [...sums].sort(([, a], [, b]) => b[0] - a[0]);
  const mean = (sum: readonly number[]): number[] => sum.slice(1).map((part) => Math.round(part / (sum[0] ?? 1)));
  const palette = colours.slice(0, 256).map(([, sum]) => mean(sum));
  const numbers = new Map<number, number>(
    colours.map(([known, sum], index) => {
      if (index < 256) return [known, index];
      const wanted = mean(sum);
      const distances = palette.map((colour) =>
        colour.reduce((all, part, i) => all + (part - (wanted[i] ?? 0)) ** 2, 0),
      );
      return [known, distances.indexOf(Math.min(...distances))];
    }),
  );
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = numbers.get(key(at * 4)) ?? 0;
  // `toBase64` is new; a letter for each byte works everywhere, some thousand of them at a time.
  const encode = (bytes: Uint8Array): string => {
    let letters = '';
    for (let from = 0; from < bytes.length; from += 8192)
      letters += String.fromCharCode(...bytes.subarray(from, from + 8192));
    return btoa(letters);
  };
  return { width, height, palette: encode(new Uint8Array(palette.flat())), pixels: encode(pixels) };
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
  const png = await sheet.screenshot({ fullPage: true });
  const reduced = await sheet.evaluate(reduce, `data:image/png;base64,${png.toString('base64')}`);
  const { width, height } = reduced;
  const small = encodePalettePng({
    width,
    height,
    palette: Buffer.from(reduced.palette, 'base64'),
    pixels: Buffer.from(reduced.pixels, 'base64'),
  });
  writeFileSync(file, small);
  progress('Sheet', `${relative(root, file)} (${width} × ${height}, ${Math.round(small.length / 1000)} kB)`);
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
