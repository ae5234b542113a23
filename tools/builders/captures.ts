/** Captures for tests and pictures, each a whole one; who makes one names only what it is about. */
import { CAPTURE_FORMAT, CAPTURE_VERSION, type Capture } from '../../capture/capture.ts';
import type { CaptureConditions } from '../../capture/capture-conditions.ts';
import { foldLog, type LogEntry } from '../../capture/fold-log.ts';
import { readPageMessage } from '../../ledger/read-message.ts';
import { openVisit, type Visit } from '../../ledger/visit.ts';
import { AT } from './visits.ts';

/** What is known of a browser on a desk in Berlin. */
export function makeConditions(over: Partial<CaptureConditions> = {}): CaptureConditions {
  return {
    readAt: AT,
    timeZone: 'Europe/Berlin',
    utcOffset: 60,
    extension: { name: 'Liner Notes', version: '0.2.0', target: 'chromium', filesHash: null },
    browser: { name: 'Chromium', version: '156.0.0.0', platform: 'Linux' },
    languages: ['de-DE', 'en'],
    gpc: false,
    cookiesEnabled: true,
    thirdPartyCookies: null,
    profile: null,
    region: null,
    ...over,
  };
}

/** A capture of one visit, as the popup would keep it. */
export function captureOfVisit(visit: Visit, over: Partial<Capture> = {}): Capture {
  return {
    ...{ format: CAPTURE_FORMAT, version: CAPTURE_VERSION, id: 'capture-0001', kind: 'visit', name: '', note: '' },
    ...{ startedAt: visit.since, endedAt: visit.updatedAt, conditions: makeConditions() },
    pages: [{ no: 1, tab: 1, openedAt: visit.since, leftAt: null, visit }],
    ...{ facts: [], leftOut: 0, interruptions: 0, texts: [], pictures: [] },
    ...over,
  };
}

/** The log of a recording in which these messages came from one tab. @throws Error when one of them is no message */
export function logOfMessages(messages: readonly unknown[], tab = 7): readonly LogEntry[] {
  return messages.map((sent): LogEntry => {
    const message = readPageMessage(sent)?.message;
    if (message === undefined) throw new Error(`This is no message of a page: ${JSON.stringify(sent)}`);
    const { document, startedAt } = message;
    return message.type === 'opened'
      ? { kind: 'page', at: message.page.at, tab, visit: openVisit(document, startedAt, message.page) }
      : { kind: 'facts', tab, document, observations: message.observations };
  });
}

/** A recording of these log entries. */
export function captureOfLog(log: readonly LogEntry[], over: Partial<Capture> = {}): Capture {
  const folded = foldLog(log);
  const ends = folded.pages.map(({ visit, leftAt }) => leftAt ?? visit.updatedAt);
  return {
    ...{ format: CAPTURE_FORMAT, version: CAPTURE_VERSION, id: 'capture-0001', kind: 'recording', name: '', note: '' },
    ...{ startedAt: folded.pages[0]?.openedAt ?? AT, endedAt: Math.max(AT, ...ends), conditions: makeConditions() },
    ...folded,
    ...{ interruptions: 0, texts: [], pictures: [] },
    ...over,
  };
}
