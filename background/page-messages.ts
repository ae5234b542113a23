/** What the content scripts report: taken into the ledger, and passed on to the parts that act on it. */
import { browser, type Browser } from 'wxt/browser';
import type { OpenedReply, PageMessage, PresentPage } from '../ledger/messages.ts';
import { isRecognisedMessage, readLeftMessage, readPageMessage, type ReadMessage } from '../ledger/read-message.ts';
import type { SessionLedger } from '../ledger/border/session-ledger.ts';
import type { Visit } from '../ledger/visit.ts';
import type { CookieWatch } from '../observers/network/cookie-watch.ts';
import { registrableDomain } from '../recognition/registrable-domain.ts';
import type { ToolbarBadge } from './badge.ts';
import type { SentRequestDelivery } from './deliver-sent-requests.ts';
import type { FullView } from './full-view.ts';
import { isFromOwnPage } from './own-page-messages.ts';
import { askWhichPage, sendToPage } from './page-presence.ts';
import { canPageRead } from './privacy-signal-header.ts';
import type { Recorder } from './recorder.ts';
import { startWatching } from './start-watching.ts';

type Sender = Browser.runtime.MessageSender;

/** The parts that what a page reports concerns. */
export interface PageMessageParts {
  readonly ledger: SessionLedger;
  readonly badge: Pick<ToolbarBadge, 'showTrouble'>;
  readonly cookies: Pick<CookieWatch, 'pageReported'>;
  readonly fullView: Pick<FullView, 'pageOpened'>;
  readonly delivery: Pick<SentRequestDelivery, 'scriptStarted'>;
  readonly recorder: Pick<Recorder, 'isRunning'>;
  /** Looks up the aliases of the site's own hosts; null where the browser cannot. */
  readonly reportAliases: ((tab: number, visit: Visit) => void) | null;
}

/** The page around a frame, as it answers; where it is too busy to answer, the one that the tab's record is of. */
async function pageAround(tab: number, ledger: SessionLedger): Promise<PresentPage | null> {
  const presence = await askWhichPage(tab);
  if (presence !== 'unknown') return presence === 'nobody' ? null : presence;
  const visit = await ledger.visit(tab);
  return visit?.root === undefined ? null : { root: visit.root, document: visit.document };
}

/** Records whether the page's scripts can read the privacy signal that we send, where that is not known yet. */
function recordSignal(tab: number, { signal, document, browserDocument }: Visit, ledger: SessionLedger): void {
  if (signal?.ours !== true || signal.read !== undefined) return;
  canPageRead(tab, browserDocument)
    .then((read) =>
      read === null ? null : ledger.record(tab, document, [{ kind: 'privacy-signal', ...signal, read }]),
    )
    // A page that has gone is asked no more.
    .catch(() => undefined);
}

/** A page whose record had to make room reports everything anew once the person looks at it. */
async function askForReportAnew(tab: number, root: string, ledger: SessionLedger): Promise<void> {
  if (await ledger.wasEvicted(root)) await sendToPage(tab, { type: 'again' }, 0);
}

/** The page carries an organisation's marks: it is watched from now on. */
function startWatchingSender(tab: number, { url, documentId, frameId, tab: shown }: Sender): void {
  if (shown?.incognito !== false || frameId !== 0 || url === undefined) return;
  // The page may have gone meanwhile, or the permission: then there is nothing to watch, and nothing to mend.
  startWatching(tab, { host: new URL(url).hostname, documentId }).catch(() => undefined);
}

/** Takes a report into the ledger, and tells the parts of it. */
async function record(tab: number, read: ReadMessage, sender: Sender, parts: PageMessageParts): Promise<void> {
  const { ledger, cookies, fullView, reportAliases } = parts;
  const { type, frame, root } = read.message;
  const visit = await ledger.take(tab, read, sender.documentId);
  if (type === 'opened' && frame === 'top') {
    fullView.pageOpened(tab);
    // Frames that were there before report in the new visit what they still show. Most pages have none yet.
    if (visit?.root !== undefined)
      sendToPage(tab, { type: 'page-opened', root: visit.root, document: visit.document }).catch(() => undefined);
  }
  if (visit === null) {
    if (frame === 'top' && root !== undefined && sender.tab?.active === true)
      askForReportAnew(tab, root, ledger).catch(() => undefined);
    return;
  }
  recordSignal(tab, visit, ledger);
  reportAliases?.(tab, visit);
  await cookies.pageReported(tab, visit, sender.tab);
}

/** What a document that began to be watched needs to know. */
async function openedReply(
  tab: number,
  message: PageMessage & { type: 'opened' },
  { ledger, recorder }: Pick<PageMessageParts, 'ledger' | 'recorder'>,
): Promise<OpenedReply> {
  const site = registrableDomain(message.page.address.host);
  const [salt, page, isRecording] = await Promise.all([
    ledger.salt(),
    message.frame === 'frame' ? pageAround(tab, ledger) : undefined,
    recorder.isRunning(),
  ]);
  return { salt, site, ...(page === undefined ? {} : { page }), ...(isRecording ? { recording: true } : {}) };
}

/** Must be called in the first turn of a worker, or the event that woke it is lost. */
export function takePageMessages(parts: PageMessageParts): void {
  const { ledger, badge, delivery } = parts;
  browser.runtime.onMessage.addListener((input: unknown, sender, answer: (reply: OpenedReply) => void) => {
    const tab = sender.tab?.id;
    if (sender.id !== browser.runtime.id || isFromOwnPage(sender) || tab === undefined) return undefined;
    if (isRecognisedMessage(input)) {
      startWatchingSender(tab, sender);
      return undefined;
    }
    const left = readLeftMessage(input);
    if (left !== null) {
      // By then the browser counts the document as no frame of the tab. That it is the page, nobody else could know its id.
      ledger.leave(tab, left.root).catch(() => undefined);
      return undefined;
    }
    const read = readPageMessage(input);
    // A page that is only made ready, or is kept for going back, is not what the tab shows.
    if (read === null || (sender.documentLifecycle ?? 'active') !== 'active') return undefined;
    // Which frame it is the browser knows.
    const message = { ...read.message, frame: sender.frameId === 0 ? 'top' : 'frame' } as const;
    if (sender.tab?.incognito === true) {
      if (message.type === 'opened') answer({ off: 'private' });
      return undefined;
    }
    record(tab, { ...read, message }, sender, parts).catch(() => badge.showTrouble(tab));
    if (message.type !== 'opened') return undefined;
    delivery.scriptStarted(tab);
    // Without an answer (storage is broken) the page goes on with a salt of its own.
    openedReply(tab, message, parts).then(answer, () => badge.showTrouble(tab));
    return true;
  });
}
