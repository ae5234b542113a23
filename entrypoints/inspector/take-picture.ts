/**
 * Takes a picture of what a tab shows. Both browsers allow that by activeTab alone, which a press on the toolbar's button grants for the
 * page in front (Chromium 156: until the tab goes to another site; Firefox 153: until the page is loaded anew). The optional permission for
 * all sites is not enough in either. Only the tab in front of a window can be pictured, so it is brought there, and what was there comes back.
 */
import { browser, type Browser } from 'wxt/browser';
import { askWhichPage } from '../../background/page-presence.ts';
import type { PictureRefusal } from '../../components/inspector/picture-actions.ts';
import { toAddress, type Address } from '../../ledger/observation.ts';
import { errorMessage } from '../../words/error-message.ts';

/** What came of it. */
export type Shot =
  { readonly state: 'taken'; readonly address: Address; readonly bytes: Uint8Array<ArrayBuffer> } | PictureRefusal;

const DATA = 'data:image/png;base64,';

function bytesOf(dataAddress: string): Uint8Array<ArrayBuffer> | null {
  if (!dataAddress.startsWith(DATA)) return null;
  const text = atob(dataAddress.slice(DATA.length));
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const tabNow = (tab: number): Promise<Browser.tabs.Tab | null> => browser.tabs.get(tab).catch(() => null);

/** Firefox for Android has no windows. */
async function isMinimized(window: number): Promise<boolean> {
  try {
    return (await browser.windows.get(window)).state === 'minimized';
  } catch {
    return false;
  }
}

/** What the tab shows, as long as it is this document and in front. */
async function addressOf(tab: number, document: string): Promise<Address | null> {
  const [shown, presence] = await Promise.all([tabNow(tab), askWhichPage(tab)]);
  const isIt = typeof presence === 'object' && presence.document === document;
  return shown?.active === true && isIt ? toAddress(shown.url ?? '') : null;
}

/** With the tab in front of its window. @throws Error when the browser takes no picture */
async function picture(tab: number, window: number, document: string): Promise<Shot> {
  const bytes = bytesOf(await browser.tabs.captureVisibleTab(window, { format: 'png' }));
  // Afterwards: whatever the tab showed before, the picture is of this page if it shows it still.
  const address = await addressOf(tab, document);
  if (address === null) return { state: 'moved' };
  return bytes === null ? { state: 'no-picture' } : { state: 'taken', address, bytes };
}

/** Takes it, if the tab shows that document. Never throws. */
export async function takePicture(tab: number, document: string): Promise<Shot> {
  const shown = await tabNow(tab);
  if (shown === null) return { state: 'gone' };
  if (shown.incognito) return { state: 'private' };
  const { windowId, active } = shown;
  if (await isMinimized(windowId)) return { state: 'minimized' };
  try {
    const [front] = active ? [] : await browser.tabs.query({ active: true, windowId });
    if (!active) await browser.tabs.update(tab, { active: true });
    try {
      return await picture(tab, windowId, document);
    } finally {
      // What was in front may be closed by now.
      if (front?.id !== undefined) await browser.tabs.update(front.id, { active: true }).catch(() => undefined);
    }
  } catch (error) {
    const reason = errorMessage(error);
    // Both browsers name the permission, each in a sentence of its own.
    return reason.includes('activeTab') ? { state: 'press-first' } : { state: 'failed', reason };
  }
}
