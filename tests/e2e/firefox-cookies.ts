/**
 * Whose cookie, in a real Firefox: containers, the permission taken back, and isolated first parties: `node tests/e2e/firefox-cookies.ts`,
 * as `firefox.ts` over the build in `dist/firefox-mv3`.
 */
import type { Browser, Page } from 'puppeteer-core';
import type { Visit } from '../../ledger/visit.ts';
import { readVisit } from '../../ledger/visit-pieces.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { installed, journeys, must, openOwnPage, travel, until } from './firefox-browser.ts';

const PAGE = `https://${LABEL_HOST}/plain`;

type Api = typeof chrome;

/** The records of all tabs, by the store that Firefox says the tab has. */
async function recordsByStore(desk: Page): Promise<Map<string, Visit>> {
  const { open, kept } = await desk.evaluate(async () => {
    const { storage, tabs } = (globalThis as unknown as { browser: Api }).browser;
    const all = (await tabs.query({})) as { id?: number; cookieStoreId?: string }[];
    return {
      open: all.map(({ id = -1, cookieStoreId = '' }) => ({ id, store: cookieStoreId })),
      kept: await storage.session.get(),
    };
  });
  return new Map(
    open.flatMap(({ id, store }) => {
      const visit = readVisit(id, kept);
      return visit === null ? [] : [[store, visit] as const];
    }),
  );
}

const cookiesIn = (visit: Visit | undefined): string[] =>
  (visit?.items ?? []).filter(({ store, removed }) => store === 'cookie' && !removed).map(({ name }) => name);

/** Each tab lists the cookies of its own container, and a change in one is none in the other. */
async function contained(browser: Browser): Promise<string> {
  const desk = await openOwnPage(browser, 'options.html');
  const outside = await browser.newPage();
  await outside.goto(PAGE);
  await outside.evaluate(() => (document.cookie = 'in_default=550e8400-e29b-41d4-a716-446655440000; max-age=3600'));
  const box = await browser.createBrowserContext();
  const inside = await box.newPage();
  await inside.goto(PAGE);
  await inside.evaluate(() => (document.cookie = 'in_box=1; max-age=3600'));
  const stores = await until(async () => {
    const records = await recordsByStore(desk);
    const [boxed] = [...records.keys()].filter((store) => store.startsWith('firefox-container-'));
    const fits =
      boxed !== undefined &&
      cookiesIn(records.get(boxed)).includes('in_box') &&
      cookiesIn(records.get('firefox-default')).includes('in_default');
    return fits ? { boxed, records } : null;
  }, 'The records do not hold the cookies of a container and of the tab outside of it.');
  const { boxed, records } = stores;
  must(!cookiesIn(records.get(boxed)).includes('in_default'), 'A container tab lists a cookie of the default store.');
  must(!cookiesIn(records.get('firefox-default')).includes('in_box'), 'A tab lists a cookie of a container.');
  // The same name in the container, and its end there: nothing of it is told of the tab outside.
  await inside.evaluate(() => (document.cookie = 'in_default=7c9e6679-7425-40de-944b-e07fc1f90ae7; max-age=3600'));
  await inside.evaluate(() => (document.cookie = 'in_default=; max-age=0'));
  await inside.evaluate(() => (document.cookie = 'box_mark=1'));
  await outside.evaluate(() => (document.cookie = 'outside_mark=1'));
  const later = await until(async () => {
    const now = await recordsByStore(desk);
    return cookiesIn(now.get('firefox-default')).includes('outside_mark') &&
      cookiesIn(now.get(boxed)).includes('box_mark')
      ? now
      : null;
  }, 'The records do not follow the cookies of both tabs.');
  const own = later.get('firefox-default')?.items.find(({ name }) => name === 'in_default');
  must(own?.removed === false, 'A removal in a container is told of the tab outside of it.');
  must(
    later.get('firefox-default')?.gone.length === 0,
    'What went in a container is remembered for the tab outside of it.',
  );
  await box.close();
  await outside.close();
  await desk.close();
  return 'a container and the tab outside of it: each lists and follows its own cookies';
}

/** The permission for the page's host is taken back while the page is open: nothing is told as removed, and it is said. */
async function takenBack(browser: Browser): Promise<string> {
  const desk = await openOwnPage(browser, 'options.html');
  const page = await browser.newPage();
  await page.goto(PAGE);
  await page.evaluate(() => (document.cookie = 'theme=dark; max-age=3600'));
  const known = await until(async () => {
    const visit = (await recordsByStore(desk)).get('firefox-default');
    return cookiesIn(visit).includes('theme') ? visit : null;
  }, 'The record does not hold the cookie theme.');
  must(known?.limits.length === 0, 'A limit is told where there is none.');
  const taken = await desk.evaluate(async () => {
    const { permissions, runtime } = (globalThis as unknown as { browser: Api }).browser;
    const { host_permissions: origins } = runtime.getManifest() as { host_permissions: string[] };
    return permissions.remove({ origins });
  });
  must(taken, 'Firefox does not take the permission back.');
  const blind = await until(async () => {
    const visit = (await recordsByStore(desk)).get('firefox-default');
    return visit?.limits.some(({ observer, reason }) => observer === 'cookies' && reason === 'not-permitted') === true
      ? visit
      : null;
  }, 'The record does not say that cookies may no longer be looked at.');
  must(cookiesIn(blind).includes('theme'), 'A cookie is told as removed because it may no longer be looked at.');
  for (const opened of [page, desk]) await opened.close();
  return 'a permission taken back: cookies may no longer be looked at, and none is told as removed';
}

/** With first parties isolated, the cookies of the page are listed all the same. */
async function isolated(browser: Browser): Promise<string> {
  const desk = await openOwnPage(browser, 'options.html');
  const page = await browser.newPage();
  await page.goto(PAGE);
  await page.evaluate(() => (document.cookie = 'theme=dark; max-age=3600'));
  const visit = await until(async () => {
    const found = (await recordsByStore(desk)).get('firefox-default');
    return cookiesIn(found).includes('theme') ? found : null;
  }, 'With first parties isolated, the record does not hold the cookie theme.');
  must(visit?.limits.length === 0, 'With first parties isolated, a limit is told where there is none.');
  const refused = await desk.evaluate(async () => {
    const { cookies } = (globalThis as unknown as { browser: Api }).browser;
    return cookies.getAll({}).then(
      () => '',
      (error: unknown) => String(error),
    );
  });
  must(
    /First-Party Isolation/i.test(refused),
    `Firefox isolates no first parties: nothing above is honest (${refused}).`,
  );
  for (const opened of [page, desk]) await opened.close();
  return 'first parties isolated: the cookies of the page are listed';
}

await journeys(
  () => travel([installed, contained, takenBack]),
  () => travel([installed, isolated], { 'privacy.firstparty.isolate': true }),
);
