/** Meets the script in the page's own world, before the page's first script, and gives the port over which it tells what it notes. */
import { ASK, OFFER } from '../page-world/report-format.ts';
import { documentElement } from './safe-document.ts';

/** How long the other half may take where the person asked for a look. Milliseconds. */
const PATIENCE = 5000;

/** The other half, or the wait for it. */
export interface Meeting {
  /** True when scripts of the page may have run before. */
  readonly late: boolean;
  /** Runs once it is known whether the other half is there; null when it is not. */
  readonly whenMet: (run: (port: MessagePort | null) => void) => void;
}

/**
 * Looks for the other half, which may have come before or may come at any moment. In a document that has nothing in it yet, all
 * ends before its first element is parsed, so that no script of the page can hear or say anything.
 */
export function meetPageWorld(): Meeting {
  const late = documentElement()?.firstChild != null;
  let answer: MessagePort | null | undefined;
  let waiting: ((port: MessagePort | null) => void)[] = [];
  const lifetime = new AbortController();

  const settle = (port: MessagePort | null): void => {
    if (answer !== undefined) return;
    answer = port;
    lifetime.abort();
    for (const run of waiting) run(port);
    waiting = [];
  };
  // Called on the prototype: an element may bear the name of a method of the document.
  const add = EventTarget.prototype.addEventListener.bind(document);
  add(
    OFFER,
    (event) => {
      const port = (event as Partial<MessageEvent>).ports?.[0];
      if (port === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      settle(port);
    },
    { capture: true, signal: lifetime.signal },
  );
  if (!late) EventTarget.prototype.dispatchEvent.call(document, new Event(ASK));
  if (!lifetime.signal.aborted) {
    const growing = new MutationObserver(() => {
      settle(null);
    });
    if (late) setTimeout(settle, PATIENCE, null);
    else growing.observe(document, { childList: true, subtree: true });
    lifetime.signal.addEventListener('abort', () => {
      growing.disconnect();
    });
  }
  return {
    late,
    whenMet(run) {
      if (answer === undefined) waiting.push(run);
      else run(answer);
    },
  };
}
