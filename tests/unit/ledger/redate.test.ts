import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Clock } from '../../../ledger/clock.ts';
import type { ReadMessage } from '../../../ledger/read-message.ts';
import { asShown, moved, redated } from '../../../ledger/redate.ts';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import type { Visit } from '../../../ledger/visit.ts';
import { page, request, stored } from '../../../tools/builders/observations.ts';
import { HOUR, Machine, MINUTE, NOON } from './machine.ts';

const TAB = 3;

/** A page and the background, each with its clock; a worker dies and the next goes on. */
class Session {
  readonly machine = new Machine();
  readonly page: Clock = this.machine.process();
  worker: Clock = this.machine.process();
  ledger = this.#ledger();
  readonly #startedAt = this.page.now();

  #ledger(): SessionLedger {
    return new SessionLedger(fakeBrowser.storage.session, () => undefined, this.worker);
  }

  die(): void {
    this.worker = this.machine.process();
    this.ledger = this.#ledger();
  }

  async open(): Promise<void> {
    const at = this.#startedAt;
    await this.#send({ type: 'opened', document: 'document-1', startedAt: at, frame: 'top', page: page({ at }) });
  }

  /** The page tells that it has asked a host at a time. */
  async asked(host: string, at: number): Promise<void> {
    const observations = [request(host, { at })];
    await this.#send({
      type: 'observed',
      document: 'document-1',
      startedAt: this.#startedAt,
      frame: 'top',
      observations,
    });
  }

  /** The background sees a cookie, now. */
  async cookie(name: string): Promise<void> {
    await this.ledger.salt();
    await this.ledger.record(TAB, 'document-1', [{ ...stored(name), at: this.worker.now() }]);
  }

  async #send(message: ReadMessage['message']): Promise<void> {
    const ahead = this.page.ahead();
    await this.ledger.take(TAB, { message: ahead === 0 ? message : { ...message, ahead }, dropped: 0 });
  }

  async visit(): Promise<Visit> {
    const visit = await this.ledger.visit(TAB);
    if (visit === null) throw new Error('no visit');
    return visit;
  }
}

function datesOf(visit: Visit): Map<string, number> {
  return new Map([
    ...visit.hosts.map(({ host, firstAt }) => [host, firstAt] as const),
    ...visit.items.map(({ name, firstAt }) => [name, firstAt] as const),
  ]);
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a clock that is set back while a page is open', () => {
  it('turns nothing round in the page, and people read the time by the clock as it is now', async () => {
    const session = new Session();
    const { machine } = session;
    await session.open();
    await session.asked('before.example', session.page.now());
    machine
      .run(5 * MINUTE)
      .set(-HOUR)
      .run(1000);
    await session.asked('after.example', session.page.now());
    const dates = datesOf(await session.visit());
    expect(dates.get('after.example')).toBeGreaterThan(dates.get('before.example') ?? Infinity);
    const shown = datesOf(asShown(await session.visit()));
    expect(shown.get('after.example')).toBe(machine.wall);
    expect(shown.get('before.example')).toBe(NOON - HOUR);
  });

  it.each([false, true])('turns nothing round between the page and the background (worker died: %s)', async (died) => {
    const session = new Session();
    const { machine } = session;
    await session.open();
    await session.cookie('first');
    machine.run(1000);
    await session.asked('second.example', session.page.now());
    machine.run(MINUTE).set(-HOUR);
    if (died) session.die();
    machine.run(1000);
    await session.cookie('third');
    machine.run(1000);
    await session.asked('fourth.example', session.page.now());
    machine.run(1000);
    await session.cookie('fifth');
    const inOrder = [...datesOf(await session.visit())].sort(([, a], [, b]) => a - b).map(([name]) => name);
    expect(inOrder).toEqual(['first', 'second.example', 'third', 'fourth.example', 'fifth']);
    const shown = datesOf(asShown(await session.visit()));
    expect(shown.get('fifth')).toBe(machine.wall);
  });

  it('does not date what waited in the page after what came later', async () => {
    const session = new Session();
    const { machine } = session;
    await session.open();
    const at = session.page.now();
    machine.run(100).set(-HOUR).run(100);
    await session.cookie('later');
    await session.asked('waited.example', at);
    const dates = datesOf(await session.visit());
    expect(dates.get('waited.example')).toBeLessThan(dates.get('later') ?? 0);
  });
});

