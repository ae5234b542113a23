/** The popup stands still while a person reads: what the page goes on to do changes numbers, and moves nothing. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ToolbarPopup } from './toolbar-popup.ts';

/** Companies that the label's page does not contact by itself; the first two bring practices that it did not show. */
const LATER = ['ipinfo.io', 'bat.bing.com', 'analytics.tiktok.com', 'edge.fullstory.com', 'cdn.shopify.com'];
const GONE = 'pixel.gone.example';

interface Watched {
  /** What has moved, by its text; what stands in the foot is called that. */
  readonly shifts: { value: number; at: number; what: string[] }[];
  readonly lines: Element[];
}

/** Runs in the popup: notes every shift of the layout since it was opened, and which lines there are. */
function watch(): void {
  const watched: Watched = {
    shifts: [],
    lines: [...document.querySelectorAll('[data-count], a[data-practice], a[href="#act"], nav a')],
  };
  Object.assign(globalThis, { watched });
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }[];
  }
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as Shift[])
      watched.shifts.push({
        value: shift.value,
        at: shift.startTime,
        what: shift.sources
          // The least that counts as a shift; the browser names parts beside it that moved less.
          .filter(
            ({ previousRect: from, currentRect: to }) =>
              Math.max(Math.abs(from.x - to.x), Math.abs(from.y - to.y)) >= 3,
          )
          .map(({ node }) => {
            // A text has no name of its own.
            const element = node instanceof Element ? node : node?.parentElement;
            return element == null ? 'gone' : `${element.localName} “${element.textContent.trim()}”`;
          }),
      });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the popup: the lines that stood there at first, and whether each is still the same element in the document. */
function lines(): { place: string; text: string; stays: boolean }[] {
  return (globalThis as unknown as { watched: Watched }).watched.lines.map((line) => {
    const { top, left, height } = line.getBoundingClientRect();
    // What to do sticks to the window's lower edge, and the browser gives its window the last height a moment after the first.
    const from = line.matches('a[href="#act"]') ? -innerHeight : scrollY;
    return {
      place: [top + from, left, height].map((pixels) => Math.round(pixels)).join(' '),
      text: line instanceof HTMLElement ? line.innerText : '',
      stays: line.isConnected,
    };
  });
}

/** A number that stands in the middle of its field: with one more digit it begins further left, and stays in the middle. */
const NUMBER = /^span “[\d,]+”$/;

/** Every shift that the browser has noted, once it has drawn what there is. */
async function shiftsOf(toolbar: ToolbarPopup): Promise<Watched['shifts']> {
  return toolbar.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    return (globalThis as unknown as { watched: Watched }).watched.shifts;
  });
}

async function call(page: Page, host: string): Promise<void> {
  await page.evaluate((to) => fetch(`https://${to}/called.json`).then((answer) => answer.text()), host);
}

// Also where a test fails: the next ones share the browser.
test.afterEach(async ({ extension }) => {
  await extension.context.unroute(`https://${GONE}/**`);
});

test('over a full record nothing shifts after the first paint', async ({ extension, page }) => {
  const toolbar = await ToolbarPopup.overLabel(extension, page);
  await toolbar.evaluate(watch);
  await toolbar.evaluate(() => new Promise((done) => setTimeout(done, 800)));
  expect(await shiftsOf(toolbar)).toEqual([]);

  // A shift would have been seen.
  await toolbar.evaluate(() => {
    const block = document.createElement('p');
    block.style.height = '60px';
    document.body.prepend(block);
  });
  await expect.poll(async () => (await shiftsOf(toolbar)).length).toBeGreaterThan(0);
});

test('while requests come in, numbers change in place, no line jumps, and the focus stays', async ({
  extension,
  page,
}) => {
  const toolbar = await ToolbarPopup.overLabel(extension, page);
  await toolbar.evaluate(watch);
  const before = await toolbar.evaluate(lines);
  expect(before).toHaveLength(8);
  await toolbar.evaluate(() => document.querySelectorAll<HTMLElement>('a[data-practice]')[1]?.focus());
  const count = () =>
    toolbar.evaluate(() => Number(document.querySelector<HTMLElement>('[data-count]')?.dataset.count));
  const practices = () =>
    toolbar.evaluate(() =>
      Number(document.querySelector<HTMLElement>('nav a[href="#practices"]')?.innerText.split(' ')[0]),
    );
  const first = await count();
  const firstPractices = await practices();
  for (const [index, host] of LATER.entries()) {
    await call(page, host);
    await expect.poll(count, { message: host }).toBe(first + index + 1);
  }
  expect(await practices()).toBeGreaterThan(firstPractices);

  const after = await toolbar.evaluate(lines);
  expect(after.map(({ stays }) => stays)).toEqual(before.map(() => true));
  expect(after.map(({ place }) => place)).toEqual(before.map(({ place }) => place));
  // The sentence and the numbers are new; the three practices are the same, though one was seen of another company too.
  expect(after[0]?.text).toContain(`${String(first + LATER.length)} other companies`);
  const practicesOf = (seen: typeof before) => seen.map(({ text }) => text.split('\n')[0]).slice(1, 4);
  expect(practicesOf(after)).toEqual(practicesOf(before));
  expect(after[1]?.text).toContain('and 1 more');
  expect(await toolbar.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#practice/pre-save');
  const moved = (await shiftsOf(toolbar)).flatMap(({ what }) => what);
  expect(moved.filter((part) => !NUMBER.test(part))).toEqual([]);
});

test('a company of which nothing loads moves no line', async ({ extension, page }) => {
  await extension.context.route(`https://${GONE}/**`, (route) => route.abort());
  const toolbar = await ToolbarPopup.overLabel(extension, page);
  await toolbar.evaluate(watch);
  const before = await toolbar.evaluate(lines);
  await page.evaluate((host) => {
    const image = new Image();
    image.src = `https://${host}/late.gif`;
    document.body.append(image);
  }, GONE);
  await expect.poll(() => toolbar.text()).toContain('1 of them did not load.');
  expect((await toolbar.evaluate(lines)).map(({ place }) => place)).toEqual(before.map(({ place }) => place));
  const moved = (await shiftsOf(toolbar)).flatMap(({ what }) => what);
  expect(moved.filter((part) => !NUMBER.test(part))).toEqual([]);
});

test('in the list of practices, what is new joins its own kind at its end, and the focus stays', async ({
  extension,
  page,
}) => {
  const toolbar = await ToolbarPopup.overLabel(extension, page);
  await toolbar.evaluate(() => {
    location.hash = 'practices';
  });
  const list = () =>
    toolbar.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main[data-view="practices"] a[data-practice]')].map(
        ({ dataset }) => ({
          practice: dataset.practice,
          label: dataset.label,
        }),
      ),
    );
  await expect.poll(async () => (await list()).length).toBeGreaterThan(10);
  const before = await list();
  expect(before.map(({ practice }) => practice)).not.toContain('location-look-up');
  await toolbar.evaluate(() => [...document.querySelectorAll<HTMLElement>('a[data-practice]')].at(-1)?.focus());
  await call(page, 'ipinfo.io');
  await expect.poll(async () => (await list()).map(({ practice }) => practice)).toContain('location-look-up');
  const after = await list();
  expect(after.filter(({ practice }) => before.some((one) => one.practice === practice))).toEqual(before);
  expect(after.findLast(({ label }) => label === 'cannot-tell')?.practice).toBe('location-look-up');
  expect(await toolbar.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
    `#practice/${before.at(-1)?.practice ?? ''}`,
  );
});
