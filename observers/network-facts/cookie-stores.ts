/** Which cookie store is which, by its id alone. A container of Firefox has a store of its own. */

/** Ids of the stores of private windows: Chromium's (`chrome/browser/extensions/api/cookies/cookies_helpers.cc`) and Firefox's. */
const PRIVATE_STORES: readonly string[] = ['1', 'firefox-private'];
/** Ids of the stores that have no container around them; a record does not name them. */
const DEFAULT_STORES: readonly string[] = ['0', 'firefox-default'];

/** Whether a store is that of private windows. No cookie from there is kept, not even for a moment. */
export function isPrivateStore(storeId: string): boolean {
  return PRIVATE_STORES.includes(storeId);
}

/** Whether a store is the one of all tabs that are in no container. */
export function isDefaultStore(storeId: string): boolean {
  return DEFAULT_STORES.includes(storeId);
}
