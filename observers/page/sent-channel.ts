/** How the page's script hears of what was sent: from the background, and for pictures and scripts from the page itself. */
import { MAX_URL, type CarriedQuestion, type SentMessage, type SentRequest } from '../../ledger/sent-request';
import { clock } from '../clock';
import { followResources } from './resource-entries';

/** What the background tells of itself, with its body. */
const TOLD_BY_BACKGROUND = /^(?:fetch|xmlhttprequest|beacon)$/;

/** Reads a message of the extension's own; null for any other. Its requests are made by our background, and not checked again. */
export function readSentMessage(input: unknown): SentMessage | CarriedQuestion | null {
  if (typeof input !== 'object' || input === null || !('type' in input)) return null;
  if (input.type === 'sent' && 'requests' in input && Array.isArray(input.requests)) return input as SentMessage;
  if (input.type === 'carried' && 'host' in input && typeof input.host === 'string') return input as CarriedQuestion;
  return null;
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

/** Tells of the addresses that the document loads (pictures, scripts, styles), those before now included. */
export function watchLoadedAddresses(tell: (requests: readonly SentRequest[]) => void): void {
  followResources({
    since: -Infinity,
    // It ends with the document.
    signal: new AbortController().signal,
    take(entries) {
      const requests = entries.map(loadedRequest).filter((request) => request !== null);
      if (requests.length > 0) tell(requests);
    },
  });
}
