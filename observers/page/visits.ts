/**
 * When does a visit begin and end? A document is one visit, and a single-page site makes a new one out of each of its
 * pages. What is seen belongs to the visit in which it was seen.
 */
import { toAddress, type PageObservation } from '../../ledger/observation';
import type { ObservedMessage, OpenedMessage, OpenedReply } from '../../ledger/messages';
import { clock } from '../clock';
import { documentBegan, randomId } from './document-facts';
import { watchDom } from './dom-scan';
import type { PageObserver } from './observer';
import { createOutbox, type Outbox } from './outbox';
import { documentBase, isHidden, onDocument } from './safe-document';

/** How the visits of a document reach the background. */
export interface VisitBorder {
  readonly open: (message: OpenedMessage) => Promise<OpenedReply>;
  readonly send: (message: ObservedMessage) => void;
  /** False in a private window, and when the extension was updated or removed under the page: then all ends. */
  readonly mayReport: () => boolean;
}

/** Observers by their names, which the report of a failure carries. */
export type Observers = Readonly<Record<string, PageObserver>>;

/** The visits of a document. */
export interface Visits {
  /** Reports everything anew as a visit of its own: the person asked, or the record was lost. */
  readonly again: () => void;
  /** Starts further observers, in this visit and in those after it. What bears a known name is passed over. */
  readonly add: (more: Observers) => void;
}

/** Where a new visit starts from. */
interface Beginning {
  /** Orders the visits of a tab. Milliseconds since 1970. */
  readonly startedAt: number;
  /** What ended before belongs to an earlier visit. Milliseconds since 1970. */
  readonly since: number;
  readonly late: boolean;
}

interface Visit extends Beginning {
  readonly outbox: Outbox;
  readonly controller: AbortController;
  /** Starts observers; null before the background has answered, when nothing is told of the visit. */
  start: ((observers: Observers) => void) | null;
}

/** A frame begins its new visit so much after the page, to whose visit it belongs. Milliseconds. */
const AFTER_THE_PAGE = 100;

/**
 * Watches the document until the extension goes away; `stop` hears of it. `late`: whether it had been there for some time.
 */
export function watchVisits(first: Observers, border: VisitBorder, late: boolean, stop: () => void): Visits {
  let observers = first;
  const frame = window === window.top ? 'top' : 'frame';
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let place = location.pathname + location.search;
  let entering: ReturnType<typeof setTimeout> | undefined;
  let current = begin({ startedAt: documentBegan(), since: clock.at(0), late });

  function begin(beginning: Beginning): Visit {
    const address = toAddress(location.href) ?? toAddress(documentBase());
    const head = { document: randomId(), startedAt: beginning.startedAt, frame } as const;
    const outbox = createOutbox((observations) => {
      lookAtPlace();
      if (border.mayReport()) border.send({ type: 'observed', ...head, observations });
      else end();
    });
    const visit: Visit = { ...beginning, outbox, controller: new AbortController(), start: null };
    // A frame without an address of any kind holds nothing that a page would not tell of.
    if (address !== null) {
      const page: PageObservation = { kind: 'page', at: clock.now(), address, late: beginning.late };
      void border.open({ type: 'opened', ...head, page }).then((reply) => {
        if ('off' in reply) end();
        else if (!visit.controller.signal.aborted) observe(visit, reply);
      });
    }
    return visit;
  }

  function observe(visit: Visit, { salt, site }: Exclude<OpenedReply, { off: unknown }>): void {
    const { since, outbox, controller } = visit;
    const onDom = watchDom(controller.signal);
    const report = outbox.add;
    visit.start = (some) => {
      for (const [observer, start] of Object.entries(some)) {
        const failed = (): void => {
          report({ kind: 'limit', at: clock.now(), observer, reason: 'failed', count: 0 });
        };
        try {
          start({
            report,
            salt,
            site,
            since,
            frame,
            signal: controller.signal,
            onDom: (scan) => {
              onDom(scan, failed);
            },
          });
        } catch {
          failed();
        }
      }
    };
    visit.start(observers);
  }

  /** Observers hand over what they still hold when the visit aborts; then all of it goes out. */
  function leave(): void {
    if (current.controller.signal.aborted) return;
    current.controller.abort();
    current.outbox.flush();
  }

  function enter(beginning: Omit<Beginning, 'startedAt'>): void {
    leave();
    place = location.pathname + location.search;
    const go = (): void => {
      if (!signal.aborted) current = begin({ ...beginning, startedAt: clock.now() });
    };
    clearTimeout(entering);
    if (frame === 'top') go();
    else entering = setTimeout(go, AFTER_THE_PAGE);
  }

  function end(): void {
    lifetime.abort();
    current.controller.abort();
    stop();
  }

  /** A new path or query is a new page of the site; an address that only lost or changed its query in place is not. */
  function lookAtPlace(how?: NavigationType | null): void {
    const before = place;
    place = location.pathname + location.search;
    if (place === before || current.controller.signal.aborted) return;
    if (how === 'replace' && before.split('?', 1)[0] === location.pathname) return;
    // A visit that was left before it was looked at (a page that sends on at once) hands its time to the next.
    const { start, since, late: wasLate } = current;
    if (start === null) enter({ since, late: wasLate });
    else enter({ since: clock.now(), late: false });
  }

  const events = { signal };
  if ('navigation' in window) {
    navigation.addEventListener(
      'currententrychange',
      ({ navigationType }) => {
        lookAtPlace(navigationType);
      },
      events,
    );
  }
  addEventListener(
    'popstate',
    () => {
      lookAtPlace();
    },
    events,
  );
  addEventListener('pagehide', leave, events);
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      // Back from the back/forward cache: the same document, and all that it loaded is in use again.
      if (persisted) enter({ since: current.since, late: current.late });
    },
    events,
  );
  onDocument(
    'visibilitychange',
    () => {
      if (isHidden()) current.outbox.flush();
    },
    events,
  );

  return {
    again() {
      if (!signal.aborted) enter({ since: current.since, late: true });
    },
    add(more) {
      const fresh = Object.fromEntries(Object.entries(more).filter(([name]) => !Object.hasOwn(observers, name)));
      observers = { ...observers, ...fresh };
      if (!current.controller.signal.aborted) current.start?.(fresh);
    },
  };
}
