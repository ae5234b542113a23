/**
 * Keeps the last of what the page has sent and compares it with what is typed, while the person allows all sites. It begins when the
 * background says that it may, and ends and forgets all at the first word that it may not.
 */
import type { SentRequest } from './sent-request.ts';
import type { CompareReply } from './sent-messages.ts';
import { clock } from '../clock.ts';
import type { VisitObserver, VisitWatch } from '../page/observer.ts';
import { readyState } from '../page/safe-document.ts';
import { ownRequests, watchLoadedAddresses, type OwnDocument } from './page-requests.ts';
import { createSentRing } from './recent-requests.ts';
import { watchTypedText, type TypedTextWatch } from './typed-text.ts';

/** How it reaches the rest of the extension. */
export interface SentBorder {
  /** False when the extension was updated or removed under the page: then all ends. */
  readonly isThere: () => boolean;
  /** Asks whether all sites are allowed. */
  readonly mayCompare: () => Promise<CompareReply>;
}

/** The watch over one document. */
export interface SentWatch {
  readonly isThere: () => boolean;
  /** Asks whether it may, and begins or ends accordingly. */
  readonly begin: () => void;
  /** Stops at once, and forgets. */
  readonly end: () => void;
  /** Takes what the background tells of the tab. */
  readonly take: (requests: readonly SentRequest[]) => void;
  /** What was sent to a host, the newest first; nothing while it may not. */
  readonly of: (host: string) => SentRequest[];
  readonly observer: VisitObserver;
}

/** The clocks of the browser's processes differ by so much, in milliseconds. */
const SLACK = 5;

/**
 * When this document began to send, where the browser does not name documents: a page before it may send until it is replaced, which
 * is when the first script of this one runs.
 */
function beganToSend(): number {
  return readyState() === 'loading' && window === window.top ? clock.now() : clock.at(0);
}

/** Makes it; nothing is read before `begin`. */
export function createSentWatch({ isThere, mayCompare }: SentBorder): SentWatch {
  const ring = createSentRing();
  const began = beganToSend() - SLACK;
  let own: OwnDocument = { id: null, began };
  let on: { readonly typed: TypedTextWatch; readonly controller: AbortController } | null = null;
  /** The visit that is told of what was found. */
  let visit: VisitWatch | null = null;
  /** An answer to an older question counts no more. */
  let turn = 0;

  function end(): void {
    turn += 1;
    const ended = on;
    // First: what is told at the end is taken no more.
    on = null;
    ended?.controller.abort();
    ring.clear();
  }

  function compare(requests: readonly SentRequest[]): void {
    if (on === null) return;
    if (!isThere()) {
      end();
      return;
    }
    requests.forEach(ring.add);
    on.typed.compare(requests);
  }

  function start({ document: id }: CompareReply): void {
    // A frame is told of the requests of its tab's document, whose id is not its own.
    own = { id: window === window.top ? id : null, began };
    if (on !== null) return;
    const controller = new AbortController();
    const typed = watchTypedText(ring.of, controller.signal);
    on = { typed, controller };
    if (visit !== null && !visit.signal.aborted) typed.observer(visit);
    watchLoadedAddresses(compare, controller.signal);
  }

  return {
    isThere,
    begin() {
      turn += 1;
      const mine = turn;
      mayCompare().then(
        (reply) => {
          if (mine !== turn) return;
          if (reply.allowed) start(reply);
          else end();
        },
        () => {
          if (mine === turn) end();
        },
      );
    },
    end,
    take(requests) {
      // The browser dates by the wall clock; what is compared and kept here is dated by ours.
      const dated = requests.map((request) => ({ ...request, at: clock.ofWall(request.at) }));
      compare(ownRequests(dated, own));
    },
    of(host) {
      const ahead = clock.ahead();
      return ring.of(host).map((request) => ({ ...request, at: request.at - ahead }));
    },
    observer(begun) {
      visit = begun;
      on?.typed.observer(begun);
    },
  };
}
