/** How the script in the page's world tells its other half what it noted: in plain text, over a port that no page can see. */

/** The event by which the two worlds find each other, before the page's first script; no page hears it. */
export const OFFER = 'liner-notes:offer';
/** The event by which the half outside of the page's world asks for an offer. */
export const ASK = 'liner-notes:ask';

export const WRITE_APIS = ['document.cookie', 'cookieStore', 'setItem', 'indexedDB.open'] as const;
export const READ_OUTS = ['canvas', 'webgl', 'audio', 'fonts', 'navigator', 'listeners'] as const;

export type WriteApi = (typeof WRITE_APIS)[number];
export type ReadOutName = (typeof READ_OUTS)[number];

export type WriteStore = 'cookie' | 'local' | 'session' | 'indexed-db';

/**
 * A report is one text, which no prototype of the page can reach into on its way. A line for each fact, its cells parted by tabs:
 *
 * - w, api, store, name, address of the script or nothing, time of the first call, number of calls;
 * - r, what was read out, address of the script or nothing, time, then names and numbers in turn.
 */
export type Report = string;
/** The report that it could not be made safe here, and nothing will be told. */
export const SILENT: Report = 's\n';
