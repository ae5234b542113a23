/** The script that compares typed text with what is sent: on the listed sites, only while full view is granted. */
import { browser, type Browser } from 'wxt/browser';
import { hasAllSites, listedSites } from './all-sites';

const ID = 'sent';
/** Where the script stands in the extension. */
export const SENT_SCRIPT = 'content-scripts/sent.js';

/**
 * Makes the registration what it should be now. It may be called at any time, and when all is right already it changes nothing.
 * Pages that are not on the list get the script when they are looked at (`start-looking.ts`).
 */
export async function settleSentScript(): Promise<void> {
  const ids = [ID];
  const [allowed, [known]] = await Promise.all([hasAllSites(), browser.scripting.getRegisteredContentScripts({ ids })]);
  if (!allowed) {
    if (known !== undefined) await browser.scripting.unregisterContentScripts({ ids });
    return;
  }
  const matches = [...listedSites()];
  if (known !== undefined && known.matches?.toSorted().join() === matches.toSorted().join()) return;
  const script: Browser.scripting.RegisteredContentScript = {
    id: ID,
    js: [SENT_SCRIPT],
    matches,
    allFrames: true,
    runAt: 'document_start',
    world: 'ISOLATED',
    persistAcrossSessions: true,
  };
  // An update of the extension may bring another list of sites.
  if (known === undefined) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
}
