/** Starts the ordinary scripts in a page that is not on the list. */
import { browser } from 'wxt/browser';
import { isSharedPlace } from '../../recognition/registrable-domain';
import { isListed } from './all-sites';
import { SENT_SCRIPT } from './sent-script';

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
export async function startLookingInTab(tabId: number): Promise<void> {
  await inject({ tabId, allFrames: true });
}

/** 'www.artist.example' → 'artist.example' */
const withoutWww = (host: string): string => host.replace(/^www\./, '');

/** Whether a frame is of the page's own site: the same host, or one beneath it. Other companies' frames are left alone. */
export function isOfThePage(frame: string, page: string): boolean {
  const own = withoutWww(page);
  return frame === own || frame.endsWith(`.${own}`);
}

/** Where all sites are allowed, what the page sends is compared with what is typed. It listens before the others say that it does. */
const ALL_FILES = [`/${SENT_SCRIPT}`, ...FILES] as const;

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
export async function startLooking(
  tabId: number,
  meant?: { readonly host: string; readonly documentId: string | undefined },
): Promise<void> {
  // A copied page carries every mark; the list of the places where such copies stand is too long for the page's script.
  if (meant !== undefined && isSharedPlace(meant.host)) return;
  const found = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => {
      // A frame of the page's own making has the origin that it was given, and in a sandbox its maker's base.
      const own = [location.href, globalThis.origin, document.baseURI].find((address) => /^https?:/.test(address));
      return own === undefined ? '' : new URL(own).hostname;
    },
  });
  // Firefox tells no documentId: there the host must do.
  const frames = found as { frameId: number; documentId?: string; result?: unknown }[];
  const top = frames.find(({ frameId }) => frameId === 0);
  const page = top?.result;
  if (top === undefined || typeof page !== 'string') return;
  if (meant !== undefined && (page !== meant.host || top.documentId !== meant.documentId)) return;
  const ours = frames.filter(
    ({ frameId, result }) =>
      frameId === 0 || (typeof result === 'string' && (isOfThePage(result, page) || isListed(result))),
  );
  const documentIds = ours.flatMap(({ documentId }) => documentId ?? []);
  const target =
    documentIds.length > 0 ? { tabId, documentIds } : { tabId, frameIds: ours.map(({ frameId }) => frameId) };
  await inject(target, ALL_FILES);
}
