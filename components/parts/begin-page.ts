/** Begins a page of the extension, and says so where it can't be opened. */
import { errorMessage } from '../../words/error-message.ts';

/** What stands there where nothing was drawn. In English: the words of a language may be what did not come. */
function sayNotOpened(error: unknown): void {
  const said = document.createElement('p');
  said.role = 'alert';
  said.style.padding = '1rem';
  said.textContent = `This page could not be opened (${errorMessage(error)}). Load it again.`;
  document.body.prepend(said);
}

/**
 * Opens a page. `say` is called where that fails; the error goes on to the browser's list of the extension's errors.
 *
 * A page that was closed or left meanwhile fails without a word: what comes back to it finds a document that is no longer what it was.
 * In Chromium 156 its window was still there, and its body had lost the methods of an element.
 */
export function beginPage(open: () => Promise<void>, say: (error: unknown) => void = sayNotOpened): void {
  let isLeft = false;
  addEventListener('pagehide', () => (isLeft = true));
  // Back from the browser's cache of pages.
  addEventListener('pageshow', ({ persisted }) => (isLeft &&= !persisted));
  open().catch((error: unknown) => {
    if (isLeft || document.defaultView === null) return;
    say(error);
    throw error;
  });
}
