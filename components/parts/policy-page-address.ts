/** Where a thing stands on the page of kept copies: behind the `#` of its address, so that a link leads there and "back" works. */

/** What the page shows: all copies, one of them, or what differs between one and another text. */
export type PolicyPlace =
  | { readonly view: 'list' }
  | { readonly view: 'copy'; readonly copy: string }
  /** `against`: the id of another copy, or of the organisation whose archived text is meant; null: what fits best. */
  | { readonly view: 'drift'; readonly copy: string; readonly against: string | null };

/** Behind the `#`, with it: '#', '#<copy>', '#<copy>/drift', '#<copy>/drift/<other>'. */
export function placeAddress(place: PolicyPlace): string {
  if (place.view === 'list') return '#';
  const copy = `#${encodeURIComponent(place.copy)}`;
  if (place.view === 'copy') return copy;
  return `${copy}/drift${place.against === null ? '' : `/${encodeURIComponent(place.against)}`}`;
}

/** The address of the page, for links from other pages of the extension. */
export function policyPageAddress(place: PolicyPlace): string {
  return `/policy.html${placeAddress(place)}`;
}

/** What an address means; the list, where it means nothing. */
export function placeOf(hash: string): PolicyPlace {
  const [copy = '', view, against] = hash.replace(/^#/, '').split('/').map(decoded);
  if (copy === '') return { view: 'list' };
  if (view !== 'drift') return { view: 'copy', copy };
  return { view: 'drift', copy, against: against === undefined || against === '' ? null : against };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
