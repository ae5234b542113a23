/**
 * Stands in for WXT's context of content scripts, by an alias in wxt.config.ts. WXT's own brings the polyfill (10 kB) and
 * raises an event on the page's document, by which a page could tell that the extension is there. We need nothing of it.
 */
export function ContentScriptContext(): void {
  // Made with `new` by WXT, and handed to `main`, which leaves it alone.
}
