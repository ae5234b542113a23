/** Shows in the band of index.html what the browser itself knows of the tab, while the record and the code that draws it are on their way. */
import { browser } from 'wxt/browser';
import { hostOf, type PopupTab } from '../../components/popup/popup-state.ts';
import { buttonWords } from '../../words/button-words.ts';
import type { NamedTab } from '../../background/popup-address.ts';
import { showHost } from './show-host.ts';

/** The button's words are in the person's language, and say the number that the record comes to. Nobody waits for them. */
function showNumber(title: string): void {
  const words = buttonWords(title);
  const place = document.getElementById('number');
  if (place === null || words === null) return;
  place.textContent = words;
  place.hidden = false;
}

/**
 * Shows the host of the tab's page, in the place of the one that the popup's address names and `popup-host.ts` has shown, and the number on its button.
 * Of a private window nothing is shown, nor of what is no page. `named`: what the address names. Never rejects.
 */
export async function showKnown(tab: Promise<PopupTab>, named: NamedTab | null = null): Promise<void> {
  try {
    const titleOf = (tabId: number): Promise<string> => browser.action.getTitle({ tabId }).catch(() => '');
    // Asked beside the question which tab it is. What is not needed then is thrown away.
    const early = named === null ? null : titleOf(named.tab);
    const { id, url, incognito } = await tab;
    const host = hostOf(url);
    if (incognito || host === null) {
      showHost(null);
      return;
    }
    showHost(host);
    showNumber(await (early !== null && id === named?.tab ? early : titleOf(id)));
  } catch {
    // A tab that is gone: what draws the rest says so.
    showHost(null);
  }
}
