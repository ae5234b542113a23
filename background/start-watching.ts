/** Starts the ordinary scripts in a page that is not on the list. */
import { browser } from 'wxt/browser';
import { isSharedPlace } from '../recognition/registrable-domain.ts';
import type { Visit } from '../ledger/visit.ts';
import { isListed } from '../observers/listed-sites.ts';
import { SENT_SCRIPT } from './sent-script.ts';
import { isOfThePage } from '../recognition/host-name.ts';

const FILES = ['/content-scripts/page.js', '/content-scripts/page-details.js'] as const;
/** Meets the first of them, which has to be there before. */
const PAGE_WORLD_FILE = '/content-scripts/page-world.js';

type Target = Parameters<typeof browser.scripting.executeScript>[0]['target'];

/** Both are asked for in one step. Without the second, the first sees all but who wrote it, and says so. */
async function inject(target: Target, files: readonly string[] = FILES): Promise<void> {
  const ordinary = browser.scripting.executeScript({ target, files: [...files] });
  const inPage = browser.scripting.executeScript({ target, files: [PAGE_WORLD_FILE], world: 'MAIN' });
  await Promise.all([ordinary, inPage.catch(() => undefined)]);
}

/**
 * Starts them where no more than this tab is allowed, in one step: a popup that closes right after the press has asked for it.
 * The browser itself keeps us out of other companies' frames then.
 *
 * @throws Error when the browser does not let us into the page.
 */
export async function startWatchingInTab(tabId: number): Promise<void> {
  await inject({ tabId, allFrames: true });
}

/** Where all sites are allowed, what the page sends is compared with what is typed. It listens before the others say that it does. */
const ALL_FILES = [`/${SENT_SCRIPT}`, ...FILES] as const;

/** Which document a look is meant for: the tab may show another by now. */
interface Meant {
  readonly host: string;
  /** The browser's own id, where it tells one. */
  readonly documentId: string | undefined;
}

interface Frame {
  readonly frameId: number;
  /** Older versions of Firefox tell none. */
  readonly documentId?: string;
  readonly result?: unknown;
}

/** A frame of the page's own making has the origin that it was given, and in a sandbox its maker's base. Runs in the page. */
function hostOfFrame(): string {
  const own = [location.href, globalThis.origin, document.baseURI].find((address) => /^https?:/.test(address));
  return own === undefined ? '' : new URL(own).hostname;
}

/** The page that a tab shows, first, and the frames of its own site; null when it is not the one that is meant. */
async function ownFrames(tabId: number, meant?: Meant): Promise<readonly Frame[] | null> {
  const frames: readonly Frame[] = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: hostOfFrame,
  });
  const top = frames.find(({ frameId }) => frameId === 0);
  const page = top?.result;
  if (top === undefined || typeof page !== 'string') return null;
  if (meant !== undefined && (page !== meant.host || top.documentId !== meant.documentId)) return null;
  const isOurs = ({ frameId, result }: Frame): boolean =>
    frameId !== 0 && typeof result === 'string' && (isOfThePage(result, page) || isListed(result));
  return [top, ...frames.filter(isOurs)];
}

function targetOf(tabId: number, frames: readonly Frame[]): Target {
  const documentIds = frames.flatMap(({ documentId }) => documentId ?? []);
  return documentIds.length > 0 ? { tabId, documentIds } : { tabId, frameIds: frames.map(({ frameId }) => frameId) };
}

/** A frame that is gone by now lets the browser refuse them all: then each is asked for by itself, and the page alone has to be there. */
async function injectInEach(tabId: number, frames: readonly Frame[], files: readonly string[]): Promise<void> {
  try {
    await inject(targetOf(tabId, frames), files);
  } catch {
    const [page, ...others] = frames.map((frame) => inject(targetOf(tabId, [frame]), files));
    await Promise.allSettled(others);
    await page;
  }
}

/**
 * Starts them in the page that a tab shows, and in the frames of its own site. Where all sites are allowed, the browser would
 * let us into every frame. Frames of the listed sites have their scripts already and begin again, since what they told before
 * belonged to no visit.
 *
 * `meant`: the document that it is for, since it carries the marks. When the tab shows another one by now, that one is left alone, and so is a
 * page at a place where anybody may publish.
 *
 * @throws Error when the browser does not let us into the page.
 */
export async function startWatching(tabId: number, meant?: Meant): Promise<void> {
  // A copied page carries every mark; the list of the places where such copies stand is too long for the page's script.
  if (meant !== undefined && isSharedPlace(meant.host)) return;
  const frames = await ownFrames(tabId, meant);
  if (frames !== null) await injectInEach(tabId, frames, ALL_FILES);
}

async function startComparingIn(tabId: number, meant: Meant): Promise<void> {
  const frames = (await ownFrames(tabId, meant)) ?? [];
  const starts = frames.map((frame) =>
    browser.scripting.executeScript({ target: targetOf(tabId, [frame]), files: [`/${SENT_SCRIPT}`] }),
  );
  await Promise.allSettled(starts);
}

/**
 * Has the pages that are watched already compare what is typed with what they send, since the person has just allowed all sites.
 * Pages that have gone meanwhile, or do not let us in, are passed over.
 */
export async function startComparing(
  open: ReadonlyMap<number, Pick<Visit, 'address' | 'browserDocument'>>,
): Promise<void> {
  const starts = [...open].map(([tab, { address, browserDocument }]) =>
    startComparingIn(tab, { host: address.host, documentId: browserDocument ?? undefined }),
  );
  await Promise.allSettled(starts);
}
