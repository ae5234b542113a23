/** Keeps what is registered with the browser in step with the permission for all sites and with the settings. */
import { followSettings, storedSettings } from '../ledger/border/settings-storage.ts';
import { followAllSites, settleMarksScript } from './all-sites.ts';
import { settlePrivacySignal } from './privacy-signal-header.ts';
import { settleSentScript } from './sent-script.ts';

/** Settles one after the other. Nothing is lost when it fails: the next start of the worker tries again. */
function inTurn(settle: () => Promise<unknown>): () => void {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    last = last.then(settle).catch(() => undefined);
  };
}

/**
 * Settles the scripts that the permission decides over and the privacy signal that a setting decides over: now, and after each
 * change. Must be called in the first turn of a worker. `passOver`: match patterns of sites where no marks are looked for.
 */
export function keepRegistrations(passOver: readonly string[]): void {
  for (const settle of [() => settleMarksScript(passOver), settleSentScript]) {
    const settleNow = inTurn(settle);
    followAllSites(settleNow);
    settleNow();
  }
  const settleSignal = inTurn(async () => settlePrivacySignal((await storedSettings()).gpc));
  followSettings(settleSignal);
  settleSignal();
}
