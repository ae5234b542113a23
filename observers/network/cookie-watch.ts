/**
 * When cookies are looked at: once when a page begins, when the browser tells of a change, when further sites are asked, and when a
 * permission comes or goes. A change costs a look at the visits that it concerns, and no reading of all records.
 *
 * Long because: these moments share one queue for each tab, and what was looked at.
 */
import { browser } from 'wxt/browser';
import type { Observation } from '../../ledger/observation.ts';
import { seesAllRequests, type Visit } from '../../ledger/visit.ts';
import { registrableDomain } from '../../recognition/registrable-domain.ts';
import { clock } from '../clock.ts';
import { pacedWork } from '../paced-work.ts';
import type { AskForCookies } from '../network-facts/cookie-answer.ts';
import { cookieKey } from '../network-facts/cookie-key.ts';
import { CookieChanges, type CookieSetting, type RemovedCookie } from '../network-facts/cookie-changes.ts';
import { addressesOf } from '../network-facts/cookie-reach.ts';
import { HeldCookies } from '../network-facts/held-cookies.ts';
import { listenSparingly } from './cookie-listening.ts';
import { askForCookies, askingOnce, storeOfTab } from './cookie-store.ts';
import { CookieTabs, type CookieTabStorage } from './cookie-tabs.ts';
import { observeCookies } from '../network-facts/cookies.ts';
import { observeOtherCookies, sitesBeside } from '../network-facts/other-cookies.ts';

/** Changes come in bursts; one look serves them all. Milliseconds. */
const CHANGE_PAUSE = 250;
/**
 * A site that goes on writing cookies is looked at no oftener than this, in milliseconds: a look has the browser hand over all that
 * it holds for the site, which costs more than everything else that is done for a page. A removal that counts waits no longer than others.
 */
const LOOK_EVERY = 2000;
/** So do the hosts of a page. */
const HOSTS_PAUSE = 1000;
/** The end of a cookie is waited for when it is no further off than this, in milliseconds: a worker rarely lives longer. */
const SOON = 60_000;
/** Browsers count the end of a cookie in whole seconds. */
const AFTER_THE_END = 1000;

/** What it needs of the ledger (`SessionLedger`). */
export interface CookieLedger extends CookieTabStorage {
  readonly salt: () => Promise<string>;
  readonly visit: (tab: number) => Promise<Visit | null>;
  readonly record: (tab: number, document: string, facts: readonly Observation[]) => Promise<Visit | null>;
}

/** What the rest of the background tells it. */
export interface CookieWatch {
  /** A page of a tab has spoken. `sender`: the tab as the browser tells of it. */
  readonly pageReported: (tab: number, visit: Visit, sender: object | undefined) => Promise<void>;
  /** The record of a tab has changed, or is gone. */
  readonly recordChanged: (tab: number, visit: Visit | null) => void;
  /** A recording runs, or has ended: every change is heard so long. */
  readonly tellApart: (isRecording: boolean) => void;
}

/** What this worker has looked at in the visit of a tab. */
interface Looked {
  readonly document: string;
  /** What was known then of the addresses of the page's own site: a cookie may be of a path that was asked later. */
  readonly addresses: string;
  /** Further sites. */
  readonly sites: Set<string>;
  readonly held: HeldCookies;
}

/** What is to be looked at in one tab. */
interface Wanted {
  /** The page's own site. */
  own: boolean;
  readonly others: Set<string>;
  readonly removed: RemovedCookie[];
  readonly set: Map<string, CookieSetting>;
  /** The newest way to ask: an older one may hold an answer from before the change. */
  ask: AskForCookies;
}

interface Options {
  /** Whether the cookies of a host may be of this page: its company's, or any company's while all sites are allowed. */
  readonly isRelevant: (host: string, visit: Visit) => boolean;
  /** Firefox keeps the cookies of others for each site apart. */
  readonly keepsApart: boolean;
  /** Whether requests are told of, too: then the cookies of dozens of sites count, and to look at all of them costs more than to hear of each change. */
  readonly isFullView: () => boolean;
  /** A record could not be written. */
  readonly trouble: (tab: number) => void;
}

