/**
 * The popup's address for the button of one tab. It names what the popup would else ask the browser for, one journey after the other: which tab
 * it speaks of, of which host its record is, and what the button says. The browser takes it away with the document, as it does the badge.
 */

/** What the popup's address names. Only where to ask early and what to show first: the browser's own word, which comes later, decides. */
export interface NamedTab {
  readonly tab: number;
  readonly host: string;
  /** The words of the button, in the person's language; null where it says nothing of the page. */
  readonly words: string | null;
}

/** popupAddress({ tab: 7, host: 'www.sonymusic.com', words: null }) → 'popup.html?of=7&at=www.sonymusic.com' */
export function popupAddress({ tab, host, words }: NamedTab): string {
  const named = new URLSearchParams({ of: String(tab), at: host, ...(words === null ? {} : { say: words }) });
  return `popup.html?${named.toString()}`;
}

/** What an address names, by the part of it that begins with the question mark; null where it names no tab. */
export function readPopupAddress(search: string): NamedTab | null {
  const named = new URLSearchParams(search);
  const tab = named.get('of') ?? '';
  const host = named.get('at') ?? '';
  return /^\d{1,10}$/.test(tab) && host !== '' ? { tab: Number(tab), host, words: named.get('say') } : null;
}
