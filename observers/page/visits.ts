/**
 * When does a visit begin and end? A document is one visit, and a single-page site makes a new one out of each of its
 * pages. What is seen belongs to the visit in which it was seen.
 *
 * Long because: all that begins and ends a visit is read side by side.
 */
import { toAddress, type PageObservation } from '../../ledger/observation.ts';
import type {
  ObservedMessage,
  OpenedMessage,
  OpenedReply,
  PageOpenedMessage,
  PresentPage,
} from '../../ledger/messages.ts';
import { clock } from '../clock.ts';
import { documentBegan, randomId } from './document-facts.ts';
import type { VisitObserver } from './observer.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { documentAddress } from './page-elements.ts';
import { followPlace } from './page-place.ts';
import { isHidden, onDocument } from './safe-document.ts';

/** How the visits of a document reach the background. */
export interface VisitBorder {
  readonly open: (message: OpenedMessage) => Promise<OpenedReply>;
  readonly send: (message: ObservedMessage) => void;
  /** The page is left: what the ledger holds of it is of no page any more. */
  readonly left: (root: string) => void;
  /** False when the extension was updated or removed under the page: then all ends. */
  readonly mayReport: () => boolean;
}

/** Observers by their names, which the report of a failure carries. */
export type Observers = Readonly<Record<string, VisitObserver>>;

/** The visits of a document. */
export interface Visits {
  /** Reports everything anew as a visit of its own: the person asked, or the record was lost. */
  readonly again: () => void;
  /** The permission for the site was taken back: nothing more is told, until it is given again or the person asks to look. */
  readonly withhold: () => void;
  /** The permission is there again: what was withheld since begins anew. */
  readonly allowAgain: () => void;
  /** Starts further observers, in this visit and in those after it. What bears a known name is passed over. */
  readonly add: (more: Observers) => void;
  /** Which page this is; null in a frame, and when nothing is watched any more. */
  readonly present: () => PresentPage | null;
  /** A person looks: what was seen is told at once, what the observers still hold included, and for some seconds what comes is told soon. */
  readonly tell: () => void;
  /** To a frame: the page around it has opened a visit, in which the frame tells what it still shows. */
  readonly pageOpened: (message: PageOpenedMessage) => void;
  /** A recording has begun, or has ended. */
  readonly record: (isRecording: boolean) => void;
  /** Since when the visit runs: what ended before belongs to an earlier one. */
  readonly since: () => number;
}

/** Where a new visit starts from. */
interface Beginning {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** What ended before belongs to an earlier visit. Milliseconds since 1970. */
  readonly since: number;
  readonly late: boolean;
}

interface Visit extends Beginning {
  readonly document: string;
  readonly outbox: Outbox;
  readonly controller: AbortController;
  /** The page that a frame stands in, as it answered; a page itself has none. */
  page: PresentPage | null;
  /** The page around the frame has another visit by now: what still waits is of neither. */
  isOver: boolean;
  /** A person has looked at its record, or a recording has ended: what was asked for is asked of those that come later, too. */
  isAsked: boolean;
  /** Starts observers; null before the background has answered, when nothing is told of the visit. */
  start: ((observers: Observers) => void) | null;
}

/** What a message says of the clock that dates it. */
function aheadOfWall(): { readonly ahead?: number } {
  const ahead = clock.ahead();
  return ahead === 0 ? {} : { ahead };
}

/** A frame begins its new visit so much after the page, to whose visit it belongs. Milliseconds. */
const AFTER_THE_PAGE = 100;
/** How often it is seen whether the extension is still there: a page that rests reports nothing, and would never know. Milliseconds. */
const ALIVE_EVERY = 2000;

/**
 * Watches the document until the extension goes away; `stop` hears of it. `late`: whether it had been there for some time.
 */
