/** Folds that paper shows whole, marked by `data-print="open"`: they are opened before a page is printed, and closed again after it. */
import { flushSync } from 'svelte';

const opened = new Set<HTMLDetailsElement>();

/** Opens those that are closed. What stands in them is there when this returns: the browser prints at once. */
export function openForPrint(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-print="open"]:not([open])')) {
    // A press has the inside made, which a fold leaves until then.
    fold.querySelector('summary')?.click();
    opened.add(fold);
  }
  flushSync();
}

/** Closes what was opened for paper alone. */
export function closeAfterPrint(): void {
  for (const fold of opened) fold.open = false;
  opened.clear();
}
