/** Does a page that is not on the list carry the marks of an organisation that we know? Looks a few times, and tells nothing but yes. */
import type { MarkObservation } from '../../ledger/observation.ts';
import type { SeenMark } from '../../recognition/mark-verdict.ts';
import { clock } from '../clock.ts';
import type { PageObserver } from './observer.ts';
import { wholePage } from './page-changes.ts';

/**
 * When a page is looked at, in milliseconds after the start: at once, and for what its scripts add. Every page of the web
 * pays for these looks, so they are few, in idle time, and nothing listens in between. What comes later is missed.
 */
export const LOOKS: readonly number[] = [0, 1000, 4000, 10_000];
/** Longest wait for idle time, milliseconds. */
const IDLE_PATIENCE = 2000;

/**
 * Looks for marks until they prove whose the page is, then calls `proven`, once. What is found before stays in a list that
 * goes with the page. `isProven` weighs the marks for the page's host.
 */
export function watchForMarks(
  observe: PageObserver,
  isProven: (host: string, seen: readonly SeenMark[]) => boolean,
  proven: () => void,
): void {
  const search = new AbortController();
  const { signal } = search;
  const marks: MarkObservation[] = [];
  addEventListener(
    'pagehide',
    ({ isTrusted }) => {
      if (isTrusted) search.abort();
    },
    { signal },
  );
  observe({
    signal,
    salt: '',
    site: '',
    since: clock.at(0),
    frame: 'top',
    report(observation) {
      if (observation.kind !== 'mark' || signal.aborted) return;
      marks.push(observation);
      if (!isProven(location.hostname, marks)) return;
      search.abort();
      proven();
    },
    // Nobody looks at what is not watched yet.
    onAsked: () => undefined,
    onDom(scan) {
      const scanNow = (): void => {
        if (!signal.aborted) scan(wholePage());
      };
      for (const after of LOOKS) setTimeout(() => requestIdleCallback(scanNow, { timeout: IDLE_PATIENCE }), after);
    },
  });
}
