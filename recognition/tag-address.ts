/**
 * What is an address of a company there for? A company is filed under what it is known for; the tag by which a social network, a search
 * engine or a music service measures its ads, and the button that it lends to others, stand at addresses of their own.
 */
import tagFile from '../policy-data/tag-addresses.json' with { type: 'json' };
import type { CompanyCategory } from '../schemas/policy-data.ts';

/** Host and path, the host first and whole: an address that speaks of such a one in its path is none. */
function anchored(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:[^/]*\\.)?(?:${patterns.join('|')})`);
}

const CALLS = anchored(tagFile.tags.flatMap(({ calls }) => calls));
const ADDRESSES = tagFile.tags.map(({ purposes, calls, serves }) => ({
  purposes: purposes as readonly CompanyCategory[],
  pattern: anchored([...calls, ...serves]),
}));

/** Whether a request to a host and path is a call of a known tag, made for the sake of the call. Lower-case host, path without query. */
export function isTagCall(host: string, path: string): boolean {
  return CALLS.test(host + path);
}

/** What the address is there for, where the company's own data tells; null where its company tells. */
export function purposesOfAddress(host: string, path: string): readonly CompanyCategory[] | null {
  return ADDRESSES.find(({ pattern }) => pattern.test(host + path))?.purposes ?? null;
}

/** Whether a request to a host and path is a call of a company's advertising tag. */
export function isAdvertisingAddress(host: string, path: string): boolean {
  return purposesOfAddress(host, path)?.includes('ad') === true;
}
