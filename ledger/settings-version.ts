/** What of the settings a script in a page may know, without the reader of all of them. */

/** Key of the settings in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** Version of their shape. It goes up when what is stored can no longer be read as before; a new member alone is no reason. */
export const SETTINGS_VERSION = 1;

/** The version of stored settings; 0 where they bear none. */
export function settingsVersion(stored: unknown): number {
  const version: unknown = typeof stored === 'object' && stored !== null && 'version' in stored ? stored.version : 0;
  return typeof version === 'number' ? version : 0;
}

/** Whether the person has asked for the privacy signal (Global Privacy Control), by the settings as they are stored. */
export function wantsPrivacySignal(stored: unknown): boolean {
  return settingsVersion(stored) === SETTINGS_VERSION && (stored as { readonly gpc?: unknown }).gpc === true;
}
