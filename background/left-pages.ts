/**
 * Ends the visit of a page that the tab shows no more, where the page could not say so itself: a tab that was closed, replaced or
 * discarded, a crash, a page that has taken off all listeners.
 *
 * The browser's own word on every step of every tab would wake the background for all pages of the web. So each watched page
 * holds a line to it, which breaks when the page goes. A page that goes while the background sleeps goes unheard: the words of a
 * page on its way out wake nobody. So every start of the background asks the pages of all records first, and the popup
 * asks the page that it opens over.
 */
import { browser } from 'wxt/browser';
import type { Visit } from '../ledger/visit.ts';
import { askWhichPage } from './page-presence.ts';

/** What it needs of the ledger (`SessionLedger`). */
interface Ledger {
  readonly visit: (tab: number) => Promise<Visit | null>;
  readonly records: () => Promise<ReadonlyMap<number, Visit>>;
  readonly waitFor: (known: Promise<unknown>) => void;
  readonly leave: (tab: number, root: string) => Promise<void>;
  readonly forget: (tab: number) => Promise<void>;
}

/** The watch over the pages. */
export interface LeftPages {
  /** Asks the page that a tab's record is of whether it is there, and ends the record if not. Gives the visit that is left. */
  readonly check: (tab: number) => Promise<Visit | null>;
  /** Checks all records, and gives those whose pages are there. */
  readonly present: () => Promise<ReadonlyMap<number, Visit>>;
}

/** Begins to listen. To be called while the worker starts. */
export function watchLeftPages(ledger: Ledger): LeftPages {
  async function check(tab: number): Promise<Visit | null> {
    const visit = await ledger.visit(tab);
    // A record that does not know its document cannot be asked for it.
    if (visit?.root === undefined) return visit;
    const presence = await askWhichPage(tab);
    if (presence === 'unknown' || (presence !== 'nobody' && presence.root === visit.root)) return visit;
    await ledger.leave(tab, visit.root);
    return ledger.visit(tab);
  }

  browser.runtime.onConnect.addListener((line) => {
    const { sender } = line;
    const tab = sender?.tab?.id;
    if (tab === undefined || sender?.id !== browser.runtime.id || sender.tab?.incognito !== false) return;
    line.onDisconnect.addListener(() => {
      // Read, or the browser counts it as an error: a page that is kept for going back has its lines cut.
      Reflect.get(browser.runtime, 'lastError');
      check(tab).catch(() => undefined);
    });
  });
  browser.tabs.onRemoved.addListener((tab) => {
    ledger.forget(tab).catch(() => undefined);
  });
  // Firefox for Android has no such event.
  (browser.tabs.onReplaced as typeof browser.tabs.onReplaced | undefined)?.addListener((_added, removed) => {
    ledger.forget(removed).catch(() => undefined);
  });

  async function present(): Promise<ReadonlyMap<number, Visit>> {
    const found = new Map<number, Visit>();
    const tabs = [...(await ledger.records()).keys()];
    await Promise.all(
      tabs.map(async (tab) => {
        const visit = await check(tab);
        if (visit !== null) found.set(tab, visit);
      }),
    );
    return found;
  }

  ledger.waitFor(present());
  return { check, present };
}
