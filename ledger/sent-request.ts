/**
 * What a request carried, whole. It is never stored and never goes into a visit: it stays in the memory of the page that sent it,
 * and is handed to the popup only when the person asks what was sent.
 */
import type { RequestSource } from './observation.ts';

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

/** The background tells the page's script in the tab of what was sent (full view). */
export interface SentMessage {
  readonly type: 'sent';
  readonly requests: readonly SentRequest[];
}

/** The background tells the page's script that the person has taken the permission back: it stops and forgets. */
export interface SentEnd {
  readonly type: 'sent-end';
}

/** The background asks whether a document is the one that the tab shows. Answered with true, or by nobody. */
export interface ThereQuestion {
  readonly type: 'there';
}

/** The page's script asks whether it may compare what is typed with what is sent. Answered with a `CompareReply`. */
export interface CompareQuestion {
  readonly type: 'may-compare';
}

/** `document`: the browser's id of the document that asked, where it tells one. */
export interface CompareReply {
  readonly allowed: boolean;
  readonly document: string | null;
}

/** The popup asks the page's script what was sent to a host. Answered with a `CarriedReply`. */
export interface CarriedQuestion {
  readonly type: 'carried';
  readonly host: string;
}

/** The newest first; at most 20. */
export interface CarriedReply {
  readonly requests: readonly SentRequest[];
}
