/**
 * What `storage.session` holds beside the visits (`visit-pieces.ts`): under which keys, in which shapes, and how what another version
 * has left there is read. Written by `border/session-ledger.ts`; what was settled by `border/settled-registrations.ts`, what is recorded, by
 * `border/recorder-storage.ts`.
 */
import { fromStored, type StoredShape } from './stored-value.ts';
import type { CookieTab, Visit } from './visit.ts';

/** Key of what is remembered of the page that a tab showed before: what was removed there may come back on the next. */
export function leftKey(tab: number): string {
  return `left:${tab}`;
}

/** Matches the key of what a page has left behind. */
export const LEFT_KEY = /^left:\d+$/;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a page that is left leaves behind: of which host it was, and which identifiers were removed there. */
export type LeftPage = Pick<Visit, 'address' | 'gone'>;

/** Under `leftKey`. */
export const LEFT_PAGE: StoredShape<LeftPage> = {
  version: 1,
  read: (value) =>
    isObject(value) && isObject(value.address) && Array.isArray(value.gone) && value.gone.every(isObject)
      ? (value as unknown as LeftPage)
      : null,
};

/** A shape that stands under one key. */
export interface SessionValue<T> extends StoredShape<T> {
  readonly key: string;
}

/** The browser session's salt for hashes of identifiers. */
export const SALT: SessionValue<string> = {
  key: 'salt',
  version: 1,
  read: (value) => (typeof value === 'string' ? value : null),
};

/** Since when the browser reports all requests; milliseconds since 1970. */
export const FULL_VIEW_SINCE: SessionValue<number> = {
  key: 'full-view-since',
  version: 1,
  read: (value) => (typeof value === 'number' ? value : null),
};

/** The last time that the background's clock said, and how far it was ahead of the wall clock; both in milliseconds. */
export const LAST_CLOCK: SessionValue<{ readonly time: number; readonly ahead: number }> = {
  key: 'clock',
  version: 1,
  read: (value) => {
    if (!isObject(value)) return null;
    const { time, ahead } = value;
    return typeof time === 'number' && typeof ahead === 'number' ? { time, ahead } : null;
  },
};

function isCookieTab(value: unknown): value is CookieTab {
  return (
    isObject(value) &&
    typeof value.document === 'string' &&
    typeof value.site === 'string' &&
    (value.storeId === null || typeof value.storeId === 'string') &&
    Array.isArray(value.others)
  );
}

/** For each tab, whose cookies are looked at. */
export const COOKIE_TABS: SessionValue<Readonly<Record<string, CookieTab>>> = {
  key: 'cookie-tabs',
  version: 1,
  read: (value) =>
    isObject(value) && Object.values(value).every(isCookieTab) ? (value as Readonly<Record<string, CookieTab>>) : null,
};

/** Pages whose records had to make room, by the ids of their documents. */
export const EVICTED: SessionValue<readonly string[]> = {
  key: 'evicted',
  version: 1,
  read: (value) => (Array.isArray(value) ? value.filter((root) => typeof root === 'string') : null),
};

const RECORDER_ENDS = ['too-large', 'no-room', 'deleted'] as const;
/**
 * Why a recording ended by itself. `too-large`: it has all that one may have; `no-room`: all recordings together have it; `deleted`: the person
 * deleted it while it ran.
 */
export type RecorderEnd = (typeof RECORDER_ENDS)[number];

/** What the recorder does. `dropped`: facts that found no room and that stand in no database yet. `failed`: the recording ended by itself. */
export type RecorderState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly id: string; readonly since: number; readonly dropped: number }
  | { readonly state: 'failed'; readonly id: string; readonly reason: RecorderEnd };

function readRecorder(value: unknown): RecorderState | null {
  if (!isObject(value)) return null;
  const { state, id, since, dropped, reason } = value;
  if (state === 'idle') return { state };
  if (typeof id !== 'string') return null;
  if (state === 'running')
    return typeof since === 'number' && typeof dropped === 'number' ? { state, id, since, dropped } : null;
  const ended = RECORDER_ENDS.find((end) => end === reason);
  return state === 'failed' && ended !== undefined ? { state, id, reason: ended } : null;
}

/** The browser empties this storage when it is closed, so a recording ends with it. */
export const RECORDER: SessionValue<RecorderState> = { key: 'recorder', version: 1, read: readRecorder };

/**
 * What the scripts and rules registered with the browser were settled for, as a text. The browser empties this storage when it is started
 * anew and when the extension is updated or switched on again, so that they are looked at once in each of its lives, and not at each start
 * of the worker.
 */
export const SETTLED_FOR: SessionValue<string> = {
  key: 'registrations',
  version: 1,
  read: (value) => (typeof value === 'string' ? value : null),
};

/** What was stored of a page that is left; null when there is nothing that can be read. */
export function readLeft(stored: unknown): LeftPage | null {
  const found = fromStored(LEFT_PAGE, stored);
  return found.state === 'read' ? found.value : null;
}
