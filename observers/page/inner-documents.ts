/**
 * The documents of frames with a `javascript:` address that gives none (`javascript:false`): the page fills them itself, and
 * Chromium starts no content script there. The page's own script reads them as parts of the page.
 */
import { toAddress } from '../../ledger/observation.ts';
import { queryIdentifiers } from '../../recognition/query-identifiers.ts';
import { clock } from '../clock.ts';
import { withoutFragment } from '../../recognition/web-address.ts';
import type { PageObserver } from './observer.ts';
import { isPixelAddress } from './pixel-addresses.ts';

/** Most requests of such frames that are told of in a visit. */
const MAX_REQUESTS = 500;
/** Longest name of an initiator. */
const MAX_INITIATOR = 40;

/** Reports what such frames load: each has a timeline of its own. What became of a load is not known. */
export const observeInnerRequests: PageObserver = (watch) => {
  const followed = new WeakSet<Document>();
  let reportedCount = 0;

  function reportEntry(entry: PerformanceResourceTiming, age: number): void {
    const url = withoutFragment(entry.name);
    const address = toAddress(url);
    const at = clock.now() - age;
    if (address === null || address.scheme === 'other' || at < watch.since) return;
    reportedCount += 1;
    if (reportedCount > MAX_REQUESTS) {
      if (reportedCount === MAX_REQUESTS + 1)
        watch.report({ kind: 'limit', at: clock.now(), observer: 'requests', reason: 'too-many', count: 0 });
      return;
    }
    watch.report({
      kind: 'request',
      at,
      address,
      initiator: entry.initiatorType.slice(0, MAX_INITIATOR),
      failed: null,
      pixel: isPixelAddress(address, entry.initiatorType),
      identifiers: queryIdentifiers(url, watch.salt),
    });
  }

  watch.onDom((changes) => {
    for (const inner of changes.inner) {
      if (followed.has(inner)) continue;
      followed.add(inner);
      const view = inner.defaultView as (Window & Pick<typeof globalThis, 'PerformanceObserver'>) | null;
      if (view === null) continue;
      const observer = new view.PerformanceObserver((list) => {
        for (const entry of list.getEntries() as PerformanceResourceTiming[])
          reportEntry(entry, view.performance.now() - entry.startTime);
      });
      observer.observe({ type: 'resource', buffered: true });
      watch.signal.addEventListener('abort', () => {
        observer.disconnect();
      });
    }
  });
};
