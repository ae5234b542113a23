/** Gathers what the observers of a visit report, and sends it in few messages. */
import { MAX_OBSERVATIONS_PER_MESSAGE } from '../../ledger/messages';
import type { LimitObservation, Observation, RequestObservation } from '../../ledger/observation';
import { clock } from '../clock';

/** The outbox of one visit. */
export interface Outbox {
  /** Takes a fact; it goes out with others within 250 ms. */
  readonly add: (observation: Observation) => void;
  /** Sends all that waits, now. */
  readonly flush: () => void;
}

/** Milliseconds between the first fact and the message that carries it. */
export const GATHERING_TIME = 250;
/** Most facts that may wait. A page that makes more of them than can be sent loses the rest, and is told so. */
export const MAX_WAITING = 2000;
/** Requests to one host in one message that keep their own path; the others only add to a count. */
export const REQUESTS_TOLD_APART = 20;

/** Most identifiers of one observation, as the contract has it. */
const MAX_IDENTIFIERS = 10;

/**
 * Makes an outbox. `send` gets at most 500 observations at a time, in the order in which they came.
 *
 * A burst of requests to one host is summed up: the first 20 stand as they are, those after them add to the `count` of one
 * that went to the same host in the same way.
 */
export function createOutbox(send: (observations: readonly Observation[]) => void): Outbox {
  let waiting: Observation[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leftOut = 0;
  let leftOutTold = 0;
  /** How many requests to a host wait by themselves. */
  let toldApart = new Map<string, number>();
  /** Where in `waiting` the request stands that takes up others like it. */
  let takers = new Map<string, number>();

  function sumUp(request: RequestObservation): boolean {
    const { host, scheme } = request.address;
    const kind = [host, scheme, request.initiator, request.failed, request.pixel].join(' ');
    const known = toldApart.get(host) ?? 0;
    const index = takers.get(kind);
    if (known < REQUESTS_TOLD_APART || index === undefined) {
      toldApart.set(host, known + 1);
      takers.set(kind, waiting.length);
      return false;
    }
    const taker = waiting[index] as RequestObservation;
    const news = request.identifiers.filter(({ hash }) => !taker.identifiers.some((trace) => trace.hash === hash));
    waiting[index] = {
      ...taker,
      count: (taker.count ?? 1) + (request.count ?? 1),
      identifiers: [...taker.identifiers, ...news].slice(0, MAX_IDENTIFIERS),
    };
    return true;
  }

  function sendSome(): void {
    if (leftOut > leftOutTold) {
      leftOutTold = leftOut;
      const limit: LimitObservation = {
        kind: 'limit',
        at: clock.now(),
        observer: 'outbox',
        reason: 'too-many',
        count: leftOut,
      };
      waiting.unshift(limit);
    }
    const some = waiting.slice(0, MAX_OBSERVATIONS_PER_MESSAGE);
    waiting = waiting.slice(MAX_OBSERVATIONS_PER_MESSAGE);
    toldApart = new Map();
    takers = new Map();
    if (some.length > 0) send(some);
  }

  function wait(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      sendSome();
      if (waiting.length > 0) wait();
    }, GATHERING_TIME);
  }

  return {
    add(observation) {
      if (observation.kind === 'request' && sumUp(observation)) return;
      if (waiting.length >= MAX_WAITING) leftOut += 1;
      else waiting.push(observation);
      wait();
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      do sendSome();
      while (waiting.length > 0);
    },
  };
}
