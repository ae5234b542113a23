/**
 * What a request carried, whole. It is never stored and never goes into a visit: it stays in the memory of the page that sent it,
 * and is handed to the popup only when the person asks what was sent.
 */
import type { RequestSource } from '../../ledger/observation.ts';

/** One request as it was sent. */
export interface SentRequest {
  /** With its query; at most `MAX_URL` characters. */
  readonly url: string;
  readonly method: string;
  /** The body as text, at most `MAX_BODY` characters; null where there was none or it is no text. */
  readonly body: string | null;
  /** When it was sent, milliseconds since 1970. */
  readonly at: number;
  readonly source: RequestSource;
  /** Host of the frame or worker that sent it; null for the page itself and where the browser does not tell. */
  readonly by: string | null;
  /** The browser's id of the tab's own document that it belongs to; absent where the browser does not tell. */
  readonly of?: string;
}

/** Longest address that is kept, in UTF-16 code units. */
export const MAX_URL = 8000;
/** Longest body that is kept, in UTF-16 code units. */
export const MAX_BODY = 16_000;
