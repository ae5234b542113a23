/** The popup as a person goes through it by keyboard alone, and what of it is seen at once. */
import { expect, test, visitLabel } from './fixtures.ts';
import { goTo, openPart } from './popup-page.ts';
import { ToolbarPopup } from './toolbar-popup.ts';

interface Stop {
  /** The view that is drawn; none while the code of one is on its way, when its title stands there alone. */
  readonly view: string | undefined;
  readonly tag: string;
  /** The first line of its text. */
  readonly words: string;
  readonly href: string | null;
  /** Its place in the popup, scrolled or not. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly inSight: boolean;
  /** Pixels of its outline; 0 where none is drawn. */
  readonly outline: number;
}

/** Runs in the popup: where the focus stands. */
function focused(): Stop {
  const element = document.activeElement ?? document.body;
  const { top, bottom, left } = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const drawn = outlineStyle !== 'none' && !/, 0\)$|transparent/.test(outlineColor);
  return {
    view: document.querySelector<HTMLElement>('main[aria-busy="false"]')?.dataset.view,
    tag: element.localName,
    words: (element instanceof HTMLElement ? element.innerText : '').trim().split('\n')[0] ?? '',
    href: element.getAttribute('href'),
    top: top + scrollY,
    bottom: bottom + scrollY,
    left,
    inSight: top >= -1 && bottom <= innerHeight + 1,
    outline: drawn ? parseFloat(outlineWidth) : 0,
  };
}

/** Presses Tab until the focus stands on what leads to an address, once the view is drawn. */
async function tabTo(toolbar: ToolbarPopup, href: string): Promise<Stop> {
  await expect.poll(async () => (await toolbar.evaluate(focused)).view).toBeDefined();
  for (let stops = 0; stops < 60; stops += 1) {
    await toolbar.key('Tab');
    const stop = await toolbar.evaluate(focused);
    if (stop.href === href) return stop;
  }
  throw new Error(`No stop leads to ${href}.`);
}

const FIRST_SCREEN = [
  'How we know',
  'Today’s may differ: open it',
  'Your clicks can be replayed',
  'Asks for access to your music account',
  'Ad companies were contacted',
  '18 Things seen',
  '5 Companies',
  '7 Kept in your browser',
  'Ask Sony Music about your data',
  'What we do not see here',
  'Inspector',
  'Settings',
];

test('by keyboard: the stops of the first screen are in the order of reading, each is seen, none is a trap', async ({
  extension,
  page,
}) => {
  const toolbar = await ToolbarPopup.overLabel(extension, page);
  const stops: Stop[] = [];
  while (stops.length < FIRST_SCREEN.length) {
    await toolbar.key('Tab');
    stops.push(await toolbar.evaluate(focused));
  }
  expect(stops.map(({ words }) => words)).toEqual(FIRST_SCREEN);
  for (const [index, stop] of stops.entries()) {
    expect(stop.outline, stop.words).toBeGreaterThanOrEqual(2);
    expect(stop.inSight, stop.words).toBe(true);
    const before = stops[index - 1];
    if (before === undefined) continue;
    const onOneLine = stop.top < before.bottom;
    expect(onOneLine ? stop.left > before.left : stop.top >= before.bottom, `${before.words}, ${stop.words}`).toBe(
      true,
    );
  }
  // Past the last stop the focus leaves the page and the browser hands it back: for a moment it stands nowhere.
  await toolbar.key('Tab');
  await expect.poll(async () => (await toolbar.evaluate(focused)).words).toBe(FIRST_SCREEN[0]);
});

