/**
 * A capture as HAR 1.2, for DevTools' importer and the EDPB Website Auditing Tool. No bodies, no values, no query: what was never
 * recorded is left out, or stands as the format's own "not known" (-1, an empty text), and the comments say so.
 *
 * What readers need: ChromeDevTools/devtools-frontend its HARFormat at 15cc5ee (a missing number or a null initiator
 * throws); EDPB Website Auditing Tool, its HAR collector (each `pageref` must resolve, `pages[].title` be an address, `cookies` and
 * `headers` be lists); spec 1.2, ahmadnassri/har-spec. Pure.
 */
import type { Entry, Har, Page } from 'har-format';
import type { CaptureStudy, StudiedPage } from '../../capture/study-capture.ts';
import { requestRows, type RequestRow } from '../../capture/tables/request-rows.ts';
import { isoTime } from './csv.ts';
import { fileAddress } from './file-address.ts';

/** DevTools' names of what a request is for, by the browser's and Resource Timing's. */
const RESOURCE_TYPES = new Map<string, Entry['_resourceType'] | 'other'>(
  Object.entries({
    ...{ main_frame: 'document', sub_frame: 'document', iframe: 'document', frame: 'document', navigation: 'document' },
    ...{ script: 'script', stylesheet: 'stylesheet', css: 'stylesheet', link: 'stylesheet', font: 'font' },
    ...{
      image: 'image',
      img: 'image',
      imageset: 'image',
      input: 'image',
      icon: 'image',
      media: 'media',
      video: 'media',
    },
    ...{ audio: 'media', track: 'texttrack', xmlhttprequest: 'xhr', fetch: 'fetch', beacon: 'ping', ping: 'ping' },
    ...{
      websocket: 'websocket',
      eventsource: 'eventsource',
      csp_report: 'csp-violation-report',
      web_manifest: 'manifest',
    },
  } as const),
);

/** Most entries for requests alike that were summed up: a burst of a page without an end is told in the comment. */
const MOST_ALIKE = 1000;

const pageId = (no: number): string => `page_${String(no)}`;

function pageOf({ page }: StudiedPage): Page {
  return {
    startedDateTime: isoTime(page.openedAt),
    id: pageId(page.no),
    // Readers take the title for the page's address, as DevTools writes it.
    title: fileAddress(page.visit.address),
    pageTimings: {},
  };
}

const ERRORS = { failed: 'failed', blocked: 'blocked', 'failed-or-blocked': 'failed or blocked' } as const;

/** A request; of several alike each has an entry, up to `MOST_ALIKE`, so that they count as many. */
function entryOf(row: RequestRow, pageAddress: string): Entry {
  const { at, address, type, by, outcome, count } = row;
  const error = outcome === null || outcome === 'done' ? null : ERRORS[outcome];
  const initiator = by === null ? pageAddress : fileAddress({ scheme: 'https', host: by, path: '/' });
  return {
    pageref: pageId(row.page),
    startedDateTime: isoTime(at),
    time: 0,
    request: {
      ...{ method: '', url: fileAddress(address), httpVersion: '' },
      ...{ cookies: [], headers: [], queryString: [], headersSize: -1, bodySize: -1 },
      comment:
        row.upload === true
          ? 'The method is not recorded: it was another than GET and HEAD.'
          : 'The method is not recorded.',
    },
    response: {
      ...{ status: 0, statusText: '', httpVersion: '', cookies: [], headers: [], redirectURL: '' },
      content: { size: 0, mimeType: 'x-unknown' },
      ...{ headersSize: -1, bodySize: -1 },
      ...(error === null ? {} : { _error: error }),
      comment: outcome === null ? 'What came of it was not seen.' : 'Status and headers are not recorded.',
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0, comment: 'Not recorded.' },
    _initiator: { type: type === 'script' ? 'script' : 'other', url: initiator },
    _resourceType: RESOURCE_TYPES.get(type) ?? 'other',
    ...(count > 1 ? { comment: `One of ${String(count)} alike that were summed up.` } : {}),
  };
}

/** The HAR of a capture. Of a visit that was not recorded it has the pages alone: requests were summed up, and no order is known. */
export function asHar({ capture, pages, pageOf: studiedPage }: CaptureStudy): Har {
  const { extension, browser } = capture.conditions;
  const { version } = browser;
  const entries = requestRows(capture.facts).flatMap((row) => {
    const page = studiedPage(row.page);
    const address = page === undefined ? '' : fileAddress(page.page.visit.address);
    return Array.from({ length: Math.min(row.count, MOST_ALIKE) }, () => entryOf(row, address));
  });
  return {
    log: {
      version: '1.2',
      creator: { name: extension.name, version: extension.version },
      browser: { name: browser.name, version: version ?? '' },
      pages: pages.map(pageOf),
      entries,
      comment:
        capture.kind === 'visit'
          ? 'Requests were summed up by host, not recorded one by one: see hosts.csv.'
          : 'Times are when the browser told of a request. Addresses stand without query and fragment; no header, body or value was recorded.',
    },
  };
}

/** The same as a file's text. */
export function asHarJson(study: CaptureStudy): string {
  return `${JSON.stringify(asHar(study), null, 1)}\n`;
}
