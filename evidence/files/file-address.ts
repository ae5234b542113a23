/** Addresses as other programs read them: each a URL by both standards (WHATWG, RFC 3986), whatever a page or a file calls its parts. Pure. */
import type { Address } from '../../ledger/observation.ts';

/** What may not stand in a path as it is. What stands there with a percent sign already is written once. */
const NO_PART_OF_A_PATH = /%(?![0-9a-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/giu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const escaped = (text: string): string => encodeURIComponent(text.replace(LONE_SURROGATE, '\uFFFD'));

/** The host as a browser would write it; null for what is no host to one of the two: WHATWG's lets `"` stand in one. */
function hostOf(host: string): string | null {
  const address = `https://${host}/`;
  if (/[/?#@\\\s]/u.test(host) || !URL.canParse(address)) return null;
  const written = new URL(address).host;
  return /^[a-z0-9._:[\]-]+$/u.test(written) ? written : null;
}

/** An address, without query and fragment. Where no browser could have asked the host, its scheme is `other`: no other one takes it. */
export function fileAddress({ scheme, host, path }: Address): string {
  const known = hostOf(host);
  const rest = (path === '' || path.startsWith('/') ? path : `/${path}`).replace(NO_PART_OF_A_PATH, escaped);
  return known === null ? `other://${escaped(host)}${rest}` : `${scheme}://${known}${rest}`;
}

/** The address of a host and path of which no scheme was kept. */
export function httpsAddress(host: string, path: string): string {
  return fileAddress({ scheme: 'https', host, path });
}
