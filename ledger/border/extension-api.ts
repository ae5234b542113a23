/** The browser's extension API where the polyfill's 10 kB are spared: in content scripts, and in what they share. */

/**
 * `browser` where the browser itself gives it, else `chrome`; both give promises in Manifest V3. Only what stands on the global
 * object itself counts: what it inherits may be an element of the page, by `<div id="browser">` or `<iframe name="browser">`,
 * in a content script too.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 */
export function extensionApi(): typeof chrome {
  const world = globalThis as { readonly browser?: typeof chrome };
  return (Object.hasOwn(world, 'browser') ? world.browser : undefined) ?? chrome;
}

/** Whether there still is an extension behind this script: its id is gone when it was updated or removed under the page. */
export function isConnected(): boolean {
  try {
    return (extensionApi() as Partial<typeof chrome>).runtime?.id !== undefined;
  } catch {
    // Firefox leaves objects behind that may not be touched.
    return false;
  }
}
