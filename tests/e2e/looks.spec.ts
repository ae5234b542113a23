/**
 * Each state of the popup still looks as it did when somebody last looked at it. `UPDATE_LOOKS=1` renews the stored pictures.
 *
 * How it is measured. A picture of real text is the picture of one machine: another font breaks a line elsewhere, and all that
 * stands below moves. A tolerance wide enough for that lets a lost button through. So the text is drawn with bars of a font
 * that is made in the test (`tools/stage/block-font.ts`): what the machine has installed plays no part, and the rest (grounds,
 * edges, gaps, sizes, weights, order, which family is asked for) stands in the picture. It is kept as the mean colours of
 * cells of 8 × 8 pixels, which smoothing of edges hardly moves. One cell in 200 may differ: a number that got a digit more
 * is two cells, a badge thirty.
 *
 * What it cannot see: letters that a font lacks, and words that a real font makes too wide. The second is looked for with
 * real fonts in accessibility.spec.ts.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from './fixtures.ts';
import { CELL, difference, sideBySide, wearBlocks, type Cells, type Darkroom } from '../../tools/stage/cells.ts';
import { POPUP_STATES, stateCalled } from '../../tools/stage/popup-states.ts';
import type { StateOfPopup } from '../../tools/stage/state-of-popup.ts';
import { test } from './stage-fixtures.ts';
import type { Stage } from '../../tools/stage/stage.ts';
import { AS_POPUP, type Way } from '../../tools/stage/ways.ts';

const FOLDER = path.resolve(import.meta.dirname, 'looks');
const UPDATE = process.env.UPDATE_LOOKS === '1';
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];
/** Share of the cells that may differ. */
const TOLERATED = 0.005;

function fileOf(state: StateOfPopup, scheme: Scheme): string {
  return path.join(FOLDER, `${state.id}-${scheme}.png`);
}

/** A deeper view is a page to scroll: more of it is kept than one sees at once. */
function wayOf(state: StateOfPopup): Way {
  return state.view === undefined ? AS_POPUP : { ...AS_POPUP, height: 1200 };
}

/** Shows a state in bars. `css`: what to spoil, or other families to ask for, before they are put on. */
async function showInBars(stage: Stage, state: StateOfPopup, css = ''): Promise<void> {
  const popup = await stage.show(state, { way: wayOf(state) });
  if (css !== '') await popup.addStyleTag({ content: css });
  expect(await wearBlocks(popup), 'all text takes its family from tokens.css').toEqual([]);
}

/** The picture of what is shown. `scale`: pixels of the screen for each CSS pixel. */
async function photograph(
  stage: Stage,
  darkroom: Darkroom,
  state: StateOfPopup,
  colorScheme: Scheme,
  scale = 1,
): Promise<Cells> {
  const way = wayOf(state);
  await stage.dress({ ...way, media: { ...way.media, colorScheme } });
  await stage.settle();
  return darkroom.read(await stage.photograph(scale), CELL * scale);
}

test.beforeAll(() => {
  if (!UPDATE) return;
  mkdirSync(FOLDER, { recursive: true });
});

for (const state of POPUP_STATES) {
  test(`${state.id} looks as it did`, async ({ stage, darkroom }, info) => {
    await showInBars(stage, state);
    for (const scheme of SCHEMES) {
      const is = await photograph(stage, darkroom, state, scheme);
      const file = fileOf(state, scheme);
      if (UPDATE) {
        writeFileSync(file, await darkroom.write(is));
        continue;
      }
      expect(existsSync(file), `${file} is there; UPDATE_LOOKS=1 makes it`).toBe(true);
      const was = await darkroom.read(readFileSync(file), 1);
      const found = difference(was, is);
      if (found.share > TOLERATED) {
        const picture = info.outputPath(`${state.id}-${scheme}.png`);
        writeFileSync(picture, await darkroom.write(sideBySide(was, is, found), 6));
        await info.attach(`${state.id}-${scheme}: was, is, where they differ`, { path: picture });
      }
      expect.soft(found.share, `${scheme}: share of cells that differ`).toBeLessThanOrEqual(TOLERATED);
    }
  });
}

test('no stored picture is of a state that is no more', () => {
  const wanted = new Set(
    POPUP_STATES.flatMap((state) => SCHEMES.map((scheme) => path.basename(fileOf(state, scheme)))),
  );
  const astray = readdirSync(FOLDER).filter((file) => !wanted.has(file));
  if (UPDATE) for (const file of astray) rmSync(path.join(FOLDER, file));
  else expect(astray).toEqual([]);
});

