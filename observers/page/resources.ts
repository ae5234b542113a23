/**
 * The requests of the document, from Resource Timing: it names the hosts of other companies too, beacons and failed loads
 * among them, with no permission for those hosts. WebSockets and what frames of other companies load are not in it.
 *
 * Long because: what becomes of a request by its entry and by its events is read side by side.
 */
import { toAddress, type Address } from '../../ledger/observation.ts';
import { queryIdentifiers, type KnownParameters } from '../../recognition/query-identifiers.ts';
import { clock } from '../clock.ts';
import { withoutFragment } from '../../recognition/web-address.ts';
import type { LoadOutcomes } from './load-outcomes.ts';
import type { VisitObserver } from './observer.ts';
import { isPixelAddress, tellsPage } from './pixel-addresses.ts';
import { followResources, hurryResources, type ResourceEntry } from './resource-entries.ts';
import { readyState } from './safe-document.ts';

/** How long a request waits for the event that tells whether its load failed, in milliseconds. */
export const HOLDING_TIME = 100;
/**
 * How long an image waits for its load event, which a busy page brings late, in milliseconds. Images outside of the document
 * never bring one.
 */
export const IMAGE_PATIENCE = 1000;
/** Longest name of an initiator: a page can make one up as the name of an element. */
const MAX_INITIATOR = 40;
/** Identifiers are looked for in so many requests to a host; a page that calls one host without end repeats itself. */
const MAX_SEARCHED_PER_HOST = 100;
/** Most hosts and addresses that are remembered: of hosts the memory then starts over, of addresses the oldest give way. */
const MAX_REMEMBERED = 1000;

/** How long requests wait while the page loads, which has better things to do: then many are read together. Milliseconds. */
export const LOADING_TIME = 1000;

/** How many milliseconds of the page's thread are taken at once, and how long the rest may wait for an idle moment. */
const SLICE = 4;
const IDLE_PATIENCE = 250;
/** How a request began of which no event ever tells whether it failed: a script made it, or a style sheet. */
const WITHOUT_EVENT = /^(?:fetch|xmlhttprequest|beacon|ping|css)$/;

/** An address of the kinds that lead to a company; null for files of extensions, data and the like. */
function webAddress(url: string): Address | null {
  const address = toAddress(url);
  return address === null || address.scheme === 'other' ? null : address;
}

/** An entry that is not told yet, with its address, which is read once. */
interface HeldEntry {
  readonly entry: ResourceEntry;
  readonly url: string;
  /** Undefined: not read yet. */
  address: Address | null | undefined;
}

function addressOf(held: HeldEntry): Address | null {
  if (held.address === undefined) held.address = webAddress(held.url);
  return held.address;
}

function remember(kept: Set<string>, url: string): void {
  // The newest last.
  kept.delete(url);
  kept.add(url);
  if (kept.size <= MAX_REMEMBERED) return;
  for (const oldest of kept) {
    kept.delete(oldest);
    return;
  }
}

