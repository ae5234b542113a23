/**
 * Which document of a tab does a request belong to? Gathered from what the browser tells of each request: it names the document
 * that asked and the one around it, and of a frame deeper inside no more than that. So the way up is remembered. Pure.
 */
import type { Address } from '../../ledger/observation.ts';
import type { SeenRequest } from './request-facts.ts';

/** Documents and frames that are remembered; those of which nothing was heard for longest make room. */
const MAX_KNOWN = 3000;

/** What of a request tells whose it is. */
export type Asking = Pick<SeenRequest, 'tab' | 'frame' | 'parentFrame' | 'document' | 'parentDocument' | 'top'>;

function isSame(a: Address, b: Address): boolean {
  return a.host === b.host && a.path === b.path && a.scheme === b.scheme;
}

/** A map that drops what was put into it longest ago. */
class Remembered<T> {
  readonly #known = new Map<string, T>();

  get(key: string): T | null {
    return this.#known.get(key) ?? null;
  }

  put(key: string, value: T): void {
    this.#known.delete(key);
    this.#known.set(key, value);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }

  entries(): Iterable<[string, T]> {
    return this.#known;
  }
}

const frameKey = (tab: number, frame: number): string => `${String(tab)} ${String(frame)}`;

/** The documents of all tabs, as far as their requests have told of them. */
export class TabDocuments {
  /** The tab's own document, by the id of any document in it, and by the number of any frame. Neither is ever used again. */
  readonly #tops = new Remembered<string>();
  /** Addresses of tabs' own documents, by their ids (Firefox). */
  readonly #addresses = new Remembered<{ readonly tab: number; readonly address: Address }>();

  /** Learns from a request. */
  note(asking: Asking): void {
    const { tab, frame, document, top } = asking;
    const known = this.topOf(asking);
    if (known === null) return;
    if (document !== null) this.#tops.put(document, known);
    if (frame > 0) this.#tops.put(frameKey(tab, frame), known);
    if (top !== null) this.#addresses.put(known, { tab, address: top });
  }

  /** The browser's id of the tab's own document to which a request belongs; null where it cannot be told (yet). */
  topOf({ tab, frame, parentFrame, document, parentDocument }: Asking): string | null {
    if (frame === 0) return document;
    if (parentFrame === 0 && parentDocument !== null) return parentDocument;
    return (
      (document === null ? null : this.#tops.get(document)) ??
      (parentDocument === null ? null : this.#tops.get(parentDocument)) ??
      this.#tops.get(frameKey(tab, parentFrame)) ??
      this.#tops.get(frameKey(tab, frame))
    );
  }

  /** Whether an address is that of another document of the tab than this one, and not of this one. */
  isOfAnother(tab: number, top: Address, document: string | null): boolean {
    const own = document === null ? null : this.#addresses.get(document);
    if (own !== null && isSame(own.address, top)) return false;
    for (const [id, one] of this.#addresses.entries()) {
      if (id !== document && one.tab === tab && isSame(one.address, top)) return true;
    }
    return false;
  }
}
