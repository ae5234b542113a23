/**
 * The requests of the document, from Resource Timing: it names the hosts of other companies too, beacons and failed loads
 * among them, with no permission for those hosts. WebSockets and what frames of other companies load are not in it.
 */
import { toAddress, type Address } from '../../ledger/observation';
import { queryIdentifiers } from '../../recognition/query-identifiers';
import { clock } from '../clock';
import { withoutFragment, type LoadOutcomes } from './load-outcomes';
import type { PageObserver } from './observer';
import { isPixelAddress } from './pixel-addresses';

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
/** Most hosts and addresses that are remembered; after that the memory starts over. */
const MAX_REMEMBERED = 1000;

/** An address of the kinds that lead to a company; null for files of extensions, data and the like. */
function webAddress(url: string): Address | null {
  const address = toAddress(url);
  return address === null || address.scheme === 'other' ? null : address;
}

/** The host is known to have answered, whatever it said. */
function hasAnswer({ responseStatus, transferSize, encodedBodySize }: PerformanceResourceTiming): boolean {
  return responseStatus > 0 || transferSize > 0 || encodedBodySize > 0;
}

/** Makes the observer of requests; `outcomes` began to listen with the document, before any visit was opened. */
export function observeResources(outcomes: LoadOutcomes): PageObserver {
  return ({ report, salt, signal, since }) => {
    const searched = new Map<string, number>();
    /** Failed addresses that have been told; `true` while no entry of theirs has come. */
    const failuresTold = new Map<string, boolean>();
    let held: PerformanceResourceTiming[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let dropped = 0;

    function tell(url: string, address: Address, at: number, initiator: string, failed: boolean | null): void {
      if (searched.size > MAX_REMEMBERED) searched.clear();
      const times = (searched.get(address.host) ?? 0) + 1;
      searched.set(address.host, times);
      report({
        kind: 'request',
        at: clock.at(at),
        address,
        initiator: initiator.slice(0, MAX_INITIATOR),
        failed,
        pixel: outcomes.pixels.has(url) || isPixelAddress(address, initiator),
        identifiers: times > MAX_SEARCHED_PER_HOST ? [] : queryIdentifiers(url, salt),
      });
    }

    function tellEntry(entry: PerformanceResourceTiming): void {
      const url = withoutFragment(entry.name);
      const address = webAddress(url);
      if (address === null) return;
      const hasFailed = outcomes.failed.has(url);
      const isToldAlready = failuresTold.get(url) === true;
      // Told once: an error event that comes after this entry is no other request.
      failuresTold.set(url, false);
      // An entry that comes after its failure was told on its own is not another request.
      if (isToldAlready) return;
      tell(url, address, entry.startTime, entry.initiatorType, hasAnswer(entry) ? false : hasFailed || null);
    }

    /** Whether an image may still turn out to be a pixel. */
    function isAwaited({ name, initiatorType, responseEnd, startTime }: PerformanceResourceTiming): boolean {
      if (initiatorType !== 'img' || signal.aborted || outcomes.ended.has(withoutFragment(name))) return false;
      const address = webAddress(name);
      if (address === null || isPixelAddress(address, initiatorType)) return false;
      return performance.now() - Math.max(responseEnd, startTime) < IMAGE_PATIENCE;
    }

    function settle(): void {
      clearTimeout(timer);
      timer = undefined;
      if (failuresTold.size > MAX_REMEMBERED) failuresTold.clear();
      const entries = held;
      held = [];
      for (const entry of entries) {
        if (isAwaited(entry)) held.push(entry);
        else tellEntry(entry);
      }
      if (held.length > 0) settleSoon();
      for (const [url, at] of outcomes.failed) {
        const address = clock.at(at) < since || failuresTold.has(url) ? null : webAddress(url);
        if (address === null) continue;
        failuresTold.set(url, true);
        tell(url, address, at, 'error', true);
      }
      if (dropped > 0) {
        report({ kind: 'limit', at: clock.now(), observer: 'requests', reason: 'too-many', count: dropped });
        dropped = 0;
      }
    }

    function settleSoon(): void {
      timer ??= setTimeout(settle, HOLDING_TIME);
    }

    function hold(entries: PerformanceEntryList): void {
      for (const entry of entries as PerformanceResourceTiming[]) {
        // A request belongs to the visit in which it ended: only then is it told of.
        if (clock.at(Math.max(entry.responseEnd, entry.startTime)) >= since) held.push(entry);
      }
      settleSoon();
    }

    const observer = new PerformanceObserver((list, _observer, details?: { droppedEntriesCount?: number }) => {
      dropped += details?.droppedEntriesCount ?? 0;
      hold(list.getEntries());
    });
    observer.observe({ type: 'resource', buffered: true });
    outcomes.onFailure(settleSoon, signal);
    signal.addEventListener('abort', () => {
      hold(observer.takeRecords());
      observer.disconnect();
      settle();
    });
    settleSoon();
  };
}
