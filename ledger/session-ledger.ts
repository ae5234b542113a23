/** The only writer of `storage.session`: one promise chain, one key per tab, the value a JSON string. The worker may die at any time. */
import type { Browser } from 'wxt/browser';
import type { Observation } from './observation';
import type { ReadMessage } from './read-message';
import { serialise } from './bounded-list';
import { foldObservations } from './fold-observations';
import { openVisit, type Visit } from './visit';

/** Key of a tab's visit in `storage.session`. */
export function visitKey(tab: number): string {
  return `visit:${tab}`;
}

const VISIT_KEY = /^visit:(\d+)$/;
const SALT_KEY = 'salt';
const FULL_VIEW_KEY = 'full-view-since';

/** A visit read from storage, or null when there is none or it is of another version. */
export function readVisit(stored: unknown): Visit | null {
  if (typeof stored !== 'string') return null;
  try {
    const visit = JSON.parse(stored) as { readonly version?: unknown } | null;
    return visit?.version === 2 ? (visit as Visit) : null;
  } catch {
    return null;
  }
}

type Area = Pick<Browser.storage.StorageArea, 'get' | 'set' | 'remove'>;

/** What changed: the tab, and its visit after the change (null when it was forgotten). */
export type LedgerListener = (tab: number, visit: Visit | null) => void;

