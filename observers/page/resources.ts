/**
 * The requests of the document, from Resource Timing: it names the hosts of other companies too, beacons and failed loads
 * among them, with no permission for those hosts. WebSockets and what frames of other companies load are not in it.
 */
import { toAddress, type Address } from '../../ledger/observation.ts';
import { queryIdentifiers } from '../../recognition/query-identifiers.ts';
import { clock } from '../clock.ts';
import { withoutFragment } from '../../recognition/web-address.ts';
import type { LoadOutcomes } from './load-outcomes.ts';
import type { VisitObserver } from './observer.ts';
import { isPixelAddress, tellsPage } from './pixel-addresses.ts';
import { followResources, type ResourceEntry } from './resource-entries.ts';

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

/** An address of the kinds that lead to a company; null for files of extensions, data and the like. */
function webAddress(url: string): Address | null {
  const address = toAddress(url);
  return address === null || address.scheme === 'other' ? null : address;
}

/** The host is known to have answered, whatever it said. */
function hasAnswer({ responseStatus, transferSize, encodedBodySize }: ResourceEntry): boolean {
  return responseStatus > 0 || transferSize > 0 || encodedBodySize > 0;
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
  return ({ report, salt, signal, since }) => {
    const searched = new Map<string, number>();
    /** Addresses of the last entries that were told: an error event that comes after its entry is no other request. */
    const entriesTold = new Set<string>();
    /** Failures that have been told, by the time at which each was heard; and those of them whose entry may yet come. */
    const reportedAt = new Map<string, number>();
    const awaitsEntry = new Set<string>();
    let held: ResourceEntry[] = [];
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
        identifiers: times > MAX_SEARCHED_PER_HOST ? [] : queryIdentifiers(url, salt),
      });
    }

    function reportEntry(entry: ResourceEntry): void {
      const url = withoutFragment(entry.name);
      const address = webAddress(url);
      if (address === null) return;
      const failedAt = outcomes.failed.get(url);
      if (failedAt !== undefined) reportedAt.set(url, failedAt);
      remember(entriesTold, url);
      // An entry that comes after its failure was told on its own is not another request.
      if (awaitsEntry.delete(url)) return;
      const failed = hasAnswer(entry) ? false : failedAt !== undefined || null;
      reportRequest(url, address, entry.startTime, entry.initiatorType, failed);
    }

    /** Whether an image may still turn out to be a pixel. */
    function isAwaited({ name, initiatorType, responseEnd, startTime }: ResourceEntry): boolean {
      if (initiatorType !== 'img' || signal.aborted || outcomes.ended.has(withoutFragment(name))) return false;
      const address = webAddress(name);
      if (address === null || isPixelAddress(address, initiatorType)) return false;
      return performance.now() - Math.max(responseEnd, startTime) < IMAGE_PATIENCE;
    }

    function settle(): void {
      clearTimeout(timer);
      timer = undefined;
      const entries = held;
      held = [];
      let failed = 0;
      for (const entry of entries) {
        try {
          if (isAwaited(entry)) held.push(entry);
          else reportEntry(entry);
        } catch {
          // One that cannot be read takes none of the others with it.
          failed += 1;
        }
      }
      if (failed > 0) report({ kind: 'limit', at: clock.now(), observer: 'requests', reason: 'failed', count: failed });
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

    function settleSoon(): void {
      timer ??= setTimeout(settle, HOLDING_TIME);
    }

    // A request belongs to the visit in which it ended: only then is it told of.
    followResources({
      since,
      signal,
      take(entries) {
        held.push(...entries);
        settleSoon();
      },
      missed(count) {
        dropped += count;
        settleSoon();
      },
    });
    outcomes.onFailure(settleSoon, signal);
    signal.addEventListener('abort', settle);
    settleSoon();
  };
}
