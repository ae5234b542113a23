/** The browser's own word on every request (full view): one listener for each way in which a request can end. It only observes. */
import { browser } from 'wxt/browser';
import { clock } from '../clock.ts';
import { readRequest, type RequestEvent, type SeenRequest } from '../network-facts/request-facts.ts';

const FILTER = { urls: ['*://*/*', 'ws://*/*', 'wss://*/*'] };

interface RequestEventTarget {
  addListener(listener: (details: unknown) => undefined, filter: typeof FILTER, extra?: string[]): void;
  removeListener(listener: (details: unknown) => undefined): void;
}

interface WebRequest {
  readonly onCompleted: RequestEventTarget;
  readonly onErrorOccurred: RequestEventTarget;
  readonly onBeforeRedirect: RequestEventTarget;
  /** Chromium's list of details, by which an extension learns whether 'extraHeaders' is one. */
  readonly OnCompletedOptions?: Readonly<Record<string, string>>;
}

/** The manifest asks for it at the installation; a browser without it leaves the extension in page view. */
function webRequest(): WebRequest | undefined {
  return (browser as unknown as { readonly webRequest?: WebRequest }).webRequest;
}

/**
 * Whether the browser has it at all. Which sites it tells of is another question (`all-sites.ts`), and one that takes longer to answer
 * than the first turn of a worker.
 */
export function canSeeRequests(): boolean {
  return webRequest() !== undefined;
}

/**
 * Hands on every request when it has ended or is sent on. Must be called in the first turn of a worker, or the event that woke it
 * is lost. Gives a function that stops it.
 */
export function listenToRequests(take: (seen: SeenRequest) => void): () => void {
  const api = webRequest();
  if (api === undefined) return () => undefined;
  const listener =
    (event: RequestEvent) =>
    (details: unknown): undefined => {
      const seen = readRequest(event, details);
      if (seen !== null) take({ ...seen, at: clock.ofWall(seen.at) });
    };
  // Chromium leaves Set-Cookie out without 'extraHeaders', which Firefox does not know and refuses.
  const extra = Object.values(api.OnCompletedOptions ?? {}).includes('extraHeaders') ? ['extraHeaders'] : [];
  const headers = ['responseHeaders', ...extra];
  const pairs = [
    [api.onCompleted, listener('completed'), headers],
    [api.onErrorOccurred, listener('failed'), undefined],
    [api.onBeforeRedirect, listener('redirected'), headers],
  ] as const;
  for (const [target, listen, details] of pairs) {
    if (details === undefined) target.addListener(listen, FILTER);
    else target.addListener(listen, FILTER, details);
  }
  return () => {
    for (const [target, listen] of pairs) {
      try {
        target.removeListener(listen);
      } catch {
        // The extension is on its way out, and the listeners with it.
      }
    }
  };
}
