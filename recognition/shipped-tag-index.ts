/**
 * The addresses of tags as patterns for `tag-address.ts`. Made when the extension is built (`build/ship-less-data.ts`): a script in a page
 * carries the calls alone.
 */
import tagFile from '../policy-data/tag-addresses.json' with { type: 'json' };
import type { CompanyCategory } from '../schemas/policy-data.ts';

/**
 * The longest word that each host of the pattern has in it; '' where there is none.
 *
 * 'tr[a-z0-9-]*\\.snapchat\\.com/' → 'snapchat'; '(?:t\\.co|x\\.com)/i' → ''
 */
function wordOfHost(pattern: string): string {
  // Groups from the inside out, classes and escapes are taken out; so are signs that need not be there.
  let host = pattern.replace(/\[[^\]]*\]|\\./g, ' ');
  for (let before = ''; before !== host;) {
    before = host;
    host = host.replace(/\([^()]*\)/g, ' ');
  }
  const [written = ''] = host.split('/', 1);
  if (written.includes('|')) return '';
  const words = written.replace(/.(?:[?*]|\{[^}]*\})/g, ' ').match(/[a-z\d-]+/g) ?? [];
  return words.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

/** What matches the calls of the tags, with a word of their hosts: most requests bear none, and ask for no pattern. */
export const CALLS: readonly (readonly [word: string, pattern: string])[] = tagFile.tags
  .flatMap(({ calls }) => calls)
  .map((call) => [wordOfHost(call), call]);

/** What matches the addresses of a tag, and what they are there for. */
export const ADDRESSES: readonly { readonly purposes: readonly CompanyCategory[]; readonly pattern: string }[] =
  tagFile.tags.map(({ purposes, calls, serves }) => ({
    purposes: purposes as readonly CompanyCategory[],
    pattern: [...calls, ...serves].join('|'),
  }));
