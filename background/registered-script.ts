/** Scripts that are registered while the extension runs, because a permission or a choice of the person decides over them. */
import { browser, type Browser } from 'wxt/browser';
import { hasSameItems } from './same-items.ts';

/** A script as it should be registered: in the pages that match, and again after the browser's next start. */
export type WantedScript = Pick<
  Browser.scripting.RegisteredContentScript,
  'id' | 'allFrames' | 'runAt' | 'world' | 'excludeMatches' | 'matchOriginAsFallback'
> & { readonly file: string; readonly matches: readonly string[] };

/**
 * Makes the registration of a script what it should be now: there while it is wanted, gone otherwise. It may be called at any
 * time, and when all is right already it changes nothing. @throws Error when the browser does not take the script.
 */
export async function settleScript({ file, ...wanted }: WantedScript, isWanted: boolean): Promise<void> {
  const ids = [wanted.id];
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids });
  if (!isWanted) {
    if (known !== undefined) await browser.scripting.unregisterContentScripts({ ids });
    return;
  }
  const isRight =
    hasSameItems(known?.matches, wanted.matches) &&
    hasSameItems(known?.excludeMatches, wanted.excludeMatches) &&
    (known?.matchOriginAsFallback ?? false) === (wanted.matchOriginAsFallback ?? false);
  if (known !== undefined && isRight) return;
  const script: Browser.scripting.RegisteredContentScript = {
    ...wanted,
    matches: [...wanted.matches],
    js: [file],
    persistAcrossSessions: true,
  };
  // An update of the extension may bring another list of sites.
  if (known === undefined) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
}
