/** The cookies and items of web storage that may tell of a choice, by name, in the order in which the page's own scripts get them. */
import { isConsentItem } from '../../recognition/consent-platforms.ts';
import { documentCookies } from './safe-document.ts';

/** Names looked at in each store, and cookies. */
const MAX_NAMES = 2000;
const MAX_COOKIES = 400;
/** Of a longer value the beginning is read. UTF-16 code units. */
const MAX_VALUE = 200_000;

/** Names with their values; a cookie and an item of the same name are the same choice. */
export type Kept = Map<string, string[]>;

function add(kept: Kept, name: string, value: string): void {
  const text = value.slice(0, MAX_VALUE);
  const values = kept.get(name);
  if (values === undefined) kept.set(name, [text]);
  else if (!values.includes(text)) values.push(text);
}

function addItems(kept: Kept, area: () => Storage): void {
  try {
    const store = area();
    for (let at = 0; at < Math.min(store.length, MAX_NAMES); at++) {
      const name = store.key(at) ?? '';
      if (isConsentItem(name)) add(kept, name, store.getItem(name) ?? '');
    }
  } catch {
    // A sandboxed frame, or storage that the person has switched off.
  }
}

/** The page's cookies as it can read them itself; '' in a sandboxed frame. */
function ownCookies(): string {
  try {
    return documentCookies();
  } catch {
    return '';
  }
}

/** All that is kept now. `cookies`: where they were read elsewhere; else the page's own thread reads them. */
export function keptItems(cookies?: readonly (readonly [name: string, value: string])[]): Kept {
  const kept: Kept = new Map();
  if (cookies !== undefined) {
    for (const [name, value] of cookies.slice(0, MAX_COOKIES)) if (isConsentItem(name)) add(kept, name, value);
  } else {
    for (const cookie of ownCookies().split('; ', MAX_COOKIES)) {
      const equals = cookie.indexOf('=');
      const name = cookie.slice(0, Math.max(equals, 0));
      if (isConsentItem(name)) add(kept, name, cookie.slice(equals + 1));
    }
  }
  addItems(kept, () => localStorage);
  addItems(kept, () => sessionStorage);
  return kept;
}

/** The cookies by the browser's store, which does not hold up the page; null where there is none. */
export function cookiesWithoutWaiting(): Promise<readonly (readonly [name: string, value: string])[]> | null {
  try {
    // An element of the page with that name would stand in its place where the browser has none.
    if (typeof CookieStore === 'undefined' || !(cookieStore instanceof CookieStore)) return null;
    return cookieStore.getAll().then((list) => list.map(({ name = '', value = '' }) => [name, value] as const));
  } catch {
    return null;
  }
}
