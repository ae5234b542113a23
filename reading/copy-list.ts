/**
 * What is known of the kept copies without opening the database that holds their texts: a short list beside the settings. By it the popup knows
 * at once whether one of them speaks for a page; without one it fetches nothing that reads.
 */
import * as v from 'valibot';
import type { KeptCopy } from './kept-copy.ts';
import { pageOf } from './page-of-address.ts';

/** Key of the list in `storage.local`; absent while nothing is kept. */
export const COPY_LIST_KEY = 'kept-copies';

const FACTS = v.object({
  id: v.string(),
  /** When the page was read, milliseconds since 1970. */
  readAt: v.number(),
  /** Which page it is of, as `pageOf` gives it. */
  page: v.string(),
  host: v.string(),
  organisation: v.nullable(v.string()),
  state: v.picklist(['policy', 'cut-short', 'not-a-policy', 'language-without-rules', 'empty']),
});

/** What the list says of a copy. */
export type CopyFacts = Readonly<v.InferOutput<typeof FACTS>>;

/** The entry of a copy. */
export function factsOf({ id, readAt, host, organisation, state, document }: KeptCopy): CopyFacts {
  return { id, readAt, page: pageOf(document.address), host, organisation, state };
}

/** The list as it is stored; entries that are damaged are left out, since the database holds the copies themselves. */
export function readCopyList(stored: unknown): readonly CopyFacts[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry): CopyFacts[] => {
    const read = v.safeParse(FACTS, entry);
    return read.success ? [read.output] : [];
  });
}
