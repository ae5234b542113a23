/**
 * What is an address of a company there for? A company is filed under what it is known for; the tag by which a social network, a search
 * engine or a music service measures its ads, and the button that it lends to others, stand at addresses of their own.
 */
import type { CompanyCategory } from '../schemas/policy-data.ts';
import { ADDRESSES, CALLS } from './shipped-tag-index.ts';

/** Made when they are first asked for: a script in a page asks for one of the two, and may never do. */
const calls = new Map<string, RegExp>();
let addresses: readonly { readonly purposes: readonly CompanyCategory[]; readonly pattern: RegExp }[] | undefined;
/** Matches what any of the addresses matches: most requests are none of them, and one look tells. */
let anyAddress: RegExp | undefined;

/** Host and path, the host first and whole: an address that speaks of such a one in its path is none. */
function anchored(pattern: string): RegExp {
  return new RegExp(`^(?:[^/]*\\.)?(?:${pattern})`);
}

/** Whether a request to a host and path is a call of a known tag, made for the sake of the call. Lower-case host, path without query. */
export function isTagCall(host: string, path: string): boolean {
  const address = host + path;
  return CALLS.some(([word, pattern]) => {
    if (!address.includes(word)) return false;
    const known = calls.get(pattern) ?? anchored(pattern);
    calls.set(pattern, known);
    return known.test(address);
  });
}

/** What the address is there for, where the company's own data tells; null where its company tells. */
export function purposesOfAddress(host: string, path: string): readonly CompanyCategory[] | null {
  anyAddress ??= anchored(ADDRESSES.map(({ pattern }) => pattern).join('|'));
  if (!anyAddress.test(host + path)) return null;
  addresses ??= ADDRESSES.map(({ purposes, pattern }) => ({ purposes, pattern: anchored(pattern) }));
  return addresses.find(({ pattern }) => pattern.test(host + path))?.purposes ?? null;
}

/** Whether a request to a host and path is a call of a company's advertising tag. */
export function isAdvertisingAddress(host: string, path: string): boolean {
  return purposesOfAddress(host, path)?.includes('ad') === true;
}
