/**
 * Frames without an address of their own (`about:blank`, `srcdoc`, `blob:`, `javascript:`): the page makes them and fills them, so
 * what they ask and load is the page's. Pages with advertising have dozens, most of them empty: one that has nothing in it costs
 * no message.
 */
import { attribute, documentHolds, hasAttribute, resolved } from './page-elements.ts';
import { isScriptedFrame } from './page-roots.ts';

/**
 * Whether the document has come from no address: a frame of the page's own making, or a tab that shows nothing yet. A document that
 * is written into such a frame bears the address of the page that wrote it, so the frame's element counts too.
 */
export function isWithoutAddress(): boolean {
  if (!/^https?:$/.test(location.protocol)) return true;
  const frame = window.frameElement;
  return (
    frame !== null && (hasAttribute(frame, 'srcdoc') || !/^https?:/.test(resolved(attribute(frame, 'src') || 'about:')))
  );
}

/** Whether such a document is a frame to be looked at from inside: the page's script reads those that the browser may leave without one. */
export function isFrameToWatch(): boolean {
  const frame = window.frameElement;
  return window !== window.top && (frame === null || !isScriptedFrame(frame));
}

/** What a frame must hold to be worth a look. */
const FILLING = 'script,img,iframe,frame,link,form,input,select,textarea,a,button,object,embed,video,audio';

/** Runs, once, as soon as the document has loaded something or holds something that may ask or load. */
export function whenFilled(run: () => void): void {
  const requests = new PerformanceObserver(filled);
  const elements = new MutationObserver(checkFilled);
  let done = false;

  function filled(): void {
    if (done) return;
    done = true;
    requests.disconnect();
    elements.disconnect();
    run();
  }
  function checkFilled(): void {
    if (documentHolds(FILLING)) filled();
  }

  requests.observe({ type: 'resource', buffered: true });
  // `document.open` takes away the listeners of a document, and leaves this.
  elements.observe(document, { childList: true, subtree: true });
  checkFilled();
}
