/** How content scripts and pages of the extension send their messages to the background. */
import {
  isForgetReply,
  isOpenedReply,
  isRecorderReply,
  type CheckMessage,
  type ForgetMessage,
  type LeftMessage,
  type ObservedMessage,
  type OpenedMessage,
  type OpenedReply,
  type PageCookiesMessage,
  type PageCookiesReply,
  type PageMessage,
  type RecognisedMessage,
  type RecorderMessage,
  type RecorderReply,
} from '../messages.ts';
import { extensionApi } from './extension-api.ts';

/** How a content script reaches the background. Throws when the extension was updated or removed under the page. */
function send(
  message:
    PageMessage | LeftMessage | RecognisedMessage | CheckMessage | ForgetMessage | PageCookiesMessage | RecorderMessage,
): Promise<unknown> {
  return extensionApi().runtime.sendMessage(message);
}

function randomSalt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How long a page waits for the background's answer before it goes on with a salt of its own, in milliseconds. */
const REPLY_PATIENCE = 2000;

/**
 * Reports to the background that a document is being watched. Never rejects: without an answer within two seconds (a worker
 * that died on the way) it gives a random salt and the host as the site: comparisons with other frames and cookies are lost, and other
 * hosts of the site count as others'.
 */
export async function openDocument(message: OpenedMessage): Promise<OpenedReply> {
  const patience = new Promise<null>((resolve) => {
    setTimeout(resolve, REPLY_PATIENCE, null);
  });
  try {
    const reply = await Promise.race([send(message), patience]);
    if (isOpenedReply(reply)) return reply;
  } catch {
    // The extension was updated or removed: what follows goes nowhere, and harms nobody.
  }
  return { salt: randomSalt(), site: message.page.address.host.replace(/^www\./, '') };
}

/** Messages that the background has not taken yet. */
const underway = new Set<Promise<unknown>>();

/** Sends and waits for nothing. Never throws. */
function post(message: ObservedMessage | LeftMessage | RecognisedMessage | CheckMessage): void {
  try {
    const sent = send(message)
      .catch(() => undefined)
      .finally(() => underway.delete(sent));
    underway.add(sent);
  } catch {
    // As above: the page goes on without us.
  }
}

/** Waits until the background has taken all that was sent so far, or has gone. Never rejects. */
export async function whenTaken(): Promise<void> {
  await Promise.all(underway);
}

/** Sends what was seen and waits for nothing. */
export function sendObserved(message: ObservedMessage): void {
  post(message);
}

/** Reports that the page carries the marks, and waits for nothing. */
export function sendRecognised(): void {
  post({ type: 'recognised' });
}

/** Asks for the cookies that the page can read itself; null where they cannot be had. Rejects when the extension has gone. */
export async function askForPageCookies(): Promise<PageCookiesReply> {
  const reply = await send({ type: 'page-cookies' });
  return Array.isArray(reply) ? (reply as PageCookiesReply) : null;
}

/** Reports that the record of a tab is of a page that does not answer, and waits for nothing. */
export function sendCheck(tab: number): void {
  post({ type: 'check', tab });
}

/** Reports that the page is left, and waits for nothing. */
export function sendLeft(root: string): void {
  post({ type: 'left', root });
}

/**
 * Has the background delete the records of all tabs. Gives how many there were, when they are gone.
 *
 * @throws Error with the reason when they are not.
 */
export async function askToForgetAll(): Promise<number> {
  const reply = await send({ type: 'forget-all' });
  if (!isForgetReply(reply)) throw new Error('The background did not answer.');
  if ('failed' in reply) throw new Error(reply.failed);
  return reply.tabs;
}

/** Has the background begin or end a recording. Gives what came of it; a background that does not answer counts as broken. */
export async function askRecorder(message: RecorderMessage): Promise<RecorderReply> {
  try {
    const reply = await send(message);
    if (isRecorderReply(reply)) return reply;
    return { failed: 'broken', words: 'The background did not answer.' };
  } catch (error) {
    return { failed: 'broken', words: error instanceof Error ? error.message : String(error) };
  }
}
