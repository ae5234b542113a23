/** Global Privacy Control: nothing is sent until it is switched on, then to Sony Music's sites alone, and nothing after it is switched off. */
/* eslint-disable @typescript-eslint/unbound-method -- The getters themselves are meant. */
import type { Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { LABEL_HOST, OTHER_HOST } from '../../replica/hosts.ts';
import type { Site } from '../../replica/server.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, networkStill, test, visitOf } from './fixtures.ts';
import { openPart } from './popup-page.ts';

const PAGE = artist('/practice/used-before-choice');

async function switchTo(extension: ExtensionBrowser, on: boolean): Promise<void> {
  const settings = await extension.context.newPage();
  await settings.goto(`chrome-extension://${extension.id}/options.html`);
  await settings.getByRole('switch').setChecked(on);
  await expect(settings.getByRole('status')).toContainText(on ? 'On.' : 'Off.');
  await settings.close();
  await settled(extension, on);
}

const settled = async (extension: ExtensionBrowser, on: boolean): Promise<void> => {
  await expect
    .poll(() =>
      extension.desk.evaluate(async () => [
        (await chrome.scripting.getRegisteredContentScripts({ ids: ['gpc'] })).length,
        (await chrome.declarativeNetRequest.getDynamicRules()).length,
      ]),
    )
    .toEqual(on ? [1, 2] : [0, 0]);
};

/** Loads a page and gives what its scripts read, and the header that each host was sent. `others`: hosts that the page asks, sooner or later. */
async function load(
  page: Page,
  site: Site,
  url: string,
  others: readonly string[] = [],
): Promise<{ read: unknown; sent: Map<string, Set<string | null>> }> {
  const from = site.requests.length;
  await page.goto(url);
  for (const other of others)
    await expect.poll(() => site.requests.slice(from).some(({ host }) => host === other)).toBe(true);
  await networkStill(site);
  const read: unknown = await page.evaluate(
    () => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl,
  );
  const sent = new Map<string, Set<string | null>>();
  for (const { host, gpc } of site.requests.slice(from)) sent.set(host, (sent.get(host) ?? new Set()).add(gpc));
  return { read, sent };
}

test.afterEach(async ({ extension }) => {
  await extension.desk.evaluate(() => chrome.storage.local.clear());
  await settled(extension, false);
});

test('off, which it is from the start: nothing is sent and nothing is changed', async ({ extension, page, site }) => {
  const { read, sent } = await load(page, site, PAGE);
  expect(read).toBeUndefined();
  expect([...(sent.get(LABEL_HOST) ?? [])]).toEqual([null]);
  const tab = await extension.tabOf(page);
  const { signal } = await visitOf(extension, tab, (visit) => visit.signal !== null, 'the signal');
  expect(signal).toMatchObject({ gpc: null, ours: false });
});

test('on: Sony Music sites get it, other companies and other sites do not; off again: gone', async ({
  extension,
  page,
  site,
}) => {
  await switchTo(extension, true);
  const on = await load(page, site, PAGE, ['www.google-analytics.com']);
  expect(on.read).toBe(true);
  expect([...(on.sent.get(LABEL_HOST) ?? [])]).toEqual(['1']);
  expect([...(on.sent.get('www.google-analytics.com') ?? [])]).toEqual([null]);
  const tab = await extension.tabOf(page);
  const { signal } = await visitOf(extension, tab, (visit) => visit.signal !== null, 'the signal');
  expect(signal).toMatchObject({ gpc: null, ours: true });
  const popup = await extension.openPopup(tab);
  await expect(await openPart(popup, 'act')).toContainText('Liner Notes says it for you on this page.');
  await popup.close();

  const elsewhere = await load(page, site, `https://${OTHER_HOST}/`);
  expect(elsewhere.read).toBeUndefined();
  expect([...(elsewhere.sent.get(OTHER_HOST) ?? [])]).toEqual([null]);

  await switchTo(extension, false);
  const off = await load(page, site, PAGE);
  expect(off.read).toBeUndefined();
  expect([...(off.sent.get(LABEL_HOST) ?? [])]).toEqual([null]);
});

test('it holds when the worker has died, and ends when everything is deleted', async ({ extension, page, site }) => {
  await switchTo(extension, true);
  await extension.killWorker();
  const on = await load(page, site, PAGE);
  expect(on.read).toBe(true);
  expect([...(on.sent.get(LABEL_HOST) ?? [])]).toEqual(['1']);

  const settings = await extension.context.newPage();
  await settings.goto(`chrome-extension://${extension.id}/options.html`);
  await settings.locator('#delete').click();
  await settings.getByRole('button', { name: 'Delete now' }).click();
  await expect(settings.getByRole('status')).toContainText('Deleted:');
  await expect(settings.getByRole('switch')).not.toBeChecked();
  await settled(extension, false);
  const off = await load(page, site, PAGE);
  expect(off.read).toBeUndefined();
  expect([...(off.sent.get(LABEL_HOST) ?? [])]).toEqual([null]);
});

test('the property looks as the browser’s own would, in frames too, and leaves no other trace', async ({
  extension,
  site,
  page,
}) => {
  await page.goto(artist('/'));
  await networkStill(site);
  const globals = () =>
    page.evaluate(() =>
      Object.getOwnPropertyNames(window)
        .filter((name) => !/^\d+$/.test(name))
        .sort(),
    );
  const before = await globals();
  await switchTo(extension, true);
  await page.reload();
  await networkStill(site);
  expect(await globals()).toEqual(before);
  const look = await page.evaluate(() => {
    const descriptor = Object.getOwnPropertyDescriptor(Navigator.prototype, 'globalPrivacyControl');
    const native = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
    const get = descriptor?.get as (() => unknown) & { prototype?: unknown };
    const thrown = (act: () => unknown): string => {
      try {
        act();
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    };
    return {
      own: Object.hasOwn(navigator, 'globalPrivacyControl'),
      flags: [descriptor?.enumerable, descriptor?.configurable, descriptor?.set],
      nativeFlags: [native?.enumerable, native?.configurable, native?.set],
      name: get.name,
      length: get.length,
      text: Function.prototype.toString.call(get),
      prototype: 'prototype' in get,
      keys: Object.getOwnPropertyNames(get).sort(),
      nativeKeys: Object.getOwnPropertyNames(native?.get ?? {}).sort(),
      wrong: thrown(() => get.call({} as never)),
      nativeWrong: thrown(() => native?.get?.call({})),
      built: thrown(() => new (get as unknown as new () => unknown)()),
    };
  });
  expect(look.own).toBe(false);
  expect(look.flags).toEqual(look.nativeFlags);
  expect(look.name).toBe('get globalPrivacyControl');
  expect(look.length).toBe(0);
  expect(look.text).toMatch(/^function .*\(\) \{ \[native code\] \}$/);
  expect(look.prototype).toBe(false);
  expect(look.keys).toEqual(look.nativeKeys);
  expect(look.wrong).toBe(look.nativeWrong);
  expect(look.wrong).toContain('TypeError');
  expect(look.built).toContain('is not a constructor');
  const inFrame = async (path: string, host: string): Promise<unknown> => {
    await page.goto(artist(path));
    await networkStill(site);
    const find = () => page.frames().find((one) => URL.parse(one.url())?.hostname === host);
    await expect.poll(() => find() !== undefined, { message: `the frame of ${host}` }).toBe(true);
    return find()?.evaluate(() => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl);
  };
  expect(await inFrame('/form-frame', 'forms.sonymusicfans.com')).toBe(true);
  expect(await inFrame('/company-frame', 'www.youtube.com')).toBeUndefined();
});

test('where something else was first, it is said as sent only where the page can read it', async ({
  extension,
  page,
}) => {
  await switchTo(extension, true);
  const hide = (configurable: boolean) =>
    page.addInitScript((can) => {
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: false, configurable: can, enumerable: true });
    }, configurable);
  const tab = await extension.tabOf(page);
  let document: string | undefined;
  /** Loads the page, and gives what it reads and the popup's words once the record of this load, not of the one before, has that too. */
  const lineAfter = async (): Promise<{ read: unknown; line: string }> => {
    // It stood behind the popup, where the browser gives it little time.
    await page.bringToFront();
    await page.goto(artist('/plain'));
    const read = await page.evaluate(() => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl);
    const isNow = (visit: Visit): boolean => visit.document !== document && visit.signal?.read === (read === true);
    ({ document } = await visitOf(extension, tab, isNow, 'what the page reads'));
    const popup = await extension.openPopup(tab);
    const line = await (await openPart(popup, 'act')).innerText();
    await popup.close();
    return { read, line };
  };
  const sent = await lineAfter();
  expect(sent.read).toBe(true);
  expect(sent.line).toContain('Liner Notes says it for you on this page.');
  expect(sent.line).toContain('Workers, which are scripts that run apart from the page, cannot read it.');
  // One that may still be changed is replaced or is not: what is said follows what the page reads.
  await hide(true);
  const changed = await lineAfter();
  expect(changed.line.includes('says it for you on this page')).toBe(changed.read === true);
  await hide(false);
  const hidden = await lineAfter();
  expect(hidden.read).toBe(false);
  expect(hidden.line).not.toContain('says it for you on this page');
  expect(hidden.line).toContain('The scripts of this page cannot read it');
});

test('header and property agree in a frame of a listed site on another page', async ({ extension, page, site }) => {
  await switchTo(extension, true);
  await page.goto(`https://${OTHER_HOST}/`);
  const url = artist('/plain');
  const from = site.requests.length;
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { src });
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve));
  }, url);
  // The frame has its address for us a moment after it has it for the page.
  const find = () => page.frames().find((one) => one.url() === url);
  await expect.poll(() => find() !== undefined, { message: 'the frame' }).toBe(true);
  const read = await find()?.evaluate(() => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl);
  const header = site.requests.slice(from).find((request) => request.url === url)?.gpc;
  expect([header, read]).toEqual(['1', true]);
});

test('a frame that the page makes itself reads what the page reads', async ({ extension, page }) => {
  await switchTo(extension, true);
  await page.goto(artist('/plain'));
  const read = await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<p>inside</p>' });
    document.body.append(frame);
    return new Promise((resolve) => {
      frame.addEventListener('load', () => {
        resolve(
          (frame.contentWindow?.navigator as { globalPrivacyControl?: unknown } | undefined)?.globalPrivacyControl,
        );
      });
    });
  });
  expect(read).toBe(true);
});
