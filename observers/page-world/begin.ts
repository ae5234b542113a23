/**
 * Meets the half of Liner Notes that the page cannot reach, and begins to listen only then: where nobody answers (a private
 * window, an extension that is gone) nothing of the page is touched.
 *
 * Both halves run before the page's first script, in an order that no browser promises. Whichever comes second finds the other:
 * this one offers a port, at once and when it is asked. The first element that comes into the document ends it.
 */
import { readCalls, takeCall } from './calling-script.ts';
import { createNotes } from './notes.ts';
import { free, getter, prototypeOf } from './primordials.ts';
import { ASK, OFFER, SILENT, STOP, TELL } from './report-format.ts';
import { watchCanvas } from './watch-canvas.ts';
import { watchReadOuts } from './watch-read-outs.ts';
import { watchWrites } from './watch-writes.ts';
import { hideWrappers, isReplaced, stopListening } from './wrap.ts';

/* eslint-disable @typescript-eslint/unbound-method -- `free` calls them with their receiver */
const post = free(MessagePort.prototype.postMessage);
const target = EventTarget.prototype;
const listen = free(target.addEventListener);
const unlisten = free(target.removeEventListener);
const dispatch = free(target.dispatchEvent);
const NativeMessage = MessageEvent;
const root = getter(prototypeOf('Document'), 'documentElement');
// The window's own, before the page can put others there. They need no receiver.
const startTimer = setTimeout;
const whenIdle = requestIdleCallback;
/** How long a report waits for an idle moment, in milliseconds. Without a prototype, where the page could add to it. */
const IDLE_WITHIN = { __proto__: null, timeout: 500 } as IdleRequestOptions;
/** Reports that may go unanswered, half a second apart: a page may be busy for long. */
const PATIENCE = 60;
/* eslint-enable @typescript-eslint/unbound-method */

/** `theirs`: the end of the port that the other half has. */
function watchPage(port: MessagePort, theirs: MessagePort): void {
  let isLeaving = false;
  let unanswered = 0;
  const send = (report: string): void => {
    // What is posted arrives after the page has gone; what is dispatched, at once.
    if ((unanswered += 1) > PATIENCE) stopListening();
    else if (isLeaving) dispatch(theirs, new NativeMessage('message', { data: report }));
    else post(port, report);
  };
  const calls = { take: (api: string) => takeCall(api, isReplaced()), read: readCalls };
  const notes = createNotes(send, calls, (run, pause) => {
    startTimer(() => {
      whenIdle(run, IDLE_WITHIN);
    }, pause);
  });
  try {
    port.onmessage = ({ data }) => {
      // From now on nothing is heard.
      if (data === STOP) stopListening();
      unanswered = 0;
      if (data === TELL) notes.flush();
    };
    listen(
      window,
      'pagehide',
      () => {
        isLeaving = true;
        notes.flush();
        isLeaving = false;
      },
      true,
    );
    // Without it the page could tell our functions from its own, so none is put in place.
    if (hideWrappers()) {
      watchWrites(notes);
      watchReadOuts(notes, watchCanvas(notes));
      return;
    }
  } catch {
    // The page has broken what we need.
  }
  send(SILENT);
  stopListening();
}

/** Offers a port; true when it was taken. */
function offer(): boolean {
  const { port1, port2 } = new MessageChannel();
  const event = new MessageEvent(OFFER, { cancelable: true, ports: [port2] });
  if (dispatch(document, event) === true) return false;
  watchPage(port1, port2);
  return true;
}

/** Whether no script of the page can have run: there is nothing in the document yet. */
function isFresh(): boolean {
  // By the prototype's own getter: an image of the page may be called "documentElement".
  return (root(document) as Element | null)?.firstChild == null;
}

function meet(): void {
  const fresh = isFresh();
  if (offer() || !fresh) return;
  const asked = (): void => {
    stop();
    if (isFresh()) offer();
  };
  const growing = new MutationObserver(() => {
    stop();
  });
  function stop(): void {
    growing.disconnect();
    unlisten(document, ASK, asked, true);
  }
  growing.observe(document, { childList: true, subtree: true });
  listen(document, ASK, asked, true);
}

/** Begins, or does nothing at all. Throws nothing into the page. */
export function begin(): void {
  try {
    meet();
  } catch {
    // A page that has broken events before we came is left alone.
  }
}
