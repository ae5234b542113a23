/** Puts right what `popup-host.ts` has shown by the popup's address, as soon as the browser has told which tab it is. */
import { hostOf, type PopupTab } from '../../components/popup/popup-state.ts';
import type { NamedTab } from '../../background/popup-address.ts';
import { showHost, showNumber } from './first-words.ts';

/**
 * Shows the host of the tab's page in the place of the one that the popup's address names, and takes away the number of another tab.
 * Of a private window nothing is shown, nor of what is no page. `named`: what the address names. Never rejects.
 */
export async function showKnown(tab: Promise<PopupTab>, named: NamedTab | null = null): Promise<void> {
  // A tab that is gone: what draws the rest says so.
  const { id, url, incognito } = await tab.catch((): PopupTab => ({ id: -1, url: null, incognito: false }));
  const host = incognito ? null : hostOf(url);
  showHost(host);
  if (id !== named?.tab || host !== named.host) showNumber(null);
}
