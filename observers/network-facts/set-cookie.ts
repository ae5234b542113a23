/** Names of the cookies that a response sets. Values go no further than this file. */
import { clip, MAX_NAME_LENGTH } from '../../ledger/observation.ts';
import { readCookieLine } from '../../recognition/set-cookie-line.ts';

/** Most names that one response can tell. */
const MAX_NAMES = 40;

interface Header {
  readonly name?: unknown;
  readonly value?: unknown;
}

/**
 * The names in the `Set-Cookie` headers of a response, each once. Chromium tells each header apart, Firefox joins them by line
 * breaks. A cookie without a name is passed over, and so is one whose time has gone by: that takes a cookie away. `at`: when the
 * response came. Never throws.
 *
 * cookieNames([{ name: 'Set-Cookie', value: 'a=1; Path=/' }], 0) → ['a']
 */
export function cookieNames(headers: unknown, at: number): readonly string[] {
  if (!Array.isArray(headers)) return [];
  const names = new Set<string>();
  for (const header of headers as (Header | null)[]) {
    if (typeof header?.name !== 'string' || header.name.toLowerCase() !== 'set-cookie') continue;
    if (typeof header.value !== 'string') continue;
    for (const line of header.value.split('\n')) {
      const cookie = readCookieLine(line, at);
      if (cookie !== null && !cookie.isDeletion && names.size < MAX_NAMES)
        names.add(clip(cookie.name, MAX_NAME_LENGTH));
    }
  }
  return [...names];
}
