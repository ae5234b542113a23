/** The parts of an address that is written out: what is sent of it, and its host. */

/** 'https://a.example/b?c#d' → 'https://a.example/b?c': a fragment is no part of a request. */
export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

/** 'https://a.example:8080/b' → 'a.example'; null for what is no address, and for one without a host. */
export function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname || null;
  } catch {
    return null;
  }
}
