/** What `storage.session` holds: under which keys, and how each value is read. Written by `border/session-ledger.ts` alone. */
import { isVisit, type Visit } from './visit.ts';
import { parseVisit } from './visit-text.ts';

/** Key of a tab's visit in `storage.session`. */
export function visitKey(tab: number): string {
  return `visit:${tab}`;
}

/** Matches the key of a tab's visit; the tab is its group. */
export const VISIT_KEY = /^visit:(\d+)$/;

/** Key of what is remembered of the page that a tab showed before: what was removed there may come back on the next. */
export function leftKey(tab: number): string {
  return `left:${tab}`;
}

/** Matches the key of what a page has left behind. */
export const LEFT_KEY = /^left:\d+$/;

/** The browser session's salt for hashes of identifiers. */
export const SALT_KEY = 'salt';
/** Since when the browser tells of all requests. */
export const FULL_VIEW_KEY = 'full-view-since';
/** The last time that the background's clock said, and how far it was ahead of the wall clock. */
export const CLOCK_KEY = 'clock';
/** For each tab, whose cookies are looked at. */
export const COOKIE_TABS_KEY = 'cookie-tabs';
/** Pages whose records had to make room, by the ids of their documents. */
export const EVICTED_KEY = 'evicted';
/** Most such pages that are remembered; the oldest give way. */
export const MAX_EVICTED = 300;

/** What a page that is left leaves behind: of which host it was, and which identifiers were removed there. */
export type LeftPage = Pick<Visit, 'address' | 'gone'>;

/** What was stored of a page that is left, or null when there is nothing. */
export function readLeft(stored: unknown): LeftPage | null {
  return typeof stored === 'string' ? (JSON.parse(stored) as LeftPage) : null;
}

/** A visit read from storage, or null when there is none, it is of another version, or it was damaged. */
export function readVisit(stored: unknown): Visit | null {
  const visit = typeof stored === 'string' ? parseVisit(stored) : null;
  return visit !== null && isVisit(visit) ? visit : null;
}
