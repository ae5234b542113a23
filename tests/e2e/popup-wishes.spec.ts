/** The popup in the sizes and with the wishes of its readers: narrow, with wider text spacing, without motion. */
import type { Page } from '@playwright/test';
import { expect, test, visitLabel } from './fixtures.ts';
import { allViews, goTo, unfold } from './popup-page.ts';

/**
 * Lines that show a beginning and three dots. All of it stands elsewhere: examples of a practice in the practice, the first
 * route under "Answer back", the page's host as the title of the first screen, names of stored things in the list under them.
 */
const SHORTENED = ['glance', 'first', 'host'];

/** Runs in the popup: how far it is wider than its window, and which texts are cut off, stick out of their box or of the window. */
function cutOff(shortened: readonly string[]): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`wider than the window by ${String(scrollWidth - clientWidth)}`] : [];
  const leftOut = ['.unseen', 'script', 'style', 'textarea', ...shortened.map((name) => `.${name}`)].join();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement;
    if (element === null || text.nodeValue?.trim() === '' || element.closest(leftOut) !== null) continue;
    if (!element.checkVisibility()) continue;
    const name = `${element.localName}.${element.className} “${text.nodeValue?.trim().slice(0, 40) ?? ''}”`;
    const range = document.createRange();
    range.selectNodeContents(text);
    const place = range.getBoundingClientRect();
    if (place.left < -1 || place.right > clientWidth + 1) found.push(`out of the window: ${name}`);
    for (
      let around: Element | null = element;
      around !== null && around !== document.body;
      around = around.parentElement
    ) {
      const { display, overflowX, overflowY } = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      if (display === 'contents') continue;
      const isWider = place.left < box.left - 1 || place.right > box.right + 1;
      // A line's ink may be a little higher than the line.
      const isHigher = place.top < box.top - 4 || place.bottom > box.bottom + 4;
      if ((overflowX !== 'visible' && isWider) || (overflowY !== 'visible' && isHigher)) found.push(`cut off: ${name}`);
      else if (display !== 'inline' && (isWider || isHigher)) found.push(`sticks out of ${around.localName}: ${name}`);
    }
  }
  return found;
}

/** Opens each view of the popup, all that folds in it included, and hands it over. */
async function inEachView(popup: Page, look: (view: string) => Promise<void>): Promise<void> {
  const views = await allViews(popup);
  expect(views.length).toBeGreaterThan(25);
  for (const view of views) {
    await goTo(popup, view);
    await unfold(popup.locator('body'));
    await look(view);
  }
}

test('at 320 pixels every view reflows: nothing to scroll sideways, nothing cut off', async ({ extension, page }) => {
  const popup = await extension.openPopup(await visitLabel(extension, page));
  await popup.setViewportSize({ width: 320, height: 600 });
  await inEachView(popup, async (view) => {
    expect.soft(await popup.evaluate(cutOff, SHORTENED), view).toEqual([]);
  });
  // What is too wide would have been seen.
  await popup.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML(
        'beforeend',
        '<p style="white-space: nowrap">one line that is far too long to fit into a window of 320 pixels</p>',
      );
  });
  expect(await popup.evaluate(cutOff, SHORTENED)).not.toEqual([]);
});

/** Firefox's overflow menu gives a popup a width of its own, and cuts what is wider; lower panels than the popup is high occur too. */
for (const [width, height] of [
  [348, 500],
  [425, 500],
] as const) {
  test(`in an overflow menu, ${String(width)} × ${String(height)}, in German nothing is cut off at the side, and the action is in reach`, async ({
    extension,
    page,
  }) => {
    const tab = await visitLabel(extension, page);
    await extension.desk.evaluate(() => chrome.storage.local.set({ settings: { version: 1, language: 'de' } }));
    const popup = await extension.openPopup(tab);
    await expect(popup.locator('html')).toHaveAttribute('lang', 'de');
    await extension.desk.evaluate(() => chrome.storage.local.clear());
    await popup.setViewportSize({ width, height });
    const act = popup.locator('a[href="#act"]').first();
    await act.scrollIntoViewIfNeeded();
    await expect(act).toBeInViewport();
    await inEachView(popup, async (view) => {
      expect.soft(await popup.evaluate(cutOff, SHORTENED), view).toEqual([]);
    });
  });
}

for (const width of [380, 320]) {
  test(`with the text spacing of WCAG 1.4.12 nothing is cut off, ${String(width)} pixels wide`, async ({
    extension,
    page,
  }) => {
    const popup = await extension.openPopup(await visitLabel(extension, page));
    await popup.setViewportSize({ width, height: 600 });
    await expect(popup.locator('main[data-view="home"] [data-count]')).toBeVisible();
    const before = await popup.evaluate(() => document.body.scrollHeight);
    // The values that the criterion names. The popup's policy for styles does not bind a style sheet of the reader's.
    await popup.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
    });
    expect(await popup.evaluate(() => document.body.scrollHeight), 'it is wider').toBeGreaterThan(before);
    await inEachView(popup, async (view) => {
      expect.soft(await popup.evaluate(cutOff, SHORTENED), view).toEqual([]);
    });
  });
}

/** Runs in the popup: everything that moves for longer than a person could see, and every way of scrolling that glides. */
function motions(): string[] {
  const longest = (times: string): number =>
    Math.max(...times.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1)));
  const found: string[] = [];
  for (const element of [document.documentElement, ...document.querySelectorAll('body, body *')]) {
    for (const pseudo of [null, '::before', '::after', '::details-content']) {
      const { transitionDuration, transitionDelay, animationDuration, animationName, scrollBehavior } =
        getComputedStyle(element, pseudo);
      const time = longest(transitionDuration) + longest(transitionDelay);
      if (time > 0.01)
        found.push(`${element.localName}.${String(element.getAttribute('class'))} moves for ${String(time)} s`);
      if (animationName !== 'none' && longest(animationDuration) > 0.01) found.push(`${element.localName} is animated`);
      if (scrollBehavior === 'smooth') found.push(`${element.localName} glides`);
    }
  }
  return [...found, ...document.getAnimations().map((animation) => `running: ${animation.constructor.name}`)];
}

test('who wants less motion gets none, in every view', async ({ extension, page }) => {
  const popup = await extension.openPopup(await visitLabel(extension, page));
  await popup.emulateMedia({ reducedMotion: 'reduce' });
  await inEachView(popup, async (view) => {
    expect.soft(await popup.evaluate(motions), view).toEqual([]);
  });
  // Where motion is welcome there is some: this test would see it.
  await popup.emulateMedia({ reducedMotion: 'no-preference' });
  await goTo(popup, '#act');
  expect(await popup.evaluate(motions)).not.toEqual([]);
});
