/** What the page has sent, in the page's memory alone: the last requests of each host, whole. Gone with the document. */
import { hostOf } from '../../recognition/web-address.ts';
import type { SentRequest } from './sent-request.ts';

/** Requests kept of one host. */
export const MAX_PER_HOST = 20;
/** UTF-16 code units kept in all. */
export const MAX_KEPT = 300_000;

/** The last requests, by host. */
export interface SentRing {
  readonly add: (request: SentRequest) => void;
  /** What was sent to a host, the newest first. */
  readonly of: (host: string) => SentRequest[];
  readonly clear: () => void;
}

function sizeOf({ url, body }: SentRequest): number {
  return url.length + (body?.length ?? 0);
}

/** Makes an empty one. It drops the oldest request of a host beyond its twenty, and the oldest of all beyond 300,000 characters. */
export function createSentRing(): SentRing {
  // In order of arrival, so that the oldest of all stands first.
  const kept: { readonly host: string; readonly request: SentRequest }[] = [];
  let size = 0;

  function drop(index: number): void {
    const [gone] = kept.splice(index, 1);
    if (gone !== undefined) size -= sizeOf(gone.request);
  }

  return {
    add(request) {
      const host = hostOf(request.url);
      if (host === null || sizeOf(request) > MAX_KEPT) return;
      kept.push({ host, request });
      size += sizeOf(request);
      if (kept.filter((one) => one.host === host).length > MAX_PER_HOST) {
        drop(kept.findIndex((one) => one.host === host));
      }
      while (size > MAX_KEPT) drop(0);
    },
    of(host) {
      return kept
        .filter((one) => one.host === host)
        .map(({ request }) => request)
        .sort((a, b) => b.at - a.at);
    },
    clear() {
      kept.length = 0;
      size = 0;
    },
  };
}
