/** Orders of events in which a record might be taken for that of another page, or a page lost. */
import type { Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { ARTIST_HOST, FORMS_HOST, OTHER_HOST } from '../../replica/hosts.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';

const START = artist('/leave/start');
const GARDEN = `https://${OTHER_HOST}/`;

const knows = (host: string) => (visit: Visit) => visit.hosts.some((record) => record.host === host);
const isAt = (path: string) => (visit: Visit) => visit.address.path === path;
const both =
  (...all: ((visit: Visit) => boolean)[]) =>
  (visit: Visit): boolean =>
    all.every((fits) => fits(visit));

/** Makes the page call a company, as any script of it might. */
const call = (page: Page, host: string): Promise<string> =>
  page.evaluate((to) => fetch(`https://${to}/called.json`).then((answer) => answer.text()), host);

test('five steps in one breath end at the last, which goes on being heard', async ({ extension, page }) => {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, knows('www.facebook.com'), 'the page');
  await page.evaluate(() => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) history.pushState(null, '', `/leave/${name}`);
    return fetch('https://bat.bing.com/e.json').then((answer) => answer.text());
  });
  const visit = await visitOf(extension, tab, both(isAt('/leave/e'), knows('bat.bing.com')), 'the last step');
  expect(knows('www.facebook.com')(visit), 'of the page before the steps').toBe(false);
});

test('a first step that comes with the load loses nothing of the load', async ({ extension, page }) => {
  await page.addInitScript(() => {
    if (location.pathname === '/leave/start') history.replaceState(null, '', '/leave/begun');
  });
  await page.goto(START);
  const tab = await extension.tabOf(page);
  const fits = both(isAt('/leave/begun'), knows('www.facebook.com'), knows('www.googletagmanager.com'));
  await visitOf(extension, tab, fits, 'the page under its new name');
});

test('a step, and away in the same breath', async ({ extension, page }) => {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, knows('www.facebook.com'), 'the page');
  await page.evaluate((url) => {
    history.pushState(null, '', '/leave/on');
    location.href = url;
  }, GARDEN);
  await page.waitForURL(GARDEN);
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  await expect.poll(() => extension.badge(tab)).toBe('');
});

test('back and on within one document: always the view that is shown', async ({ extension, page }) => {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  const { root } = await visitOf(extension, tab, knows('www.facebook.com'), 'the page');
  await page.evaluate(() => history.pushState(null, '', '/leave/tour'));
  await visitOf(extension, tab, isAt('/leave/tour'), 'the step');
  await page.evaluate(() => history.back());
  await visitOf(extension, tab, isAt('/leave/start'), 'the step back');
  await call(page, 'bat.bing.com');
  const visit = await visitOf(extension, tab, knows('bat.bing.com'), 'what it does there');
  expect(visit).toMatchObject({ root, address: { path: '/leave/start' } });
});

test('a path that was replaced, and a reload', async ({ extension, page }) => {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  const before = await visitOf(extension, tab, knows('www.facebook.com'), 'the page');
  await page.evaluate(() => history.replaceState(null, '', '/leave/layout'));
  await visitOf(extension, tab, isAt('/leave/layout'), 'the new name');
  await page.reload();
  const after = await visitOf(extension, tab, (visit) => visit.root !== before.root, 'the page under that address');
  expect(after.address.path).toBe('/leave/layout');
  expect(knows('www.facebook.com')(after)).toBe(false);
});

test('of two tabs with one address, the one that leaves takes nothing of the other', async ({ extension, page }) => {
  const other = await extension.context.newPage();
  await page.goto(START);
  await other.goto(START);
  const tab = await extension.tabOf(page);
  const beside = await extension.tabOf(other);
  await visitOf(extension, tab, knows('www.facebook.com'), 'the one');
  await visitOf(extension, beside, knows('www.facebook.com'), 'the other');
  await page.goto(GARDEN);
  await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
  await call(other, 'bat.bing.com');
  await visitOf(extension, beside, both(knows('bat.bing.com'), knows('www.facebook.com')), 'the other, as before');
  await expect.poll(() => extension.badge(beside)).toBe('3');
});

