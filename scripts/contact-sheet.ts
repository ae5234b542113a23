/** npm run contact-sheet: every state of the popup, light and dark, side by side on a few sheets in docs/pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import {
  POPUP_STATES,
  REPORTS,
  SCREENS,
  stateCalled,
  VIEWS,
  type StateOfPopup,
} from '../tests/e2e/states/popup-states.ts';
import { languageCodes } from '../tests/e2e/states/language-codes.ts';
import { FULL_VIEW_STATES } from '../tests/e2e/states/full-view-states.ts';
import { Stage } from '../tests/e2e/states/stage.ts';
import { AS_POPUP, WAYS, type Way } from '../tests/e2e/states/ways.ts';
import { findChromium } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { openExtension } from './open-extension.ts';
import { encodePalettePng } from './palette-png.ts';
import { progress, runScript } from './plain-error.ts';
import { root } from './run-command.ts';

const folder = join(root, 'docs', 'pictures');
/** How large the popup stands on a sheet: small text can just be read. */
const SCALE = 0.62;
const COLUMNS = 8;
const SCHEMES = ['light', 'dark'] as const;

interface Shot {
  readonly state: StateOfPopup;
  readonly way?: Way;
  readonly language?: string;
  readonly caption: string;
}

interface Cell {
  readonly caption: string;
  readonly width: number;
  readonly picture: string;
}

function shotsOf(states: readonly StateOfPopup[]): Shot[] {
  return states.map((state) => ({ state, caption: `${state.caption} (${state.id})` }));
}

/** The states with the longest texts, in each language that there is. */
function shotsOfLanguages(): Shot[] {
  const states = ['normal', 'counting-since', 'own-policy', 'view-practice-not-found', 'view-kept', 'view-act'].map(
    stateCalled,
  );
  return languageCodes().flatMap((language) =>
    states.map((state) => ({ state, language, caption: `${language}: ${state.caption}` })),
  );
}

/** What to look at in each way of looking. */
function shotsOfWays(): Shot[] {
  const states = ['normal', 'view-practice-stated', 'not-covered'].map(stateCalled);
  return WAYS.flatMap((way) => states.map((state) => ({ state, way, caption: `${way.caption}: ${state.caption}` })));
}

async function photograph(stage: Stage, { state, way = AS_POPUP, language, caption }: Shot): Promise<Cell[]> {
  await stage.show(state, { way, ...(language === undefined ? {} : { language }) });
  const cells: Cell[] = [];
  for (const colorScheme of SCHEMES) {
    await stage.dress({ ...way, media: { ...way.media, colorScheme } });
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
    main { display: flex; flex-wrap: wrap; gap: ${gap}px; }
    figure { margin: 0; width: ${AS_POPUP.width * SCALE}px; }
    img { display: block; width: 100%; }
    figcaption { height: 2.7em; overflow: hidden; padding-bottom: 3px; }
  </style><h1>${escape(title)}</h1><main>${cells
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
  mkdirSync(folder, { recursive: true });
  const stage = await Stage.build(context, extensionId);
  const sheet = await context.newPage();
  const deeper = VIEWS.filter(({ id }) => !id.startsWith('hostile'));
  const made = VIEWS.filter(({ id }) => id.startsWith('hostile'));
  const sheets: readonly (readonly [name: string, title: string, shots: readonly Shot[]])[] = [
    ['screens', 'Screens without a report', shotsOf(SCREENS)],
    ['reports', 'First screens of a report', shotsOf(REPORTS)],
    ['views', 'Deeper views', shotsOf(deeper)],
    ['full-view', 'Full view, and the way to it', shotsOf(FULL_VIEW_STATES)],
    ['made-up-names', 'Names that a page made up', shotsOf(made)],
    ['ways', 'Sizes and wishes', shotsOfWays()],
    ['languages', 'Languages', shotsOfLanguages()],
  ];
  const all = sheets.reduce((count, [, , shots]) => count + shots.length, 0);
  progress('States', `${POPUP_STATES.length}, in ${all} pictures of each theme`);
  let done = 0;
  for (const [name, title, shots] of sheets) {
    const cells: Cell[] = [];
    for (const shot of shots) {
      cells.push(...(await photograph(stage, shot)));
      done += 1;
      progress('Picture', `${done} of ${all}: ${shot.caption}`);
    }
    await compose(sheet, `Liner Notes: ${title}`, cells, join(folder, `contact-sheet-${name}.png`));
  }
});
