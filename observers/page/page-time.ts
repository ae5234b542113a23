/**
 * Starts the observers that look at what stands in a page and at what it keeps, in the page's own time: one after another while it is
 * idle, once it has loaded. What a page loses by them must not be felt, and nothing that they look at is gone in between.
 */
import { clock } from '../clock.ts';
import { afterLoad } from './after-load.ts';
import { watchDom, type OnDom } from './dom-scan.ts';
import { inTurns } from './idle-work.ts';
import type { PageObserver, VisitObserver } from './observer.ts';

/** Observers by their names, which the report of a failure carries. */
export type PageObservers = Readonly<Record<string, PageObserver>>;

/**
 * One observer that stands for all of these. `atOnce` are not put off: what a tool stores meanwhile would look as if it had been there before.
 * The others wait until the page has loaded, somebody looks at the record, or the person presses something in the page. What has not begun
 * when the visit ends begins then, and what has not looked at the page looks once, to tell what there is to see.
 */
export function observeInPageTime(observers: PageObservers, atOnce: PageObservers = {}): VisitObserver {
  return (visit) => {
    const visiting = new AbortController();
    const { signal } = visiting;
    /** The scans of those that do not wait, until the page's elements are looked at. */
    const early: Parameters<OnDom>[] = [];
    let dom: ReturnType<typeof watchDom> | undefined;
    const onDom: OnDom = (...scan) => {
      if (dom === undefined) early.push(scan);
      else dom.onDom(...scan);
    };
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
    const rest = inTurns(signal, starts(observers));
    function look(): NonNullable<typeof dom> {
      dom ??= watchDom(signal);
      for (const scan of early.splice(0)) dom.onDom(...scan);
      return dom;
    }
    const begin = afterLoad(signal, () => {
      look();
      rest.begin();
    });
    visit.onAsked(begin);
    visit.signal.addEventListener('abort', () => {
      rest.finish();
      look().lookOnce();
      visiting.abort();
    });
  };
}
