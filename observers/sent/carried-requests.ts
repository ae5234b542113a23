/**
 * What the page in a tab sent to some hosts, read from the live page at the moment when a person asks. Nothing is kept: what is
 * given lives in the popup's view and goes with it.
 */
import { browser } from 'wxt/browser';
import type { Clock } from '../../ledger/clock.ts';
import { MAX_URL, type SentRequest } from './sent-request.ts';
import type { CarriedQuestion } from './sent-messages.ts';
import {
  MAX_CARRIED,
  mergeCarried,
  type CarriedAnswer,
  type CarriedRequest,
} from '../../recognition/carried-request.ts';
import { isAskedPage, type AskedPage } from '../../recognition/asked-page.ts';
import { isOfThePage } from '../../recognition/host-name.ts';
import { clock } from '../clock.ts';
import { isListed } from '../listed-sites.ts';
import type { Visits } from '../page/visits.ts';

/** As many requests the browser keeps in a page's list, unless the page asks for more. */
const KEPT_BY_BROWSER = 250;
/** How long the page's script may take to answer, in milliseconds: a page that is stuck must not hold the popup. */
const PATIENCE = 1500;

interface PageList {
  readonly host: string;
  readonly path: string;
  /** Id of the document, and since when its visit runs, by the wall clock; absent where no script of ours watches it. */
  readonly root?: string | undefined;
  readonly since?: number | undefined;
  readonly count: number;
  readonly found: number;
  readonly requests: readonly {
    readonly url: string;
    readonly initiator: string;
    /** By the wall clock; null where no script of ours has put a clock. */
    readonly at: number | null;
    /** How long ago, in the page's ticks. */
    readonly ago: number;
  }[];
}

/** Runs in the page, so it must not use anything from around it. */
function readPageList(hosts: readonly string[], most: number, longest: number): PageList {
  const shared = (globalThis as Record<symbol, Clock | undefined>)[Symbol.for('liner-notes.clock')];
  const visits = (globalThis as Record<symbol, Visits | undefined>)[Symbol.for('liner-notes.visits')];
  const began = visits?.since();
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const fitting = entries.filter(({ name, startTime, responseEnd }) => {
    // What ended before belongs to an earlier page of a site in one document.
    if (shared !== undefined && began !== undefined && shared.at(Math.max(startTime, responseEnd)) < began)
      return false;
    try {
      return hosts.includes(new URL(name).hostname);
    } catch {
      return false;
    }
  });
  return {
    host: location.hostname,
    path: location.pathname,
    root: visits?.present()?.root,
    since: shared === undefined || began === undefined ? undefined : began - shared.ahead(),
    count: entries.length,
    found: fitting.length,
    requests: fitting.slice(-most).map(({ name, initiatorType, startTime }) => ({
      url: name.slice(0, longest),
      initiator: initiatorType,
      at: shared === undefined ? null : shared.at(startTime) - shared.ahead(),
      ago: performance.now() - startTime,
    })),
  };
}

function isPageList(result: unknown): result is PageList {
  return typeof result === 'object' && result !== null && 'requests' in result && Array.isArray(result.requests);
}

function isSentRequest(value: unknown): value is SentRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { url, method, body, at } = value as Partial<Record<keyof SentRequest, unknown>>;
  return (
    typeof url === 'string' &&
    typeof method === 'string' &&
    (body === null || typeof body === 'string') &&
    typeof at === 'number'
  );
}

/** What the browser told the page's script of (full view); [] where nobody answers, which is normal. */
async function askPage(tabId: number, host: string): Promise<readonly CarriedRequest[]> {
  const question: CarriedQuestion = { type: 'carried', host };
  const patience = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE, null);
  });
  const asked: Promise<unknown> = browser.tabs.sendMessage(tabId, question, { frameId: 0 });
  const reply = await Promise.race([asked, patience]).catch(() => null);
  const requests = typeof reply === 'object' && reply !== null && 'requests' in reply ? reply.requests : [];
  if (!Array.isArray(requests)) return [];
  return requests
    .filter(isSentRequest)
    .slice(0, MAX_CARRIED)
    .map(({ url, method, body, at }) => ({
      url,
      method,
      body,
      bodyUnread: body === null && !/^(GET|HEAD)$/i.test(method),
      at,
    }));
}

/** Whether the tab is still there. */
function isThere(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/**
 * The newest requests of the page in a tab to these hosts, of the page itself and of frames of its own site. `page`: the one that
 * the popup speaks of; when the tab shows another one by now, nothing is given. Never rejects.
 */
export async function carriedRequests(
  tabId: number,
  page: AskedPage,
  hosts: readonly string[],
): Promise<CarriedAnswer> {
  let frames: readonly { readonly frameId: number; readonly result?: unknown }[];
  try {
    frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: readPageList,
      args: [[...hosts], MAX_CARRIED, MAX_URL],
    });
  } catch {
    return { state: (await isThere(tabId)) ? 'refused' : 'gone' };
  }
  const top = frames.find(({ frameId }) => frameId === 0)?.result;
  if (!isPageList(top) || !isAskedPage(top, page)) return { state: 'gone' };
  const lists = frames
    .map(({ result }) => result)
    .filter(isPageList)
    .filter((list) => list === top || isOfThePage(list.host, page.host) || isListed(list.host));
  const ofPage = lists.flatMap(({ requests }) =>
    requests.map(({ url, initiator, at, ago }): CarriedRequest => ({
      url,
      method: null,
      body: null,
      // A beacon may have a body, which the page's list does not show.
      bodyUnread: initiator === 'beacon',
      at: at ?? clock.now() - ago,
    })),
  );
  const { since = 0 } = top;
  const answers = await Promise.all(hosts.map((host) => askPage(tabId, host)));
  const ofBrowser = answers.flat().filter(({ at }) => at >= since);
  const requests = mergeCarried(ofPage, ofBrowser);
  const full = lists.some(({ count }) => count >= KEPT_BY_BROWSER);
  if (requests.length === 0) return { state: 'none', full };
  const all = Math.max(
    lists.reduce((sum, { found }) => sum + found, 0),
    ofBrowser.length,
  );
  return { state: 'found', requests, left: Math.max(0, all - requests.length), full };
}
