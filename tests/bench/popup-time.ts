/** How long a person waits for the popup, over a page with a full record. */
import { setTimeout as wait } from 'node:timers/promises';
import { stopWorkers } from './stop-workers.ts';
import type { ExtensionBrowser } from '../../tools/open-extension.ts';

export interface PopupTime {
  /** Milliseconds from the navigation's start to the first frame with words. */
  readonly firstWords: number;
  /** … to the first frame with 90 % of the text that there is in the end. */
  readonly mostWords: number;
}

interface Watched {
  readonly seen: (readonly [time: number, length: number])[];
}

/** Runs in the popup, before its own scripts: notes at every frame how much text there is. */
function watchText(): void {
  const watched: Watched = { seen: [] };
  Object.assign(globalThis, { watched });
  const look = (): void => {
    // At `body`, not at the root: the head's title and styles are no words on the screen.
    watched.seen.push([performance.now(), document.querySelector('body')?.innerText.trim().length ?? 0]);
    requestAnimationFrame(look);
  };
  look();
}

/** Opens the popup for the page that a tab shows. `asleep`: with the worker stopped just before. */
export async function measurePopup(browser: ExtensionBrowser, address: string, asleep: boolean): Promise<PopupTime> {
  const popup = await browser.context.newPage();
  // First to the extension, where its worker can be stopped.
  await popup.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  if (asleep) await stopWorkers(popup);
  await popup.addInitScript(watchText);
  await popup.goto(address);
  await wait(900);
  const seen = await popup.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.seen);
  await popup.close();
  const most = (seen.at(-1)?.[1] ?? 0) * 0.9;
  const firstWords = seen.find(([, length]) => length > 0)?.[0] ?? Number.NaN;
  const mostWords = seen.find(([, length]) => length > 0 && length >= most)?.[0] ?? Number.NaN;
  return { firstWords, mostWords };
}
