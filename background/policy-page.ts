/** Has the page in a tab read as a policy, and a quote in it marked. Only when the person asks for it. */
import { browser } from 'wxt/browser';
import {
  type MarkQuoteMessage,
  type MarkReply,
  type MarkResult,
  QUOTE_HIGHLIGHT,
  type UnmarkQuoteMessage,
} from '../observers/policy-text/policy-text-messages.ts';
import type { RawDocument } from '../reading/raw-document.ts';
import { readRawDocument } from '../reading/read-raw-document.ts';

/** Where the script stands in the extension. */
const READ_SCRIPT = '/content-scripts/read.js';

/** Yellow as a marker pen's, with dark words on it whatever the page's colours are. */
const MARK_STYLE = `::highlight(${QUOTE_HIGHLIGHT}) { background-color: #ffe66d; color: #1a1a1a; }`;

/**
 * The text of the page that a tab shows.
 *
 * @throws Error when the browser does not let us into the page, or the page is gone before it was read.
 */
export async function readPolicyPage(tabId: number): Promise<RawDocument> {
  const [injected] = await browser.scripting.executeScript({ target: { tabId }, files: [READ_SCRIPT] });
  const raw = readRawDocument(injected?.result);
  if (raw === null) throw new Error('The page was not read.');
  return raw;
}

/** Scrolls to a quote in a page that was read, and marks it. `before`: how many times the same words stand in it before. */
export async function markQuoteInTab(tabId: number, quote: string, before: number): Promise<MarkResult | 'page-gone'> {
  const message: MarkQuoteMessage = { type: 'mark-quote', quote, before };
  try {
    await browser.scripting.insertCSS({ target: { tabId }, css: MARK_STYLE });
    const reply: MarkReply | undefined = await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    return reply?.result ?? 'page-gone';
  } catch {
    // Another page by now, or one that was not read since.
    return 'page-gone';
  }
}

/** Takes the mark away. */
export async function unmarkQuoteInTab(tabId: number): Promise<void> {
  const message: UnmarkQuoteMessage = { type: 'unmark-quote' };
  const undo = [
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
    browser.scripting.removeCSS({ target: { tabId }, css: MARK_STYLE }),
  ];
  await Promise.allSettled(undo);
}
