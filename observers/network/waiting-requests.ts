/** Requests that wait to be handed to the ledger: gathered by tab, summed up, and bounded whatever a page does. Pure. */
import type { Visit } from '../../ledger/visit';
import { toAddress } from '../../ledger/observation';
import type { SeenRequest } from './request-facts';

/** How long what came before its page's own word waits for it, in milliseconds. */
export const PATIENCE = 5000;
/** How long the answer to a page's address waits for a newer page, in milliseconds. */
export const DOCUMENT_PATIENCE = 2000;
/** Clocks of a page and of the browser differ by so much, in milliseconds. */
const TOLERANCE = 50;
/** Most that wait for one tab, and for all of them. */
const MAX_WAITING = 1000;
const MAX_WAITING_IN_ALL = 3000;
/** Requests to one host that wait by themselves; the others only add to a count. */
export const REQUESTS_TOLD_APART = 20;

/** What waits for one tab. */
export interface Gathered {
  readonly requests: readonly SeenRequest[];
  /** How many found no room. */
  readonly leftOut: number;
}

interface Room {
  requests: SeenRequest[];
  leftOut: number;
  readonly toldApart: Map<string, number>;
  readonly takers: Map<string, number>;
}

function hostOf({ url }: SeenRequest): string {
  return toAddress(url)?.host ?? '';
}

function likeness(seen: SeenRequest): string {
  const { event, resource, outcome, upload, frame, document, by } = seen;
  return [hostOf(seen), seen.url.slice(0, 5), event, resource, outcome, upload, frame, document, by].join(' ');
}

/** Gathers requests by tab. */
export class WaitingRequests {
  readonly #rooms = new Map<number, Room>();

  add(seen: SeenRequest): void {
    let room = this.#rooms.get(seen.tab);
    if (room === undefined) {
      room = { requests: [], leftOut: 0, toldApart: new Map(), takers: new Map() };
      this.#rooms.set(seen.tab, room);
    }
    const isPlain = seen.goal === null && seen.cookies.length === 0 && seen.resource !== 'main_frame';
    const kind = likeness(seen);
    const index = room.takers.get(kind);
    const host = hostOf(seen);
    const known = room.toldApart.get(host) ?? 0;
    if (isPlain && index !== undefined && known >= REQUESTS_TOLD_APART) {
      const taker = room.requests[index];
      if (taker !== undefined) room.requests[index] = { ...taker, count: taker.count + seen.count };
      return;
    }
    if (room.requests.length >= MAX_WAITING || this.#total() >= MAX_WAITING_IN_ALL) {
      room.leftOut += seen.count;
      return;
    }
    room.toldApart.set(host, known + 1);
    if (isPlain) room.takers.set(kind, room.requests.length);
    room.requests.push(seen);
  }

  /** Takes out all that waits for a tab. */
  take(tab: number): Gathered {
    const { requests, leftOut } = this.#rooms.get(tab) ?? { requests: [], leftOut: 0 };
    this.#rooms.delete(tab);
    return { requests, leftOut };
  }

  /** The tabs for which something waits. */
  tabs(): number[] {
    return [...this.#rooms.keys()];
  }

  clear(): void {
    this.#rooms.clear();
  }

  #total(): number {
    let total = 0;
    for (const { requests } of this.#rooms.values()) total += requests.length;
    return total;
  }
}

/**
 * Whether a request belongs to a visit. `moment.now`: the time; `moment.opened`: whether the visit was opened just now, after the
 * request. A late request of an earlier page does not belong to it, and neither does the address of the page that comes next.
 */
export function belongsTo(
  seen: SeenRequest,
  { address, startedAt, browserDocument }: Pick<Visit, 'address' | 'startedAt' | 'browserDocument'>,
  moment: { readonly now: number; readonly opened: boolean },
): boolean {
  if (seen.at < startedAt - TOLERANCE) return false;
  if (seen.resource === 'main_frame') {
    // The browser does not say for which document it was: a page that is opened after it is the one, unless none is.
    if (moment.opened) return true;
    if (seen.event !== 'completed' || moment.now - seen.at < DOCUMENT_PATIENCE) return false;
    const own = toAddress(seen.url);
    return own?.host === address.host && own.path === address.path;
  }
  if (browserDocument === null) return true;
  if (seen.frame === 0) return seen.document === null || seen.document === browserDocument;
  if (seen.parentFrame === 0) return seen.parentDocument === null || seen.parentDocument === browserDocument;
  return true;
}
