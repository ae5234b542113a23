/** How the page's script hears of what was sent: from the background, and for pictures and scripts from the page itself. */
import { MAX_URL, type SentRequest } from './sent-request.ts';
import { clock } from '../clock.ts';
import { followResources } from '../page/resource-entries.ts';

/** What the background tells of itself, with its body. */
const TOLD_BY_BACKGROUND = /^(?:fetch|xmlhttprequest|beacon)$/;

/** Which document a script runs in, as far as it is known, to tell its own requests from those of the page before. */
export interface OwnDocument {
  /** The browser's id; null where it tells none. */
  readonly id: string | null;
  /** What was sent before is of the page before. */
  readonly began: number;
}

/** The requests among these that are of the document: the background tells the tab, and the tab may show another page by now. */
export function ownRequests(requests: readonly SentRequest[], own: OwnDocument): readonly SentRequest[] {
  return requests.filter(({ of, at }) => (of === undefined || own.id === null ? at >= own.began : of === own.id));
}

/** An entry of Resource Timing as a request; null for what the background tells of, and for addresses without a host. */
export function loadedRequest({
  name,
  initiatorType,
  startTime,
}: Pick<PerformanceResourceTiming, 'name' | 'initiatorType' | 'startTime'>): SentRequest | null {
  if (TOLD_BY_BACKGROUND.test(initiatorType) || !/^https?:\/\//i.test(name)) return null;
  const at = clock.at(startTime);
  return { url: name.slice(0, MAX_URL), method: 'GET', body: null, at, source: 'page', by: null };
}

/** Tells of the addresses that the document loads (pictures, scripts, styles), those before now included, until `signal` aborts. */
export function watchLoadedAddresses(listener: (requests: readonly SentRequest[]) => void, signal: AbortSignal): void {
  followResources({
    since: -Infinity,
    signal,
    take(entries) {
      const requests = entries.map(loadedRequest).filter((request) => request !== null);
      if (requests.length > 0) listener(requests);
    },
  });
}
