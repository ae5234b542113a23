/**
 * One whole journey in a real Firefox: `node tests/e2e/firefox.ts`, over the build in `dist/firefox-mv3`. Prints a line for each
 * step; ends with 1 at the first that fails. The browser itself is in `firefox-browser.ts`.
 */
import { readVisit, tabsIn } from '../../ledger/visit-pieces.ts';
import type { Browser, Page } from 'puppeteer-core';
import { COMPANY_HOST, LABEL_HOST, METRICS_HOST, OTHER_HOST } from '../../replica/hosts.ts';
import { OWN_FRAMES } from '../../replica/pages/own-frames.ts';
import type { Site } from '../../replica/server.ts';
import { installed, journeys, must, openOwnPage, PATIENCE, travel, until } from './firefox-browser.ts';
import { consenting } from './firefox-consent.ts';
import { compared } from './firefox-copies.ts';
import { leaving } from './firefox-leaving.ts';
import { reading } from './firefox-reading.ts';
import { recorded, SAVES_TO_FOLDER } from './firefox-recording.ts';
import { sentencesAgree } from './firefox-sentences.ts';
import { withheld } from './firefox-withheld.ts';

/** The popup for the tab that shows an address; the tab is found from an extension page, as the popup itself would. */
async function openPopup(browser: Browser, pattern: string): Promise<Page> {
  const popup = await openOwnPage(browser, 'popup.html');
  const tab = await popup.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { browser: typeof chrome }).browser;
    return (await tabs.query({ url }))[0]?.id ?? null;
  }, pattern);
  must(tab !== null, `No tab shows ${pattern}.`);
  await popup.evaluate((id) => {
    location.search = `?tab=${String(id)}`;
  }, tab);
  await until(
    async () =>
      (await popup.evaluate(() => location.search !== '' && document.querySelector('[data-state]') !== null))
        ? true
        : null,
    'The popup shows no state.',
  );
  return popup;
}

/** Goes to a view of the popup by its address without the #, and waits until it is drawn. */
async function showView(popup: Page, view: string): Promise<void> {
  const is = view === '' ? 'home' : view.replace(/\/.*/, '');
  await until(
    () =>
      popup.evaluate(
        (address, name) => {
          location.hash = address;
          return document.querySelector(`main[data-view="${name}"][aria-busy="false"]`) === null ? null : true;
        },
        view,
        is,
      ),
    `The popup does not show ${view}.`,
  );
}

/** Presses a practice's line in the list of all, and gives its label and its text. */
async function readPractice(popup: Page, practice: string): Promise<{ label: string; text: string }> {
  await showView(popup, 'practices');
  await until(
    () =>
      popup.evaluate((id) => {
        const line = document.querySelector<HTMLElement>(`a[data-practice="${id}"]`);
        line?.click();
        return line === null ? null : true;
      }, practice),
    `The popup has no line for ${practice}.`,
  );
  return until(
    () =>
      popup.evaluate((id) => {
        const found = document.querySelector<HTMLElement>(`article[data-practice="${id}"]`);
        return found === null ? null : { label: found.dataset.label ?? '', text: found.innerText };
      }, practice),
    `The line of ${practice} does not lead to it.`,
  );
}

async function seen(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`https://${LABEL_HOST}/`);
  const popup = await openPopup(browser, `https://${LABEL_HOST}/`);
  let last = '';
  const count = await until(async () => {
    last = await popup.evaluate(() => document.body.innerText);
    const text = await popup.evaluate(() => document.querySelector<HTMLElement>('[data-count]')?.innerText ?? '');
    const number = Number(/^This page contacted ([\d,]+) other companies/.exec(text)?.[1]);
    return number >= 5 ? number : null;
  }, 'The popup does not tell of five companies.').catch((error: unknown) => {
    throw new Error(`${String(error)} It says:\n${last}`);
  });
  const heading = await popup.evaluate(() => document.querySelector('h1')?.innerText);
  must(heading === LABEL_HOST, `The popup's heading is ${String(heading)}.`);
  const { label } = await readPractice(popup, 'web-analytics');
  must(label === 'stated', `Web analytics is told as ${label}.`);
  const open = await until(async () => {
    const { text } = await readPractice(popup, 'web-analytics');
    return text.includes('www.google-analytics.com') && text.includes('web analytics and/or clickstream data')
      ? text
      : null;
  }, 'Web analytics is told without its host or its quote.');
  must(/31 Dec(?:ember)? 2011/.test(open), 'The quote has no date.');
  const silent = await readPractice(popup, 'web-storage');
  must(silent.label === 'not-found', `Web storage is told as ${silent.label}.`);
  await page.close();
  await popup.close();
  return `the artist's page: ${String(count)} other companies, web analytics stated with quote and date, web storage without a sentence`;
}

