/** Firefox's containers, which keep their cookies apart. */
import { browser } from 'wxt/browser';

/** Which of the person's containers a tab is in; null where the browser has none, or the tab is gone. */
export async function containerOf(tab: number): Promise<string | null> {
  const found = (await browser.tabs.get(tab).catch(() => null)) as { readonly cookieStoreId?: string } | null;
  return found?.cookieStoreId ?? null;
}
