/** Which page a tab shows now: asked of the content script that lives in it, which no other page can answer for. */
import { extensionApi } from '../ledger/border/extension-api.ts';
import { isPresentPage, type PresentPage, type ToPageMessage } from '../ledger/messages.ts';

/** How long a page may take to answer, in milliseconds: one that is stuck must hold nobody. */
const PATIENCE = 1000;

/** `nobody`: no page that is watched is there. `unknown`: it has not answered. */
export type Presence = PresentPage | 'nobody' | 'unknown';

/** How often a page is told that a person looks, in milliseconds: it takes nobody to look who says so no more (`LOOKING_TIME`). */
const LOOK_EVERY = 1000;

/** Says something to the page of a tab, or to all frames of it; where nobody listens, nobody need hear it. */
export function sendToPage(tab: number, message: ToPageMessage, frameId?: number): Promise<unknown> {
  return extensionApi().tabs.sendMessage(tab, message, frameId === undefined ? {} : { frameId });
}

/** How a page is asked. */
interface Asking {
  /** Hears an answer that came after `patience`. */
  readonly late?: (presence: Presence) => void;
  /** Milliseconds. */
  readonly patience?: number;
  /** The answer of a question that was put before. */
  readonly asked?: Promise<Presence>;
}

/**
 * Puts the question to the page that the tab shows, and waits as long as that takes. Never rejects. With `tell` a person looks: the page and
 * its frames tell at once what they have not told yet.
 */
export async function whoAnswers(tab: number, tell: boolean): Promise<Presence> {
  // Of all that hear it the page alone answers.
  const question = tell ? sendToPage(tab, { type: 'which-page', tell }) : sendToPage(tab, { type: 'which-page' }, 0);
  return question.then(
    (reply): Presence => (isPresentPage(reply) ? { root: reply.root, document: reply.document } : 'nobody'),
    (): Presence => 'nobody',
  );
}

/** Asks the page that the tab shows. Never rejects. */
export async function askWhichPage(
  tab: number,
  { late, patience = PATIENCE, asked = whoAnswers(tab, false) }: Asking = {},
): Promise<Presence> {
  let isLate = false;
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

/**
 * Says to the page of a tab and its frames, once a second while this page of the extension can be seen, that a person looks. They need not
 * hear of its end, which may come without a word: a page that is told so no more goes back to its pace. Gives a function that ends it.
 */
export function keepLooking(tab: number): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible')
      sendToPage(tab, { type: 'which-page', tell: true }).catch(() => undefined);
  }, LOOK_EVERY);
  return () => {
    clearInterval(timer);
  };
}
