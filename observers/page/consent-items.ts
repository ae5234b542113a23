/** The cookies and items of web storage that may tell of a choice, by name, in the order in which the page's own scripts get them. */
import { isConsentItem } from '../../recognition/consent-platforms.ts';
import type { Cookies } from './consent-cookies.ts';

/** Names looked at in each store, and cookies that may tell of a choice. */
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

/** All that is kept now: these cookies, and what stands in web storage. */
export function keptItems(cookies: Cookies): Kept {
  const kept: Kept = new Map();
  for (const [name, value] of cookies.slice(0, MAX_COOKIES)) add(kept, name, value);
  addItems(kept, () => localStorage);
  addItems(kept, () => sessionStorage);
  return kept;
}
