/** Requests that wait to be handed to the ledger: gathered by tab, summed up, and bounded whatever a page does. Pure. */
import type { Visit } from '../../ledger/visit.ts';
import { toAddress } from '../../ledger/observation.ts';
import { SummedQueue } from '../../ledger/summed-queue.ts';
import { hostOf } from '../../recognition/web-address.ts';
import type { SeenRequest } from './request-facts.ts';
import type { TabDocuments } from './tab-documents.ts';

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

/** Documents of a tab whose requests are counted apart where there is no room for them. */
const MAX_CROWDS = 200;

/** What waits for one tab. */
export interface Gathered {
  readonly requests: readonly SeenRequest[];
  /** What found no room: one of each document, with the number of them all. */
  readonly leftOut: readonly SeenRequest[];
}

interface Room {
  readonly requests: SummedQueue<SeenRequest>;
  readonly leftOut: Map<string, SeenRequest>;
}

/** Whose it is: only requests of one document may be counted together. */
function asker({ frame, parentFrame, document, parentDocument, by, top, container }: SeenRequest): string {
  const address = top === null ? '' : `${top.host}${top.path}`;
  return [frame, parentFrame, document, parentDocument, by, address, container].join(' ');
}

function likeness(seen: SeenRequest): string {
  const { event, resource, outcome, upload } = seen;
  return [hostOf(seen.url), seen.url.slice(0, 5), event, resource, outcome, upload, asker(seen)].join(' ');
}

function withMore(known: SeenRequest | undefined, seen: SeenRequest): SeenRequest {
  return known === undefined ? seen : { ...known, count: known.count + seen.count };
}

/** A redirect, an answer that sets cookies and a page's own address say something of their own: they stand by themselves. */
const isPlain = ({ goal, cookies, resource }: SeenRequest): boolean =>
  goal === null && cookies.length === 0 && resource !== 'main_frame';

const SUMMING = {
  most: MAX_WAITING,
  apart: REQUESTS_TOLD_APART,
  groupOf: (seen: SeenRequest) => (isPlain(seen) ? (hostOf(seen.url) ?? '') : null),
  likeness,
  add: withMore,
};

/** Gathers requests by tab. */
export class WaitingRequests {
  readonly #rooms = new Map<number, Room>();
  #isRecording = false;

  /** A recording runs, or has ended: requests are not summed up so long. */
  tellApart(isRecording: boolean): void {
    this.#isRecording = isRecording;
    for (const { requests } of this.#rooms.values()) requests.sumUp(!isRecording);
  }

  add(seen: SeenRequest): void {
    const room = this.#roomOf(seen.tab);
    if (!room.requests.add(seen, this.#total() < MAX_WAITING_IN_ALL)) this.#leaveOut(room, seen);
  }

  /** Takes out all that waits for a tab. */
  take(tab: number): Gathered {
    const room = this.#rooms.get(tab);
    this.#rooms.delete(tab);
    return { requests: room?.requests.take() ?? [], leftOut: [...(room?.leftOut.values() ?? [])] };
  }

  /** Puts back what waits on: before what has come meanwhile, since it was asked for earlier. */
  putBack({ requests, leftOut }: Gathered): void {
    const newer = [...new Set(requests.map(({ tab }) => tab))].flatMap(
      (tab) => this.#rooms.get(tab)?.requests.take() ?? [],
    );
    for (const seen of requests) this.add(seen);
    for (const seen of newer) this.add(seen);
    for (const seen of leftOut) this.#leaveOut(this.#roomOf(seen.tab), seen);
  }

  /** The tabs for which something waits. */
  tabs(): number[] {
    return [...this.#rooms.keys()];
  }

  clear(): void {
    this.#rooms.clear();
  }

  #roomOf(tab: number): Room {
    const known = this.#rooms.get(tab);
    if (known !== undefined) return known;
    const room: Room = { requests: new SummedQueue(SUMMING), leftOut: new Map() };
    room.requests.sumUp(!this.#isRecording);
    this.#rooms.set(tab, room);
    return room;
  }

  #leaveOut({ leftOut }: Room, seen: SeenRequest): void {
    const whose = asker(seen);
    // A page with more documents than that has the rest counted with the newest of them.
    const newest = leftOut.size < MAX_CROWDS ? undefined : [...leftOut.keys()].at(-1);
    const key = leftOut.has(whose) ? whose : (newest ?? whose);
    leftOut.set(key, withMore(leftOut.get(key), seen));
  }

  #total(): number {
    let total = 0;
    for (const { requests } of this.#rooms.values()) total += requests.length;
    return total;
  }
}

/** What of a visit tells which document it is of. */
export type VisitDocument = Pick<Visit, 'address' | 'startedAt' | 'browserDocument'>;

/** When it is asked whether a request belongs to a visit, and by what is known of the tab's documents. */
export interface Moment {
  readonly now: number;
  /** Whether the visit was opened just now, after the request. */
  readonly opened: boolean;
  readonly documents: TabDocuments;
}

/** The address of a tab's page comes before the page that it leads to, and is of no document yet. */
function leadsTo(seen: SeenRequest, { address }: VisitDocument, { now, opened }: Moment): boolean {
  // The browser does not say for which document it was: a page that is opened after it is the one, unless none is.
  if (opened) return true;
  if (seen.event !== 'completed' || now - seen.at < DOCUMENT_PATIENCE) return false;
  const own = toAddress(seen.url);
  return own?.host === address.host && own.path === address.path;
}

/**
 * Whether a request belongs to a visit: it was made by the visit's own document, or somewhere inside of it. What an earlier page
 * of the tab asks late, or the page that comes next, does not belong to it. `ask`: it cannot be told from the request, since the
 * frames around it were loaded before this worker began; the page has to be asked whether it is still there.
 */
export function belongsTo(seen: SeenRequest, visit: VisitDocument, moment: Moment): boolean | 'ask' {
  const { address, startedAt, browserDocument } = visit;
  if (seen.at < startedAt - TOLERANCE) return false;
  if (seen.resource === 'main_frame') return leadsTo(seen, visit, moment);
  const document = moment.documents.topOf(seen);
  if (document !== null && browserDocument !== null) return document === browserDocument;
  // A browser that tells no documents, and what Firefox tells of workers: the addresses have to do.
  if (seen.top !== null)
    return seen.top.host === address.host && !moment.documents.isOfAnother(seen.tab, seen.top, browserDocument);
  if (seen.frame === 0) return seen.by === address.host;
  return browserDocument === null ? false : 'ask';
}

/** Whether what the site's own worker asks for without any tab may be told to a visit of the site. */
export function belongsToSite(seen: SeenRequest, { address, startedAt }: VisitDocument): boolean {
  return seen.by === address.host && seen.at >= startedAt - TOLERANCE;
}
