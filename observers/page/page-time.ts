/**
 * Starts the observers that look at what stands in a page and at what it keeps, in the page's own time: one after another while it is
 * idle. What a page loses by them must not be felt, and nothing that they look at is gone in between.
 */
import { clock } from '../clock.ts';
import { inTurns, watchDom } from './dom-scan.ts';
import type { PageObserver, VisitObserver } from './observer.ts';

/** Observers by their names, which the report of a failure carries. */
export type PageObservers = Readonly<Record<string, PageObserver>>;

/**
 * One observer that stands for all of these. `atOnce` are not put off: what a tool stores meanwhile would look as if it had been there before.
 * The others that have not been started when the visit ends are started then, to tell what they see.
 */
export function observeInPageTime(observers: PageObservers, atOnce: PageObservers = {}): VisitObserver {
  return (visit) => {
    const visiting = new AbortController();
    const { signal } = visiting;
    const onDom = watchDom(signal);
    const starts = (some: PageObservers): (() => void)[] =>
      Object.entries(some).map(([observer, observe]) => () => {
        const failed = (): void => {
          visit.report({ kind: 'limit', at: clock.now(), observer, reason: 'failed', count: 0 });
        };
        try {
          observe({
            ...visit,
            signal,
            onDom: (scan) => {
              onDom(scan, failed);
            },
          });
        } catch {
          failed();
        }
      });
    for (const start of starts(atOnce)) start();
    const startAll = inTurns(signal, starts(observers));
    visit.signal.addEventListener('abort', () => {
      startAll();
      visiting.abort();
    });
  };
}
