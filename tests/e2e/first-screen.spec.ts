/**
 * The first screen in each language: nothing on it is cut, what to do and the foot are in sight however long the rest is, and
 * no link of a head breaks. With real fonts, which is what makes words too wide.
 */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { languageCodes } from '../../tools/stage/language-codes.ts';
import { POPUP_STATES } from '../../tools/stage/popup-states.ts';
import type { StateOfPopup } from '../../tools/stage/state-of-popup.ts';
import { test } from './stage-fixtures.ts';
import { AS_POPUP } from '../../tools/stage/ways.ts';

test.describe.configure({ timeout: 240_000 });

/** Names that a page made up may be as long as a page likes, and are shown whole one step deeper. */
const isOurs = ({ id }: StateOfPopup): boolean => !id.startsWith('hostile');
const shown = POPUP_STATES.filter((state) => state.state !== null && isOurs(state));
const first = shown.filter(({ view }) => view === undefined);
/** One for each view: what its head says is the same whatever was seen. */
const deeper = [...Map.groupBy(shown, ({ view }) => view?.split('/')[0]).entries()].flatMap(([view, [state]]) =>
  view === undefined || state === undefined ? [] : [state],
);

/** Runs in the popup: texts that end in an ellipsis, lines that are cut, and heads whose link takes more than one line. */
function cut(): string[] {
  const tell = (what: string, element: Element): string => `${what}: ${element.textContent.trim().slice(0, 60)}`;
  const all = [...document.querySelectorAll<HTMLElement>('header *, main *, footer *')];
  const ellipses = all.filter((element) => {
    const { textOverflow } = getComputedStyle(element);
    return textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
  });
  const clamped = all.filter((element) => {
    const { webkitLineClamp } = getComputedStyle(element);
    return webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
  });
  return [...ellipses.map((one) => tell('ellipsis', one)), ...clamped.map((one) => tell('clamped', one))];
}

/** Runs in the popup: links of the head that take more than one line. */
function broken(): string[] {
  return [...document.querySelectorAll('header a')].flatMap((link) => {
    const texts = [...link.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
    const lines = texts.flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width }) => width > 1);
    });
    return lines.length > 1 ? [link.textContent.trim()] : [];
  });
}

/** Runs in the popup: what of the foot and of the way to ask is not to be seen and pressed where it stands. */
function outOfSight(): string[] {
  return [...document.querySelectorAll('footer a, main > .act a')].flatMap((link) => {
    const { left, right, top, bottom } = link.getBoundingClientRect();
    const inside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return inside && at !== null && link.contains(at) ? [] : [link.textContent.trim()];
  });
}

for (const language of languageCodes()) {
  test(`${language}: on no first screen is anything cut, and the foot and the way to ask are in sight`, async ({
    stage,
  }) => {
    for (const state of first) {
      const popup = await stage.show(state, { language });
      // In one theme: the other has other colours, and no other size (looks.spec.ts).
      expect.soft(await popup.evaluate(cut), state.id).toEqual([]);
      expect.soft(await popup.evaluate(broken), state.id).toEqual([]);
      expect.soft(await popup.evaluate(outOfSight), state.id).toEqual([]);
      const links = await popup.locator('footer a').count();
      expect
        .soft(links, `${state.id}: what is not seen and the inspector, where there is a report, and the settings`)
        .toBe(state.record === null || state.state === 'error' ? 1 : 3);
    }
  });

  test(`${language}: the way back breaks in no view`, async ({ stage }) => {
    for (const state of deeper) {
      const popup = await stage.show(state, { language });
      expect.soft(await popup.evaluate(broken), state.id).toEqual([]);
    }
  });
}

test('what is looked for would be found', async ({ stage }) => {
  const state = first.find(({ id }) => id === 'normal');
  if (state === undefined) throw new Error('no usual state');
  const popup = await stage.show(state);
  expect([
    ...(await popup.evaluate(cut)),
    ...(await popup.evaluate(broken)),
    ...(await popup.evaluate(outOfSight)),
  ]).toEqual([]);
  await popup.addStyleTag({
    content: `main a strong { overflow: hidden; width: 4em; text-overflow: ellipsis; white-space: nowrap; }
      header a { max-width: 3em; } footer { position: static !important; margin-top: 600px; }`,
  });
  await stage.settle();
  expect((await popup.evaluate(cut)).length).toBeGreaterThan(0);
  expect(await popup.evaluate(broken)).toEqual(['How we know']);
  expect(await popup.evaluate(outOfSight)).toContain('Settings');
});

test('from the band that is painted at once to the first screen nothing of the head moves', async ({ stage }) => {
  const place = (popup: Page, part: string): Promise<number[]> =>
    popup
      .locator(part)
      .first()
      .evaluate((element) => {
        const { left, top, height } = element.getBoundingClientRect();
        return [left, top, height].map(Math.round);
      });
  const loading = POPUP_STATES.find(({ id }) => id === 'loading');
  const normal = first.find(({ id }) => id === 'normal');
  const without = first.find(({ id }) => id === 'private');
  if (loading === undefined || normal === undefined || without === undefined) throw new Error('no such states');
  const parts = ['header', 'header .name-mark', 'header .disc'];
  await stage.dress(AS_POPUP);
  const band = await stage.show(loading);
  const before = await Promise.all(parts.map((part) => place(band, part)));
  for (const state of [normal, without]) {
    const popup = await stage.show(state);
    expect.soft(await Promise.all(parts.map((part) => place(popup, part))), state.id).toEqual(before);
  }
});
