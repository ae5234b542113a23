/** The tab that the popup speaks of, as it changes while the popup is open: where it is, and which page it shows. */
import { browser, type Browser } from 'wxt/browser';
import type { PopupTab } from '../../components/popup/popup-state.ts';
import { askWhichPage, keepLooking, whoAnswers, type Presence } from '../../background/page-presence.ts';

/** How long the page may take to answer before the popup is drawn by its address alone, in milliseconds. */
const PATIENCE = 300;

/** Follows one tab. */
export class TabView {
  #current: PopupTab = $state.raw({ id: -1, url: null, incognito: false });
  /** Counts what was asked: an answer to an older question says nothing any more. */
  #asked = 0;
  readonly #onUpdated = (tab: number, change: Partial<Browser.tabs.OnUpdatedInfo>): void => {
    const isNews = change.status !== undefined || change.url !== undefined || change.discarded !== undefined;
    if (tab === this.#current.id && isNews) void this.look();
  };

  readonly #endLooking: () => void;
  /** Settles when the tab's page has answered, or has had its time to. */
  readonly ready: Promise<void>;

  /** `asked`: what the tab's page was asked before. */
  constructor(tab: PopupTab, asked: Promise<Presence>) {
    this.#current = tab;
    browser.tabs.onUpdated.addListener(this.#onUpdated);
    this.ready = this.#ask(this.#current, asked);
    this.#endLooking = keepLooking(tab.id);
  }

  /** The tab now; reactive. */
  get current(): PopupTab {
    return this.#current;
  }

  /** Asks anew where the tab is, and which page is there. */
  async look(): Promise<void> {
    const { id } = this.#current;
    const tab = await browser.tabs.get(id).catch(() => null);
    await this.#ask({ id, url: tab?.url ?? null, incognito: tab?.incognito ?? this.#current.incognito });
  }

  /** Stops following. */
  close(): void {
    browser.tabs.onUpdated.removeListener(this.#onUpdated);
    this.#endLooking();
  }

  async #ask(tab: PopupTab, asked = whoAnswers(tab.id, true)): Promise<void> {
    this.#asked += 1;
    const question = this.#asked;
    const take = (presence: Presence): void => {
      if (question !== this.#asked) return;
      const page = presence === 'nobody' ? null : presence;
      this.#current = page === 'unknown' ? tab : { ...tab, page };
    };
    take(await askWhichPage(tab.id, { late: take, patience: PATIENCE, asked }));
  }
}
