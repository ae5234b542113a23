/** What arrives in the background from elsewhere: validated here, before anything else sees it. */
import * as v from 'valibot';
import {
  MAX_OBSERVATIONS_PER_MESSAGE,
  type CheckMessage,
  type ForgetMessage,
  type LeftMessage,
  type PageMessage,
  type PageCookiesMessage,
  type RecorderMessage,
  type RecognisedMessage,
} from './messages.ts';
import { count, page, pageObservation, time } from './observation-schema.ts';
import type { Observation } from './observation.ts';

const id = v.pipe(v.string(), v.minLength(8), v.maxLength(64));
const head = {
  document: id,
  root: v.exactOptional(id),
  startedAt: time,
  frame: v.picklist(['top', 'frame']),
  ahead: v.exactOptional(time),
};
const opened = v.strictObject({ type: v.literal('opened'), ...head, page });
const observed = v.strictObject({
  type: v.literal('observed'),
  ...head,
  observations: v.pipe(v.array(v.unknown()), v.maxLength(MAX_OBSERVATIONS_PER_MESSAGE)),
});

/** A message that fits, and how many of its observations did not and were dropped; or null for no message of ours. */
export interface ReadMessage {
  readonly message: PageMessage;
  readonly dropped: number;
}

/**
 * Validates what arrived from a content script. One bad observation costs itself and not its neighbours: it is dropped
 * and counted. Anything else that does not fit gives null.
 */
export function readPageMessage(input: unknown): ReadMessage | null {
  const asOpened = v.safeParse(opened, input);
  if (asOpened.success) return { message: asOpened.output, dropped: 0 };
  const asObserved = v.safeParse(observed, input);
  if (!asObserved.success) return null;
  const observations: Observation[] = [];
  for (const item of asObserved.output.observations) {
    const read = v.safeParse(pageObservation, item);
    if (read.success) observations.push(read.output);
  }
  return {
    message: { ...asObserved.output, observations },
    dropped: asObserved.output.observations.length - observations.length,
  };
}

const left = v.strictObject({ type: v.literal('left'), root: id }) satisfies v.GenericSchema<unknown, LeftMessage>;
const check = v.strictObject({ type: v.literal('check'), tab: count }) satisfies v.GenericSchema<unknown, CheckMessage>;
const pageCookies = v.strictObject({ type: v.literal('page-cookies') }) satisfies v.GenericSchema<
  unknown,
  PageCookiesMessage
>;

const recognised = v.strictObject({ type: v.literal('recognised') }) satisfies v.GenericSchema<
  unknown,
  RecognisedMessage
>;
const forgetAll = v.strictObject({ type: v.literal('forget-all') }) satisfies v.GenericSchema<unknown, ForgetMessage>;
const recorder = v.variant('type', [
  v.strictObject({ type: v.literal('start-recording'), id }),
  v.strictObject({ type: v.literal('stop-recording') }),
]) satisfies v.GenericSchema<unknown, RecorderMessage>;

/** Reads the wish to begin or to end a recording; null for anything else. Who may wish it is for the caller to see. */
export function readRecorderMessage(input: unknown): RecorderMessage | null {
  const read = v.safeParse(recorder, input);
  return read.success ? read.output : null;
}

/** Reads the message of a page that is left; null for anything else. */
export function readLeftMessage(input: unknown): LeftMessage | null {
  const read = v.safeParse(left, input);
  return read.success ? read.output : null;
}

/** Reads the popup's message on a tab whose page does not answer; null for anything else. Who may send it is for the caller to see. */
export function readCheckMessage(input: unknown): CheckMessage | null {
  const read = v.safeParse(check, input);
  return read.success ? read.output : null;
}

/** Whether this is the message of a page that carries the marks, and nothing more. */
export function isRecognisedMessage(input: unknown): input is RecognisedMessage {
  return v.is(recognised, input);
}

/** Whether a page asks for its cookies, and nothing more. */
export function isPageCookiesMessage(input: unknown): input is PageCookiesMessage {
  return v.is(pageCookies, input);
}

/** Whether this asks for the deletion of all records, and nothing more. Who may ask is for the caller to see. */
export function isForgetMessage(input: unknown): input is ForgetMessage {
  return v.is(forgetAll, input);
}
