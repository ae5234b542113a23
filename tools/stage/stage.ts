/** Puts the popup of the built extension into a state, in a page that is used again and again. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Settings } from '../../ledger/settings.ts';
import type { StateOfPopup, TabFacts } from './state-of-popup.ts';
import { putCopies } from '../builders/kept-copies.ts';
import { AS_POPUP, type Way } from './ways.ts';

/** What the page in the popup's address carries for the code below; the popup itself does not read it. */
interface Direction extends TabFacts {
  readonly rightToLeft: boolean;
  readonly textSize: number;
}

/**
 * Runs in the popup before its own code: answers for the browser where the state asks for what no test can bring about (a
 * private window, the store, storage that hangs). Whatever it does not name is the browser's own.
 */
function direct(): void {
  const text = new URLSearchParams(location.search).get('stage');
  if (text === null) return;
  const facts = JSON.parse(text) as Direction;
  const root = (): void => {
    // Null before the parser has begun, whatever its type says.
    const html = document.documentElement as HTMLElement | null;
    if (html === null) return;
    // The popup sets direction and language; these stay. The build turns `:dir(rtl)` into a list of languages.
    if (facts.rightToLeft && html.dir !== 'rtl') html.dir = 'rtl';
    if (facts.rightToLeft && html.lang !== 'he') html.lang = 'he';
    const size = `${facts.textSize * 100}%`;
    if (facts.textSize !== 1 && html.style.fontSize !== size) html.style.fontSize = size;
  };
  root();
  new MutationObserver(root).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['dir', 'lang', 'style'],
  });

  type Answer = (tab: unknown) => void;
  const tab = (id: number): object => ({
    id,
    incognito: facts.incognito ?? false,
    ...(facts.url === null ? {} : { url: facts.url }),
  });
  const get = (id: number, answer?: Answer): Promise<unknown> => {
    answer?.(tab(id));
    return Promise.resolve(tab(id));
  };
  Object.assign(chrome.tabs, { get });
  // The browser's own question is a window that nothing can press: here everybody refuses.
  type Question = (wanted: chrome.permissions.Permissions, answer?: (yes: boolean) => void) => Promise<boolean>;
  const say =
    (yes: (wanted: chrome.permissions.Permissions) => boolean): Question =>
    (wanted, answer) => {
      answer?.(yes(wanted));
      return Promise.resolve(yes(wanted));
    };
  const isAllowed = ({ origins = [] }: chrome.permissions.Permissions): boolean =>
    origins.includes('*://*/*') ? facts.allSites === true : facts.withheld !== true;
  Object.assign(chrome.permissions, { contains: say(isAllowed), request: say(() => false) });
  const { page, now } = facts;
  if (now !== undefined) Object.assign(Date, { now: () => now });
  if (page !== undefined) {
    const executeScript = (): Promise<unknown> => {
      if (page === 'hangs') return new Promise(() => undefined);
      return page === 'refuses'
        ? Promise.reject(new Error('Cannot access contents of the page'))
        : Promise.resolve([{ result: page }]);
    };
    Object.assign(chrome.scripting, { executeScript });
  }
  if (facts.holds === true) {
    const never = (): Promise<never> => new Promise(() => undefined);
    Object.assign(chrome.storage.session, { get: never });
    // The button may still bear the words of the state before.
    Object.assign(chrome.action, { getTitle: never });
  }
}

/** A page for popups, and a desk from where records are written. */
export class Stage {
  readonly popup: Page;
  readonly #desk: Page;
  readonly #session: CDPSession;
  readonly #address: string;
  /** The desk's own tab: real, with no script of ours that would write over the record. */
  readonly #tab: number;
  #size: { readonly width: number; readonly height: number } = AS_POPUP;
  #count = 0;
  #hasCopies = false;

  private constructor(popup: Page, desk: Page, session: CDPSession, address: string, tab: number) {
    this.popup = popup;
    this.#desk = desk;
    this.#session = session;
    this.#address = address;
    this.#tab = tab;
  }

