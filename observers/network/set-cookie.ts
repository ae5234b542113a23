/** Names of the cookies that a response sets. Values go no further than this file. */
import { clip, MAX_NAME_LENGTH } from '../../ledger/observation';

/** Most names that one response can tell. */
const MAX_NAMES = 40;

interface Header {
  readonly name?: unknown;
  readonly value?: unknown;
}

/**
 * The names in the `Set-Cookie` headers of a response, each once. Chromium tells each header apart, Firefox joins them by line
 * breaks. A cookie without a name is passed over. Never throws.
 *
 * cookieNames([{ name: 'Set-Cookie', value: 'a=1; Path=/' }]) → ['a']
 */
export function cookieNames(headers: unknown): readonly string[] {
  if (!Array.isArray(headers)) return [];
  const names = new Set<string>();
  for (const header of headers as (Header | null)[]) {
    if (typeof header?.name !== 'string' || header.name.toLowerCase() !== 'set-cookie') continue;
    if (typeof header.value !== 'string') continue;
    for (const line of header.value.split('\n')) {
      const [pair = ''] = line.split(';', 1);
      const equals = pair.indexOf('=');
      // Without a "=" all of it is the value.
      const name = equals < 0 ? '' : pair.slice(0, equals).trim();
      if (name !== '' && names.size < MAX_NAMES) names.add(clip(name, MAX_NAME_LENGTH));
    }
  }
  return [...names];
}