test('from one listed site to the next: nothing of the first', async ({ extension, page }) => {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  await visitOf(extension, tab, knows('www.facebook.com'), 'the first');
  await page.evaluate((url) => {
    new Image().src = 'https://analytics.tiktok.com/last.gif';
    location.href = url;
  }, `https://${ARTIST_HOST}/plain`);
  await page.waitForURL(`https://${ARTIST_HOST}/plain`);
  await call(page, 'bat.bing.com');
  const visit = await visitOf(extension, tab, knows('bat.bing.com'), 'the second');
  const others = visit.hosts.map(({ host }) => host).filter((host) => host !== ARTIST_HOST);
  expect(others).toEqual(['bat.bing.com']);
  await expect.poll(() => extension.badge(tab)).toBe('1');
});

for (const [way, leave] of [
  [
    'a form',
    () => {
      const form = document.createElement('form');
      form.action = 'https://www.gardening.example/';
      document.body.append(form);
      form.submit();
    },
  ],
  [
    'a refresh',
    () => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = '0; url=https://www.gardening.example/';
      document.head.append(meta);
    },
  ],
] as const) {
  test(`a page that is left by ${way} is gone`, async ({ extension, page }) => {
    await page.goto(START);
    const tab = await extension.tabOf(page);
    await expect.poll(() => extension.badge(tab)).toBe('2');
    await page.evaluate(leave);
    await page.waitForURL(/gardening/);
    await expect.poll(() => extension.ledgerVisit(tab)).toBeNull();
    await expect.poll(() => extension.badge(tab)).toBe('');
  });
}

test('the worker dies between a change of view and what a frame then does', async ({ extension, page }) => {
  await page.goto(artist('/leave/layout'));
  const tab = await extension.tabOf(page);
  const hasForm = ({ forms }: Visit): boolean => forms.some(({ host }) => host === FORMS_HOST);
  await visitOf(extension, tab, hasForm, 'the form');
  await page.click('[data-view="tour"]');
  await visitOf(extension, tab, both(isAt('/leave/tour'), hasForm), 'the form in the new view');
  await extension.killWorker();
  await page.frames()[1]?.evaluate(() => {
    localStorage.setItem('after-the-death', '1');
  });
  const hasItem = ({ items }: Visit): boolean => items.some(({ name }) => name === 'after-the-death');
  await visitOf(extension, tab, both(isAt('/leave/tour'), hasItem), 'what the frame did');
});

test('a change of view while the worker sleeps', async ({ extension, page }) => {
  await page.goto(artist('/leave/layout'));
  const tab = await extension.tabOf(page);
  const hasForm = ({ forms }: Visit): boolean => forms.some(({ host }) => host === FORMS_HOST);
  await visitOf(extension, tab, hasForm, 'the form');
  await extension.killWorker();
  await page.click('[data-view="shop"]');
  await visitOf(extension, tab, both(isAt('/leave/shop'), hasForm), 'the form in the new view');
});

test('a page whose record had to make room is heard anew when it goes on', async ({ extension, page }) => {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  const { root } = await visitOf(extension, tab, knows('www.facebook.com'), 'the page');
  await extension.desk.evaluate(
    async ([key, evicted]) => {
      await chrome.storage.session.remove(key);
      await chrome.storage.session.set({ evicted: [evicted] });
    },
    [`visit:${String(tab)}`, root ?? ''] as const,
  );
  // One that lives knows what it has written.
  await extension.killWorker();
  await page.bringToFront();
  await call(page, 'bat.bing.com');
  const visit = await visitOf(
    extension,
    tab,
    both(knows('bat.bing.com'), knows('www.facebook.com')),
    'all of it again',
  );
  expect(visit.root).toBe(root);
});

test('a page that is made ready in advance is told of when it is shown', async ({ extension, page }) => {
  await page.goto(START);
  const tab = await extension.tabOf(page);
  const { root } = await visitOf(extension, tab, knows('www.facebook.com'), 'the page');
  await page.evaluate(() => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({
      prerender: [{ urls: ['/practice/session-recording'], eagerness: 'immediate' }],
    });
    document.head.append(rules);
  });
  await call(page, 'bat.bing.com');
  const before = await visitOf(extension, tab, knows('bat.bing.com'), 'the page that is shown');
  expect(before.root).toBe(root);
  expect(knows('static.hotjar.com')(before)).toBe(false);
  await page.evaluate(() => {
    location.href = '/practice/session-recording';
  });
  const after = await visitOf(extension, tab, knows('static.hotjar.com'), 'the page that was made ready');
  expect(after.root).not.toBe(root);
  expect(knows('bat.bing.com')(after)).toBe(false);
});
