/** When a page has time for what need not be seen at once: when it has loaded. */
import { readyState } from './safe-document.ts';

/** A page that loads for longer is not waited for. Milliseconds since it was parsed. */
export const LONGEST_LOAD = 3000;
/** What the person does in a page that still loads: what stands in it is read before it is gone. */
const PRESSES = ['pointerdown', 'keydown'];

/** Runs `run` once, when the page has loaded; the function that it gives runs it at once. Nothing runs after `signal` has aborted. */
export function afterLoad(signal: AbortSignal, run: () => void): () => void {
  const waiting = new AbortController();
  const go = (): void => {
    if (waiting.signal.aborted) return;
    waiting.abort();
    if (!signal.aborted) run();
  };
  if (readyState() === 'complete') {
    go();
    return go;
  }
  const options = { signal: waiting.signal, capture: true, passive: true };
  for (const type of ['load', ...PRESSES]) addEventListener(type, go, options);
  const timer = setTimeout(go, LONGEST_LOAD);
  waiting.signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
  signal.addEventListener('abort', go);
  return go;
}
