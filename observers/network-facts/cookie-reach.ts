/** Where a cookie goes: which hosts and paths it reaches, and whether a visit has to do with it. Pure. */
import { clip, MAX_NAME_LENGTH, type Address } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import { isUnder } from '../../recognition/host-name.ts';
import { registrableDomain } from '../../recognition/registrable-domain.ts';
import type { BrowserCookie } from './browser-cookie.ts';

/** '.bobdylan.com' → 'bobdylan.com' */
export const bare = (domain: string): string => domain.replace(/^\./, '');

/** Whether a cookie of `domain` belongs to what a page on `host` sends: the host itself or a parent of it. */
export function cookieReaches(domain: string, host: string): boolean {
  return isUnder(host, bare(domain));
}

/** '/tour' holds for '/tour' and '/tour/dates', not for '/tours' (RFC 6265, 5.1.4). */
function isBelow(path: string, cookiePath: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

/** Whether the browser sends a cookie of the right partition to this address. */
export function isSentTo(
  { domain, hostOnly, path, secure }: Pick<BrowserCookie, 'domain' | 'hostOnly' | 'path' | 'secure'>,
  { scheme, host, path: asked }: Address,
): boolean {
  if (hostOnly ? bare(domain) !== host : !cookieReaches(domain, host)) return false;
  return isBelow(asked, path) && (!secure || scheme === 'https' || scheme === 'wss');
}

/** The addresses of a site that a visit is known to have asked: the page's own, its frames', and examples of its requests. */
export function addressesOf({ address, frames, hosts }: Visit, site: string): readonly Address[] {
  return [address, ...frames.map((frame) => frame.address)]
    .concat(
      hosts.flatMap(({ host, paths, count, insecure }) => {
        const scheme = insecure < count ? 'https' : 'http';
        return paths.map((path) => ({ scheme, host, path }) as const);
      }),
    )
    .filter(({ host }) => registrableDomain(host) === site);
}

/** Whether a visit has to do with a cookie: it goes to an address that was asked, or the visit saw it written. */
export function isOfVisit(cookie: BrowserCookie, { writes }: Visit, addresses: readonly Address[]): boolean {
  return (
    addresses.some((address) => isSentTo(cookie, address)) ||
    writes.some(({ store, host, name }) => {
      return store === 'cookie' && name === clip(cookie.name, MAX_NAME_LENGTH) && cookieReaches(cookie.domain, host);
    })
  );
}
