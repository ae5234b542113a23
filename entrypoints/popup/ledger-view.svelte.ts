/** The live read side of the ledger, for the popup: reads storage once, then follows its changes. */
import { browser, type Browser } from 'wxt/browser';
import { ledgerState, type LedgerState } from '../../ledger/ledger-state.ts';
import { RecordReader } from '../../ledger/visit-pieces.ts';
import { errorMessage } from '../../words/error-message.ts';
import type { TabAnswers } from './ask-tab.ts';

/** How often a record is read that changes while it is read. */
const MOST_READINGS = 5;

/** What the ledger holds of one tab, as it changes. */
export class LedgerView {
  #current = $state.raw<LedgerState>({ state: 'loading' });
  readonly #record: RecordReader;
  #opened: (() => void) | null = null;
  #isReading = false;
  /** A change was told of since the reading began. */
  #changed = false;
  readonly #onChanged = (changes: Readonly<Record<string, Browser.storage.StorageChange>>): void => {
    const news = Object.entries(changes).map(([key, { newValue }]) => [key, newValue] as const);
    if (!this.#record.takeChanged(Object.fromEntries(news))) return;
    this.#changed = true;
    if (this.#isReading) return;
    const found = this.#record.read();
    // The word of a change may come after a reading that has it already: then pieces of two moments stand side by side.
    if (found.state === 'damaged') void this.#read();
    else this.#show(ledgerState(found));
  };
  /** Settles, never rejects, when the first reading is done: mount after it and nothing flashes. */
  readonly ready: Promise<void>;

  /** `begun`: the first reading, which is on its way. */
  constructor(tab: number, begun: Pick<TabAnswers, 'stored' | 'endFollowing'>) {
    this.#record = new RecordReader(tab);
    // The same event as the one that was followed until now, and before that ends: what another event tells in the moment in which the
    // browser learns that somebody listens to it, nobody would hear.
    browser.storage.session.onChanged.addListener(this.#onChanged);
    this.#changed = begun.endFollowing();
    this.ready = this.#read(begun.stored);
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
    browser.storage.session.onChanged.removeListener(this.#onChanged);
  }

  #show(now: LedgerState): void {
    const before = this.#current;
    this.#current = now;
    if (before.state === 'loading' || now.state !== 'visit') return;
    if (before.state !== 'visit' || before.visit.root !== now.visit.root) this.#opened?.();
  }

  /** All pieces of one moment; again where one has changed meanwhile, since nobody knows which of the two was first. */
  async #read(begun?: TabAnswers['stored']): Promise<void> {
    this.#isReading = true;
    try {
      this.#record.takeAll(await (begun ?? this.#stored()));
      for (let left = MOST_READINGS - 1; this.#changed && left > 0; left -= 1)
        this.#record.takeAll(await this.#stored());
      this.#show(ledgerState(this.#record.read()));
    } catch (error) {
      this.#current = { state: 'error', message: errorMessage(error) };
    }
    this.#isReading = false;
  }

  /** What stands in the storage now; from here on it may change. */
  #stored(): TabAnswers['stored'] {
    this.#changed = false;
    return browser.storage.session.get([...this.#record.keys]);
  }
}