describe('moving dates', () => {
  const visit = {
    startedAt: NOON,
    since: NOON,
    updatedAt: NOON,
    ahead: HOUR,
    items: [{ name: 'at', size: 2e11, firstAt: NOON, at: NOON, restoredAt: NOON, cookie: { expiresAt: NOON } }],
    consents: [{ history: [{ choice: 'accepted', at: NOON }] }],
    hosts: [{ network: { uploadsFrom: 0, uploadsUntil: NOON } }],
  };

  it('moves every date, and nothing that is none', () => {
    const then = NOON - HOUR;
    expect(asShown(visit as unknown as Visit)).toEqual({
      startedAt: then,
      since: then,
      updatedAt: then,
      ahead: HOUR,
      items: [{ name: 'at', size: 2e11, firstAt: then, at: then, restoredAt: then, cookie: { expiresAt: NOON } }],
      consents: [{ history: [{ choice: 'accepted', at: then }] }],
      hosts: [{ network: { uploadsFrom: 0, uploadsUntil: then } }],
    });
  });

  it('leaves what needs no move as it is', () => {
    const plain = { startedAt: NOON } as Visit;
    expect(asShown(plain)).toBe(plain);
    const read: ReadMessage = {
      message: { type: 'observed', document: 'document-1', startedAt: NOON, frame: 'top', observations: [] },
      dropped: 0,
    };
    expect(redated(read, { ahead: () => 0 })).toBe(read);
    expect(moved(null, 1)).toBeNull();
  });
});

describe('whatever happens to the machine, the page and the worker', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('run' as const), by: fc.integer({ min: 10, max: 40_000 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('sleep' as const), by: fc.integer({ min: 1000, max: 9 * HOUR }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('set' as const), by: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), by: fc.constant(0) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('ask' as const), by: fc.constant(0) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('cookie' as const), by: fc.constant(0) }) },
  );

  it('the record stands in the order in which things happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        fakeBrowser.reset();
        const session = new Session();
        await session.open();
        const order: string[] = [];
        for (const { do: what, by } of steps) {
          session.machine.run(what === 'run' ? by : 10);
          const name = `${what}${order.length}.example`;
          if (what === 'sleep') session.machine.sleep(by);
          else if (what === 'set') session.machine.set(by);
          else if (what === 'die') session.die();
          else if (what !== 'run') {
            order.push(name);
            if (what === 'ask') await session.asked(name, session.page.now());
            else await session.cookie(name);
          }
        }
        const dates = datesOf(await session.visit());
        const told = order.map((name) => dates.get(name) ?? NaN);
        for (const [index, at] of told.entries()) expect(told[index + 1] ?? Infinity).toBeGreaterThanOrEqual(at - 2);
      }),
      { numRuns: 150 },
    );
  });
});

describe('every date of a fact is moved', () => {
  const T = 1_795_000_000_000;

  it.each([
    'at',
    'after',
    'until',
    'since',
    'offSince',
    'firstAt',
    'uploadsFrom',
    'cookiesUnreadSince',
    'one that comes later',
  ])('%s', (name) => {
    expect(moved({ list: [{ [name]: T }] }, 5)).toEqual({ list: [{ [name]: T + 5 }] });
  });

  it('and nothing else: when a cookie ends, sizes, counts, what stands for "never"', () => {
    const facts = { expiresAt: T, size: T, count: T, after: null, uploadsFrom: 0, failed: 3, hash: '1795000000000' };
    expect(moved(facts, 5)).toEqual(facts);
  });
});
