/** A Chromium with the built extension in it, and what a test wants to know of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { pieceKeys } from '../../ledger/piece-keys.ts';
import { readVisit } from '../../ledger/visit-pieces.ts';
import { COPY_LIST_KEY } from '../../reading/copy-list.ts';
import { OWN_HOSTS } from '../../replica/hosts.ts';
import { chromiumArguments, type Site } from '../../replica/server.ts';

const BUILD = path.resolve(import.meta.dirname, '../../dist/chrome-mv3');

export const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Lets a test load the extension and press its button (`Extensions.triggerAction`), with the activeTab that a press grants.
  '--enable-unsafe-extension-debugging',
];

/** What can be had of `chromium` here: the one named, Debian's, or Playwright's own. */
export function browserOfThisMachine(): { executablePath: string } | { channel: string } {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return { executablePath: named };
  return existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : { channel: 'chromium' };
}

/**
 * A new profile. Debian's Chromium blocks third-party cookies from the start, Chrome does not: a test of such cookies would
 * pass on nothing.
 */
function makeProfile(): string {
  const profile = mkdtempSync(path.join(tmpdir(), 'liner-notes-e2e-'));
  mkdirSync(path.join(profile, 'Default'));
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
  return profile;
}

interface ExtensionError {
  readonly message: string;
  readonly source: string;
}

/** The part of the extensions page's own API that is used here; no types are published for it. */
interface ExtensionsPage {
  readonly developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
    getExtensionInfo(id: string): Promise<{ manifestErrors: ExtensionError[]; runtimeErrors: ExtensionError[] }>;
    deleteExtensionErrors(which: { extensionId: string }): Promise<void>;
  };
}

/** Loads the build. The protocol gives its id, or says why the browser does not take it, where a flag would only be silent. */
async function loadedExtension(context: BrowserContext, build: string): Promise<string> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The browser is gone.');
  // Playwright's types are of an older protocol than the browser's.
  const send = session.send.bind(session) as (method: string, parameters: object) => Promise<{ id: string }>;
  const { id } = await send('Extensions.loadUnpacked', { path: build });
  await session.detach();
  return id;
}

/** The running browser. Its `desk` is a page of the extension without a script of ours: from there tests ask the browser. */
export class ExtensionBrowser {
  readonly context: BrowserContext;
  readonly id: string;
  readonly #profile: string;
  /** The browser's own page of extensions. */
  readonly #extensions: Page;
  #desk: Page;

  private constructor(context: BrowserContext, id: string, desk: Page, extensions: Page, profile: string) {
    this.context = context;
    this.id = id;
    this.#desk = desk;
    this.#extensions = extensions;
    this.#profile = profile;
  }

  /**
   * Starts it on the replica. Throws when there is no build. `backForwardCache`: Playwright turns it off, since a page that
   * comes back may surprise it; one test wants it on. `keepWelcome`: leaves the page open that the installation opens.
   * `build`: another folder than that of the build.
   */
  static async launch(
    site: Pick<Site, 'httpsPort' | 'httpPort'>,
    { backForwardCache = false, keepWelcome = false, build = BUILD } = {},
  ): Promise<ExtensionBrowser> {
    if (!existsSync(path.join(build, 'manifest.json'))) {
      throw new Error(`There is no build in ${build}. Build the extension first.`);
    }
    const profile = makeProfile();
    const context = await chromium.launchPersistentContext(profile, {
      ...browserOfThisMachine(),
      headless: true,
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      ignoreDefaultArgs: ['--disable-extensions', ...(backForwardCache ? ['--disable-back-forward-cache'] : [])],
      args: [...FLAGS, ...chromiumArguments(site)],
    });
    const extensions = context.pages()[0] ?? (await context.newPage());
    await extensions.goto('chrome://extensions');
    // With it, the browser keeps an extension's errors, and an unpacked one comes back after a reload.
    await extensions.evaluate(async () => {
      await (chrome as unknown as ExtensionsPage).developerPrivate.updateProfileConfiguration({
        inDeveloperMode: true,
      });
    });
    const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');
    const id = await loadedExtension(context, build);
    await expect.poll(() => context.pages().some(isWelcome), { message: 'the welcome page opens' }).toBe(true);
    if (!keepWelcome) for (const page of context.pages().filter(isWelcome)) await page.close();
    const desk = await context.newPage();
    await desk.goto(`chrome-extension://${id}/manifest.json`);
    return new ExtensionBrowser(context, id, desk, extensions, profile);
  }

  /** An extension page with nothing of ours running in it, for `evaluate`. */
  get desk(): Page {
    return this.#desk;
  }

  /** A new desk, once the extension is there again: its pages close when it reloads. */
  async waitForReload(): Promise<void> {
    await expect
      .poll(async () => {
        const page = await this.context.newPage();
        const opened = await page.goto(`chrome-extension://${this.id}/manifest.json`).catch(() => null);
        // A page that opened before the reload closes with it.
        const tabs = opened === null ? null : await page.evaluate(() => typeof chrome.tabs).catch(() => null);
        if (tabs === 'object') {
          this.#desk = page;
          return true;
        }
        await page.close();
        return false;
      })
      .toBe(true);
  }

