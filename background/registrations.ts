/** Keeps what is registered with the browser in step with the permission for all sites and with the settings. */
import { browser } from 'wxt/browser';
import { followSettings, storedSettings } from '../ledger/border/settings-storage.ts';
import { followAllSites, hasAllSites, settleMarksScript } from './all-sites.ts';
import { settlePrivacySignal } from './privacy-signal-header.ts';
import { settleSentScript } from './sent-script.ts';

/**
 * Key in `storage.session` of what all of it was settled for. The browser empties that storage when it is started anew and when the
 * extension is updated or switched on again, so that all is looked at once in each of its lives, and not at each start of the worker.
 */
export const SETTLED_KEY = 'registrations';

/** What decides over all registrations, as a text. @throws Error when storage or the browser does not answer */
async function deciding(): Promise<string> {
  const [allowed, { gpc }] = await Promise.all([hasAllSites(), storedSettings()]);
  return JSON.stringify({ allowed, gpc });
}

/**
 * Settles the scripts that the permission decides over and the privacy signal that a setting decides over: now, and after each
 * change. Must be called in the first turn of a worker. `passOver`: match patterns of sites where no marks are looked for.
 *
 * What fails is tried again by the next start of the worker or the next change, and takes nothing else with it.
 */
export function keepRegistrations(passOver: readonly string[]): void {
  let settledFor: string | undefined;
  async function settle(isStart: boolean): Promise<void> {
    const now = await deciding();
    if (isStart) settledFor = (await browser.storage.session.get(SETTLED_KEY))[SETTLED_KEY] as string | undefined;
    if (settledFor === now) return;
    // After a change the next start looks once more. Nothing is written then: the change may be that everything was deleted.
    settledFor = undefined;
    await browser.storage.session.remove(SETTLED_KEY);
    const settled = await Promise.allSettled([
      settleMarksScript(passOver),
      settleSentScript(),
      settlePrivacySignal((await storedSettings()).gpc),
    ]);
    if (settled.some(({ status }) => status === 'rejected')) return;
    settledFor = now;
    if (isStart) await browser.storage.session.set({ [SETTLED_KEY]: now });
  }
  let last: Promise<unknown> = Promise.resolve();
  const settleInTurn = (isStart = false): void => {
    last = last.then(() => settle(isStart)).catch(() => undefined);
  };
  followAllSites(() => {
    settleInTurn();
  });
  followSettings(() => {
    settleInTurn();
  });
  settleInTurn(true);
}
