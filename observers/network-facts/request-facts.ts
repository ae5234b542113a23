/** What the browser tells of a request → what is noted of it. Pure; nothing that a browser tells makes it throw. */
import {
  clip,
  toAddress,
  type Address,
  type NetworkRequestObservation,
  type Observation,
  type RequestSource,
} from '../../ledger/observation.ts';
import { queryIdentifiers } from '../../recognition/query-identifiers.ts';
import { cookieNames } from './set-cookie.ts';

/** Longest address that waits to be translated, in UTF-16 code units: no more of it is searched for identifiers. */
const MAX_URL = 4000;
/** Longest name of a kind of resource, and longest id of a request. */
const MAX_SHORT = 40;

/** Which event told of it. */
export type RequestEvent = 'completed' | 'failed' | 'redirected';

/** A request as the browser told of it, without headers and values. It lives in memory for seconds and is never stored. */
export interface SeenRequest {
  readonly event: RequestEvent;
  /** The browser's id of the request; the same for all steps of a chain of redirects. */
  readonly request: string;
  readonly at: number;
  /** With its query. */
  readonly url: string;
  readonly resource: string;
  readonly outcome: NetworkRequestObservation['outcome'];
  readonly upload: boolean;
  /** −1 where no tab shows it. */
  readonly tab: number;
  readonly frame: number;
  readonly parentFrame: number;
  /** The browser's ids of the document that asked and of the one around it (Chromium), else null. */
  readonly document: string | null;
  readonly parentDocument: string | null;
  /** Host that asked; null where the browser does not tell. */
  readonly by: string | null;
  /** Address of the tab's own document, as it was loaded (Firefox); of a worker's script for what a worker asks. Else null. */
  readonly top: Address | null;
  /** Which of the person's containers it was made in (Firefox), else null. */
  readonly container: string | null;
  /** Where a redirect leads. */
  readonly goal: string | null;
  readonly cookies: readonly string[];
  /** How many requests alike it stands for. */
  readonly count: number;
}

/**
 * Firefox's words for what its own protection or another extension stopped, as in netwerk's error list. A page that breaks a
 * request off gives NS_BINDING_ABORTED, which is none of these.
 */
const BLOCKED_IN_FIREFOX =
  /^NS_ERROR_(?:ABORT|BLOCKED_BY_POLICY|(?:TRACKING|SOCIALTRACKING|EMAILTRACKING|FINGERPRINTING|CRYPTOMINING|MALWARE|PHISHING|UNWANTED|HARMFUL|BLOCKED|HARMFULADDON)_URI)$/;
/** Chromium's: another extension or the browser's own filter; an administrator. `net_error_list.h` */
const BLOCKED_IN_CHROMIUM = /^net::ERR_BLOCKED_BY_(?:CLIENT|ADMINISTRATOR)$/;
/** Looked for in the cache alone, and not found there: no host was asked. */
const CACHE_ALONE = /^(?:net::ERR_CACHE_MISS|NS_ERROR_DOCUMENT_NOT_CACHED)$/;
/** The page broke it off, or went away: the host may well have been asked, and no failure is known. */
const BROKEN_OFF = /^(?:net::ERR_ABORTED|NS_BINDING_ABORTED)$/;

/**
 * What an error means. `net::ERR_BLOCKED_BY_RESPONSE` and its like (ORB, CSP) are the site's own rules or those of the host that
 * answered, no tool of the person's: they count as failed.
 */
