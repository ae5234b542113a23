/** The live read side of the ledger, for pages of the extension: reads storage once, then follows its changes. */
import { browser, type Browser } from 'wxt/browser';
import { asShown } from './redate.ts';
import { readVisit, visitKey } from './session-ledger.ts';
import type { Visit } from './visit.ts';

/** `empty`: nothing is known of the tab, which is not the same as a page that did nothing. */
export type LedgerState =
  | { readonly state: 'loading' }
  | { readonly state: 'empty' }
  | { readonly state: 'visit'; readonly visit: Visit }
  /** `message`: the browser's own, in its own language; null for a record that is damaged. */
  | { readonly state: 'error'; readonly message: string | null };

function stateOf(stored: unknown): LedgerState {
  if (stored === undefined || stored === null) return { state: 'empty' };
  const visit = readVisit(stored);
  return visit === null ? { state: 'error', message: null } : { state: 'visit', visit: asShown(visit) };
}

/** What the ledger holds of one tab, as it changes. */
export class LedgerView {
  #current = $state.raw<LedgerState>({ state: 'loading' });
  readonly #key: string;
  #opened: (() => void) | null = null;
  readonly #onChanged = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    const change = changes[this.#key];
    if (area !== 'session' || change === undefined) return;
    const before = this.#current;
    const now = stateOf(change.newValue);
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

  /** Has `opened` told when another page has begun a record. */
  onOpened(opened: () => void): void {
    this.#opened = opened;
  }

  /** Stops following. */
  close(): void {
    browser.storage.onChanged.removeListener(this.#onChanged);
  }

  async #read(): Promise<void> {
    try {
      this.#current = stateOf((await browser.storage.session.get(this.#key))[this.#key]);
    } catch (error) {
      this.#current = { state: 'error', message: error instanceof Error ? error.message : String(error) };
    }
  }
}
