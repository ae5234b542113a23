/**
 * Every state of the popup, read by axe in both themes, and its longest texts in every language; and nothing that has to be
 * scrolled sideways, in any size or direction. No rule is switched off for English.
 */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { unfold } from './popup-page.ts';
import { axeFindings, keepAxe } from './sound.ts';
import { languageCodes } from '../../tools/stage/language-codes.ts';
import { POPUP_STATES, stateCalled } from '../../tools/stage/popup-states.ts';
import { test } from './stage-fixtures.ts';
import type { Stage } from '../../tools/stage/stage.ts';
import { AS_POPUP, WAYS, type Way } from '../../tools/stage/ways.ts';

/** As tall as its content: axe scrolls to each thing that is out of sight, which takes most of its time. */
async function growToContent(stage: Stage, way: Way): Promise<Way> {
  const height = await stage.popup.evaluate(() => document.documentElement.scrollHeight);
  const tall = { ...way, height: Math.max(way.height, height) };
  await stage.dress(tall);
  return tall;
}

async function isSound(stage: Stage, way: Way = AS_POPUP): Promise<void> {
  await unfold(stage.popup.locator('body'));
  const tall = await growToContent(stage, way);
  expect.soft(await axeFindings(stage.popup, 'all'), 'light').toEqual([]);
  await stage.dress({ ...tall, media: { ...tall.media, colorScheme: 'dark' } });
  expect.soft(await axeFindings(stage.popup, 'colours'), 'dark').toEqual([]);
}

/** How far a page is wider than its window, and the parts whose text is cut off without an ellipsis. */
async function isTooWide(popup: Page): Promise<string[]> {
  return popup.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const endsInEllipsis = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).textOverflow === 'ellipsis' || endsInEllipsis(element.parentElement));
    const wide = scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth} px`] : [];
    const out = [...document.body.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
      )
      .filter((element) => element.closest('.unseen') === null && element.closest('svg') === null)
      .filter((element) => !endsInEllipsis(element))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > clientWidth + 1);
      })
      .map((element) => `<${element.localName} class="${element.className}"> ${element.textContent.slice(0, 40)}`);
    return [...wide, ...out];
  });
}

let axe: Awaited<ReturnType<typeof keepAxe>>;
test.beforeAll(async ({ stage }) => {
  axe = await keepAxe(stage.popup);
});
// The next file may have the same stage, and looks for something else.
test.afterAll(() => axe.dispose());

for (const state of POPUP_STATES) {
  test(`${state.id}: axe in light and dark`, async ({ stage }) => {
    const popup = await stage.show(state);
    // Before anything is drawn there is a band and nothing to read.
    if (state.state === null) await expect(popup.locator('main')).toHaveCount(0);
    else await isSound(stage);
  });
}

const LONG_TEXTS = [
  ...['normal', 'own-policy', 'not-covered'],
  ...['view-practice-own', 'view-companies', 'view-kept-flash', 'view-act', 'view-about-left-out'],
].map(stateCalled);

for (const language of languageCodes().filter((code) => code !== 'en')) {
  test(`${language}: axe on the longest texts`, async ({ stage }) => {
    test.setTimeout(300_000);
    for (const state of LONG_TEXTS) {
      await test.step(state.id, async () => {
        await stage.show(state, { language });
        await expect(stage.popup.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await isTooWide(stage.popup), `${state.id} is not too wide`).toEqual([]);
        await unfold(stage.popup.locator('body'));
        await growToContent(stage, AS_POPUP);
        // The colours are those of English, which is looked at in both themes.
        expect.soft(await axeFindings(stage.popup, 'words')).toEqual([]);
      });
    }
  });
}

const WIDE_RISKS = [
  'normal',
  'hostile',
  'hostile-practice-web-storage',
  'hostile-companies',
  'hostile-kept',
  'hostile-act',
  'hostile-site',
  'not-covered',
  'own-policy',
  'view-practice-stated',
  'view-about-left-out',
  'full-late',
  'full-companies',
  'full-kept',
].map(stateCalled);
/** Families that are wider and narrower than most; the generic ones are there on every machine. */
const FONTS = ['serif', 'monospace'];

/** What the popup takes from its address comes with a load; a size and a wish of the person do not. */
const needsLoad = ({ rightToLeft, textSize }: Way): boolean => rightToLeft || textSize !== 1;
const [LOADED, DRESSED] = [WAYS.filter(needsLoad), WAYS.filter((way) => !needsLoad(way))];

/** Puts on one font after the other, and gives what is too wide in one. */
async function tooWideInAnyFont(popup: Page): Promise<string[]> {
  const style = await popup.addStyleTag({ content: ' ' });
  const found: string[] = [];
  for (const font of ['', ...FONTS]) {
    const css = font === '' ? '' : `:root { --sans: ${font}; --serif: ${font}; }`;
    await style.evaluate((element, text) => (element.textContent = text), css);
    found.push(...(await isTooWide(popup)).map((what) => `${font} ${what}`));
  }
  await style.evaluate((element) => (element as Element).remove());
  return found;
}

for (const state of WIDE_RISKS) {
  test(`${state.id}: nothing to scroll sideways, however it is looked at and whatever the font`, async ({ stage }) => {
    for (const way of [AS_POPUP, ...LOADED]) {
      const popup = await stage.show(state, { way });
      await unfold(popup.locator('body'));
      for (const dressed of [way, ...(way === AS_POPUP ? DRESSED : [])]) {
        await stage.dress(dressed);
        await stage.settle();
        expect.soft(await tooWideInAnyFont(popup), dressed.id).toEqual([]);
      }
    }
  });
}

// Not in forced colours: there the browser paints its own, but still tells axe those of the page (Chromium 156), so axe
// compares what nobody sees. How it looks then stands on the contact sheet.
for (const way of WAYS.filter(({ media, touch, rightToLeft }) => touch || rightToLeft || media.contrast === 'more')) {
  test(`${way.id}: axe on three states`, async ({ stage }) => {
    for (const state of ['normal', 'view-practice-stated', 'not-covered'].map(stateCalled)) {
      await stage.show(state, { way });
      await isSound(stage, way);
    }
  });
}