export function outcomeOf(error: unknown): NetworkRequestObservation['outcome'] {
  if (typeof error !== 'string') return 'failed';
  if (BLOCKED_IN_CHROMIUM.test(error) || BLOCKED_IN_FIREFOX.test(error)) return 'blocked';
  return BROKEN_OFF.test(error) ? 'done' : 'failed';
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

function hostOf(url: unknown): string | null {
  return typeof url === 'string' ? (toAddress(url)?.host ?? null) : null;
}

function webAddress(url: string): Address | null {
  const address = toAddress(url);
  return address === null || address.scheme === 'other' ? null : address;
}

/** Chromium names the origin that asked. Firefox names the document, and for the document of a frame whoever led it there. */
function askedBy(details: Readonly<Record<string, unknown>>): string | null {
  if (details.initiator !== undefined) return hostOf(details.initiator);
  const { type, documentUrl, originUrl } = details;
  return hostOf(type === 'sub_frame' ? originUrl : (documentUrl ?? originUrl)) ?? hostOf(originUrl);
}

/** Firefox names every document around a frame, the tab's own last; for what no frame asked, the document itself. */
function topOf({ frameAncestors, frameId, documentUrl }: Readonly<Record<string, unknown>>): Address | null {
  const last: unknown = Array.isArray(frameAncestors) ? frameAncestors.at(-1) : undefined;
  const url =
    typeof last === 'object' && last !== null && 'url' in last ? last.url : frameId === 0 ? documentUrl : null;
  return typeof url === 'string' ? webAddress(url) : null;
}

/** A redirect that the browser made up itself, as for hosts that want https: no host was asked. */
function isInternal({ statusLine, statusCode }: Readonly<Record<string, unknown>>): boolean {
  if (typeof statusLine === 'string' && statusLine.includes('Internal Redirect')) return true;
  const code = number(statusCode, 0);
  return code < 300 || code > 399;
}

/**
 * Reads an event's details. Gives null for what is not ours to keep: private windows (where the browser tells), pages that are
 * only made ready in advance, addresses that lead to no host, what was looked for in the cache alone, redirects that the browser
 * made up itself, and anything malformed.
 */
export function readRequest(event: RequestEvent, input: unknown): SeenRequest | null {
  if (typeof input !== 'object' || input === null) return null;
  const details = input as Readonly<Record<string, unknown>>;
  const url = text(details.url);
  if (url === null || webAddress(url) === null) return null;
  if (details.incognito === true || details.documentLifecycle === 'prerender') return null;
  if (event === 'failed' && CACHE_ALONE.test(text(details.error) ?? '')) return null;
  const at = number(details.timeStamp, -1);
  if (at < 0 || typeof details.tabId !== 'number') return null;
  const goal = event === 'redirected' ? text(details.redirectUrl) : null;
  // Another extension may put a file of its own in the place of a request: a way to block it.
  const isReplaced = goal !== null && webAddress(goal) === null;
  if (event === 'redirected' && !isReplaced && (goal === null || isInternal(details))) return null;
  return {
    event,
    request: (text(details.requestId) ?? '').slice(0, MAX_SHORT),
    at,
    url: url.slice(0, MAX_URL),
    resource: (text(details.type) ?? 'other').slice(0, MAX_SHORT),
    outcome: isReplaced ? 'blocked' : event === 'failed' ? outcomeOf(details.error) : 'done',
    upload: !['GET', 'HEAD', 'OPTIONS'].includes((text(details.method) ?? 'GET').toUpperCase()),
    tab: details.tabId,
    frame: number(details.frameId, -1),
    parentFrame: number(details.parentFrameId, -1),
    document: text(details.documentId),
    parentDocument: text(details.parentDocumentId),
    by: askedBy(details),
    top: topOf(details),
    container: text(details.cookieStoreId),
    goal: isReplaced ? null : (goal?.slice(0, MAX_URL) ?? null),
    cookies: details.fromCache === true ? [] : cookieNames(details.responseHeaders, at),
    count: 1,
  };
}

/** Where a request came from. `isWatched`: whether frames of a host are watched like the page. */
export function sourceOf(seen: SeenRequest, isWatched: (host: string) => boolean): RequestSource {
  if (seen.tab < 0) return 'background';
  if (seen.frame === 0) return 'page';
  // A frame's own document is asked for by the page around it, or by whoever led the frame on.
  if (seen.by === null) return seen.resource === 'sub_frame' && seen.parentFrame === 0 ? 'page' : 'frame';
  return isWatched(seen.by) ? 'page' : 'frame';
}

/**
 * The facts of one request: that its host was asked, where it was sent on to, and which cookies its answer set. The document
 * itself is no contact of the page, as in page view; its redirects and cookies are told.
 */
export function factsOf(seen: SeenRequest, isWatched: (host: string) => boolean, salt: string): Observation[] {
  const address = webAddress(seen.url);
  if (address === null) return [];
  const { at, resource, by, outcome, upload, count } = seen;
  const source = sourceOf(seen, isWatched);
  const facts: Observation[] = [];
  if (resource !== 'main_frame') {
    facts.push({
      kind: 'network-request',
      at,
      address,
      resource,
      source,
      by,
      outcome,
      upload,
      identifiers: queryIdentifiers(seen.url, salt),
      ...(count === 1 ? {} : { count }),
    });
  }
  const goal = seen.goal === null ? null : webAddress(seen.goal);
  if (goal !== null && goal.host !== address.host) {
    facts.push({
      kind: 'redirect',
      at,
      chain: clip(seen.request, MAX_SHORT),
      from: address,
      to: goal,
      resource,
      source,
    });
  }
  const { host, path } = address;
  for (const name of seen.cookies) {
    facts.push({ kind: 'write', at, store: 'cookie', host, name, api: 'set-cookie', writer: host, path, source });
  }
  return facts;
}