/** Who wrote a cookie, by the record: the script in the page's own world and its other half have met. */
async function written(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`https://${LABEL_HOST}/practice/third-party-cookies`);
  const desk = await openOwnPage(browser, 'popup.html');
  const found = await until(async () => {
    const stored = await desk.evaluate(() => {
      const { storage } = (globalThis as unknown as { browser: typeof chrome }).browser;
      return storage.session.get();
    });
    for (const visit of tabsIn(stored).map((tab) => readVisit(tab, stored))) {
      const write = visit?.writes.find(({ name }) => name === '_fbp');
      if (write !== undefined) return { writer: write.writer, state: visit?.scriptWatch?.state };
    }
    return null;
  }, 'No writer of the cookie _fbp is told.');
  must(found.writer === 'connect.facebook.net', `The writer of _fbp is told as ${String(found.writer)}.`);
  must(found.state === 'from-start', `The page's own world is watched ${String(found.state)}.`);
  const natural = await page.evaluate(() => {
    const native = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
    const setItem = native?.value as (name: string, value: string) => void;
    let thrown = '';
    try {
      Reflect.apply(setItem, {}, ['a', 'b']);
    } catch (error) {
      thrown = String((error as Error).stack);
    }
    return [setItem.name, String(setItem.length), String(setItem), String(thrown.includes('extension:'))].join();
  });
  must(
    /^setItem,2,function setItem\(\) \{\s+\[native code\]\s+\},false$/.test(natural),
    `A native shows itself as ${natural}.`,
  );
  await page.close();
  await desk.close();
  return 'the cookie _fbp is told with the script that wrote it; the natives look as before';
}

/** The extension's own address is another in each installation, and the same on every site: no page may read it. */
async function hidden(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`https://${LABEL_HOST}/writers/address-hunter`);
  const { found, tried } = await until(
    () =>
      page.evaluate(() => {
        const told = window as unknown as { hunted?: boolean; found: string[]; tried: number };
        return told.hunted === true ? { found: told.found, tried: told.tried } : null;
      }),
    'The page that looks for an address does not end.',
  );
  must(tried > 25, `The page has looked in ${String(tried)} places only.`);
  must(found.length === 0, `A page reads the extension's address: ${found.join('; ')}.`);
  await page.close();
  return `a page that looks in ${String(tried)} places finds no address of the extension`;
}

async function flash(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`https://${LABEL_HOST}/flash/ruffle`);
  const key = `${LABEL_HOST}/flash/prefs.swf/prefs`;
  await until(() => page.evaluate((name) => localStorage.getItem(name), key), 'Ruffle has kept no Flash cookie.');
  const popup = await openPopup(browser, `https://${LABEL_HOST}/flash/ruffle`);
  const text = await until(async () => {
    const found = await readPractice(popup, 'flash-cookies');
    return ['artists', 'optIn', 'userId', 'visits'].every((name) => found.text.includes(name)) ? found.text : null;
  }, 'The popup does not name what the Flash cookie holds.');
  must(!/abc-123|Adele|Pink Floyd/.test(text), 'The popup shows a value of the Flash cookie.');
  must(text.includes('use Flash cookies to store'), 'The sentence on Flash cookies is not quoted.');
  await page.close();
  await popup.close();
  return 'Ruffle plays the film; its Flash cookie is told by four names and no value';
}

interface BackgroundOfFirefox {
  readonly getBackgroundPage: () => Promise<{
    readonly browser: { readonly dns: { resolve: (host: string) => Promise<unknown> } };
  }>;
}

/** What Firefox's name service answers is made up here: no real one knows the replica's names. All else is as in use. */
async function disguised(browser: Browser): Promise<string> {
  const desk = await openOwnPage(browser, 'options.html');
  await until(
    () => desk.evaluate(() => (document.querySelector('#aliases') === null ? null : true)),
    'The settings do not offer to look up names.',
  );
  await desk.evaluate(async (name) => {
    // Firefox runs the background as a page, which Chromium's types no longer know.
    const { runtime } = (globalThis as unknown as { browser: { runtime: BackgroundOfFirefox } }).browser;
    const background = await runtime.getBackgroundPage();
    const { dns } = background.browser;
    const ask = dns.resolve;
    dns.resolve = (host) =>
      host === name ? Promise.resolve({ canonicalName: 'lantern.sc.omtrdc.net', addresses: [] }) : ask(host);
  }, METRICS_HOST);
  const address = `https://${LABEL_HOST}/practice/collector-in-disguise`;
  const page = await browser.newPage();
  await page.goto(address);
  const popup = await openPopup(browser, address);
  const { text, label } = await until(async () => {
    const found = await readPractice(popup, 'collector-in-disguise');
    return found.text.includes('Google Analytics') && found.text.includes('Adobe Analytics') ? found : null;
  }, 'The popup does not tell of two collectors by their shape.');
  must(label === 'cannot-tell', `A collector in disguise is told as ${label}.`);
  must(!text.includes('stands for'), 'A name was looked up without the person’s choice.');
  await desk.click('#aliases');
  await page.reload();
  await until(async () => {
    const found = await readPractice(popup, 'collector-in-disguise');
    return found.text.includes('the address stands for lantern.sc.omtrdc.net') ? true : null;
  }, 'The popup does not tell for whom the metrics address stands.');
  for (const opened of [desk, page, popup]) await opened.close();
  return 'two collectors under the label’s own names, by their shape, and by their alias once it is chosen';
}