const SPECIMENS = ['normal', 'not-covered', 'view-practice-stated'].map(stateCalled);

test.describe('the measure passes what another machine does', () => {
  const FONTS = ":root { --sans: 'DejaVu Serif', serif; --serif: monospace; --mono: 'Liberation Sans', sans-serif; }";
  for (const state of SPECIMENS) {
    test(`other fonts: ${state.id}`, async ({ stage, darkroom }) => {
      await showInBars(stage, state);
      const usual = await photograph(stage, darkroom, state, 'light');
      await showInBars(stage, state, FONTS);
      const other = await photograph(stage, darkroom, state, 'light');
      expect(difference(usual, other).share).toBe(0);

      // Without the bars the same change of fonts is far beyond the tolerance: they are what it takes.
      const popup = await stage.show(state, { way: wayOf(state) });
      const real = await photograph(stage, darkroom, state, 'light');
      await popup.addStyleTag({ content: FONTS });
      const otherReal = await photograph(stage, darkroom, state, 'light');
      expect(difference(real, otherReal).share).toBeGreaterThan(4 * TOLERATED);
    });
  }

  test('a window that another tab has made wider', async ({ stage, darkroom, extension }) => {
    const state = stateCalled('normal');
    await showInBars(stage, state);
    const usual = await photograph(stage, darkroom, state, 'light');
    const other = await extension.context.newPage();
    await other.setViewportSize({ width: 1280, height: 720 });
    await stage.popup.bringToFront();
    for (const picture of ['first', 'second']) {
      const is = await photograph(stage, darkroom, state, 'light');
      expect.soft(difference(usual, is).share, picture).toBeLessThanOrEqual(TOLERATED);
    }
    await other.close();
  });

  test('a screen with twice as many pixels', async ({ stage, darkroom }) => {
    for (const state of SPECIMENS) {
      await showInBars(stage, state);
      const usual = await photograph(stage, darkroom, state, 'light');
      const finer = await photograph(stage, darkroom, state, 'light', 2);
      expect.soft(difference(usual, finer).share, state.id).toBeLessThanOrEqual(TOLERATED);
    }
  });
});

test.describe('the measure catches damage', () => {
  // Svelte makes every rule of a component more specific than these.
  const DAMAGES: Readonly<Record<string, string>> = {
    'a button that is not there': 'main button, main a.main, main a[target] { visibility: hidden !important; }',
    'padding that is lost': 'main > * { padding: 0 !important; }',
    'half a gutter': ':root { --gutter: 0.5rem !important; }',
    'a ground of the wrong colour': ':root { --paper: #fff !important; --sheet: #f6f0e4 !important; }',
    'text drawn twice': 'main p { text-shadow: 0.3em 0.55em currentcolor !important; }',
    'text in the wrong size': ':root { --text: 1rem !important; --text-small: 0.9375rem !important; }',
    'text in the wrong family': ':root { --sans: "Blocks Serif" !important; }',
    'a header without its ground': 'header { background: none !important; }',
    'parts on top of each other': 'main > * { margin-block: -6px !important; }',
    'cut off at the side': 'main { margin-inline-start: -12px !important; }',
  };
  for (const state of SPECIMENS) {
    test(state.id, async ({ stage, darkroom }) => {
      await showInBars(stage, state);
      const picture = (scheme: Scheme): Promise<Cells> => photograph(stage, darkroom, state, scheme);
      const sound: Record<Scheme, Cells> = { light: await picture('light'), dark: await picture('dark') };
      const isCaught = async (damage: string): Promise<void> => {
        for (const scheme of SCHEMES) {
          const { share } = difference(sound[scheme], await picture(scheme));
          expect.soft(share, `${damage}, ${scheme}`).toBeGreaterThan(2 * TOLERATED);
        }
      };
      for (const [damage, css] of Object.entries(DAMAGES)) {
        const style = await stage.popup.addStyleTag({ content: css });
        await isCaught(damage);
        await style.evaluate((element) => (element as Element).remove());
      }
      expect(difference(sound.light, await picture('light')).share, 'whole again').toBe(0);
      await stage.popup.evaluate(() => {
        const sentence = document.querySelector('main p');
        sentence?.after(sentence.cloneNode(true));
      });
      await isCaught('a sentence twice');
    });
  }
});
