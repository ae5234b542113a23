/** What tells two cookies of one name apart. */
import type { StoredItemRecord } from '../ledger/visit-entries.ts';

/** What tells a cookie from others of its name. A part that is alike in all of them is absent. */
export interface CookieDistinction {
  /** For a host alone, or for all hosts of a domain. */
  readonly reach?: { readonly domain: string; readonly hostOnly: boolean };
  readonly path?: string;
  /** The top-level site for which it is kept apart, or null. */
  readonly partition?: string | null;
}

/** What tells a cookie from the others of its name in a list; nothing where its name stands there once, and for all that is no cookie. */
export function cookieDistinction(
  { name, cookie }: Pick<StoredItemRecord, 'name' | 'cookie'>,
  among: readonly Pick<StoredItemRecord, 'name' | 'cookie'>[],
): CookieDistinction {
  if (cookie === null) return {};
  const { domain, hostOnly = false, path = '/', partition } = cookie;
  const alike = among.flatMap((other) => (other.name === name && other.cookie !== null ? [other.cookie] : []));
  return {
    ...(alike.some((other) => other.domain !== domain || (other.hostOnly ?? false) !== hostOnly)
      ? { reach: { domain, hostOnly } }
      : {}),
    ...(alike.some((other) => (other.path ?? '/') !== path) ? { path } : {}),
    ...(alike.some((other) => other.partition !== partition) ? { partition } : {}),
  };
}
