/**
 * Runs in a page only when the person has it read as a policy (`background/policy-page.ts` starts it): gives the page's text as its
 * result, and marks a quote in it when asked. It keeps nothing and sends nothing by itself.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionApi } from '../ledger/border/extension-api.ts';
import { markQuote, unmarkQuote } from '../observers/policy-text/mark-quote.ts';
import { readQuoteMessage, type MarkReply } from '../observers/policy-text/policy-text-messages.ts';
import { readPage } from '../observers/policy-text/read-page.ts';
import type { RawDocument } from '../reading/raw-document.ts';

const STARTED = Symbol.for('liner-notes.read');

export default defineContentScript({
  registration: 'runtime',
  allFrames: false,
  runAt: 'document_idle',
  main(): Promise<RawDocument> {
    const { runtime } = extensionApi();
    const world = globalThis as { [STARTED]?: string };
    // One of before an update hears nothing any more.
    if (world[STARTED] !== runtime.id) {
      world[STARTED] = runtime.id;
      const ownPages = runtime.getURL('');
      runtime.onMessage.addListener((input: unknown, sender, answer: (reply: MarkReply) => void) => {
        // From a page of the extension or its background: a content script has the address of its page.
        if (sender.id !== runtime.id || sender.url?.startsWith(ownPages) === false) return;
        const message = readQuoteMessage(input);
        if (message?.type === 'mark-quote') answer({ result: markQuote(message.quote, message.before) });
        else if (message?.type === 'unmark-quote') unmarkQuote();
      });
    }
    return readPage();
  },
});
