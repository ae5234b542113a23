/** Which page a tab shows now: asked of the content script that lives in it, which no other page can answer for. */
import { browser } from 'wxt/browser';
import { isPresentPage, type PresentPage, type ToPageMessage } from '../ledger/messages.ts';

/** How long a page may take to answer, in milliseconds: one that is stuck must hold nobody. */
const PATIENCE = 1000;

/** `nobody`: no page that is watched is there. `unknown`: it has not answered. */
export type Presence = PresentPage | 'nobody' | 'unknown';

/** Says something to the page of a tab, or to all frames of it; where nobody listens, nobody need hear it. */
export function sendToPage(tab: number, message: ToPageMessage, frameId?: number): Promise<unknown> {
  return browser.tabs.sendMessage(tab, message, frameId === undefined ? {} : { frameId });
}

/** Asks the page that the tab shows. `late` hears an answer that came after `patience` (milliseconds). Never rejects. */
export async function askWhichPage(
  tab: number,
  late?: (presence: Presence) => void,
  patience = PATIENCE,
): Promise<Presence> {
  let isLate = false;
  const asked = sendToPage(tab, { type: 'which-page' }, 0).then(
    (reply): Presence => (isPresentPage(reply) ? { root: reply.root, document: reply.document } : 'nobody'),
    (): Presence => 'nobody',
  );
  const waited = new Promise<Presence>((resolve) => {
    setTimeout(() => {
      isLate = true;
      resolve('unknown');
    }, patience);
  });
  void asked.then((presence) => {
    if (isLate) late?.(presence);
  });
  return Promise.race([asked, waited]);
}
