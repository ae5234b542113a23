/**
 * Full view: while the person allows all sites, what the browser tells of requests goes to the visit of the tab that made them.
 * Requests of other tabs wait a few seconds in memory for a visit that never comes, and are forgotten.
 */
import { browser } from 'wxt/browser';
import type { Observation } from '../../ledger/observation';
import type { Visit } from '../../ledger/visit';
import { clock } from '../clock';
import { followAllSites, hasAllSites, isListed } from './all-sites';
import { factsOf, type SeenRequest } from './request-facts';
import { canSeeRequests, listenToRequests } from './requests';
import { isOfThePage } from './start-looking';
import { belongsTo, DOCUMENT_PATIENCE, PATIENCE, WaitingRequests, type Gathered } from './waiting-requests';

/** Milliseconds between the first request and the moment when it is handed on with others. */
export const GATHERING_TIME = 250;
/** In the place of a tab's number: what no tab shows. */
const NO_TAB = -1;

/** What the rest of the background tells it. */
export interface FullView {
  /** A page of a tab has opened a visit. */
  readonly opened: (tab: number) => void;
}

/** What it needs of the ledger (`SessionLedger`). */
interface Ledger {
  readonly fullViewSince: (now: number) => Promise<number>;
  readonly endFullView: () => Promise<void>;
  readonly salt: () => Promise<string>;
  readonly takeFromNetwork: (tab: number, of: (visit: Visit) => readonly Observation[]) => Promise<Visit | null>;
  readonly visits: () => Promise<ReadonlyMap<number, Visit>>;
}

/**
 * Chromium does not say whether a request without a tab is a private window's. So while such windows are open to the extension,
 * none of these is kept. Firefox says it of each request.
 */
async function mayBePrivate(): Promise<boolean> {
  if (!(await browser.extension.isAllowedIncognitoAccess())) return false;
  return (await browser.windows.getAll()).some(({ incognito }) => incognito);
}

/**
 * Starts it, and follows the permission from then on. Must be called in the first turn of a worker. `told` gets the visit of a tab
 * each time that something was added to it.
 */
export function startFullView(ledger: Ledger, told: (tab: number, visit: Visit) => void): FullView {
  const waiting = new WaitingRequests();
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Whether all sites are allowed: `webRequest` alone sees nothing but the listed sites asking each other. */
  let allowed: Promise<boolean> = Promise.resolve(false);

  function flushAll(): void {
    for (const tab of waiting.tabs()) flush(tab);
  }

  function flushSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      flushAll();
    }, GATHERING_TIME);
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

  async function give(
    tab: number,
    { requests, leftOut }: Gathered,
    belongs: (seen: SeenRequest, visit: Visit) => boolean,
  ): Promise<readonly SeenRequest[]> {
    const now = clock.now();
    const [since, salt] = await Promise.all([ledger.fullViewSince(now), ledger.salt()]);
    let left = requests;
    const visit = await ledger.takeFromNetwork(tab, (known) => {
      const ours = requests.filter((seen) => belongs(seen, known));
      left = requests.filter((seen) => !ours.includes(seen));
      const watched = new Map<string, boolean>();
      const isWatched = (host: string): boolean => {
        const is = watched.get(host) ?? (isOfThePage(host, known.address.host) || isListed(host));
        watched.set(host, is);
        return is;
      };
      const facts: Observation[] = ours.flatMap((seen) => factsOf(seen, isWatched, salt));
      if (known.fullView === null) {
        const state = known.late || since > known.startedAt ? 'late' : 'from-start';
        facts.unshift({ kind: 'view', at: Math.max(since, known.since), view: 'full', state });
      }
      if (leftOut > 0) facts.push({ kind: 'limit', at: now, observer: 'network', reason: 'too-many', count: leftOut });
      return facts;
    });
    if (visit !== null) told(tab, visit);
    return left;
  }

  async function handOver(tab: number, opened: boolean): Promise<void> {
    if (!(await allowed)) return;
    const gathered = waiting.take(tab);
    const left = await give(tab, gathered, (seen, visit) => belongsTo(seen, visit, { now: clock.now(), opened }));
    const oldest = clock.now() - PATIENCE;
    const young = left.filter(({ at }) => at > oldest);
    for (const seen of young) waiting.add(seen);
    if (young.length > 0) flushLater();
  }

  async function handOverBackground(): Promise<void> {
    const gathered = waiting.take(NO_TAB);
    if (!(await allowed) || (await mayBePrivate())) return;
    const asking = new Set(gathered.requests.map(({ by }) => by));
    for (const [tab, { address }] of await ledger.visits()) {
      if (!asking.has(address.host)) continue;
      const now = clock.now();
      await give(
        tab,
        { requests: gathered.requests.filter(({ by }) => by === address.host), leftOut: 0 },
        (seen, visit) => visit.address.host === seen.by && belongsTo(seen, visit, { now, opened: false }),
      );
    }
  }

  function begin(): void {
    stop ??= listenToRequests((seen) => {
      waiting.add(seen);
      flushSoon();
    });
  }

  async function settle(): Promise<boolean> {
    const isAllowed = canSeeRequests() && (await hasAllSites());
    if (isAllowed) {
      begin();
      await ledger.fullViewSince(clock.now());
      return true;
    }
    stop?.();
    stop = null;
    waiting.clear();
    await ledger.endFullView();
    return false;
  }

  if (canSeeRequests()) begin();
  allowed = settle().catch(() => false);
  followAllSites(() => {
    allowed = allowed.then(settle).catch(() => false);
    // Pages that are open already are looked at from now on.
    void allowed.then(async (isAllowed) => {
      if (isAllowed) for (const tab of (await ledger.visits()).keys()) flush(tab);
    });
  });

  return {
    opened: (tab) => {
      flush(tab, true);
    },
  };
}
