/**
 * The only writer of `storage.session`: one promise chain; each change of a tab's visit is one call that writes the pieces which it
 * changes (`visit-pieces.ts`). The browser takes a call whole or not at all, so the worker may die at any time. What a worker has read
 * or written it keeps in memory as long as it lives: nobody else writes there.
 *
 * Long because: what may happen to a record is read side by side.
 */
import type { Browser } from 'wxt/browser';
import type { Clock } from '../clock.ts';
import type { LogEntry } from '../log-entry.ts';
import type { Observation } from '../observation.ts';
import type { ReadMessage } from '../read-message.ts';
import { redated } from '../redate.ts';
import { foldObservations } from '../fold-observations.ts';
import {
  COOKIE_TABS,
  EVICTED,
  FULL_VIEW_SINCE,
  LAST_CLOCK,
  LEFT_KEY,
  LEFT_PAGE,
  leftKey,
  readLeft,
  RECORDER,
  SALT,
  type LeftPage,
  type SessionValue,
} from '../stored-session.ts';
import { openVisit, seesAllRequests, type CookieTab, type Visit } from '../visit.ts';
import { fromStored, toStored } from '../stored-value.ts';
import { pieceKeys, visitKey } from '../piece-keys.ts';
import { changedPieces, readHead, RecordReader, tabsIn } from '../visit-pieces.ts';

/** Most pages that are remembered because their records had to make room; the oldest give way. */
const MAX_EVICTED = 300;
/** Most visits that are kept in memory, of the tabs that were asked for last; some hundred kilobytes each at most. */
const MAX_IN_MEMORY = 8;

type Area = Pick<Browser.storage.StorageArea, 'get' | 'set' | 'remove'>;

type LedgerClock = Pick<Clock, 'now' | 'ahead' | 'goOn'>;

/** What changed: the tab, and its visit after the change (null when it was forgotten). */
export type LedgerListener = (tab: number, visit: Visit | null) => void;

/** Remembers what each tab has shown. All methods queue behind one another and settle in the order in which they were called. */
export class SessionLedger {
  readonly #area: Area;
  readonly #onChange: LedgerListener;
  readonly #clock: LedgerClock | null;
  #queue: Promise<unknown> = Promise.resolve();
  /** By tab, the one that was asked for last at the end; null: no record stands there. */
  readonly #memory = new Map<number, Visit | null>();
  /** What stands beside the records, by its key, as it was last read or written: it is asked for with each look and each burst of requests. */
  readonly #beside = new Map<string, unknown>();
  /** Visits that stand in the storage in pieces, as they are: only what differs need be written. */
  readonly #inPieces = new WeakSet<Visit>();
  /** Tabs with a record that is damaged, or of a later version. */
  readonly #unreadable = new Set<number>();
  /** Hears of each thing that happens to a record; null while nobody follows. */
  #follower: ((entry: LogEntry) => void) | null = null;
  /** Settles when it is known which records are of pages that are still there; null from then on. */
  #known: Promise<unknown> | null = null;

  /** `clock`: dates what the background sees; it goes on from where the worker before this one left it. */
  constructor(area: Area, onChange: LedgerListener, clock: LedgerClock | null = null) {
    this.#area = area;
    this.#onChange = onChange;
    this.#clock = clock;
    void this.#enqueue(() => this.#goOn()).catch(() => undefined);
  }

