/** What a page sent to a company's hosts, as it comes from the live page: handed from the observer to what reads it, never kept. */
import { withoutFragment } from './web-address.ts';

/** A request, by the page's own list or, in full view, by the browser. */
export interface CarriedRequest {
  /** With its query, without a fragment; may be cut. */
  readonly url: string;
  /** Null where the page's list does not tell. */
  readonly method: string | null;
  /** Null where there was none, where it is no text, or where only the page's list tells of the request. */
  readonly body: string | null;
  /** It may have carried a body that we could not read: binary, or one that the page's list does not show. */
  readonly bodyUnread: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What came of asking. `left`: how many more there are than are handed over. */
export type CarriedAnswer =
  | {
      readonly state: 'found';
      readonly requests: readonly CarriedRequest[];
      readonly left: number;
      readonly full: boolean;
    }
  /** `full`: the page's list holds as many as the browser keeps, so later requests are not in it. */
  | { readonly state: 'none'; readonly full: boolean }
  /** The tab shows another page by now, or was closed. */
  | { readonly state: 'gone' }
  /** The browser does not let us into the page. */
  | { readonly state: 'refused' };

/** Most requests that are looked at. */
export const MAX_CARRIED = 20;

/**
 * One list of what the page tells of and what the browser told of, newest first and at most `MAX_CARRIED`. A request of the
 * page's list is the same as one of the browser's with the same address; each of those stands for one.
 */
export function mergeCarried(
  ofPage: readonly CarriedRequest[],
  ofBrowser: readonly CarriedRequest[],
): readonly CarriedRequest[] {
  const countByUrl = new Map<string, number>();
  for (const { url } of ofBrowser)
    countByUrl.set(withoutFragment(url), (countByUrl.get(withoutFragment(url)) ?? 0) + 1);
  const rest = ofPage.filter(({ url }) => {
    const count = countByUrl.get(withoutFragment(url)) ?? 0;
    countByUrl.set(withoutFragment(url), count - 1);
    return count <= 0;
  });
  return [...ofBrowser, ...rest]
    .map((request) => ({ ...request, url: withoutFragment(request.url) }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MAX_CARRIED);
}
