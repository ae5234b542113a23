/** The person's settings, read at the first need of this worker and followed from then on. */
import { followSettings, readSettings } from '../ledger/border/settings-storage.ts';
import type { Settings } from '../ledger/settings.ts';

/** Gives the settings as they are now. */
export type CurrentSettings = () => Promise<Settings>;

/** Must be called in the first turn of a worker, and before whoever else follows the settings and asks here for the new ones. */
export function keepSettings(): CurrentSettings {
  let settings: Promise<Settings> | undefined;
  followSettings((now) => {
    settings = Promise.resolve(now);
  });
  return () => (settings ??= readSettings());
}
