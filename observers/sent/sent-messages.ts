/** What the background, the popup and the page's script for sent data say to each other. Nothing of it is stored. */
import type { SentRequest } from './sent-request.ts';

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

/** What the extension's own parts say to the page's script. */
export type SentChannelMessage = SentMessage | SentEnd | ThereQuestion | CarriedQuestion;

/** Reads a message of the extension's own; null for any other. Its requests are made by our background, and not checked again. */
export function readSentMessage(input: unknown): SentChannelMessage | null {
  if (typeof input !== 'object' || input === null || !('type' in input)) return null;
  if (input.type === 'sent' && 'requests' in input && Array.isArray(input.requests)) return input as SentMessage;
  if (input.type === 'carried' && 'host' in input && typeof input.host === 'string') return input as CarriedQuestion;
  return input.type === 'sent-end' || input.type === 'there' ? { type: input.type } : null;
}
