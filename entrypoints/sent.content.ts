/**
 * Runs beside the ordinary scripts while full view is granted (`observers/network/sent-script.ts` registers it): gets from the
 * background what the page has sent, keeps the last of it in memory, compares it with what is typed, and answers the popup when
 * the person asks what was sent. Nothing of it is stored.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionApi } from '../ledger/extension-api';
import type { CarriedReply } from '../ledger/sent-request';
import { clock } from '../observers/clock';
import { runningVisits, whenRunning, whenShown } from '../observers/page/running-visits';
import { readSentMessage, watchLoadedAddresses } from '../observers/page/sent-channel';
import { createSentRing } from '../observers/page/sent-ring';
import { watchTypedText } from '../observers/page/typed-text';

const STARTED = Symbol.for('liner-notes.sent');

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_start',
  main() {
    const { runtime, extension } = extensionApi();
    const world = globalThis as { [STARTED]?: true };
    if (extension.inIncognitoContext || world[STARTED] === true) return;
    world[STARTED] = true;
    const ring = createSentRing();
    const typed = watchTypedText(ring.of);
    const ownPages = runtime.getURL('');

    runtime.onMessage.addListener((input: unknown, sender, answer: (reply: CarriedReply) => void) => {
      // From the background or a page of the extension: a content script has the address of its page.
      if (sender.id !== runtime.id || sender.url?.startsWith(ownPages) === false) return;
      const message = readSentMessage(input);
      if (message?.type === 'sent') {
        // The browser dates by the wall clock; what is compared and kept here is dated by ours.
        const requests = message.requests.map((request) => ({ ...request, at: clock.ofWall(request.at) }));
        requests.forEach(ring.add);
        typed.compare(requests);
      } else if (message !== null && window === window.top) {
        const ahead = clock.ahead();
        answer({ requests: ring.of(message.host).map((request) => ({ ...request, at: request.at - ahead })) });
      }
    });
    watchLoadedAddresses((requests) => {
      requests.forEach(ring.add);
      typed.compare(requests);
    });
    whenShown(() => {
      whenRunning(() => {
        runningVisits()?.add({ 'typed-text': typed.observer });
      });
    });
  },
});
