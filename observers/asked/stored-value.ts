/**
 * The value of one stored item, read at the moment when a person asks: of web storage from the page's own frames, of a cookie from the
 * browser, HttpOnly ones too. Nothing is kept: what is given lives in the view that asked, and goes with it.
 */
import { browser, type Browser } from 'wxt/browser';
import { storedItemKey } from '../../ledger/item-place.ts';
import { MAX_NAME_LENGTH } from '../../ledger/observation.ts';
import type { StoredItemRecord } from '../../ledger/visit-entries.ts';
import { isAskedPage, type AskedPage } from '../../recognition/asked-page.ts';
import { MAX_VALUE, type AskedValue } from '../../recognition/asked-value.ts';
import { clock } from '../clock.ts';
import { askForCookies, storeOfTab } from '../network/cookie-store.ts';
import { cookieKey } from '../network-facts/cookie-key.ts';
import { isOver } from '../network-facts/cookies.ts';
import type { Visits } from '../page/visits.ts';

/** How long the page and the browser may take, in milliseconds: a page that is stuck must not hold the view. */
const PATIENCE = 3000;

/** The page of which the item is. */
export interface ItemPage extends AskedPage {
  readonly scheme: string;
}

/** What tells the item from others. */
export type AskedItem = Pick<StoredItemRecord, 'store' | 'host' | 'name' | 'cookie'>;

/** A value, cut, and how long it is as a whole. */
interface Found {
  readonly value: string;
  readonly length: number;
}

interface FrameAnswer extends AskedPage {
  /** What fits in this frame's storage; null where the frame is of another host. */
  readonly found: readonly Found[] | 'refused' | null;
}

interface FrameQuestion {
  readonly host: string;
  readonly store: 'local' | 'session';
  /** As a record has it: longer names end with '…'. */
  readonly name: string;
  readonly longestName: number;
  readonly longestValue: number;
}

/** Runs in the page, in a world of our own, so it must not use anything from around it. `asked`: null where only the page is asked for. */
function readInFrame(asked: FrameQuestion | null): FrameAnswer {
  const visits = (globalThis as Record<symbol, Visits | undefined>)[Symbol.for('liner-notes.visits')];
  const here = { host: location.hostname, path: location.pathname, root: visits?.present()?.root };
  if (asked?.host !== here.host) return { ...here, found: null };
  const { store, name, longestName, longestValue } = asked;
  try {
    const storage = store === 'local' ? localStorage : sessionStorage;
    const isCut = (key: string): boolean =>
      name.endsWith('…') && key.length > longestName && key.startsWith(name.slice(0, -1));
    const keys = storage.getItem(name) === null ? Object.keys(storage).filter(isCut) : [name];
    const values = keys.flatMap((key) => storage.getItem(key) ?? []);
    return {
      ...here,
      found: values.map((value) => ({ value: value.slice(0, longestValue), length: value.length })),
    };
  } catch {
    return { ...here, found: 'refused' };
  }
}

function isFrameAnswer(result: unknown): result is FrameAnswer {
  return typeof result === 'object' && result !== null && 'found' in result && 'host' in result && 'path' in result;
}

function cut(value: string): Found {
  return { value: value.slice(0, MAX_VALUE), length: value.length };
}

/** One value of those that fit: the same in several frames is one. */
function theOnly(found: readonly Found[]): AskedValue {
  const [first, ...others] = found;
  if (first === undefined) return { state: 'gone' };
  if (others.some(({ value, length }) => value !== first.value || length !== first.length)) return { state: 'unclear' };
  return { state: 'read', ...first, at: clock.now() - clock.ahead() };
}

async function isPermitted(scheme: string, host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${scheme}://${host}/*`] }).catch(() => false);
}

/** Asks all frames of the tab that we may look into; null where the browser lets us look into none. */
async function askFrames(tab: number, asked: FrameQuestion | null): Promise<readonly FrameAnswer[] | null> {
  const target = asked === null ? { tabId: tab } : { tabId: tab, allFrames: true };
  const answers = await browser.scripting
    .executeScript({ target, func: readInFrame, args: [asked], injectImmediately: true })
    .catch(() => null);
  if (answers === null) return null;
  const [top] = answers.filter(({ frameId }) => frameId === 0);
  // The page's own answer first.
  return [top, ...answers.filter((answer) => answer !== top)].map((answer) => answer?.result).filter(isFrameAnswer);
}

async function cookieValue(tab: Browser.tabs.Tab, page: ItemPage, item: AskedItem): Promise<AskedValue> {
  const { host, cookie } = item;
  const storeId = tab.id === undefined || cookie === null ? null : await storeOfTab(tab.id, tab);
  if (storeId === null || cookie === null) return { state: 'no-answer' };
  const answer = await askForCookies(cookie.domain, { scheme: page.scheme, host }, storeId);
  if (answer.state !== 'read') return { state: answer.state === 'failed' ? 'no-answer' : 'not-permitted' };
  const key = storedItemKey(item);
  const wall = { at: clock.now(), wall: clock.now() - clock.ahead() };
  return theOnly(
    answer.cookies.filter((one) => cookieKey(one) === key && !isOver(one, wall)).map(({ value }) => cut(value)),
  );
}

async function read(tabId: number, page: ItemPage, item: AskedItem): Promise<AskedValue> {
  const { store, host, name } = item;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null) return { state: 'closed' };
  if (tab.incognito) return { state: 'private' };
  const isWeb = store === 'local' || store === 'session';
  const asked = isWeb ? { host, store, name, longestName: MAX_NAME_LENGTH, longestValue: MAX_VALUE } : null;
  const frames = await askFrames(tabId, asked);
  if (frames === null) return { state: 'not-permitted' };
  const [top] = frames;
  if (top === undefined || !isAskedPage(top, page)) return { state: 'left' };
  if (!isWeb) return cookieValue(tab, page, item);
  const ofHost = frames.map(({ found }) => found).filter((found) => found !== null);
  const values = ofHost.filter((found) => found !== 'refused').flat();
  if (values.length > 0) return theOnly(values);
  if (ofHost.includes('refused')) return { state: 'refused' };
  if (ofHost.length > 0) return { state: 'gone' };
  return { state: (await isPermitted(page.scheme, host)) ? 'no-frame' : 'not-permitted' };
}

/**
 * The value that an item of the page in a tab has now. `page`: the one whose record names it; when the tab shows another one by now,
 * nothing is given. Never rejects.
 */
export async function storedValue(tab: number, page: ItemPage, item: AskedItem): Promise<AskedValue> {
  const patience = new Promise<AskedValue>((resolve) => {
    setTimeout(resolve, PATIENCE, { state: 'no-answer' });
  });
  return Promise.race([read(tab, page, item), patience]).catch((): AskedValue => ({ state: 'no-answer' }));
}
