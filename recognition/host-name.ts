/** What is a host called? Its name in one spelling, whether it lies below another, and what a table says of it. */

/** The longest host name that the domain name system allows, in characters. */
export const MAX_HOST_LENGTH = 253;

/** Lower case, no dot at either end and no two in a row: '.WWW..Example.com.' → 'www.example.com'. Of what is too long, the end. */
export function normaliseHost(host: string): string {
  let name = host.toLowerCase();
  if (name.includes('..')) name = name.replace(/\.{2,}/g, '.');
  if (name.endsWith('.')) name = name.slice(0, -1);
  if (name.length > MAX_HOST_LENGTH) name = name.slice(-MAX_HOST_LENGTH);
  return name.startsWith('.') ? name.slice(1) : name;
}

/** Whether `host` is `domain` or lies below it: 'www.a.example' is under 'a.example', 'nota.example' is not. Both in one spelling. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(domain) && host.charCodeAt(host.length - domain.length - 1) === 46);
}

/**
 * Whether a frame's host is of the page's own site: the page's host, or one below it, 'www.' aside. Frames of other companies are not.
 *
 * isOfThePage('shop.artist.example', 'www.artist.example') → true
 */
export function isOfThePage(frame: string, page: string): boolean {
  return isUnder(frame, page.replace(/^www\./, ''));
}

/** The domain of a match pattern of the manifest: '*://*.sonymusic.com/*' → 'sonymusic.com'. */
export function domainOfPattern(pattern: string): string {
  return pattern.replace(/^.*:\/\/(?:\*\.)?|\/.*$/g, '');
}

/** Asks a map for the host and each of its parents: 'a.b.com' → 'a.b.com', 'b.com', 'com'. A label is never cut. */
export function findByHost<T>(byDomain: ReadonlyMap<string, T>, host: string): T | null {
  for (let rest = host; rest !== '';) {
    const found = byDomain.get(rest);
    if (found !== undefined) return found;
    const dot = rest.indexOf('.');
    rest = dot < 0 ? '' : rest.slice(dot + 1);
  }
  return null;
}
