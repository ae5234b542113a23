/** Whether the site of the popup's tab may be watched: asked before the code is there that says so. */
import { hostOf, type PopupTab } from '../../components/popup/popup-state.ts';
import { mayWatch } from '../../background/site-permission.ts';

/**
 * Asks the browser; null where the tab's address tells no site, and where there is no such tab. `named`: the host that it most likely is, of
 * which the browser is asked at once. Never rejects.
 */
export async function askMayWatch(tab: Promise<PopupTab>, named: string | null): Promise<boolean | null> {
  const early = named === null ? null : mayWatch(named);
  const host = hostOf(await tab.then(({ url }) => url).catch(() => null));
  if (host === null) return null;
  return early !== null && host === named ? early : mayWatch(host);
}