  /** Opens both in a browser that has the extension. */
  static async build(context: BrowserContext, extensionId: string): Promise<Stage> {
    const address = `chrome-extension://${extensionId}`;
    const desk = await context.newPage();
    await desk.goto(`${address}/manifest.json`);
    const tab = await desk.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? -1);
    const popup = await context.newPage();
    await popup.addInitScript(direct);
    const session = await context.newCDPSession(popup);
    await session.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' });
    return new Stage(popup, desk, session, address, tab);
  }

  /** Shows a state, drawn to the end. `language`: a code of `locales/`. */
  async show(
    state: StateOfPopup,
    { way = AS_POPUP, language = 'en' }: { way?: Way; language?: string } = {},
  ): Promise<Page> {
    const { popup } = this;
    const settings: Settings = { version: 1, language, badge: true, gpc: false, region: null, aliases: false };
    const stored =
      typeof state.record === 'string' || state.record === null ? state.record : JSON.stringify(state.record);
    await this.#desk.evaluate(
      async ({ key, value, chosen }) => {
        await chrome.storage.local.set({ settings: chosen });
        if (value === null) await chrome.storage.session.remove(key);
        else await chrome.storage.session.set({ [key]: value });
      },
      { key: `visit:${String(this.#tab)}`, value: stored, chosen: settings },
    );
    if (state.copies !== undefined || this.#hasCopies) await putCopies(this.#desk, state.copies ?? []);
    // What is read in the popup is kept as well.
    this.#hasCopies = state.copies !== undefined;
    await this.dress(way);
    const direction: Direction = { ...state.tab, rightToLeft: way.rightToLeft, textSize: way.textSize };
    this.#count += 1;
    const asked = new URLSearchParams({
      tab: String(this.#tab),
      stage: JSON.stringify(direction),
      // Another address each time: else a step to another view would not load the page anew.
      n: String(this.#count),
    });
    await popup.goto(
      `${this.#address}/popup.html?${asked.toString()}${state.view === undefined ? '' : `#${state.view}`}`,
    );
    // A view says nothing while its code is on its way.
    const drawn = `[data-state="${state.state ?? ''}"][aria-busy="false"]`;
    await popup.locator(state.then === undefined && state.state !== null ? drawn : 'body').waitFor();
    // Before the record is read the band stands there alone, and the host comes into it a moment later.
    if (state.id === 'loading') await popup.locator('#host:not(:empty)').waitFor();
    await state.then?.(popup);
    // A tab behind another is drawn once a second at most.
    await popup.bringToFront();
    await this.settle();
    return popup;
  }

  /** Gives the page the size and the wishes of a way of looking, without loading anything anew. */
  async dress({ width, height, touch, media }: Way): Promise<void> {
    this.#size = { width, height };
    // By the session that photographs. A picture puts back the size its own session had asked for: where the size came by
    // Playwright's, that is none, and the page falls back to its window, which it shares with other tabs.
    await this.#session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await this.#session.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
    await this.popup.emulateMedia({
      colorScheme: 'light',
      reducedMotion: 'reduce',
      forcedColors: 'none',
      contrast: 'no-preference',
      ...media,
    });
  }

  /** What the window shows, as a PNG with `scale` pixels for each CSS pixel: as on a screen that has so many. */
  async photograph(scale = 1): Promise<Buffer> {
    const { width, height } = this.#size;
    // The clip's place is one of the document, and a press may have scrolled to its button.
    const { x, y } = await this.popup.evaluate(() => ({ x: scrollX, y: scrollY }));
    // Playwright's own picture waits for things that are settled here, and packs the file tightly: half a second each.
    const { data } = await this.#session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      clip: { x, y, width, height, scale },
    });
    return Buffer.from(data, 'base64');
  }

  /** All words that stand there. */
  async words(): Promise<string> {
    return this.popup.evaluate(() => document.body.innerText);
  }

  /** Waits until the window has its size and two frames were drawn: the layout is done, and what it brought about too. */
  async settle(): Promise<void> {
    await this.popup.evaluate(async ({ width, height }) => {
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      // A tab that stood behind another takes its new size some frames after it is asked to.
      for (let frames = 0; innerWidth !== width || innerHeight !== height; frames += 1) {
        if (frames > 600)
          throw new Error(`The window has ${String([innerWidth, innerHeight])}, not ${String([width, height])}.`);
        await frame();
      }
      await frame();
      await frame();
    }, this.#size);
  }

  async close(): Promise<void> {
    await this.popup.close();
    if (this.#hasCopies) await putCopies(this.#desk, []);
    await this.#desk.evaluate(
      async (key) => {
        await chrome.storage.local.remove('settings');
        await chrome.storage.session.remove(key);
      },
      `visit:${String(this.#tab)}`,
    );
    await this.#desk.close();
  }
}
