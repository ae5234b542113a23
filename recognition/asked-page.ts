/** The page that a person asks about, and whether the one that answers is it. Pure. */

/** The page that is spoken of: its address and, where the record knows it, the id of its document. */
export interface AskedPage {
  readonly host: string;
  readonly path: string;
  readonly root?: string | undefined;
}

/**
 * Whether the page that answered is the one that is spoken of: its document, where both know it. Else the address: whole, or its
 * beginning, where a record keeps no more of a long path and ends it with "…".
 */
export function isAskedPage(found: AskedPage, page: AskedPage): boolean {
  if (page.root !== undefined && found.root !== undefined) return found.root === page.root;
  if (found.host !== page.host) return false;
  return page.path.endsWith('…') ? found.path.startsWith(page.path.slice(0, -1)) : found.path === page.path;
}
