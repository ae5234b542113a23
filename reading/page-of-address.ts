/** Which page an address is of. */

/** Parameters of an address that count visits and name no page. */
const COUNTING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref)$/i;

/** The page: the same for http and https, with and without "www.", a slash or a fragment at its end. */
export function pageOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  const query = [...searchParams].filter(([name]) => !COUNTING.test(name)).map(([name, value]) => `${name}=${value}`);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}?${query.sort().join('&')}`;
}
