/**
 * What pages send, handed to their own scripts (full view). It passes through the background's memory for a quarter of a second
 * and is never stored.
 *
 * It goes to every script of ours in the tab, in the page and in frames of the same owner: a field may stand in the one and be
 * read by a script in the other. Other companies' frames have no script of ours and hear nothing, nor do private windows.
 */
import { browser, type Browser } from 'wxt/browser';
import type { SentRequest } from '../observers/sent/sent-request.ts';
import type { CompareReply, SentEnd, SentMessage, ThereQuestion } from '../observers/sent/sent-messages.ts';
import { ALL_SITES, followAllSites, hasAllSites } from './all-sites.ts';
import { isListed } from '../observers/listed-sites.ts';
import { startComparing } from './start-watching.ts';
import { sentRequest, type RequestDetails } from '../observers/sent/read-sent-request.ts';

/** Milliseconds between the first request and the message that carries it. */
export const GATHERING_TIME = 250;
/** Requests of a tab that may wait; a page that sends more in that time loses the later ones. */
const MAX_WAITING = 100;
/** How long a page may take to say that it is there, in milliseconds: one that is stuck must not hold the other tabs. */
const PATIENCE = 1000;
/** Tabs that are known to have no script of ours. */
const MAX_DEAF = 1000;

/**
 * Scripts and pictures carry what their address carries, which the page's own script sees: each event here costs 2.5 ms. A form
 * may be posted into a frame.
 */
const TYPES: Browser.webRequest.RequestFilter['types'] =
  import.meta.env.BROWSER === 'firefox'
    ? (['xmlhttprequest', 'beacon', 'ping', 'sub_frame'] as never)
    : ['xmlhttprequest', 'ping', 'sub_frame'];

/** Whether a tab still shows a document, by the word of its script; the browser hands the question to no other document. */
export async function isStillThere(tab: number, documentId: string): Promise<boolean> {
  const question: ThereQuestion = { type: 'there' };
  const asked: Promise<unknown> = browser.tabs.sendMessage(tab, question, { documentId });
  const patience = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE, null);
  });
  return (await Promise.race([asked, patience]).catch(() => null)) === true;
}

/** Has every page stop, and forget what was typed and sent. */
async function endEverywhere(): Promise<void> {
  const message: SentEnd = { type: 'sent-end' };
  for (const { id } of await browser.tabs.query({})) {
    // Most pages have no script of ours.
    if (id !== undefined) browser.tabs.sendMessage(id, message).catch(() => undefined);
  }
}

/** Answers a page's script whether it may compare. */
function answerPages(): void {
  browser.runtime.onMessage.addListener((input: unknown, sender, answer: (reply: CompareReply) => void) => {
    const isQuestion = typeof input === 'object' && input !== null && 'type' in input && input.type === 'may-compare';
    if (!isQuestion || sender.id !== browser.runtime.id || sender.tab?.incognito !== false) return undefined;
    const document = sender.documentId ?? null;
    hasAllSites().then(
      (allowed) => {
        answer({ allowed, document });
      },
      () => {
        answer({ allowed: false, document });
      },
    );
    return true;
  });
}

/** The channel to the pages. */
export interface SentRequestDelivery {
  /** A script of ours has begun in the tab. */
  readonly scriptStarted: (tab: number) => void;
}

/**
 * Listens from now on where the person has allowed it, and as soon as they do. To be called while the worker starts. `open`: the
 * visits of the pages that are open, which then begin to compare.
 */
export function deliverSentRequests(open: () => Promise<Parameters<typeof startComparing>[0]>): SentRequestDelivery {
  const waiting = new Map<number, SentRequest[]>();
  const deaf = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    for (const [tab, requests] of waiting) {
      const message: SentMessage = { type: 'sent', requests };
      browser.tabs.sendMessage(tab, message).catch(() => {
        // Nobody listens there: until a script says that it has begun, nothing of the tab is gathered.
        if (deaf.size >= MAX_DEAF) deaf.clear();
        deaf.add(tab);
      });
    }
    waiting.clear();
  }

  function onRequest(details: RequestDetails & { readonly tabId: number; readonly incognito?: boolean }): undefined {
    const { tabId, incognito } = details;
    if (tabId < 0 || incognito === true || deaf.has(tabId)) return undefined;
    const ofTab = waiting.get(tabId) ?? [];
    const request = ofTab.length < MAX_WAITING ? sentRequest(details, isListed) : null;
    if (request === null) return undefined;
    ofTab.push(request);
    waiting.set(tabId, ofTab);
    timer ??= setTimeout(flush, GATHERING_TIME);
    return undefined;
  }

  const { onBeforeRequest } = browser.webRequest;

  function listen(): void {
    if (onBeforeRequest.hasListener(onRequest)) return;
    onBeforeRequest.addListener(onRequest, { urls: [ALL_SITES], types: TYPES }, ['requestBody']);
  }

  function settle(allowed: boolean): void {
    if (allowed) {
      listen();
      return;
    }
    onBeforeRequest.removeListener(onRequest);
    waiting.clear();
  }

  /** Pages that are open hear it at once: what is typed is compared no moment longer, and from now on where it may be. */
  function settleAnew(allowed: boolean): void {
    settle(allowed);
    const done = allowed ? open().then(startComparing) : endEverywhere();
    done.catch(() => undefined);
  }

  // The browser wakes a worker for its listeners of the first turn alone, and that is too early to know what is allowed.
  listen();
  hasAllSites().then(settle, () => settle(false));
  followAllSites(settleAnew);
  answerPages();
  return {
    scriptStarted(tab) {
      deaf.delete(tab);
    },
  };
}
