/**
 * Full view: while the person allows all sites, what the browser tells of requests goes to the visit of the tab that made them.
 * Requests of other tabs wait a few seconds in memory for a visit that never comes, and are forgotten.
 */
import type { Observation } from '../ledger/observation.ts';
import type { Visit } from '../ledger/visit.ts';
import { clock } from '../observers/clock.ts';
import { isListed } from '../observers/listed-sites.ts';
import { pacedWork } from '../observers/paced-work.ts';
import { followAllSites, hasAllSites } from './all-sites.ts';
import { containerOf } from './tab-container.ts';
import { watchPrivateWindows } from '../observers/network/private-windows.ts';
import type { SeenRequest } from '../observers/network-facts/request-facts.ts';
import { canSeeRequests, listenToRequests } from '../observers/network/requests.ts';
import { isStillThere } from './deliver-sent-requests.ts';
import { sortOut } from '../observers/network-facts/sort-out.ts';
import { TabDocuments } from '../observers/network-facts/tab-documents.ts';
import {
  belongsTo,
  belongsToSite,
  DOCUMENT_PATIENCE,
  PATIENCE,
  WaitingRequests,
  type Gathered,
} from '../observers/network-facts/waiting-requests.ts';

/** Milliseconds between the first request and the moment when it is handed on with others. */
export const GATHERING_TIME = 250;
/** The same from one such moment to the next while requests go on: to write the record costs more than all that is done with a request. */
const HANDING_EVERY = 1000;
/** Where so many wait, they are handed on sooner, or there would be no room for those after them. */
const MANY = 500;
/** In the place of a tab's number: what no tab shows. */
const NO_TAB = -1;

/** What the rest of the background tells it. */
export interface FullView {
  /** A page of a tab has opened a visit. */
  readonly pageOpened: (tab: number) => void;
  /** A recording runs, or has ended: requests are not summed up so long. */
  readonly tellApart: (isRecording: boolean) => void;
  /** Hands over what was gathered; settles when that is done. */
  readonly handOver: () => Promise<unknown>;
  /** Whether the browser is listened to; so it is too while nobody knows yet what is allowed. */
  readonly isOn: () => boolean;
}

/** What it needs of the ledger (`SessionLedger`). */
interface Ledger {
  readonly fullViewSince: (now: number) => Promise<number>;
  readonly endFullView: (now: number) => Promise<void>;
  readonly salt: () => Promise<string>;
  readonly visit: (tab: number) => Promise<Visit | null>;
  readonly takeFromNetwork: (tab: number, of: (visit: Visit) => readonly Observation[]) => Promise<Visit | null>;
  readonly visits: () => Promise<ReadonlyMap<number, Visit>>;
}

type Belongs = (seen: SeenRequest, visit: Visit) => boolean;

/**
 * Starts it, and follows the permission from then on. Must be called in the first turn of a worker.
 */