for (const [what, back] of [
  [
    'the link back',
    async (toolbar: ToolbarPopup) => {
      await toolbar.key('Tab', 'Shift');
      expect(await toolbar.evaluate(() => document.activeElement?.matches('a[data-back]'))).toBe(true);
      await toolbar.key('Enter');
    },
  ],
  ['Alt and Left', (toolbar: ToolbarPopup) => toolbar.key('ArrowLeft', 'Alt')],
] as const) {
  test(`by keyboard: Enter goes deeper to the title, ${what} returns to the line that led away`, async ({
    extension,
    page,
  }) => {
    const toolbar = await ToolbarPopup.overLabel(extension, page);
    const arrives = (at: Partial<Stop>) => expect.poll(() => toolbar.evaluate(focused)).toMatchObject(at);

    // One step: from the first screen to a practice.
    const row = await tabTo(toolbar, '#practice/session-recording');
    await toolbar.key('Enter');
    await arrives({ view: 'practice', tag: 'h1', words: 'Your clicks can be replayed', inSight: true });
    await back(toolbar);
    await arrives({ view: 'home', href: row.href, top: row.top, inSight: true, outline: 2 });

    // Two steps, to the end of a list that is longer than the popup.
    const all = await tabTo(toolbar, '#practices');
    await toolbar.key('Enter');
    await arrives({ view: 'practices', tag: 'h1' });
    const last = await toolbar.evaluate(
      () => [...document.querySelectorAll('a[data-practice]')].at(-1)?.getAttribute('href') ?? '',
    );
    const end = await tabTo(toolbar, last);
    expect(end.top).toBeGreaterThan(600);
    await toolbar.key('Enter');
    await arrives({ view: 'practice', tag: 'h1', words: end.words, inSight: true });
    await back(toolbar);
    await arrives({ view: 'practices', href: last, top: end.top, inSight: true, outline: 2 });
    // From a line inside, the way back is the same.
    if (what === 'the link back') await tabTo(toolbar, '#');
    await (what === 'the link back' ? toolbar.key('Enter') : back(toolbar));
    await arrives({ view: 'home', href: all.href, inSight: true, outline: 2 });
  });
}

test('by keyboard: from the first stop to a quote', async ({ extension, page }) => {
  const toolbar = await ToolbarPopup.overLabel(extension, page);
  await tabTo(toolbar, '#practices');
  await toolbar.key('Enter');
  await tabTo(toolbar, '#practice/web-analytics');
  await toolbar.key('Enter');
  const quote = () =>
    toolbar.evaluate(() => document.querySelector<HTMLElement>('article blockquote')?.innerText ?? '');
  await expect.poll(quote).toContain('web analytics and/or clickstream data');
});

test('by keyboard: every stop of every view is seen', async ({ extension, page }) => {
  const popup = await extension.openPopup(await visitLabel(extension, page));
  const company = await (await openPart(popup, 'companies')).locator('a[data-company]').first().getAttribute('href');
  const practice = '#practice/web-analytics';
  for (const view of ['#site', '#practices', practice, '#companies', company ?? '', '#kept', '#act', '#about']) {
    await goTo(popup, view);
    // Anew, so that the first stop is the first of the view and not the one after its title.
    await popup.reload();
    await goTo(popup, view);
    const stops = new Set<string>();
    for (let presses = 0; presses < 120; presses += 1) {
      await popup.keyboard.press('Tab');
      const stop = await popup.evaluate(focused);
      const place = `${stop.tag} ${stop.words} ${stop.top.toFixed()} ${stop.left.toFixed()}`;
      if (stop.tag === 'body' || stops.has(place)) break;
      stops.add(place);
      expect(stop.outline, `${view}: ${place}`).toBeGreaterThanOrEqual(2);
      expect(stop.inSight, `${view}: ${place}`).toBe(true);
    }
    const links = await popup.locator('a, button, summary').count();
    expect(stops.size, `all stops of ${view}`).toBe(links);
  }
});

test('the first screen of the label’s page needs no scrolling: all of it lies within 380 × 600', async ({
  extension,
  page,
}) => {
  const toolbar = await ToolbarPopup.overLabel(extension, page);
  const measured = () =>
    toolbar.evaluate(() => ({
      size: [document.body.offsetWidth, document.documentElement.scrollHeight],
      parts: ['h1', '[data-count]', 'a[data-practice]', 'a[href="#act"]', 'nav a', 'header a', 'footer a'].map((part) =>
        [...document.querySelectorAll(part)]
          .map((element) => element.getBoundingClientRect())
          .map(
            ({ top, left, right, bottom, width }) =>
              width > 0 && top >= 0 && left >= 0 && right <= 380 && bottom + scrollY <= 600,
          ),
      ),
    }));
  // The window takes its last height a moment after the popup is drawn; 600 is what browsers give it at most.
  await expect.poll(measured).toEqual({
    size: [380, 600],
    parts: [[true], [true], [true, true, true], [true], [true, true, true], [true], [true, true, true]],
  });
});
