/** Starts Chromium with an unpacked extension and opens the extension's popup for a page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launchChromium, type LaunchedChromium, type LaunchOptions } from './launch-chromium.ts';
import { PlainError } from './plain-error.ts';

/** Width of the popup in CSS pixels. */
export const POPUP_WIDTH = 380;

export interface ExtensionBrowser extends LaunchedChromium {
  /** The extension's id in this browser. */
  readonly extensionId: string;
  /** The address of the popup for the page that a tab shows. */
  readonly popupAddress: (page: Page) => Promise<string>;
  /** Opens the popup in a tab of its own, for the page that `page` shows. */
  readonly openPopup: (page: Page) => Promise<Page>;
  /** Goes to a view of an open popup by its address without the #, as in components/popup/popup-view.ts; '' is its first screen. */
  readonly showView: (popup: Page, view: string) => Promise<void>;
}

/** `chrome.tabs` as far as it is used inside the popup page. */
interface PopupGlobals {
  readonly chrome: { readonly tabs: { query(filter: object): Promise<readonly { id?: number; url?: string }[]> } };
}

/** An extension that welcomes its people does so at each start here, since each has a new profile. Waits for it and closes it. */
async function closeWelcome(context: BrowserContext, extension: string): Promise<void> {
  if (!existsSync(join(extension, 'welcome.html'))) return;
  // Its address is not known when the tab appears, so it is asked for until it is.
  for (let tries = 0; tries < 100; tries += 1) {
    const welcome = context.pages().find((page) => page.url().endsWith('/welcome.html'));
    if (welcome !== undefined) {
      await welcome.close();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @throws PlainError when the browser does not start or does not load the extension */
export async function openExtension(
  options: LaunchOptions & { readonly extension: string },
): Promise<ExtensionBrowser> {
  const launched = await launchChromium(options);
  const { context } = launched;
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 15_000 }).catch(() => undefined));
  if (worker === undefined) {
    throw new PlainError(
      `This browser (${options.chromiumPath}) did not load the extension. Branded Chrome does not; use Chromium or Chrome for Testing.`,
    );
  }
  const extensionId = new URL(worker.url()).host;
  await closeWelcome(context, options.extension);

  const popupAddress = async (page: Page): Promise<string> => {
    const asking = await context.newPage();
    const popup = `chrome-extension://${extensionId}/popup.html`;
    await asking.goto(popup);
    const tabId = await asking.evaluate(async (wanted) => {
      const { chrome } = globalThis as unknown as PopupGlobals;
      const tabs = await chrome.tabs.query({});
      return tabs.find((tab) => tab.url === wanted)?.id;
    }, page.url());
    await asking.close();
    if (tabId === undefined)
      throw new PlainError(
        `The extension does not see the tab with ${page.url()}: it has no permission for that host.`,
      );
    return `${popup}?tab=${tabId}`;
  };
  const openPopup = async (page: Page): Promise<Page> => {
    const popup = await context.newPage();
    await popup.goto(await popupAddress(page));
    return popup;
  };
  const showView = async (popup: Page, view: string): Promise<void> => {
    await popup.evaluate((hash) => {
      location.hash = hash;
    }, view);
    const name = view === '' ? 'home' : view.replace(/\/.*/, '');
    await popup.locator(`main[data-view="${name}"][aria-busy="false"]`).waitFor();
  };
  return { ...launched, extensionId, popupAddress, openPopup, showView };
}