/** Remembers what each tab has shown. All methods queue behind one another and settle in the order in which they were called. */
export class SessionLedger {
  readonly #area: Area;
  readonly #onChange: LedgerListener;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(area: Area, onChange: LedgerListener) {
    this.#area = area;
    this.#onChange = onChange;
  }

  /**
   * Takes a message of a page. A page that began later than the tab's visit opens a new visit; a late message of an
   * earlier page is dropped; what a frame of the same owner saw goes to the page's visit if the frame is not older than it.
   * Gives the visit as it is now, or null when the message was of no visit. `browserDocument`: the browser's own id of the
   * document that sent it, where it tells one.
   */
  take(tab: number, { message, dropped }: ReadMessage, browserDocument?: string): Promise<Visit | null> {
    return this.#enqueue(async () => {
      const visit = await this.#read(tab);
      if (message.frame === 'frame') {
        if (visit === null || message.startedAt < visit.startedAt || message.type === 'opened') return visit;
        return this.#fold(tab, visit, message.observations, dropped);
      }
      if (message.type === 'opened') {
        if (visit?.document === message.document || (visit !== null && visit.startedAt > message.startedAt))
          return visit;
        return this.#write(
          tab,
          openVisit(message.document, message.startedAt, message.page, visit, browserDocument ?? null),
        );
      }
      if (visit?.document !== message.document) return null;
      return this.#fold(tab, visit, message.observations, dropped);
    });
  }

  /** Adds what the background itself saw of a visit (its cookies); dropped when the tab shows another document by now. */
  record(tab: number, document: string, observations: readonly Observation[]): Promise<Visit | null> {
    return this.#enqueue(async () => {
      const visit = await this.#read(tab);
      if (visit?.document !== document || observations.length === 0) return visit;
      return this.#fold(tab, visit, observations, 0);
    });
  }

  /**
   * Adds what the browser told of the tab's requests: the facts that `of` gives for the visit that the tab shows. Gives the visit.
   */
  takeFromNetwork(tab: number, of: (visit: Visit) => readonly Observation[]): Promise<Visit | null> {
    return this.#enqueue(async () => {
      const visit = await this.#read(tab);
      const facts = visit === null ? [] : of(visit);
      return visit === null || facts.length === 0 ? visit : this.#fold(tab, visit, facts, 0);
    });
  }

  /** Since when the browser tells of all requests, as first asked in this session or since it was ended; else `now`. */
  fullViewSince(now: number): Promise<number> {
    return this.#enqueue(async () => {
      const known = (await this.#area.get(FULL_VIEW_KEY))[FULL_VIEW_KEY];
      if (typeof known !== 'number') await this.#area.set({ [FULL_VIEW_KEY]: now });
      return typeof known === 'number' ? known : now;
    });
  }

  /** The browser tells of all requests no longer. */
  endFullView(): Promise<void> {
    return this.#enqueue(() => this.#area.remove(FULL_VIEW_KEY));
  }

  /** The visit of a tab, after everything that was queued before. */
  visit(tab: number): Promise<Visit | null> {
    return this.#enqueue(() => this.#read(tab));
  }

  /** All tabs with a visit. */
  visits(): Promise<Map<number, Visit>> {
    return this.#enqueue(async () => {
      const found = new Map<number, Visit>();
      for (const [key, stored] of Object.entries(await this.#area.get(null))) {
        const tab = VISIT_KEY.exec(key)?.[1];
        const visit = tab === undefined ? null : readVisit(stored);
        if (tab !== undefined && visit !== null) found.set(Number(tab), visit);
      }
      return found;
    });
  }

  /** Forgets a tab. */
  forget(tab: number): Promise<void> {
    return this.#enqueue(async () => {
      await this.#area.remove(visitKey(tab));
      this.#onChange(tab, null);
    });
  }

  /**
   * Forgets all tabs, and the salt with them: what is recorded from now on cannot be compared with what was. Gives the number
   * of tabs. A page that is still open and reports on its old visit is not heard any more, since that visit is gone.
   */
  forgetAll(): Promise<number> {
    return this.#enqueue(async () => {
      const keys = Object.keys(await this.#area.get(null));
      await this.#area.remove(keys);
      const tabs = keys.flatMap((key) => VISIT_KEY.exec(key)?.[1] ?? []).map(Number);
      for (const tab of tabs) this.#onChange(tab, null);
      return tabs.length;
    });
  }

  /** The browser session's salt for hashes of identifiers; made once, gone when the browser closes. */
  salt(): Promise<string> {
    return this.#enqueue(async () => {
      const known = (await this.#area.get(SALT_KEY))[SALT_KEY];
      if (typeof known === 'string') return known;
      const made = crypto.randomUUID();
      await this.#area.set({ [SALT_KEY]: made });
      return made;
    });
  }

  async #read(tab: number): Promise<Visit | null> {
    const key = visitKey(tab);
    return readVisit((await this.#area.get(key))[key]);
  }

  #fold(tab: number, visit: Visit, observations: readonly Observation[], dropped: number): Promise<Visit> {
    const malformed: readonly Observation[] =
      dropped === 0
        ? []
        : [{ kind: 'limit', at: visit.updatedAt, observer: 'messages', reason: 'failed', count: dropped }];
    return this.#write(tab, foldObservations(visit, [...observations, ...malformed]));
  }

  async #write(tab: number, visit: Visit): Promise<Visit> {
    try {
      await this.#area.set({ [visitKey(tab)]: serialise(visit) });
    } catch (error) {
      // Full: a hundred tabs of 100 kB fill the 10 MB. The tab that was looked at longest ago makes room, once.
      await this.#makeRoom(tab);
      await this.#area.set({ [visitKey(tab)]: serialise(visit) }).catch(() => {
        throw error;
      });
    }
    this.#onChange(tab, visit);
    return visit;
  }

  async #makeRoom(keep: number): Promise<void> {
    const others = Object.entries(await this.#area.get(null))
      .map(([key, stored]) => ({ key, visit: readVisit(stored) }))
      .filter(({ key, visit }) => visit !== null && key !== visitKey(keep))
      .sort((a, b) => (a.visit?.updatedAt ?? 0) - (b.visit?.updatedAt ?? 0));
    const oldest = others.slice(0, Math.max(1, Math.ceil(others.length / 10))).map(({ key }) => key);
    await this.#area.remove(oldest);
  }

  /** One after the other; a failure is its caller's and stops nobody behind it. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
