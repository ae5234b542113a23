/** Gathers what the observers of a visit report, and sends it in few messages. */
import { MAX_OBSERVATIONS_PER_MESSAGE } from '../../ledger/messages.ts';
import type { Observation } from '../../ledger/observation.ts';
import { clock } from '../clock.ts';
import { SummedQueue } from '../../ledger/summed-queue.ts';

/** The outbox of one visit. */
export interface Outbox {
  /** Takes a fact; it goes out with others within a second. */
  readonly add: (observation: Observation) => void;
  /** Sends all that waits, now. */
  readonly flush: () => void;
  /** Somebody looks at the record: all that waits goes out now, and what comes in the next seconds goes out soon. */
  readonly hurry: () => void;
  /** A recording runs, or has ended: requests are not summed up so long. */
  readonly tellApart: (isRecording: boolean) => void;
}

/**
 * Milliseconds between a fact and the message that carries it, with those that came in between. Each message wakes the background,
 * which costs more than all that is done with it; the record need not be younger than that while nobody looks at it.
 */
export const GATHERING_TIME = 1000;
/**
 * The same where it may not take so long: for the first message of a visit, from which the badge has its number; while somebody looks at
 * the record; and where so much waits that a message is full.
 */
export const SHORT_GATHERING_TIME = 250;
/** The same for the first facts after somebody has begun to look: what others had to be asked for. */
const ANSWERING_TIME = 15;
/** How long somebody is taken to look after each word of it, in milliseconds; it comes once a second. */
export const LOOKING_TIME = 2500;
/** Most facts that may wait. A page that makes more of them than can be sent loses the rest, and is told so. */
export const MAX_WAITING = 2000;
/** Requests to one host in one message that keep their own path; the others only add to a count. */
export const REQUESTS_TOLD_APART = 80;

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
 * A burst of requests to one host is summed up: the first 80 stand as they are, those after them add to the `count` of one
 * that went to the same host in the same way. While a recording runs, each stands by itself.
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
  /** When the next message is due, by the document's ticks. */
  let due = Infinity;
  let gathering = SHORT_GATHERING_TIME;
  let lookedAtUntil = -Infinity;
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

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    due = Infinity;
  }

  function wait(pause: number): void {
    const then = performance.now() + pause;
    if (then >= due) return;
    stop();
    due = then;
    timer = setTimeout(() => {
      stop();
      gathering = performance.now() < lookedAtUntil ? SHORT_GATHERING_TIME : GATHERING_TIME;
      sendSome();
      if (queue.length > 0) wait(SHORT_GATHERING_TIME);
    }, pause);
  }

  function flush(): void {
    stop();
    do sendSome();
    while (queue.length > 0);
  }

  return {
    add(observation) {
      if (!queue.add(observation)) leftOut += countOf(observation);
      // Asked for when a message begins to fill and when it is full, not for each fact.
      if (timer === undefined) wait(gathering);
      else if (queue.length === MAX_OBSERVATIONS_PER_MESSAGE) wait(SHORT_GATHERING_TIME);
    },
    flush,
    hurry() {
      lookedAtUntil = performance.now() + LOOKING_TIME;
      flush();
      gathering = ANSWERING_TIME;
    },
    tellApart(isRecording) {
      queue.sumUp(!isRecording);
    },
  };
}
