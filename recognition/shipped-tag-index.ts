/**
 * The addresses of tags as patterns for `tag-address.ts`. Made when the extension is built (`build/ship-less-data.ts`): a script in a page
 * carries the calls alone.
 */
import tagFile from '../policy-data/tag-addresses.json' with { type: 'json' };
import type { CompanyCategory } from '../schemas/policy-data.ts';

/** Host and path, the host first and whole: an address that speaks of such a one in its path is none. */
function anchored(patterns: readonly string[]): string {
  return `^(?:[^/]*\\.)?(?:${patterns.join('|')})`;
}

/** Matches the calls of all tags. */
export const CALLS: string = anchored(tagFile.tags.flatMap(({ calls }) => calls));

/** What matches the addresses of a tag, and what they are there for. */
export const ADDRESSES: readonly { readonly purposes: readonly CompanyCategory[]; readonly pattern: string }[] =
  tagFile.tags.map(({ purposes, calls, serves }) => ({
    purposes: purposes as readonly CompanyCategory[],
    pattern: anchored([...calls, ...serves]),
  }));
