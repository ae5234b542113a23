/** Gathers what the observers of a visit report, and sends it in few messages. */
import { MAX_OBSERVATIONS_PER_MESSAGE } from '../../ledger/messages.ts';
import type { Observation } from '../../ledger/observation.ts';
import { clock } from '../clock.ts';
import { SummedQueue } from '../../ledger/summed-queue.ts';

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

function likeness(fact: Observation): string {
  if (fact.kind !== 'request') return '';
  const { address, initiator, failed, pixel } = fact;
  return [address.host, address.scheme, initiator, failed, pixel].join(' ');
}

function countOf(fact: Observation): number {
  return fact.kind === 'request' ? (fact.count ?? 1) : 1;
}

function added(taker: Observation, fact: Observation): Observation {
  if (taker.kind !== 'request' || fact.kind !== 'request') return taker;
  const news = fact.identifiers.filter(({ hash }) => !taker.identifiers.some((trace) => trace.hash === hash));
  return {
    ...taker,
    count: countOf(taker) + countOf(fact),
    identifiers: [...taker.identifiers, ...news].slice(0, MAX_IDENTIFIERS),
  };
}

/**
 * Makes an outbox. `send` gets at most 500 observations at a time, in the order in which they came.
 *
 * A burst of requests to one host is summed up: the first 20 stand as they are, those after them add to the `count` of one
 * that went to the same host in the same way.
 */
export function createOutbox(send: (observations: readonly Observation[]) => void): Outbox {
  const queue = new SummedQueue<Observation>({
    most: MAX_WAITING,
    apart: REQUESTS_TOLD_APART,
    groupOf: (fact) => (fact.kind === 'request' ? fact.address.host : null),
    likeness,
    add: added,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How many happenings found no room so far, and how many of them were reported. */
  let leftOut = 0;
  let leftOutReported = 0;

  function sendSome(): void {
    const limits: Observation[] = [];
    if (leftOut > leftOutReported) {
      leftOutReported = leftOut;
      limits.push({ kind: 'limit', at: clock.now(), observer: 'outbox', reason: 'too-many', count: leftOut });
    }
    const some = [...limits, ...queue.take(MAX_OBSERVATIONS_PER_MESSAGE - limits.length)];
    if (some.length > 0) send(some);
  }

  function wait(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      sendSome();
      if (queue.length > 0) wait();
    }, GATHERING_TIME);
  }

  return {
    add(observation) {
      if (!queue.add(observation)) leftOut += countOf(observation);
      wait();
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      do sendSome();
      while (queue.length > 0);
    },
  };
}
