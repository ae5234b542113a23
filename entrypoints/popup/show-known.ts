/** Shows in the band of index.html what the browser itself knows of the tab, while the record and the code that draws it are on their way. */
import { browser } from 'wxt/browser';
import { hostParts, isLongHost } from '../../components/parts/host-parts.ts';
import { hostOf, type PopupTab } from '../../components/popup/popup-state.ts';
import { buttonWords } from '../../words/button-words.ts';

function showHost(host: string): void {
  const place = document.getElementById('host');
  place?.classList.toggle('long', isLongHost(host));
  place?.replaceChildren(...hostParts(host).flatMap((part) => [part, document.createElement('wbr')]));
}

/** The button's words are in the person's language, and say the number that the record comes to. Nobody waits for them. */
async function showNumber(tabId: number): Promise<void> {
  const words = buttonWords(await browser.action.getTitle({ tabId }));
  const place = document.getElementById('number');
  if (place === null || words === null) return;
  place.textContent = words;
  place.hidden = false;
}

/** Shows the host of the tab's page and the number on its button. Of a private window nothing is shown, nor of what is no page. Never rejects. */
export async function showKnown(tab: Promise<PopupTab>): Promise<void> {
  try {
    const { id, url, incognito } = await tab;
    const host = hostOf(url);
    if (incognito || host === null) return;
    showHost(host);
    await showNumber(id);
  } catch {
    // A tab that is gone: what draws the rest says so.
  }
}
