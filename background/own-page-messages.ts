/** What the extension's own pages (popup, settings, inspector) ask of the background. They write nothing into the ledger. */
import { browser } from 'wxt/browser';
import type { ForgetReply, RecorderReply } from '../ledger/messages.ts';
import { isForgetMessage, readCheckMessage, readRecorderMessage } from '../ledger/read-message.ts';
import { errorMessage } from '../words/error-message.ts';
import type { LeftPages } from './left-pages.ts';
import type { Recorder } from './recorder.ts';

interface Parts {
  readonly ledger: { readonly forgetAll: () => Promise<number> };
  readonly leftPages: Pick<LeftPages, 'check'>;
  readonly recorder: Pick<Recorder, 'start' | 'stop'>;
}

/** Whether a message was sent by a page of the extension, and not by a content script, which has the address of its page. */
export function isFromOwnPage({ url }: { readonly url?: string | undefined }): boolean {
  return url?.startsWith(`${location.origin}/`) === true;
}

/** Must be called in the first turn of a worker, or the event that woke it is lost. */
export function answerOwnPages({ ledger, leftPages, recorder }: Parts): void {
  browser.runtime.onMessage.addListener(
    (input: unknown, sender, answer: (reply: ForgetReply | RecorderReply) => void) => {
      if (sender.id !== browser.runtime.id || !isFromOwnPage(sender)) return undefined;
      const unanswered = readCheckMessage(input);
      if (unanswered !== null) leftPages.check(unanswered.tab).catch(() => undefined);
      const wish = readRecorderMessage(input);
      if (wish !== null) {
        void (wish.type === 'start-recording' ? recorder.start(wish.id) : recorder.stop()).then(answer);
        return true;
      }
      if (!isForgetMessage(input)) return undefined;
      ledger.forgetAll().then(
        (tabs) => {
          answer({ tabs });
        },
        (error: unknown) => {
          answer({ failed: errorMessage(error) });
        },
      );
      return true;
    },
  );
}