/** Makes the observer of requests; `outcomes` began to listen with the document, before any visit was opened. */
export function observeResources(outcomes: LoadOutcomes): VisitObserver {
  return ({ report, salt, signal, since, onAsked }) => {
    const searched = new Map<string, number>();
    const knownParameters: KnownParameters = new Map();
    /** Addresses of the last entries that were told: an error event that comes after its entry is no other request. */
    const entriesTold = new Set<string>();
    /** Failures that have been told, by the time at which each was heard; and those of them whose entry may yet come. */
    const reportedAt = new Map<string, number>();
    const awaitsEntry = new Set<string>();
    let held: HeldEntry[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let dropped = 0;

    /** Whether a call of the address is there only for the call. */
    function isPixel(url: string, address: Address, initiator: string): boolean {
      if (outcomes.pixels.has(url) || isPixelAddress(address, initiator)) return true;
      return initiator === 'img' && !outcomes.ended.has(url) && tellsPage(url, location.hostname);
    }

    function reportRequest(url: string, address: Address, at: number, initiator: string, failed: boolean | null): void {
      if (searched.size > MAX_REMEMBERED) searched.clear();
      const times = (searched.get(address.host) ?? 0) + 1;
      searched.set(address.host, times);
      report({
        kind: 'request',
        at: clock.at(at),
        address,
        initiator: initiator.slice(0, MAX_INITIATOR),
        failed,
        // What did not load told nobody anything, as far as we know.
        pixel: failed !== true && isPixel(url, address, initiator),
        identifiers: times > MAX_SEARCHED_PER_HOST ? [] : queryIdentifiers(url, salt, knownParameters),
      });
    }

    function reportEntry(held: HeldEntry, address: Address): void {
      const { entry, url } = held;
      const failedAt = outcomes.failed.get(url);
      if (failedAt !== undefined) reportedAt.set(url, failedAt);
      remember(entriesTold, url);
      // An entry that comes after its failure was told on its own is not another request.
      if (awaitsEntry.delete(url)) return;
      const failed = entry.isAnswered ? false : failedAt !== undefined || null;
      reportRequest(url, address, entry.startTime, entry.initiatorType, failed);
    }

    const age = ({ responseEnd, startTime }: ResourceEntry): number =>
      performance.now() - Math.max(responseEnd, startTime);

    /** Whether an image may still turn out to be a pixel. */
    function isAwaited({ entry, url }: HeldEntry, address: Address): boolean {
      if (entry.initiatorType !== 'img' || signal.aborted || outcomes.ended.has(url)) return false;
      return !isPixelAddress(address, 'img') && age(entry) < IMAGE_PATIENCE;
    }

    /** Whether the event that tells what became of it may still come. */
    function isOpen({ entry, url }: HeldEntry): boolean {
      if (WITHOUT_EVENT.test(entry.initiatorType) || entry.isAnswered || outcomes.failed.has(url)) return false;
      return age(entry) < HOLDING_TIME;
    }

    /**
     * Tells what is held, for as long as `budget` lasts (milliseconds). `early`: before the time of each has come, so that those of which
     * an event may still tell something stay.
     */
    function settle(budget: number, early = false): void {
      clearTimeout(timer);
      timer = undefined;
      const began = performance.now();
      const entries = held;
      held = [];
      let failed = 0;
      let isCut = false;
      for (const [index, one] of entries.entries()) {
        // The clock is asked for every eighth entry.
        if (index % 8 === 7 && performance.now() - began > budget) {
          held.push(...entries.slice(index));
          isCut = true;
          break;
        }
        try {
          const address = addressOf(one);
          if (address === null) continue;
          if (isAwaited(one, address) || (early && isOpen(one))) held.push(one);
          else reportEntry(one, address);
        } catch {
          // One that cannot be read takes none of the others with it.
          failed += 1;
        }
      }
      if (failed > 0) report({ kind: 'limit', at: clock.now(), observer: 'requests', reason: 'failed', count: failed });
      if (isCut) {
        // What failed is told once all entries are: one of them may be of it.
        settleWhenIdle();
        return;
      }
      if (held.length > 0) settleSoon();
      for (const [url, at] of outcomes.failed) {
        const address = clock.at(at) < since || reportedAt.get(url) === at ? null : webAddress(url);
        if (address === null) continue;
        reportedAt.set(url, at);
        if (entriesTold.has(url)) continue;
        awaitsEntry.add(url);
        reportRequest(url, address, at, 'error', true);
      }
      // What is remembered of failures goes with them.
      for (const url of reportedAt.keys()) {
        if (outcomes.failed.has(url)) continue;
        reportedAt.delete(url);
        awaitsEntry.delete(url);
      }
      if (dropped > 0) {
        report({ kind: 'limit', at: clock.now(), observer: 'requests', reason: 'too-many', count: dropped });
        dropped = 0;
      }
    }

    function settleSome(): void {
      // A visit that is over has told all.
      if (!signal.aborted) settle(SLICE);
    }

    function settleWhenIdle(): void {
      requestIdleCallback(settleSome, { timeout: IDLE_PATIENCE });
    }

    function settleSoon(): void {
      timer ??= setTimeout(settleWhenIdle, readyState() === 'complete' ? HOLDING_TIME : LOADING_TIME);
    }
    addEventListener(
      'load',
      () => {
        if (timer === undefined) return;
        clearTimeout(timer);
        timer = setTimeout(settleWhenIdle, HOLDING_TIME);
      },
      { signal },
    );

    // A request belongs to the visit in which it ended: only then is it told of.
    followResources({
      since,
      signal,
      take(entries) {
        for (const entry of entries) held.push({ entry, url: withoutFragment(entry.name), address: undefined });
        settleSoon();
      },
      missed(count) {
        dropped += count;
        settleSoon();
      },
    });
    outcomes.onFailure(settleSoon, signal);
    signal.addEventListener('abort', () => {
      settle(Infinity);
    });
    onAsked(() => {
      hurryResources();
      settle(Infinity, true);
    });
    settleSoon();
  };
}
