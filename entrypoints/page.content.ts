/**
 * Runs in the pages of the listed sites from their first moment, and in any other page when the person asks: sees what would
 * be gone later. What can be read in the page's own time is seen by `page-details.content.ts`.
 * The match patterns come from sites.json by way of wxt.config.ts: written here, all of that file would be in the bundle.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionApi, isConnected } from '../ledger/border/extension-api.ts';
import type { ObservedMessage, OpenedMessage, PresentPage, ToPageMessage } from '../ledger/messages.ts';
import { openDocument, sendLeft, sendObserved, whenTaken } from '../ledger/border/send-messages.ts';
import { isFrameToWatch, isWithoutAddress, whenFilled } from '../observers/page/friendly-frame.ts';
import { observeGeolocation } from '../observers/page/geolocation.ts';
import { watchLoads } from '../observers/page/load-outcomes.ts';
import { meetPageWorld, type Meeting } from '../observers/page/meet-page-world.ts';
import { followResources } from '../observers/page/resource-entries.ts';
import { dropLine, holdLine } from '../observers/page/page-line.ts';
import { observeResources } from '../observers/page/resources.ts';
import { runningVisits, setRunningVisits, whenShown } from '../observers/page/running-visits.ts';
import { readyState } from '../observers/page/safe-document.ts';
import { observeScripts } from '../observers/page/script-watch.ts';
import { watchVisits, type Visits } from '../observers/page/visits.ts';

/** How soon the page's own world answers what it is asked at a telling, in milliseconds. */
const OWN_WORLD_ANSWERS = 50;

/** Tells all that was seen, what the page's own world still held included; `done` is called when the background has taken it. */
function handOver(visits: Visits | undefined, done: () => void): void {
  visits?.tell();
  setTimeout(() => {
    visits?.tell();
    void whenTaken().then(done);
  }, OWN_WORLD_ANSWERS);
}

/** Answers who asks which page this is, and hears when a record is to be told anew. */
function listen(): void {
  const { runtime } = extensionApi();
  runtime.onMessage.addListener((input: unknown, sender, answer: (reply: PresentPage | true) => void) => {
    // From the background or a page of the extension: no content script can send to another.
    if (sender.id !== runtime.id) return undefined;
    const visits = runningVisits();
    const message = input as ToPageMessage;
    switch (message.type) {
      case 'which-page': {
        if (message.tell === true) visits?.tell();
        const page = visits?.present() ?? null;
        if (page !== null) answer(page);
        break;
      }
      case 'page-opened':
        visits?.pageOpened(message);
        break;
      case 'again':
        visits?.again();
        break;
      case 'recording':
        visits?.record(message.on);
        break;
      case 'hand-over':
        handOver(visits, () => {
          answer(true);
        });
        // The answer comes later.
        return true;
      case 'withheld':
        visits?.withhold();
        break;
      case 'allowed-again':
        visits?.allowAgain();
        break;
    }
    return undefined;
  });
}

const border = {
  open(message: OpenedMessage) {
    if (message.frame === 'top') holdLine();
    return openDocument(message);
  },
  send(message: ObservedMessage) {
    if (message.frame === 'top') holdLine();
    sendObserved(message);
  },
  left(root: string) {
    dropLine();
    sendLeft(root);
  },
  mayReport: isConnected,
};

function start(late: boolean, meeting: Meeting): Visits {
  const lifetime = new AbortController();
  // Heard from now on, also between two visits of the document.
  followResources({ since: Infinity, signal: lifetime.signal, take: () => undefined });
  const observers = {
    'script-watch': observeScripts(meeting, lifetime.signal),
    requests: observeResources(watchLoads(lifetime.signal)),
    geolocation: observeGeolocation,
  };
  return watchVisits(observers, border, late, () => {
    lifetime.abort();
  });
}

/** In a frame of the page's own making: what it keeps is the page's, which sees it anyway. */
function startFriendly(): void {
  if (runningVisits() !== undefined) return;
  listen();
  const lifetime = new AbortController();
  const observers = { requests: observeResources(watchLoads(lifetime.signal)) };
  setRunningVisits(
    watchVisits(observers, border, false, () => {
      lifetime.abort();
    }),
  );
}

export default defineContentScript({
  matches: [],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main() {
    if (extensionApi().extension.inIncognitoContext) return;
    if (isWithoutAddress()) {
      // Of a tab that shows nothing there is nothing to tell; a frame may be filled at any time.
      if (isFrameToWatch()) whenShown(() => whenFilled(startFriendly));
      return;
    }
    const late = readyState() !== 'loading';
    // At once, before the page's first script: the page must not hear it.
    const meeting = runningVisits() === undefined ? meetPageWorld() : null;
    whenShown(() => {
      const visits = runningVisits();
      if (visits !== undefined) {
        visits.again();
        return;
      }
      // Before the visit is told of: from then on the page is asked for.
      listen();
      setRunningVisits(start(late, meeting ?? meetPageWorld()));
    });
  },
});