export function watchVisits(first: Observers, border: VisitBorder, late: boolean, stop: () => void): Visits {
  let observers = first;
  const frame = window === window.top ? 'top' : 'frame';
  const root = randomId();
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const asked = new EventTarget();
  let isWithheld = false;
  let entering: ReturnType<typeof setTimeout> | undefined;
  const checkPlace = followPlace(signal, {
    moved() {
      if (current.controller.signal.aborted) return;
      // A visit that was left before it was looked at (a page that sends on at once) hands its time to the next.
      const { start, since, late: wasLate } = current;
      if (start === null) enter({ since, late: wasLate });
      else enter({ since: clock.now(), late: false });
    },
    renamed() {
      const fact = pageFact(current.late);
      if (frame === 'top' && fact !== null) current.outbox.add(fact);
    },
  });
  let current = begin({ startedAt: documentBegan(), since: clock.at(0), late });

  function pageFact(isLate: boolean): PageObservation | null {
    const address = toAddress(documentAddress());
    return address === null ? null : { kind: 'page', at: clock.now(), address, late: isLate };
  }

  function begin(beginning: Beginning): Visit {
    const page = pageFact(beginning.late);
    const head = { document: randomId(), startedAt: beginning.startedAt, frame } as const;
    const outbox = createOutbox((observations) => {
      checkPlace();
      const of = frame === 'top' ? root : visit.page?.root;
      if (!border.mayReport()) end();
      // A frame in a page that nobody watches is of no visit.
      else if (of !== undefined && !visit.isOver && !isWithheld)
        border.send({ type: 'observed', ...head, ...aheadOfWall(), root: of, observations });
    });
    const controller = new AbortController();
    const visit: Visit = {
      ...beginning,
      document: head.document,
      outbox,
      controller,
      page: null,
      isOver: false,
      isAsked: false,
      start: null,
    };
    // A frame without an address of any kind holds nothing that a page would not tell of.
    if (page !== null) {
      void border
        .open({ type: 'opened', ...head, ...aheadOfWall(), ...(frame === 'top' ? { root } : {}), page })
        .then((reply) => {
          if ('off' in reply) {
            end();
          } else if (!controller.signal.aborted) {
            visit.page = reply.page ?? null;
            if (reply.recording === true) outbox.tellApart(true);
            if (frame === 'top' || visit.page !== null) observe(visit, reply);
          }
        });
    }
    return visit;
  }

  function observe(visit: Visit, { salt, site }: Exclude<OpenedReply, { off: unknown }>): void {
    const { since, outbox, controller } = visit;
    const report = outbox.add;
    visit.start = (some) => {
      for (const [observer, start] of Object.entries(some)) {
        try {
          start({
            report,
            salt,
            site,
            since,
            frame,
            signal: controller.signal,
            onAsked: (handOver) => {
              asked.addEventListener('asked', handOver, { signal: controller.signal });
              // Who looked before this observer had come is waiting for it.
              if (visit.isAsked)
                queueMicrotask(() => {
                  if (!controller.signal.aborted) handOver();
                });
            },
          });
        } catch {
          report({ kind: 'limit', at: clock.now(), observer, reason: 'failed', count: 0 });
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
    if (isWithheld) return;
    leave();
    const go = (): void => {
      if (!signal.aborted && !isWithheld) current = begin({ ...beginning, startedAt: clock.now() });
    };
    clearTimeout(entering);
    if (frame === 'top') go();
    else entering = setTimeout(go, AFTER_THE_PAGE);
  }

  function again(): void {
    isWithheld = false;
    if (!signal.aborted) enter({ since: current.since, late: true });
  }

  function end(): void {
    lifetime.abort();
    current.controller.abort();
    stop();
  }

  const events = { signal };
  const alive = setInterval(() => {
    if (!border.mayReport()) end();
  }, ALIVE_EVERY);
  signal.addEventListener('abort', () => {
    clearInterval(alive);
  });
  addEventListener(
    'pagehide',
    ({ isTrusted }) => {
      // A page may send such an event to itself, and would be rid of its record.
      if (!isTrusted) return;
      leave();
      if (frame === 'top') border.left(root);
    },
    events,
  );
  addEventListener(
    'pageshow',
    ({ persisted, isTrusted }) => {
      if (!isTrusted) return;
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
    again,
    withhold() {
      // What was seen before goes out.
      leave();
      isWithheld = true;
    },
    allowAgain() {
      // A frame hears it from its page, which is asked first.
      if (isWithheld && frame === 'top') again();
    },
    add(more) {
      const fresh = Object.fromEntries(Object.entries(more).filter(([name]) => !Object.hasOwn(observers, name)));
      observers = { ...observers, ...fresh };
      if (!current.controller.signal.aborted) current.start?.(fresh);
    },
    present: () => (frame === 'top' && !signal.aborted ? { root, document: current.document } : null),
    tell() {
      if (current.controller.signal.aborted) return;
      current.isAsked = true;
      asked.dispatchEvent(new Event('asked'));
      current.outbox.hurry();
    },
    pageOpened(page) {
      if (frame === 'top' || signal.aborted || current.page?.document === page.document) return;
      // What it told before is in the record of an earlier visit. One that has told nothing yet hands its time to the next.
      const since = current.start === null ? current.since : clock.now();
      current.isOver = true;
      isWithheld = false;
      enter({ since, late: false });
    },
    record(isRecording) {
      current.outbox.tellApart(isRecording);
    },
    since: () => current.since,
  };
}
