/** What is remembered of each tab, so that a change of cookies finds the tabs that it concerns without reading their records. */
import type { CookieTab } from '../../ledger/visit.ts';
import type { RemovedCookie } from '../network-facts/cookie-changes.ts';

/** How long what is removed between two pages of a tab waits for the second, in milliseconds. */
const BETWEEN_PAGES = 5000;

/** Where it is remembered beyond the life of a worker (`SessionLedger`). */
export interface CookieTabStorage {
  readonly cookieTabs: () => Promise<Readonly<Record<string, CookieTab>>>;
  readonly rememberCookieTabs: (tabs: Readonly<Record<string, CookieTab>>) => Promise<void>;
}

interface LeftTab extends CookieTab {
  readonly removed: RemovedCookie[];
}

/** The tabs with a record, and for some seconds those whose page was left. */
export class CookieTabs {
  readonly #storage: CookieTabStorage;
  #known: Promise<Map<number, CookieTab>> | undefined;
  readonly #left = new Map<number, LeftTab>();

  constructor(storage: CookieTabStorage) {
    this.#storage = storage;
  }

  async get(tab: number): Promise<CookieTab | undefined> {
    return (await this.#tabs()).get(tab);
  }

  /** All of them, those included whose next page has not begun yet. */
  async all(): Promise<ReadonlyMap<number, CookieTab>> {
    return new Map<number, CookieTab>([...this.#left, ...(await this.#tabs())]);
  }

  /** Remembers a tab; null forgets it. */
  async remember(tab: number, entry: CookieTab | null): Promise<void> {
    const tabs = await this.#tabs();
    const before = tabs.get(tab);
    if (entry === null ? before === undefined : JSON.stringify(before) === JSON.stringify(entry)) return;
    if (entry === null) tabs.delete(tab);
    else tabs.set(tab, entry);
    await this.#storage.rememberCookieTabs(Object.fromEntries(tabs));
  }

  /** The page of a tab was left, or its record forgotten. */
  async leave(tab: number): Promise<void> {
    const entry = await this.get(tab);
    if (entry === undefined) return;
    const left = { ...entry, removed: [] };
    this.#left.set(tab, left);
    setTimeout(() => {
      if (this.#left.get(tab) === left) this.#left.delete(tab);
    }, BETWEEN_PAGES);
    await this.remember(tab, null);
  }

  /** Keeps what was removed while a tab had no record; only its next page, if one comes soon, is told of it. */
  keepForNext(tab: number, removed: readonly RemovedCookie[]): void {
    this.#left.get(tab)?.removed.push(...removed);
  }

  /** Gives what was kept, and forgets it. */
  keptForNext(tab: number): readonly RemovedCookie[] {
    const removed = this.#left.get(tab)?.removed ?? [];
    this.#left.delete(tab);
    return removed;
  }

  #tabs(): Promise<Map<number, CookieTab>> {
    return (this.#known ??= this.#storage
      .cookieTabs()
      .then((stored) => new Map(Object.entries(stored).map(([tab, entry]) => [Number(tab), entry]))));
  }
}
