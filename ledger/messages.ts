/**
 * The messages between the background and everybody else, and the answers. Content scripts send messages in the past tense,
 * because they report facts; the settings page sends the one that asks for something. They are sent by `border/send-messages.ts`
 * and read by `read-message.ts`, which is a file of its own so that a content script carries no validator.
 */
import type { Observation, PageObservation } from './observation.ts';

/** By what clock a message is dated. */
interface Dated {
  /** How far the page's clock is ahead of the wall clock, because that was set back; absent as long as it was not. */
  readonly ahead?: number;
}

/** A document began to be watched. Answered with an `OpenedReply`. */
export interface OpenedMessage extends Dated {
  readonly type: 'opened';
  /** Random id of the visit, made by the content script: Firefox gives no documentId. */
  readonly document: string;
  /**
   * Random id of the page's top document, made by its content script: all visits of the document bear it, and what its frames
   * send. A frame does not know it yet when it says that it has begun.
   */
  readonly root?: string;
  /** When the document began, by its own clock. It orders nothing: clocks are set back, and each process has its own. */
  readonly startedAt: number;
  readonly frame: 'top' | 'frame';
  readonly page: PageObservation;
}

/**
 * `salt`: for hashes of identifiers. `site`: the registrable domain of the page, since the list that gives it is too long for a script
 * in a page. `page`, to a frame: the page around it, as its content script answers; null where none is watched. `off`: this page is
 * not to be watched. `recording`: a recording runs, so requests are told one by one.
 */
export type OpenedReply =
  | { readonly salt: string; readonly site: string; readonly page?: PresentPage | null; readonly recording?: true }
  | { readonly off: 'private' };

/** What the observers of a document have seen since the last message. */
export interface ObservedMessage extends Dated {
  readonly type: 'observed';
  readonly document: string;
  readonly root?: string;
  readonly startedAt: number;
  readonly frame: 'top' | 'frame';
  readonly observations: readonly Observation[];
}

/** Every message that goes into the ledger. */
export type PageMessage = OpenedMessage | ObservedMessage;

/** The page's document is left, for good or into the browser's back/forward cache: its record is of no page any more. */
export interface LeftMessage {
  readonly type: 'left';
  readonly root: string;
}

/** Asks the page that a tab shows which one it is. Answered with a `PresentPage`; nobody answers where none is watched. */
export interface WhichPageMessage {
  readonly type: 'which-page';
  /** A person looks: the page and its frames tell at once what they have not told yet, and what comes in the next seconds soon. */
  readonly tell?: true;
}

/** A document that is there now: its id, and that of the visit that it is in. */
export interface PresentPage {
  readonly root: string;
  readonly document: string;
}

/** To the frames of a tab: the page around them has opened a visit. They report in it what they still show. */
export interface PageOpenedMessage extends PresentPage {
  readonly type: 'page-opened';
}

/** To a page whose record had to make room: it reports everything anew. */
export interface AgainMessage {
  readonly type: 'again';
}

/** To a page and its frames: the person has taken back the permission for its site, or has given it again. */
export interface PermissionMessage {
  readonly type: 'withheld' | 'allowed-again';
}

/** To a page and its frames: a recording has begun, or has ended. While one runs, requests are told one by one. */
export interface RecordingMessage {
  readonly type: 'recording';
  readonly on: boolean;
}

/** To one frame, or to the page: tell what you have seen and not told yet. Answered with true once the background has taken it. */
export interface HandOverMessage {
  readonly type: 'hand-over';
}

/** Everything that the background says to a content script, or asks it, about visits. */
export type ToPageMessage =
  WhichPageMessage | PageOpenedMessage | AgainMessage | PermissionMessage | RecordingMessage | HandOverMessage;

/** A page that has no cookie store asks for the cookies that it can read itself. Answered with a `PageCookiesReply`. */
export interface PageCookiesMessage {
  readonly type: 'page-cookies';
}

/** Names and values, in the order in which the page's scripts get them; null where they cannot be read. */
export type PageCookiesReply = readonly (readonly [name: string, value: string])[] | null;

/** The page in the tab carries the marks of an organisation that we know; nothing of it was watched so far. Where all sites are allowed. */
export interface RecognisedMessage {
  readonly type: 'recognised';
}

/** From the popup: the record of this tab is of a page that does not answer. */
export interface CheckMessage {
  readonly type: 'check';
  readonly tab: number;
}

/** The person wants all records deleted, now. Answered with a `ForgetReply`. */
export interface ForgetMessage {
  readonly type: 'forget-all';
}

/** `tabs`: of how many tabs the record was deleted. `failed`: why it was not. */
export type ForgetReply = { readonly tabs: number } | { readonly failed: string };

/**
 * From a page of the extension: record what happens from now on under this id, which stands in the database by then, or end the recording
 * that runs. Answered with a `RecorderReply`.
 */
export type RecorderMessage =
  { readonly type: 'start-recording'; readonly id: string } | { readonly type: 'stop-recording' };

/** `done`: the id of the recording that has begun or ended. `failed`: why not; `broken` with the browser's own words. */
export type RecorderReply =
  | { readonly done: string }
  | { readonly failed: 'runs-already' | 'none-runs' | 'unknown' }
  | { readonly failed: 'broken'; readonly words: string };

/** Most observations in one message; the outbox of a page sends no more at once. */
export const MAX_OBSERVATIONS_PER_MESSAGE = 500;

/** Whether a content script's answer names the page that is there. */
export function isPresentPage(reply: unknown): reply is PresentPage {
  if (typeof reply !== 'object' || reply === null) return false;
  const { root, document } = reply as Partial<Record<keyof PresentPage, unknown>>;
  return typeof root === 'string' && typeof document === 'string';
}

/** Whether it answers `opened`. */
export function isOpenedReply(reply: unknown): reply is OpenedReply {
  return typeof reply === 'object' && reply !== null && (('salt' in reply && 'site' in reply) || 'off' in reply);
}

/** Whether it answers `forget-all`. */
export function isForgetReply(reply: unknown): reply is ForgetReply {
  return typeof reply === 'object' && reply !== null && ('tabs' in reply || 'failed' in reply);
}

/** Whether it answers a `RecorderMessage`. */
export function isRecorderReply(reply: unknown): reply is RecorderReply {
  return typeof reply === 'object' && reply !== null && ('done' in reply || 'failed' in reply);
}
