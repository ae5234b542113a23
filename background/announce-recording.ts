/** Says to everybody that a recording has begun or has ended: on the toolbar button, and to the pages that are watched. */
import { browser } from 'wxt/browser';
import type { Visit } from '../ledger/visit.ts';
import type { ToolbarBadge } from './badge.ts';
import { sendToPage } from './page-presence.ts';

/** What it needs of the ledger (`SessionLedger`). */
interface Ledger {
  readonly visits: () => Promise<ReadonlyMap<number, Visit>>;
}

/** Shows it on all buttons, and tells the pages, which sum up no request while one runs. */
export async function announceRecording(
  ledger: Ledger,
  badge: Pick<ToolbarBadge, 'show' | 'showRecording'>,
  isRecording: boolean,
): Promise<void> {
  await badge.showRecording();
  for (const [tab, visit] of await ledger.visits()) {
    void badge.show(tab, visit);
    // A page that has gone meanwhile need not hear it; the next one is told when it begins.
    sendToPage(tab, { type: 'recording', on: isRecording }).catch(() => undefined);
  }
}

/** The frames of a tab that may be spoken to, the page among them. A page that has gone, or that refuses, is asked by itself. */
async function framesOf(tabId: number): Promise<readonly number[]> {
  try {
    const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
    return frames.map(({ frameId }) => frameId);
  } catch {
    return [0];
  }
}

/**
 * How long a frame may take to hand over what it holds, in milliseconds: one that is stuck must hold nobody. In a tab that nobody looks at
 * a timer takes a second.
 */
const PATIENCE = 3000;

/**
 * Has all pages and their frames tell what they have seen and not told yet, and waits until the ledger has it: each says so itself. Who does
 * not within three seconds is not waited for.
 */
export async function askPagesToTell(ledger: Ledger): Promise<void> {
  const tabs = [...(await ledger.visits()).keys()];
  const asked = tabs.map(async (tab) => {
    // Where nobody listens, there is nothing to hand over.
    const frames = (await framesOf(tab)).map((frame) =>
      sendToPage(tab, { type: 'hand-over' }, frame).catch(() => null),
    );
    await Promise.all(frames);
  });
  await Promise.race([Promise.all(asked), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
