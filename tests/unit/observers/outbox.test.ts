import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_OBSERVATIONS_PER_MESSAGE } from '../../../ledger/messages.ts';
import type { FrameObservation, Observation, RequestObservation } from '../../../ledger/observation.ts';
import {
  createOutbox,
  GATHERING_TIME,
  LOOKING_TIME,
  MAX_WAITING,
  REQUESTS_TOLD_APART,
  SHORT_GATHERING_TIME,
} from '../../../observers/page/outbox.ts';

const sent: (readonly Observation[])[] = [];
const send = (observations: readonly Observation[]): void => {
  sent.push(observations);
};

function request(host: string, change: Partial<RequestObservation> = {}): RequestObservation {
  return {
    kind: 'request',
    at: 1,
    address: { scheme: 'https', host, path: '/' },
    initiator: 'fetch',
    failed: null,
    pixel: false,
    identifiers: [],
    ...change,
  };
}

function frame(number: number): FrameObservation {
  return { kind: 'frame', at: 1, address: { scheme: 'https', host: 'a.example', path: `/${number}` }, title: '' };
}

function requestsIn(message: readonly Observation[] | undefined): RequestObservation[] {
  return (message ?? []).filter((one) => one.kind === 'request');
}

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('gathering', () => {
  it('sends the first facts of a visit soon, and what comes after them once a second, in order', () => {
    const outbox = createOutbox(send);
    outbox.add(frame(1));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME - 1);
    outbox.add(frame(2));
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual([[frame(1), frame(2)]]);
    outbox.add(frame(3));
    vi.advanceTimersByTime(GATHERING_TIME - 1);
    outbox.add(frame(4));
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sent.slice(1)).toEqual([[frame(3), frame(4)]]);
  });

  it('sends nothing when nothing came', () => {
    const outbox = createOutbox(send);
    outbox.flush();
    vi.advanceTimersByTime(10 * GATHERING_TIME);
    expect(sent).toEqual([]);
  });

  it('sends at once when it is flushed, and not a second time', () => {
    const outbox = createOutbox(send);
    outbox.add(frame(1));
    outbox.flush();
    expect(sent).toEqual([[frame(1)]]);
    vi.advanceTimersByTime(10 * GATHERING_TIME);
    expect(sent).toHaveLength(1);
  });

  it('spreads a crowd over messages of the largest size, one in each pause', () => {
    const outbox = createOutbox(send);
    for (let i = 0; i < MAX_OBSERVATIONS_PER_MESSAGE + 1; i += 1) outbox.add(frame(i));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    expect(sent.map((message) => message.length)).toEqual([MAX_OBSERVATIONS_PER_MESSAGE]);
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    expect(sent.map((message) => message.length)).toEqual([MAX_OBSERVATIONS_PER_MESSAGE, 1]);
  });

  it('waits no whole second with a message that is full', () => {
    const outbox = createOutbox(send);
    outbox.add(frame(0));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    for (let i = 0; i < MAX_OBSERVATIONS_PER_MESSAGE - 1; i += 1) outbox.add(frame(i));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    expect(sent).toHaveLength(1);
    outbox.add(frame(0));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    expect(sent).toHaveLength(2);
  });

  it('sends at once when somebody looks, then what was asked for, and for some seconds what comes soon', () => {
    const outbox = createOutbox(send);
    outbox.add(frame(0));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    outbox.add(frame(1));
    outbox.hurry();
    expect(sent.at(-1)).toEqual([frame(1)]);
    outbox.add(frame(2));
    vi.advanceTimersByTime(50);
    expect(sent.at(-1)).toEqual([frame(2)]);
    outbox.add(frame(3));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    expect(sent.at(-1)).toEqual([frame(3)]);
    vi.advanceTimersByTime(LOOKING_TIME);
    outbox.add(frame(4));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    outbox.add(frame(5));
    vi.advanceTimersByTime(SHORT_GATHERING_TIME);
    expect(sent.at(-1)).toEqual([frame(4)]);
    vi.advanceTimersByTime(GATHERING_TIME);
    expect(sent.at(-1)).toEqual([frame(5)]);
  });

  it('empties itself when flushed, in messages that are not too large', () => {
    const outbox = createOutbox(send);
    for (let i = 0; i < 1200; i += 1) outbox.add(frame(i));
    outbox.flush();
    expect(sent.map((message) => message.length)).toEqual([500, 500, 200]);
  });
});

