/** What the browser does with a letter: copies, mails, saves and prints it. */
import type { LetterActions } from '../../components/inspector/inspector-actions.ts';
import type { LetterDrafts } from '../../components/inspector/letter-drafts.svelte.ts';
import type { ExportFile } from '../../evidence/files/export-file.ts';
import { shippedRoutes } from '../../shipped/routes.ts';

const PRINT_STYLE = 'body { margin: 2cm; font: 11pt/1.5 serif; white-space: pre-wrap; overflow-wrap: anywhere }';

/** Prints a text from a frame of its own, so that nothing of the page around it comes on paper. */
function print(title: string, text: string): void {
  const frame = document.createElement('iframe');
  // A frame that is not displayed at all comes out blank.
  frame.style.cssText = 'position: fixed; inset-block-end: 0; width: 0; height: 0; border: 0';
  document.body.append(frame);
  const { contentDocument: paper, contentWindow: view } = frame;
  if (paper === null || view === null) {
    frame.remove();
    throw new Error('The browser gives no frame to print from.');
  }
  const style = paper.createElement('style');
  style.textContent = PRINT_STYLE;
  paper.title = title;
  paper.head.append(style);
  paper.body.textContent = text;
  view.addEventListener('afterprint', () => {
    frame.remove();
  });
  view.print();
}

/** The actions of the letter desk. `save` has the browser save a file. */
export function letterActions(drafts: LetterDrafts, save: (file: ExportFile) => void): LetterActions {
  return {
    drafts,
    data: async () => {
      const { letterLaws, letterWords } = await import('../../shipped/letters.ts');
      return { laws: letterLaws, routes: shippedRoutes(), wordsOf: letterWords };
    },
    copy: (text) => navigator.clipboard.writeText(text),
    open: (address) => {
      location.href = address;
    },
    save: (path, content) => {
      save({ path, content });
    },
    print,
  };
}
