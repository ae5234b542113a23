/** Starts Chromium with an unpacked extension and opens the extension's popup for a page. */
import type { Page } from '@playwright/test';
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
}

/** `chrome.tabs` as far as it is used inside the popup page. */
interface PopupGlobals {
  readonly chrome: { readonly tabs: { query(filter: object): Promise<readonly { id?: number; url?: string }[]> } };
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
  return { ...launched, extensionId, popupAddress, openPopup };
}
