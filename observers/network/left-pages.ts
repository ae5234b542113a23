/**
 * Ends the visit of a page that the tab shows no more, where the page could not say so itself: a tab that was closed, replaced or
 * discarded, a crash, a page that has taken off all listeners.
 *
 * The browser tells of a tab's every step, of all tabs and pages. So it is listened to only while there is a record: with none,
 * no page of the web wakes the background.
 */
import { browser, type Browser } from 'wxt/browser';
import type { Visit } from '../../ledger/visit';
import { askWhichPage } from './page-presence';

/** What it needs of the ledger (`SessionLedger`). */
interface Ledger {
  readonly visit: (tab: number) => Promise<Visit | null>;
  readonly visits: () => Promise<ReadonlyMap<number, Visit>>;
  readonly leave: (tab: number, root: string) => Promise<void>;
  readonly forget: (tab: number) => Promise<void>;
}

/** The watch over the tabs. */
export interface LeftPages {
  /** The tab has a record from now on. */
  readonly watch: () => void;
  /** Asks the page of each record whether it is still there, and gives the records of those that are. */
  readonly present: () => Promise<ReadonlyMap<number, Visit>>;
}

/** Begins to listen. To be called while the worker starts. */
export function watchLeftPages(ledger: Ledger): LeftPages {
  /** Tabs that are being asked, and whether something has happened since. */
  const asking = new Map<number, boolean>();
  const { onUpdated, onRemoved, onReplaced } = browser.tabs;

  /** Gives the visit of the page that is still there. A record that does not know its document cannot be asked for it. */
  async function check(tab: number): Promise<Visit | null> {
    const visit = await ledger.visit(tab);
    if (visit?.root === undefined) return visit;
    const presence = await askWhichPage(tab);
    if (presence === 'unknown' || (presence !== 'nobody' && presence.root === visit.root)) return visit;
    await ledger.leave(tab, visit.root);
    return ledger.visit(tab);
  }

  async function checkUntilQuiet(tab: number): Promise<void> {
    if (asking.has(tab)) {
      asking.set(tab, true);
      return;
    }
    try {
      do {
        asking.set(tab, false);
        await check(tab);
      } while (asking.get(tab) === true);
    } finally {
      asking.delete(tab);
    }
  }

  async function end(tab: number): Promise<void> {
    const visit = await ledger.visit(tab);
    if (visit?.root !== undefined) await ledger.leave(tab, visit.root);
  }

  const onUpdate = (tab: number, change: Partial<Browser.tabs.OnUpdatedInfo>): void => {
    const isOver = change.discarded === true || change.status === 'unloaded';
    if (isOver) end(tab).catch(() => undefined);
    // A load that has begun need not lead anywhere else (a download, an empty answer): the page itself is asked.
    else if (change.status !== undefined || change.url !== undefined) checkUntilQuiet(tab).catch(() => undefined);
  };

  function watch(): void {
    if (!onUpdated.hasListener(onUpdate)) onUpdated.addListener(onUpdate);
  }

  watch();
  ledger.visits().then(
    (visits) => {
      if (visits.size === 0) onUpdated.removeListener(onUpdate);
    },
    () => undefined,
  );
  onRemoved.addListener((tab) => {
    ledger.forget(tab).catch(() => undefined);
  });
  // Firefox for Android has no such event.
  (onReplaced as typeof onReplaced | undefined)?.addListener((_added, removed) => {
    ledger.forget(removed).catch(() => undefined);
  });

  return {
    watch,
    async present() {
      const found = new Map<number, Visit>();
      const tabs = [...(await ledger.visits()).keys()];
      await Promise.all(
        tabs.map(async (tab) => {
          const visit = await check(tab);
          if (visit !== null) found.set(tab, visit);
        }),
      );
      return found;
    },
  };
}
