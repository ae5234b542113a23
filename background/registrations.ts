/** Keeps what is registered with the browser in step with the permission for all sites and with the settings. */
import { followSettings, storedSettings } from '../ledger/border/settings-storage.ts';
import { keepSettledFor, readSettledFor } from '../ledger/border/settled-registrations.ts';
import { followAllSites, hasAllSites, settleMarksScript } from './all-sites.ts';
import { settlePrivacySignal } from './privacy-signal-header.ts';
import { settleSentScript } from './sent-script.ts';

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
  let settledFor: string | null = null;
  async function settle(isStart: boolean): Promise<void> {
    const now = await deciding();
    if (isStart) settledFor = await readSettledFor();
    if (settledFor === now) return;
    // After a change the next start looks once more. Nothing is written then: the change may be that everything was deleted.
    settledFor = null;
    await keepSettledFor(null);
    const settled = await Promise.allSettled([
      settleMarksScript(passOver),
      settleSentScript(),
      settlePrivacySignal((await storedSettings()).gpc),
    ]);
    if (settled.some(({ status }) => status === 'rejected')) return;
    settledFor = now;
    if (isStart) await keepSettledFor(now);
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
