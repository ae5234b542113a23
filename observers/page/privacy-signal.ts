/** Whether the browser, or Liner Notes for the person, tells the page: do not sell or share (Global Privacy Control). */
import { extensionApi } from '../../ledger/border/extension-api.ts';
import { SETTINGS_KEY, wantsPrivacySignal } from '../../ledger/settings-version.ts';
import { clock } from '../clock.ts';
import { isListed } from '../listed-sites.ts';
import type { VisitObserver } from './observer.ts';

/** Whether Liner Notes sends it on this page, by the choice in the settings. Storage that cannot be read means no. */
async function isSentByUs(): Promise<boolean> {
  const { [SETTINGS_KEY]: settings } = await extensionApi().storage.local.get(SETTINGS_KEY);
  // Last, since the browser copies the whole manifest for it.
  return wantsPrivacySignal(settings) && isListed(location.hostname);
}

/** The choice as it was when the document began: one that is made later holds for the next document. */
let sentByUs: Promise<boolean> | undefined;

/**
 * Reports it for a visit, of the page itself, and again when the page has loaded: by then its scripts may read something else. What is
 * read here is the browser's own property: a content script's world is apart from the page's, so neither the page nor our own script
 * for the page's world can change it. What the page's scripts read, the background asks (`background/privacy-signal-header.ts`).
 */
export const observePrivacySignal: VisitObserver = (watch) => {
  if (watch.frame !== 'top') return;
  const value: unknown = (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl;
  const gpc = typeof value === 'boolean' ? value : null;
  void (sentByUs ??= isSentByUs().catch(() => false)).then((ours) => {
    if (watch.signal.aborted) return;
    const reportSignal = (): void => {
      watch.report({ kind: 'privacy-signal', at: clock.now(), gpc, ours });
    };
    reportSignal();
    if (ours) addEventListener('load', reportSignal, { once: true, signal: watch.signal });
  });
};