/** The page's property, as a script of the page reads it. */
const signalOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ?? null);

async function signalled(browser: Browser, site: Site): Promise<string> {
  const address = `https://${LABEL_HOST}/plain`;
  const page = await browser.newPage();
  await page.goto(address);
  must(
    (await signalOf(page)) !== true,
    'The browser sends the privacy signal by itself: nothing below would be honest.',
  );
  const desk = await openOwnPage(browser, 'options.html');
  await desk.waitForSelector('#gpc');
  await desk.click('#gpc');
  await until(async () => {
    const before = site.requests.length;
    await page.goto(address);
    const arrival = site.requests.slice(before).find(({ url }) => url === address);
    return arrival?.gpc === '1' && (await signalOf(page)) === true ? true : null;
  }, 'The privacy signal is switched on, and the label’s site does not get it.');
  const before = site.requests.length;
  await page.goto(`https://${OTHER_HOST}/`);
  const elsewhere = site.requests.slice(before).filter(({ gpc }) => gpc !== null);
  must(elsewhere.length === 0, `Another site got the privacy signal: ${elsewhere.map(({ url }) => url).join()}.`);
  await desk.click('#gpc');
  await until(async () => {
    await page.goto(address);
    return (await signalOf(page)) === true ? null : true;
  }, 'The privacy signal is switched off, and the label’s site still gets it.');
  for (const opened of [desk, page]) await opened.close();
  return 'the privacy signal: header and property on the label’s site while it is wanted, nothing elsewhere';
}

async function answered(browser: Browser, site: Site): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`https://${LABEL_HOST}/practice/web-analytics`);
  const popup = await openPopup(browser, `https://${LABEL_HOST}/practice/web-analytics`);
  const address = `https://${COMPANY_HOST}/feedback/`;
  const before = site.requests.length;
  await showView(popup, 'act');
  await until(
    () =>
      popup.evaluate((href) => {
        for (const summary of document.querySelectorAll<HTMLElement>('main details:not([open]) > summary'))
          summary.click();
        return document.querySelector(`[data-route] a[href="${href}"]`) === null ? null : true;
      }, address),
    'The popup offers no feedback form of Sony Music.',
  );
  const opened = browser.waitForTarget((target) => target.url() === address, { timeout: PATIENCE });
  await popup.click(`[data-route] a[href="${address}"]`);
  await opened;
  const arrival = await until(
    () => Promise.resolve(site.requests.slice(before).find(({ url }) => url === address) ?? null),
    'The feedback form was not asked for.',
  );
  must(arrival.referer === null, `The feedback form was told where from: ${String(arrival.referer)}.`);
  return 'the route to the feedback form opens in a new tab, without a referrer';
}

/** Frames of the page's own making are the page's, told once. */
async function ownFrames(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  // One of the frames is never closed, so the page goes on loading.
  void page.goto(`https://${LABEL_HOST}/own-frames`).catch(() => undefined);
  const desk = await openOwnPage(browser, 'popup.html');
  const seen = async (): Promise<string> => {
    const stored = await desk.evaluate(() => {
      const { storage } = (globalThis as unknown as { browser: typeof chrome }).browser;
      return storage.session.get();
    });
    const visit = tabsIn(stored)
      .map((tab) => readVisit(tab, stored))
      .find((one) => one?.address.path === '/own-frames');
    return [
      ...(visit?.forms ?? []).map(({ host, fields }) => `${host} ${fields.map(({ name }) => name).join()}`),
      ...(visit?.hosts ?? []).flatMap(({ host, count }) =>
        host.endsWith('-ads.example') ? `${String(count)} ${host}` : [],
      ),
    ]
      .sort()
      .join('\n');
  };
  const expected = OWN_FRAMES.flatMap((kind) => [`${LABEL_HOST} EMAIL_${kind}`, `1 ${kind}.lantern-ads.example`])
    .sort()
    .join('\n');
  let last = '';
  await until(
    async () => ((last = await seen()) === expected ? true : null),
    'The forms and pictures of the page’s own frames are not told.',
  ).catch((error: unknown) => {
    throw new Error(`${String(error)} The record holds:\n${last}`);
  });
  await page.close();
  await desk.close();
  return `${String(OWN_FRAMES.length)} kinds of frames without an address: forms and requests are the page's, once each`;
}

const consented = (browser: Browser): Promise<string> => consenting(browser, { until, openOwnPage });
const read = (browser: Browser): Promise<string> => reading(browser, openOwnPage);
const left = (browser: Browser): Promise<string> => leaving(browser, { until, openOwnPage });

await journeys(() =>
  travel(
    [
      installed,
      seen,
      written,
      hidden,
      flash,
      disguised,
      signalled,
      consented,
      ownFrames,
      sentencesAgree,
      compared,
      recorded,
      read,
      left,
      withheld,
      answered,
    ],
    // Firefox's own question stands outside of all pages, where nothing can press it: with this it is answered by yes.
    { 'extensions.webextOptionalPermissionPrompts': false, ...SAVES_TO_FOLDER },
  ),
);
