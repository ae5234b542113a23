/** Says to everybody that a recording has begun or has ended: on the toolbar button, and to the pages that are watched. */
import type { Visit } from '../ledger/visit.ts';
import type { ToolbarBadge } from './badge.ts';
import { askWhichPage, sendToPage, whoAnswers } from './page-presence.ts';

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

/** How long is waited after the pages have answered, in milliseconds: their frames do not answer, and what they tell comes another way. */
const ON_ITS_WAY = 250;

/** Has all pages tell what they have seen and not told yet, and waits until it is here; a page that is too busy is not waited for. */
export async function askPagesToTell(ledger: Ledger): Promise<void> {
  const tabs = [...(await ledger.visits()).keys()];
  await Promise.all(tabs.map((tab) => askWhichPage(tab, { asked: whoAnswers(tab, true) })));
  await new Promise((resolve) => setTimeout(resolve, ON_ITS_WAY));
}