describe('limits', () => {
  it('drops what is more than it can hold, and says how much, once', () => {
    const outbox = createOutbox(send);
    for (let i = 0; i < MAX_WAITING + 7; i += 1) outbox.add(frame(i));
    outbox.flush();
    const all = sent.flat();
    expect(all.filter((one) => one.kind === 'frame')).toHaveLength(MAX_WAITING);
    expect(all.filter((one) => one.kind === 'limit')).toMatchObject([
      { observer: 'outbox', reason: 'too-many', count: 7 },
    ]);
    outbox.add(frame(0));
    outbox.flush();
    expect(sent.at(-1)).toEqual([frame(0)]);
  });

  it('counts all that it has dropped so far, since a later report replaces an earlier one', () => {
    const outbox = createOutbox(send);
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < MAX_WAITING + 5; i += 1) outbox.add(frame(i));
      outbox.flush();
    }
    const limits = sent.flat().filter((one) => one.kind === 'limit');
    expect(limits.map(({ count }) => count)).toEqual([5, 10]);
  });
});

describe('a full queue', () => {
  const filled = (): ReturnType<typeof createOutbox> => {
    const outbox = createOutbox(send);
    for (let i = 0; i < MAX_WAITING; i += 1) outbox.add(frame(i));
    return outbox;
  };
  const leftOut = (): number =>
    sent.flat().reduce((most, one) => (one.kind === 'limit' ? Math.max(most, one.count) : most), 0);

  it('takes no request of a host that is new to it, and says so: nothing is thrown', () => {
    const outbox = filled();
    for (let i = 0; i < 21; i += 1) outbox.add(request('late.example'));
    outbox.flush();
    expect(requestsIn(sent.flat())).toEqual([]);
    expect(leftOut()).toBe(21);
  });

  it('counts each request that one left out stood for', () => {
    const outbox = filled();
    outbox.add(request('late.example', { count: 40 }));
    outbox.flush();
    expect(leftOut()).toBe(40);
  });

  it('adds to a request that waits in it, from the first one on', () => {
    const outbox = createOutbox(send);
    outbox.add(request('a.example'));
    for (let i = 1; i < MAX_WAITING; i += 1) outbox.add(frame(i));
    for (let i = 0; i < 30; i += 1) outbox.add(request('a.example'));
    outbox.flush();
    expect(requestsIn(sent.flat())).toMatchObject([{ count: 31 }]);
    expect(leftOut()).toBe(0);
  });

  it('goes on with hosts of all kinds, and accounts for every request', () => {
    const outbox = createOutbox(send);
    let made = 0;
    for (let i = 0; i < 100; i += 1)
      for (let j = 0; j < 45; j += 1) {
        outbox.add(request(`h${i}.example`, { failed: j % 3 === 0 ? true : null }));
        made += 1;
      }
    outbox.flush();
    const counted = requestsIn(sent.flat()).reduce((sum, { count }) => sum + (count ?? 1), 0);
    expect(counted + leftOut()).toBe(made);
  });
});

