/**
 * Runs beside the ordinary scripts while full view is granted (`background/sent-script.ts` registers it): gets from the
 * background what the page has sent, keeps the last of it in memory, compares it with what is typed, and answers the popup when
 * the person asks what was sent. Nothing of it is stored.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionApi } from '../ledger/border/extension-api.ts';
import {
  type CarriedReply,
  type CompareQuestion,
  type CompareReply,
  readSentMessage,
} from '../observers/sent/sent-messages.ts';
import { runningVisits, whenRunning, whenShown } from '../observers/page/running-visits.ts';
import { createSentWatch, type SentWatch } from '../observers/sent/comparison.ts';

const STARTED = Symbol.for('liner-notes.sent');

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_start',
  main() {
    const { runtime, extension } = extensionApi();
    const world = globalThis as { [STARTED]?: SentWatch };
    if (extension.inIncognitoContext) return;
    // A second injection: the person has given the permission again. One of before an update hears nothing any more.
    if (world[STARTED]?.isThere() === true) {
      world[STARTED].begin();
      return;
    }
    const watch = createSentWatch({
      isThere: () => (runtime as { readonly id?: string }).id !== undefined,
      mayCompare: async () => runtime.sendMessage<CompareQuestion, CompareReply>({ type: 'may-compare' }),
    });
    world[STARTED] = watch;
    const ownPages = runtime.getURL('');

    runtime.onMessage.addListener((input: unknown, sender, answer: (reply: CarriedReply | true) => void) => {
      // From the background or a page of the extension: a content script has the address of its page.
      if (sender.id !== runtime.id || sender.url?.startsWith(ownPages) === false) return;
      const message = readSentMessage(input);
      if (message?.type === 'sent') watch.take(message.requests);
      else if (message?.type === 'sent-end') watch.end();
      else if (message !== null && window === window.top)
        answer(message.type === 'there' ? true : { requests: watch.of(message.host) });
    });
    // A page that lay in the back/forward cache has heard nothing meanwhile.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) watch.begin();
    });
    watch.begin();
    whenShown(() => {
      whenRunning(() => {
        runningVisits()?.add({ 'typed-text': watch.observer });
      });
    });
  },
});