  /** What the browser holds against the extension: uncaught errors and what it logged as an error, in all of its parts. */
  async errors(): Promise<string[]> {
    return this.#extensions.evaluate(async (id) => {
      const { manifestErrors, runtimeErrors } = await (
        chrome as unknown as ExtensionsPage
      ).developerPrivate.getExtensionInfo(id);
      return [...manifestErrors, ...runtimeErrors].map(({ message, source }) => `${message} (${source})`);
    }, this.id);
  }

  /**
   * Waits for the error that a test means to cause, and lets the browser forget it: it would be held against whatever test comes next in this
   * browser. Fails where there is none, or another beside it.
   */
  async takeError(message: string): Promise<void> {
    await expect.poll(() => this.errors()).toEqual([expect.stringContaining(message)]);
    await this.#extensions.evaluate(async (extensionId) => {
      await (chrome as unknown as ExtensionsPage).developerPrivate.deleteExtensionErrors({ extensionId });
    }, this.id);
  }

  /** Allows the extension in private windows, as a person may; the browser then reloads it. */
  async allowInPrivate(): Promise<void> {
    await this.#extensions.evaluate(async (extensionId) => {
      const { developerPrivate } = chrome as unknown as ExtensionsPage;
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    }, this.id);
    await expect.poll(() => this.#desk.isClosed()).toBe(true);
    await this.waitForReload();
  }

  /** Closes what a test has opened. */
  async tidy(): Promise<void> {
    for (const page of this.context.pages()) if (page !== this.#desk && page !== this.#extensions) await page.close();
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  /** The browser's id of the tab that shows `page`. Brings it to the front: the address alone would not tell two tabs apart. */
  async tabOf(page: Page): Promise<number> {
    await page.bringToFront();
    const active = await this.#desk.evaluate(async () =>
      (await chrome.tabs.query({ active: true, windowType: 'normal' })).map((tab) => ({
        id: tab.id,
        incognito: tab.incognito,
      })),
    );
    const ids = active.filter((tab) => !tab.incognito).map((tab) => tab.id);
    expect(ids, 'one normal window is open').toHaveLength(1);
    return ids[0] ?? -1;
  }

  /** Opens the popup for a tab, in a tab of its own and in the size of a popup; `view` is an address of it without its #. */
  async openPopup(of: Page | number, view?: string): Promise<Page> {
    const tab = typeof of === 'number' ? of : await this.tabOf(of);
    const popup = await this.context.newPage();
    await popup.setViewportSize({ width: 380, height: 600 });
    const hash = view === undefined ? '' : `#${view}`;
    await popup.goto(`chrome-extension://${this.id}/popup.html?tab=${String(tab)}${hash}`);
    return popup;
  }

  /** What the ledger holds of a tab, or null. */
  async ledgerVisit(tab: number): Promise<Visit | null> {
    const stored = await this.#desk.evaluate((keys) => chrome.storage.session.get(keys), pieceKeys(tab));
    return readVisit(tab, stored);
  }

  /** The badge's text on a tab. */
  badge(tab: number): Promise<string> {
    return this.#desk.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
  }

  /**
   * Ends the extension's worker, as the browser does after thirty seconds of rest, and waits until it has ended. A page that is
   * busy may wake it again at once, so its end is taken from the browser's word and not from a look at what runs.
   */
  async killWorker(): Promise<void> {
    const session = await this.context.newCDPSession(this.#desk);
    const ended = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const ours = versions.filter(({ scriptURL }) => scriptURL.includes(this.id));
        if (ours.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await ended;
    await session.detach();
  }

  async workerIsRunning(): Promise<boolean> {
    const targets = await this.targets();
    return targets.some((target) => target.type === 'service_worker' && target.url.includes(this.id));
  }

  /** Everything the browser has open, the toolbar's popup and the tabs themselves included. */
  async targets(): Promise<{ targetId: string; type: string; url: string }[]> {
    const session = await this.browserSession();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
    await session.detach();
    return targetInfos;
  }

  async browserSession(): Promise<CDPSession> {
    const browser = this.context.browser();
    if (browser === null) throw new Error('The browser is gone.');
    return browser.newBrowserCDPSession();
  }

  /** Forgets the policies that were read: a copy that speaks for a page changes what the popup says of it. */
  async forgetCopies(): Promise<void> {
    await this.#desk.evaluate(async (key) => {
      for (const { name } of await indexedDB.databases())
        await new Promise((resolve, reject) => {
          const deletion = indexedDB.deleteDatabase(name ?? '');
          deletion.onsuccess = resolve;
          deletion.onerror = reject;
        });
      await chrome.storage.local.remove(key);
    }, COPY_LIST_KEY);
  }

  /** Clears what the sites of the replica have kept. */
  async forgetSites(): Promise<void> {
    await this.context.clearCookies();
    const session = await this.context.newCDPSession(this.#desk);
    for (const host of OWN_HOSTS) {
      await session.send('Storage.clearDataForOrigin', { origin: `https://${host}`, storageTypes: 'all' });
    }
    await session.detach();
  }
}