/** Must be called in the first turn of a worker, or the event that woke it is lost. */
export function watchCookies(
  ledger: CookieLedger,
  { isRelevant, keepsApart, isFullView, trouble }: Options,
): CookieWatch {
  const changes = new CookieChanges();
  const tabs = new CookieTabs(ledger);
  /** Visits whose cookies this worker has looked at, by tab: a worker that was restarted looks again. */
  const checkedVisits = new Map<number, Looked>();
  const wanted = new Map<number, Wanted>();
  const running = new Map<number, Promise<void>>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const ends = new Map<number, ReturnType<typeof setTimeout>>();
  /** How much of each tab's record was searched for further sites. */
  const searched = new Map<number, string>();
  let isRecording = false;
  /** Tabs whose record this worker has seen, or has seen to be gone. */
  const seen = new Set<number>();
  /** All tabs with a record, those included of which this worker has not seen it; null before they were asked for. */
  let open: readonly number[] | null = null;
  const looks = pacedWork(
    () => {
      // When storage does not answer there is no tab to show it at; the next message of a page will.
      checkChanges().catch(() => undefined);
    },
    { after: CHANGE_PAUSE, every: LOOK_EVERY },
    clock,
  );

  const othersOf = (visit: Visit): string[] => sitesBeside(visit, isRelevant);
  const ownAddresses = (visit: Visit): string =>
    [addressesOf(visit, registrableDomain(visit.address.host)).length, visit.address.path].join(' ');

  async function checkTab(tab: number, { own, others, removed, set, ask }: Wanted): Promise<void> {
    const visit = await ledger.visit(tab);
    if (visit === null) {
      tabs.keepForNext(tab, removed);
      return;
    }
    const storeId = (await tabs.get(tab))?.storeId ?? null;
    const before = checkedVisits.get(tab);
    const known = before?.document === visit.document ? before : undefined;
    const sites = known?.sites ?? new Set<string>();
    const held = known?.held ?? new HeldCookies();
    const addresses = own ? ownAddresses(visit) : (known?.addresses ?? '');
    checkedVisits.set(tab, { document: visit.document, addresses, sites, held });
    const at = clock.now();
    const options = {
      storeId,
      salt: await ledger.salt(),
      at,
      wall: at - clock.ahead(),
      removed,
      set,
      ask: held.asking(ask, { at, unheardFrom: listening.unheardFrom, set }),
    };
    const facts = own ? await observeCookies(visit, options) : [];
    const inVisit = othersOf(visit).filter((site) => others.has(site));
    const more = await observeOtherCookies(visit, inVisit, { ...options, keepsApart, again: new Set(sites) });
    for (const site of inVisit) sites.add(site);
    const after = await ledger.record(tab, visit.document, [...facts, ...more]);
    checkWhenOneEnds(tab, after);
    // The page was left while the browser was asked: the ledger has dropped what was found, and the browser tells of a removal once.
    if (after === null) tabs.keepForNext(tab, removed);
    else if (after.document !== visit.document) void want(tab, { own, others, removed, set });
  }

  /** No browser tells when the time of a cookie is over; Chromium tells it when it is next asked. */
  function checkWhenOneEnds(tab: number, visit: Visit | null): void {
    clearTimeout(ends.get(tab));
    ends.delete(tab);
    const now = clock.now() - clock.ahead();
    const next = (visit?.items ?? [])
      .flatMap(({ removed, cookie }) => (removed ? [] : (cookie?.expiresAt ?? [])))
      .filter((end) => end > now - AFTER_THE_END && end < now + SOON);
    if (visit === null || next.length === 0) return;
    const others = new Set(othersOf(visit));
    const timer = setTimeout(() => void want(tab, { own: true, others }), Math.min(...next) - now + AFTER_THE_END);
    ends.set(tab, timer);
  }

  /** One look at a time for a tab; what is wanted meanwhile is looked at after it, in one. */
  function want(tab: number, more: Partial<Wanted>): Promise<void> {
    const now = wanted.get(tab) ?? {
      own: false,
      others: new Set<string>(),
      removed: [],
      set: new Map<string, CookieSetting>(),
      ask: askForCookies,
    };
    now.ask = more.ask ?? askForCookies;
    now.own ||= more.own === true;
    for (const site of more.others ?? []) now.others.add(site);
    // What was set before it was removed has not come back by that.
    for (const { cookie } of more.removed ?? []) now.set.delete(cookieKey(cookie));
    for (const [key, setting] of more.set ?? []) if (!now.set.has(key)) now.set.set(key, setting);
    now.removed.push(...(more.removed ?? []));
    wanted.set(tab, now);
    const last = running.get(tab) ?? Promise.resolve();
    const next = last
      .then(async () => {
        // What the browser has told by now belongs to this look: it would find the same, and not know that it is new.
        if (looks.isWaiting()) await wantChanged();
        const all = wanted.get(tab);
        wanted.delete(tab);
        if (all !== undefined) await checkTab(tab, all);
      })
      .catch(() => {
        trouble(tab);
      });
    running.set(tab, next);
    return next.finally(() => {
      if (running.get(tab) === next) running.delete(tab);
    });
  }

  /** Has the tabs that the changes concern looked at; gives these looks. */
  async function wantChanged(): Promise<{ readonly looking: readonly Promise<void>[] }> {
    const all = await tabs.all();
    open = [...all.keys()];
    looks.done();
    const burst = changes.take();
    const ask = askingOnce();
    const looking = [...all].flatMap(([tab, { site, storeId, others }]) => {
      const here = burst.filter((change) => change.storeId === storeId);
      const own = here.some((change) => change.site === site);
      const touched = here.filter((change) => change.site === site || others.includes(change.site));
      if (touched.length === 0) return [];
      const removed = touched.flatMap((change) => change.removed);
      const set = new Map(touched.flatMap((change) => [...change.set]));
      return [want(tab, { own, others: new Set(touched.map((change) => change.site)), removed, set, ask })];
    });
    return { looking };
  }

  async function checkChanges(): Promise<void> {
    await Promise.all((await wantChanged()).looking);
  }

  async function checkAll(): Promise<void> {
    const ask = askingOnce();
    await Promise.all(
      [...(await tabs.all())].map(([tab, { others }]) => want(tab, { own: true, others: new Set(others), ask })),
    );
  }

  async function checkNewSites(tab: number): Promise<void> {
    const visit = await ledger.visit(tab);
    const entry = await tabs.get(tab);
    if (visit === null || entry?.document !== visit.document) return;
    const others = othersOf(visit);
    await tabs.remember(tab, { ...entry, others });
    const checkedVisit = checkedVisits.get(tab);
    const isSeen = checkedVisit?.document === visit.document;
    const own = isSeen && checkedVisit.addresses !== ownAddresses(visit);
    const fresh = others.filter((site) => !isSeen || !checkedVisit.sites.has(site));
    if (own || fresh.length > 0) await want(tab, { own, others: new Set(fresh) });
  }

  const listening = listenSparingly({
    hear(change) {
      const kind = changes.add(change, clock.now());
      if (kind !== null) looks.ask(kind === 'removal');
      return kind;
    },
    rested() {
      checkAll().catch(() => undefined);
    },
    mayRest: () => !isRecording && !isFullView() && open?.every((tab) => seen.has(tab)) === true,
  });

  // Without the host's permission a browser tells of no change: what may no longer be looked at, or may again, is found by asking.
  const onPermission = (): void => {
    checkAll().catch(() => undefined);
  };
  browser.permissions.onAdded.addListener(onPermission);
  browser.permissions.onRemoved.addListener(onPermission);

  return {
    async pageReported(tab, visit, sender) {
      if (checkedVisits.get(tab)?.document === visit.document) return;
      checkedVisits.set(tab, { document: visit.document, addresses: '', sites: new Set(), held: new HeldCookies() });
      const entry = await tabs.get(tab);
      const storeId = entry?.storeId ?? (await storeOfTab(tab, sender).catch(() => null));
      await tabs.remember(tab, {
        document: visit.document,
        site: registrableDomain(visit.address.host),
        storeId,
        others: othersOf(visit),
      });
      open = [...(await tabs.all()).keys()];
      await want(tab, { own: true, others: new Set(othersOf(visit)), removed: [...tabs.keptForNext(tab)] });
    },
    recordChanged(tab, visit) {
      // One without a record is remembered for some seconds more.
      seen.add(tab);
      if (visit === null) {
        checkedVisits.delete(tab);
        searched.delete(tab);
        tabs.leave(tab).catch(() => undefined);
        return;
      }
      const { document, address, hosts, frames, fullView } = visit;
      listening.settle();
      const extent = [document, address.path, hosts.length, frames.length, seesAllRequests({ fullView })].join(' ');
      if (timers.has(tab) || searched.get(tab) === extent) return;
      searched.set(tab, extent);
      const timer = setTimeout(() => {
        timers.delete(tab);
        // What is not seen now is seen with the next host or the next change.
        checkNewSites(tab).catch(() => undefined);
      }, HOSTS_PAUSE);
      timers.set(tab, timer);
    },
    tellApart(now) {
      isRecording = now;
      listening.settle();
    },
  };
}
