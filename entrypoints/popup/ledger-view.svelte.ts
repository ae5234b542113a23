/** The live read side of the ledger, for the popup: reads storage once, then follows its changes. */
import { browser, type Browser } from 'wxt/browser';
import { ledgerState, type LedgerState } from '../../ledger/ledger-state.ts';
import { visitKey } from '../../ledger/stored-session.ts';
import { errorMessage } from '../../words/error-message.ts';

/** What the ledger holds of one tab, as it changes. */
export class LedgerView {
  #current = $state.raw<LedgerState>({ state: 'loading' });
  readonly #key: string;
  #opened: (() => void) | null = null;
  readonly #onChanged = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    const change = changes[this.#key];
    if (area !== 'session' || change === undefined) return;
    const before = this.#current;
    const now = ledgerState(change.newValue);
    this.#current = now;
    const isOpened = now.state === 'visit' && (before.state !== 'visit' || before.visit.root !== now.visit.root);
    if (isOpened) this.#opened?.();
  };
  /** Settles, never rejects, when the first reading is done: mount after it and nothing flashes. */
  readonly ready: Promise<void>;

  constructor(tab: number) {
    this.#key = visitKey(tab);
    browser.storage.onChanged.addListener(this.#onChanged);
    this.ready = this.#read();
  }

  /** The state now; reactive. */
  get current(): LedgerState {
    return this.#current;
  }

  /** Calls `opened` whenever another page has begun a record. */
  onOpened(opened: () => void): void {
    this.#opened = opened;
  }

  /** Stops following. */
  close(): void {
    browser.storage.onChanged.removeListener(this.#onChanged);
  }

  async #read(): Promise<void> {
    try {
      this.#current = ledgerState((await browser.storage.session.get(this.#key))[this.#key]);
    } catch (error) {
      this.#current = { state: 'error', message: errorMessage(error) };
    }
  }
}
