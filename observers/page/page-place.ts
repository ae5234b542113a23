/** Where a document is, and whether a change of its address is a new page of a single-page site or another name for the same. */

/** What became of the address. */
export interface PlaceListener {
  /** Another page of the site. */
  readonly moved: () => void;
  /** The same page under another path: replaced in place, as routers do that add a language or a slash. */
  readonly renamed: () => void;
}

/** So many entries a tab's history holds; when it is full, a new one takes the place of the oldest. */
const FULL_HISTORY = 50;

/**
 * Follows the document's address until `signal` aborts. Gives a look at it, for browsers that tell of no change: Firefox knows the
 * Navigation API since 147. There a longer history means a new page; where it cannot tell (it is full, or the person has gone back
 * in it), another path is taken for a new page and another query is not.
 */
export function followPlace(signal: AbortSignal, { moved, renamed }: PlaceListener): () => void {
  let { pathname, search } = location;
  let entries = history.length;
  let wentBack = false;

  function comparePlace(how?: NavigationType | null): void {
    const isSamePath = pathname === location.pathname;
    const isSame = isSamePath && search === location.search;
    const isLonger = history.length !== entries;
    const isUnclear = entries >= FULL_HISTORY || wentBack;
    ({ pathname, search } = location);
    entries = history.length;
    if (isSame || signal.aborted) return;
    const isReplaced = how === undefined ? !isLonger && (isSamePath || !isUnclear) : how === 'replace';
    if (how !== undefined || isLonger) wentBack = how === 'traverse';
    if (!isReplaced) moved();
    else if (!isSamePath) renamed();
  }

  const events = { signal };
  if ('navigation' in window) {
    navigation.addEventListener(
      'currententrychange',
      ({ navigationType }) => {
        comparePlace(navigationType);
      },
      events,
    );
    return () => undefined;
  }
  const hasGone = (): void => {
    comparePlace('traverse');
  };
  addEventListener('popstate', hasGone, events);
  // A press is how most pages are left for the next: looked at once the page has done what it does.
  addEventListener('click', () => setTimeout(comparePlace), { signal, capture: true, passive: true });
  return () => {
    comparePlace();
  };
}
