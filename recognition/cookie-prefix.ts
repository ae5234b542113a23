/** Prefixes of cookie names that browsers themselves watch over. */

/** The prefixes, the longest first: what a browser demands of a cookie so named stands in its documentation of `Set-Cookie`. */
const PREFIX = /^__(Host-Http|Host|Secure|Http)-/i;

/** A prefix, in the letters of the standard. */
export type CookiePrefix = 'Host-Http' | 'Host' | 'Secure' | 'Http';
const PREFIXES: readonly CookiePrefix[] = ['Host-Http', 'Host', 'Secure', 'Http'];

/**
 * The prefix of a cookie's name, in any letters (as browsers compare it); null for a name without one.
 *
 * cookiePrefix('__Secure-3PSID') → 'Secure'
 */
export function cookiePrefix(name: string): CookiePrefix | null {
  const found = PREFIX.exec(name)?.[1]?.toLowerCase();
  return PREFIXES.find((prefix) => prefix.toLowerCase() === found) ?? null;
}

/** The name that its maker gave it: '__Host-session' → 'session'. A name that is nothing but a prefix stays as it is. */
export function plainCookieName(name: string): string {
  const plain = name.replace(PREFIX, '');
  return plain === '' ? name : plain;
}
