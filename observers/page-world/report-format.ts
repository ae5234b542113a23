/** How the script in the page's own world tells its other half what it noted: in plain text, over a port that no page can see. */

/** The event by which the two worlds find each other, before the page's first script; no page hears it. */
export const OFFER = 'liner-notes:offer';
/** The event by which the half outside of the page's world asks for an offer. */
export const ASK = 'liner-notes:ask';

/** What is said over the port in the other direction: the other half goes; it has got a report; it wants to be told now what was noted. */
export const STOP = 0;
export const TAKEN = 1;
export const TELL = 2;

export const WRITE_APIS = [
  'document.cookie',
  'cookieStore',
  'setItem',
  'indexedDB.open',
  'IDBObjectStore.put',
] as const;
export const READ_OUTS = ['canvas', 'webgl', 'audio', 'fonts', 'navigator', 'listeners', 'location'] as const;

export type WriteApi = (typeof WRITE_APIS)[number];
export type ReadOutName = (typeof READ_OUTS)[number];

export type WriteStore = 'cookie' | 'local' | 'session' | 'indexed-db';

/**
 * A report is one text, which no prototype of the page can reach into on its way. A line for each fact, its cells parted by tabs.
 * A script is its address or nothing; behind it, after a space, the script by way of which it called. A time is in milliseconds
 * since the document began.
 *
 * - w, api, store, name, script, time of the first call, number of calls;
 * - r, what was read out, script, time, then names and numbers in turn;
 * - x, how many facts there was no room for so far.
 */
export type Report = string;
/** The report that it could not be made safe here, and nothing will be told. */
export const SILENT: Report = 's\n';
