/**
 * The cookies that may tell of a choice, without a reading on the page's own thread, where each waits for another process: the browser's
 * store gives them and tells of changes; where a page has none (without encryption), or where it does not answer, the background does.
 */
import { askForPageCookies } from '../../ledger/border/send-messages.ts';
import { isConsentItem } from '../../recognition/consent-platforms.ts';
import { clock } from '../clock.ts';
import type { VisitWatch } from './observer.ts';
import { isHidden, isOpaque } from './safe-document.ts';

/** Cookies in the order in which the page's own scripts get them. */
export type Cookies = readonly (readonly [name: string, value: string])[];

/** How long an answer may take, in milliseconds. */
export const PATIENCE = 3000;
/** How often the background is asked where nothing tells of changes, while somebody sees the page. Milliseconds. */
export const ASK_EVERY = 10_000;

export interface ConsentCookies {
  /** Those that may tell of a choice; null before they are known. */
  readonly now: () => Cookies | null;
  /** Has the background asked again, where no store tells of changes. */
  readonly ask: () => void;
}

/** The browser's store; null where there is none, as on pages without encryption. */
function storeOfPage(): CookieStore | null {
  // An element of the page with that name would stand in its place where the browser has none.
  return typeof CookieStore !== 'undefined' && cookieStore instanceof CookieStore ? cookieStore : null;
}

/** Null when there is no answer in time. */
async function inTime(answer: Promise<Cookies | null>): Promise<Cookies | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  try {
    return await Promise.race([answer, patience]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Follows the cookies until the visit ends; `changed` is called when they are known, and when they have changed. */
export function followConsentCookies({ signal, report }: VisitWatch, changed: () => void): ConsentCookies {
  let cookies: Cookies | null = null;
  let isReading = false;
  let isStale = false;
  // A sandboxed document has no cookies.
  const store = isOpaque() ? null : storeOfPage();

  async function readOnce(): Promise<Cookies> {
    if (isOpaque()) return [];
    const given =
      store === null
        ? null
        : inTime(store.getAll().then((list) => list.map(({ name = '', value = '' }) => [name, value] as const)));
    const all = (await given) ?? (await inTime(askForPageCookies()));
    if (all === null) {
      if (cookies === null)
        report({ kind: 'limit', at: clock.now(), observer: 'consent', reason: 'not-permitted', count: 0 });
      return cookies ?? [];
    }
    return all.filter(([name]) => isConsentItem(name));
  }

  async function readAll(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      const found = await readOnce();
      if (signal.aborted) return;
      cookies = found;
    }
    isReading = false;
    changed();
  }

  /** What is told of a change stands at once: the page may be left before the store has been asked for the rest. */
  function hear({ changed: written, deleted }: CookieChangeEvent): void {
    const news = [...written, ...deleted].filter(({ name = '' }) => isConsentItem(name));
    if (news.length === 0) return;
    const before = cookies ?? [];
    const isTold = (name: string): boolean => news.some((one) => one.name === name);
    const told = written.flatMap(({ name = '', value = '' }) => (isTold(name) ? [[name, value] as const] : []));
    cookies = [...told, ...before.filter(([name]) => !isTold(name))];
    void readAll();
  }

  store?.addEventListener('change', hear, { signal });
  void readAll();
  if (store === null && !isOpaque()) {
    const ticking = setInterval(() => {
      if (!isHidden()) void readAll();
    }, ASK_EVERY);
    signal.addEventListener('abort', () => {
      clearInterval(ticking);
    });
  }
  return {
    now: () => cookies,
    ask() {
      if (store === null) void readAll();
    },
  };
}