export function startFullView(ledger: Ledger): FullView {
  const waiting = new WaitingRequests();
  const documents = new TabDocuments();
  const privateWindows = watchPrivateWindows(() => {
    waiting.take(NO_TAB);
  });
  let stop: (() => void) | null = null;
  const handing = pacedWork(flushAll, { after: GATHERING_TIME, every: HANDING_EVERY }, clock);
  /** Requests that have come since some were handed on. */
  let news = 0;
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Whether all sites are allowed: `webRequest` alone sees nothing but the listed sites asking each other. */
  let allowed: Promise<boolean> = Promise.resolve(false);

  function flushAll(): void {
    news = 0;
    for (const tab of waiting.tabs()) flush(tab);
  }

  function flushSoon(): void {
    news += 1;
    handing.ask(news === MANY);
  }

  /** What found no visit is looked at again, and forgotten when it is too old. */
  function flushLater(): void {
    lateTimer ??= setTimeout(() => {
      lateTimer = undefined;
      flushAll();
    }, DOCUMENT_PATIENCE);
  }

  function flush(tab: number, opened = false): void {
    // What cannot be written is lost; the next message of the page shows the trouble.
    queue = queue.then(() => (tab === NO_TAB ? handOverBackground() : handOver(tab, opened))).catch(() => undefined);
  }

  /** Gives to the visit of a tab what belongs to it, and gives back the rest. */
  async function give(tab: number, gathered: Gathered, belongs: Belongs): Promise<Gathered> {
    const now = clock.now();
    const [since, salt] = await Promise.all([ledger.fullViewSince(now), ledger.salt()]);
    let left = gathered;
    await ledger.takeFromNetwork(tab, (known) => {
      const sorted = sortOut(gathered, known, (seen) => belongs(seen, known), { now, since, salt, isListed });
      left = sorted.left;
      return sorted.facts;
    });
    return left;
  }

  /** Whether what cannot be told from the requests themselves is of the visit's document: it is, while the tab still shows that. */
  async function isShown(tab: number, { requests, leftOut }: Gathered): Promise<boolean> {
    const isInDoubt = (seen: SeenRequest): boolean =>
      seen.frame !== 0 && seen.top === null && documents.topOf(seen) === null;
    if (![...requests, ...leftOut].some(isInDoubt)) return false;
    const document = (await ledger.visit(tab))?.browserDocument ?? null;
    return document !== null && isStillThere(tab, document);
  }

  async function handOver(tab: number, opened: boolean): Promise<void> {
    if (!(await allowed)) return;
    const gathered = waiting.take(tab);
    const shown = await isShown(tab, gathered);
    const { requests, leftOut } = await give(tab, gathered, (seen, visit) => {
      const belongs = belongsTo(seen, visit, { now: clock.now(), opened, documents });
      return belongs === 'ask' ? shown : belongs;
    });
    const isYoung = ({ at }: SeenRequest): boolean => at > clock.now() - PATIENCE;
    const young = { requests: requests.filter(isYoung), leftOut: leftOut.filter(isYoung) };
    if (!(await allowed)) return;
    waiting.putBack(young);
    if (young.requests.length + young.leftOut.length > 0) flushLater();
  }

  async function handOverBackground(): Promise<void> {
    const gathered = waiting.take(NO_TAB);
    if (!(await allowed) || (await privateWindows.arePossible())) return;
    const asking = new Set([...gathered.requests, ...gathered.leftOut].map(({ by }) => by));
    for (const [tab, { address }] of await ledger.visits()) {
      if (!asking.has(address.host)) continue;
      const container = await containerOf(tab);
      const isHere: Belongs = (seen, visit) =>
        belongsToSite(seen, visit) && (seen.container === null || container === null || seen.container === container);
      await give(tab, gathered, isHere);
    }
  }

  function take(seen: SeenRequest): void {
    documents.note(seen);
    if (seen.tab === NO_TAB) {
      void privateWindows.arePossible().then((may) => {
        if (may) return;
        waiting.add(seen);
        flushSoon();
      });
      return;
    }
    waiting.add(seen);
    flushSoon();
  }

  async function settle(): Promise<boolean> {
    if (!canSeeRequests() || !(await hasAllSites())) {
      stop?.();
      stop = null;
      waiting.clear();
      await ledger.endFullView(clock.now());
      return false;
    }
    stop ??= listenToRequests(take);
    await ledger.fullViewSince(clock.now());
    return true;
  }

  if (canSeeRequests()) stop = listenToRequests(take);
  allowed = settle().catch(() => false);
  followAllSites(() => {
    allowed = allowed.then(settle).catch(() => false);
    // Pages that are open already are looked at from now on.
    void allowed.then(async (isAllowed) => {
      if (isAllowed) for (const tab of (await ledger.visits()).keys()) flush(tab);
    });
  });

  return {
    pageOpened: (tab) => {
      flush(tab, true);
    },
    tellApart: waiting.tellApart.bind(waiting),
    handOver() {
      flushAll();
      return queue;
    },
    isOn: () => stop !== null,
  };
}
