/**
 * The cookies that a page can read itself, for its own content script: where a page has no cookie store (without encryption), asking
 * here is the only way that does not hold up its thread. They are handed to nobody else, and kept nowhere.
 */
import { browser } from 'wxt/browser';
import type { PageCookiesReply } from '../ledger/messages.ts';
import { isPageCookiesMessage } from '../ledger/read-message.ts';
import { storeOfTab } from '../observers/network/cookie-store.ts';
import { isFromOwnPage } from './own-page-messages.ts';

/** Null where the person has not allowed the site's cookies to be read. */
async function cookiesOf(tab: number, sender: object | undefined, url: string): Promise<PageCookiesReply> {
  const storeId = await storeOfTab(tab, sender);
  if (storeId === null) return null;
  const cookies = await browser.cookies.getAll({ url, storeId });
  // Without the permission a browser gives none, and does not say so.
  if (cookies.length === 0 && !(await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] })))
    return null;
  return cookies.filter(({ httpOnly }) => !httpOnly).map(({ name, value }) => [name, value]);
}

/** Must be called in the first turn of a worker, or the event that woke it is lost. */
export function answerForCookies(): void {
  browser.runtime.onMessage.addListener((input: unknown, sender, answer: (reply: PageCookiesReply) => void) => {
    const { id, url, tab } = sender;
    if (id !== browser.runtime.id || isFromOwnPage(sender) || url === undefined || !isPageCookiesMessage(input))
      return undefined;
    if (tab?.id === undefined || tab.incognito) return undefined;
    cookiesOf(tab.id, tab, url).then(answer, () => {
      answer(null);
    });
    return true;
  });
}
