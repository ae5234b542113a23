/** Which tab the inspector speaks of: one by its number, or, in the browser's side panel, the one in front, whichever that is. */
import { browser } from 'wxt/browser';
import { isOfThisPage } from '../../components/popup/popup-state.ts';
import { sendCheck } from '../../ledger/border/send-messages.ts';
import { errorMessage } from '../../words/error-message.ts';
import { askTab } from '../popup/ask-tab.ts';
import { LedgerView } from '../popup/ledger-view.svelte.ts';
import { TabView } from '../popup/tab-view.svelte.ts';
import type { LiveCapture } from './live-capture.svelte.ts';

/** What stops the watching of a tab. */
type End = () => void;

/** Has `live` follow the record of a tab. `isWanted`: asked once the tab has answered; until then another may have come to the front. */
async function watchTab(tab: number, live: LiveCapture, isWanted: () => boolean): Promise<End> {
  const begun = askTab(tab);
  const view = new LedgerView(tab, begun);
  const shown = await browser.tabs.get(tab).catch(() => null);
  const tabView = new TabView({ id: tab, url: shown?.url ?? null, incognito: false }, begun.presence);
  // A record of a page that has just opened: who is there now is asked anew.
  view.onOpened(() => void tabView.look());
  const close = (): void => {
    view.close();
    tabView.close();
  };
  await Promise.all([view.ready, tabView.ready]);
  if (!isWanted()) return close;
  // A crash is told by nobody, and nothing wakes a sleeping worker.
  const { current } = view;
  if (current.state === 'visit' && !isOfThisPage(current.visit, tabView.current)) sendCheck(tab);
  const unfollow = live.follow(view, tabView);
  return () => {
    unfollow();
    close();
  };
}

/** Watches one tab, until this page is left. Settles when there is something to show. */
export async function watchOneTab(tab: number, live: LiveCapture): Promise<void> {
  const end = await watchTab(tab, live, () => true);
  addEventListener('pagehide', end);
}

/** Watches the tab that is in front in this window, and each that comes to the front. Settles when there is something to show of the first. */
export async function watchFrontTab(live: LiveCapture): Promise<void> {
  const { id: here } = await browser.windows.getCurrent();
  let front = -1;
  let ending: Promise<End> = Promise.resolve(() => undefined);
  function turnTo(tab: number): Promise<unknown> {
    front = tab;
    ending = ending
      .then((end) => {
        end();
        live.forget();
        return watchTab(tab, live, () => front === tab);
      })
      .catch((error: unknown) => {
        // The next tab is watched all the same.
        live.take({ state: 'error', message: errorMessage(error) }, tab);
        return () => undefined;
      });
    return ending;
  }
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (windowId === here) void turnTo(tabId);
  });
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined) live.take({ state: 'empty' }, front);
  else await turnTo(active.id);
}