  /**
   * Takes a message of the page that a tab shows. The order of visits is the order in which their pages say that they begin: no
   * clock is asked. What a frame saw goes to the visit only while the page is the one that the frame stands in. Gives the
   * visit as it is now, or null when the message was of no visit. `browserDocument`: the browser's own id of the document
   * that sent it, where it gives one.
   */
  take(tab: number, read: ReadMessage, browserDocument?: string): Promise<Visit | null> {
    return this.#enqueue(async () => {
      const { message, dropped } = this.#clock === null ? read : redated(read, this.#clock);
      const visit = await this.#read(tab);
      if (message.frame === 'frame') {
        if (visit === null || message.root !== visit.root || message.type === 'opened') return visit;
        // Where the page is, only the page itself reports.
        const seen = message.observations.filter(({ kind }) => kind !== 'page');
        return this.#fold(tab, visit, seen, dropped);
      }
      if (message.type === 'opened') {
        if (visit?.document === message.document) return visit;
        const begun = openVisit(
          message.document,
          message.startedAt,
          message.page,
          visit ?? (await this.#left(tab)),
          browserDocument ?? null,
        );
        const written = await this.#write(
          tab,
          message.root === undefined ? begun : { ...begun, root: message.root },
          visit,
        );
        this.#tell(tab, written);
        return written;
      }
      if (visit?.document !== message.document) return null;
      return this.#fold(tab, visit, message.observations, dropped);
    });
  }

  /**
   * Ends the visit of a page that the tab shows no more, and its record with it; nothing happens where another page is there by
   * now. `root`: the document that is left. What was removed on it is remembered for the next page of the same host.
   */
  leave(tab: number, root: string): Promise<void> {
    return this.#enqueue(async () => {
      const visit = await this.#read(tab);
      if (visit === null ? !this.#unreadable.has(tab) : visit.root !== root) return;
      if (visit !== null && visit.gone.length > 0) {
        const { address, gone } = visit;
        await this.#area.set({ [leftKey(tab)]: toStored(LEFT_PAGE, { address, gone }) });
      }
      await this.#remove(tab);
      this.#tellLeft(tab, visit);
      this.#onChange(tab, null);
    });
  }

  /**
   * Tells each thing that happens to a record from now on, after all pages that have one; null ends it. What comes meanwhile waits for
   * `wanted`: called in the first turn of a worker, it hears of all that this worker takes. A `wanted` that rejects counts as null.
   */
  follow(wanted: Promise<((entry: LogEntry) => void) | null>): Promise<void> {
    return this.#enqueue(async () => {
      this.#follower = await wanted.catch(() => null);
      if (this.#follower !== null) for (const [tab, visit] of await this.#all()) this.#tell(tab, visit);
    });
  }

  /** Whether the record of this page had to make room for others. True once: the page then reports everything anew. */
  wasEvicted(root: string): Promise<boolean> {
    return this.#enqueue(async () => {
      const evicted = await this.#evicted();
      if (!evicted.includes(root)) return false;
      await this.#keep(
        EVICTED,
        evicted.filter((one) => one !== root),
      );
      return true;
    });
  }

  /**
   * Has all that no page itself reports wait until it is known which records are of pages that are still there. A worker that has
   * slept does not know: a page may have gone meanwhile. To be called before anything else.
   */
  waitFor(known: Promise<unknown>): void {
    const settled = known
      .catch(() => undefined)
      .finally(() => {
        if (this.#known === settled) this.#known = null;
      });
    this.#known = settled;
  }

  /** Adds what the background itself saw of a visit (its cookies); dropped when the tab shows another document by now. */
  record(tab: number, document: string, observations: readonly Observation[]): Promise<Visit | null> {
    return this.#enqueueKnown(async () => {
      const visit = await this.#read(tab);
      if (visit?.document !== document || observations.length === 0) return visit;
      return this.#fold(tab, visit, observations, 0);
    });
  }

  /**
   * Adds what the browser reported of the tab's requests: the facts that `of` gives for the visit that the tab shows. Gives the visit.
   */
  takeFromNetwork(tab: number, of: (visit: Visit) => readonly Observation[]): Promise<Visit | null> {
    return this.#enqueueKnown(async () => {
      const visit = await this.#read(tab);
      const facts = visit === null ? [] : of(visit);
      return visit === null || facts.length === 0 ? visit : this.#fold(tab, visit, facts, 0);
    });
  }

  /** Since when the browser reports all requests, as first asked in this session or since it was ended; else `now`. */
  fullViewSince(now: number): Promise<number> {
    return this.#enqueue(async () => {
      const known = await this.#kept(FULL_VIEW_SINCE);
      if (known === null) await this.#keep(FULL_VIEW_SINCE, now);
      return known ?? now;
    });
  }

  /** The browser reports all requests no longer: every record that was made with its help says so. */
  endFullView(now: number): Promise<void> {
    return this.#enqueue(async () => {
      if ((await this.#kept(FULL_VIEW_SINCE)) === null) return;
      for (const [tab, visit] of await this.#all()) {
        if (seesAllRequests(visit))
          await this.#fold(tab, visit, [{ kind: 'view', at: now, view: 'full', state: 'late', ended: true }], 0);
      }
      await this.#drop(FULL_VIEW_SINCE);
    });
  }

  /** The visit of a tab, after everything that was queued before. */
  visit(tab: number): Promise<Visit | null> {
    return this.#enqueue(() => this.#read(tab));
  }

  /** All tabs with a visit. */
  visits(): Promise<Map<number, Visit>> {
    return this.#enqueueKnown(() => this.#all());
  }

  /** All records, those of pages that have gone without a message among them. */
  records(): Promise<Map<number, Visit>> {
    return this.#enqueue(() => this.#all());
  }

  async #all(): Promise<Map<number, Visit>> {
    const found = new Map<number, Visit>();
    const stored = await this.#area.get(null);
    for (const tab of tabsIn(stored)) {
      const visit = this.#memory.get(tab) ?? this.#take(tab, stored);
      if (visit !== null) found.set(tab, visit);
    }
    return found;
  }

  /** Forgets a tab. */
  forget(tab: number): Promise<void> {
    return this.#enqueue(async () => {
      const visit = this.#follower === null ? null : await this.#read(tab);
      await this.#remove(tab, [leftKey(tab)]);
      this.#tellLeft(tab, visit);
      this.#onChange(tab, null);
    });
  }

  /**
   * Forgets all tabs, and the salt with them: what is recorded from now on cannot be compared with what was. Gives the number
   * of tabs. A page that is still open and reports on its old visit is ignored, since that visit is gone. A recording that runs is
   * the person's own, and goes on.
   */
  forgetAll(): Promise<number> {
    return this.#enqueue(async () => {
      const stored = await this.#area.get(null);
      const followed = this.#follower === null ? null : await this.#all();
      await this.#area.remove(Object.keys(stored).filter((key) => key !== RECORDER.key));
      this.#memory.clear();
      this.#beside.clear();
      this.#unreadable.clear();
      const tabs = tabsIn(stored);
      for (const tab of tabs) {
        this.#tellLeft(tab, followed?.get(tab) ?? null);
        this.#onChange(tab, null);
      }
      return tabs.length;
    });
  }

  /** The browser session's salt for hashes of identifiers; made once, gone when the browser closes. */
  salt(): Promise<string> {
    return this.#enqueue(async () => {
      const known = await this.#kept(SALT);
      if (known !== null) return known;
      const made = crypto.randomUUID();
      await this.#keep(SALT, made);
      return made;
    });
  }

  /** What `rememberCookieTabs` was last given: a worker that was restarted need not read all records for it. */
  cookieTabs(): Promise<Readonly<Record<string, CookieTab>>> {
    return this.#enqueue(async () => (await this.#kept(COOKIE_TABS)) ?? {});
  }

  /** Remembers, for each tab, whose cookies are looked at. */
  rememberCookieTabs(tabs: Readonly<Record<string, CookieTab>>): Promise<void> {
    return this.#enqueue(() =>
      Object.keys(tabs).length === 0 ? this.#drop(COOKIE_TABS) : this.#keep(COOKIE_TABS, tabs),
    );
  }

  async #read(tab: number): Promise<Visit | null> {
    const known = this.#memory.get(tab);
    if (known === undefined) {
      const visit = this.#take(tab, await this.#area.get(pieceKeys(tab)));
      this.#remember(tab, visit);
      return visit;
    }
    this.#remember(tab, known);
    return known;
  }

  /** The visit of a tab in what was read of the storage. */
  #take(tab: number, stored: Readonly<Record<string, unknown>>): Visit | null {
    const reader = new RecordReader(tab);
    reader.takeAll(stored);
    const found = reader.read();
    if (found.state === 'none') this.#unreadable.delete(tab);
    else if (found.state !== 'read') this.#unreadable.add(tab);
    if (found.state !== 'read') return null;
    if (reader.isInPieces) this.#inPieces.add(found.value);
    return found.value;
  }

  #remember(tab: number, visit: Visit | null): void {
    this.#memory.delete(tab);
    this.#memory.set(tab, visit);
    if (this.#memory.size <= MAX_IN_MEMORY) return;
    for (const oldest of this.#memory.keys()) {
      this.#memory.delete(oldest);
      return;
    }
  }

  /** Removes the record of a tab, and what stands under some keys beside it. */
  async #remove(tab: number, beside: readonly string[] = []): Promise<void> {
    await this.#area.remove([...pieceKeys(tab), ...beside]);
    this.#unreadable.delete(tab);
    this.#remember(tab, null);
  }

  async #left(tab: number): Promise<LeftPage | null> {
    const key = leftKey(tab);
    return readLeft((await this.#area.get(key))[key]);
  }

  async #evicted(): Promise<readonly string[]> {
    return (await this.#kept(EVICTED)) ?? [];
  }

  /** What is kept under a key; null where there is nothing that can be read. */
  async #kept<T>(shape: SessionValue<T>): Promise<T | null> {
    if (this.#beside.has(shape.key)) return this.#beside.get(shape.key) as T | null;
    const found = fromStored(shape, (await this.#area.get(shape.key))[shape.key]);
    const value = found.state === 'read' ? found.value : null;
    this.#beside.set(shape.key, value);
    return value;
  }

  async #keep<T>(shape: SessionValue<T>, value: T): Promise<void> {
    await this.#area.set({ [shape.key]: toStored(shape, value) });
    this.#beside.set(shape.key, value);
  }

  async #drop({ key }: { readonly key: string }): Promise<void> {
    await this.#area.remove(key);
    this.#beside.set(key, null);
  }

  #tell(tab: number, visit: Visit): void {
    this.#follower?.({ kind: 'page', at: visit.since, tab, visit });
  }

  #tellLeft(tab: number, visit: Visit | null): void {
    if (visit === null) return;
    const at = this.#clock?.now() ?? visit.updatedAt;
    this.#follower?.({ kind: 'left', at, tab, document: visit.document });
  }

  async #fold(tab: number, visit: Visit, observations: readonly Observation[], dropped: number): Promise<Visit> {
    const malformed: readonly Observation[] =
      dropped === 0
        ? []
        : [{ kind: 'limit', at: visit.updatedAt, observer: 'messages', reason: 'failed', count: dropped }];
    const facts = [...observations, ...malformed];
    const written = await this.#write(tab, foldObservations(visit, facts), visit);
    const { document, ahead } = written;
    this.#follower?.({ kind: 'facts', tab, document, observations: facts, ...(ahead === undefined ? {} : { ahead }) });
    return written;
  }

  async #goOn(): Promise<void> {
    if (this.#clock === null) return;
    const last = await this.#kept(LAST_CLOCK);
    if (last !== null) this.#clock.goOn(last.time, last.ahead);
  }

  /** `before`: what stands there now. */
  async #write(tab: number, undated: Visit, before: Visit | null): Promise<Visit> {
    const time = this.#clock?.now() ?? 0;
    const ahead = this.#clock?.ahead() ?? 0;
    const visit = ahead === 0 ? undated : { ...undated, ahead };
    const isInPieces = before !== null && this.#inPieces.has(before);
    // A record that cannot be read leaves nothing behind.
    if (before === null && this.#unreadable.has(tab)) await this.#remove(tab);
    // In one step: a worker that dies leaves no record that is ahead of the clock, and none of which a part is missing.
    const kept = {
      ...changedPieces(tab, visit, isInPieces ? before : null),
      ...(this.#clock === null ? {} : { [LAST_CLOCK.key]: toStored(LAST_CLOCK, { time, ahead }) }),
    };
    try {
      await this.#area.set(kept);
    } catch (error) {
      // Full: a hundred tabs of 100 kB fill the 10 MB. The tab that was looked at longest ago makes room, once.
      await this.#makeRoom(tab);
      await this.#area.set(kept).catch(() => {
        throw error;
      });
    }
    this.#inPieces.add(visit);
    this.#remember(tab, visit);
    this.#onChange(tab, visit);
    return visit;
  }

  /** The tabs whose records were written longest ago lose them; their pages are asked to report anew (`wasEvicted`). */
  async #makeRoom(keep: number): Promise<void> {
    const stored = await this.#area.get(null);
    const others = tabsIn(stored)
      .flatMap((tab) => {
        const head = readHead(stored[visitKey(tab)]);
        return head === null || tab === keep ? [] : [{ tab, ...head }];
      })
      .sort((a, b) => a.updatedAt - b.updatedAt);
    const oldest = others.slice(0, Math.max(1, Math.ceil(others.length / 10)));
    // What pages before have left behind goes first of all.
    const left = Object.keys(stored).filter((key) => LEFT_KEY.test(key) && key !== leftKey(keep));
    await this.#area.remove([...left, ...oldest.flatMap(({ tab }) => pieceKeys(tab))]);
    for (const { tab } of oldest) {
      this.#memory.delete(tab);
      this.#onChange(tab, null);
    }
    const roots = oldest.flatMap(({ root }) => root ?? []);
    await this.#keep(EVICTED, [...(await this.#evicted()), ...roots].slice(-MAX_EVICTED));
  }

  /** As `#enqueue`, once it is known which pages are still there. */
  #enqueueKnown<T>(task: () => Promise<T>): Promise<T> {
    return this.#known === null ? this.#enqueue(task) : this.#known.then(() => this.#enqueue(task));
  }

  /** One after the other; a failure is its caller's and stops nobody behind it. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