describe('bursts of requests', () => {
  it('tells the first requests to a host apart and sums up the others, losing none', () => {
    const outbox = createOutbox(send);
    for (let i = 0; i < 1000; i += 1) {
      outbox.add(request('a.example', { address: { scheme: 'https', host: 'a.example', path: `/${i}` } }));
    }
    outbox.flush();
    const requests = requestsIn(sent[0]);
    expect(requests).toHaveLength(REQUESTS_TOLD_APART);
    expect(new Set(requests.map(({ address }) => address.path)).size).toBe(REQUESTS_TOLD_APART);
    expect(requests.reduce((sum, { count }) => sum + (count ?? 1), 0)).toBe(1000);
  });

  it('keeps apart what failed, what is a pixel and what went unencrypted', () => {
    const outbox = createOutbox(send);
    const kinds: Partial<RequestObservation>[] = [
      {},
      { failed: true },
      { pixel: true },
      { address: { scheme: 'http', host: 'a.example', path: '/' } },
    ];
    for (let i = 0; i < 100; i += 1) for (const kind of kinds) outbox.add(request('a.example', kind));
    outbox.flush();
    const counted = (fits: (one: RequestObservation) => boolean): number =>
      requestsIn(sent[0])
        .filter(fits)
        .reduce((sum, { count }) => sum + (count ?? 1), 0);
    expect(counted(({ failed }) => failed === true)).toBe(100);
    expect(counted(({ pixel }) => pixel)).toBe(100);
    expect(counted(({ address }) => address.scheme === 'http')).toBe(100);
    expect(counted(() => true)).toBe(400);
  });

  it('keeps the identifiers of those that it sums up, ten at most', () => {
    const outbox = createOutbox(send);
    for (let i = 0; i < REQUESTS_TOLD_APART + 30; i += 1) {
      const hash = `h${Math.min(i, REQUESTS_TOLD_APART + 20)}`;
      outbox.add(request('a.example', { identifiers: [{ name: 'id', hash }] }));
    }
    outbox.flush();
    const requests = requestsIn(sent[0]);
    const hashes = new Set(requests.flatMap(({ identifiers }) => identifiers.map(({ hash }) => hash)));
    expect(hashes.size).toBe(REQUESTS_TOLD_APART + 9);
    expect(Math.max(...requests.map(({ identifiers }) => identifiers.length))).toBe(10);
  });

  it('does not add to a request that has been sent', () => {
    const outbox = createOutbox(send);
    for (let i = 0; i < 30; i += 1) outbox.add(request('a.example'));
    outbox.flush();
    outbox.add(request('a.example'));
    outbox.flush();
    expect(requestsIn(sent[1])).toEqual([request('a.example')]);
  });

  it('leaves requests to many hosts as they are', () => {
    const outbox = createOutbox(send);
    for (let i = 0; i < 300; i += 1) outbox.add(request(`h${i}.example`));
    outbox.flush();
    expect(requestsIn(sent[0])).toHaveLength(300);
  });
});

describe('while a recording runs', () => {
  const burst = REQUESTS_TOLD_APART + 70;

  it('each request stands by itself, and after it they are summed up again', () => {
    const outbox = createOutbox(send);
    outbox.tellApart(true);
    for (let at = 0; at < burst; at += 1)
      outbox.add(request('a.example', { address: { scheme: 'https', host: 'a.example', path: `/${at}` } }));
    outbox.flush();
    expect(requestsIn(sent[0]).map(({ address, count }) => [address.path, count])).toEqual(
      Array.from({ length: burst }, (_, at) => [`/${at}`, undefined]),
    );
    outbox.tellApart(false);
    for (let at = 0; at < burst; at += 1) outbox.add(request('a.example'));
    outbox.flush();
    expect(requestsIn(sent[1])).toHaveLength(REQUESTS_TOLD_APART);
  });

  it('the room stays bounded, and what finds none is counted', () => {
    const outbox = createOutbox(send);
    outbox.tellApart(true);
    for (let at = 0; at < MAX_WAITING + 30; at += 1) outbox.add(request('a.example'));
    outbox.flush();
    expect(sent.flat().filter(({ kind }) => kind === 'request')).toHaveLength(MAX_WAITING);
    expect(sent.flat().filter(({ kind }) => kind === 'limit')).toMatchObject([{ observer: 'outbox', count: 30 }]);
  });
});
