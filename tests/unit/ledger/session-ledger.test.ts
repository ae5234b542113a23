import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadMessage } from '../../../ledger/read-message';
import type { Observation } from '../../../ledger/observation';
import { readVisit, SessionLedger, visitKey } from '../../../ledger/session-ledger';
import { NOON, page, request, stored } from '../observation-examples';

const TAB = 7;

function opened(document: string, startedAt: number, frame: 'top' | 'frame' = 'top'): ReadMessage {
  return { message: { type: 'opened', document, startedAt, frame, page: page({ at: startedAt }) }, dropped: 0 };
}

function observed(
  document: string,
  startedAt: number,
  observations: Observation[],
  frame: 'top' | 'frame' = 'top',
): ReadMessage {
  return { message: { type: 'observed', document, startedAt, frame, observations }, dropped: 0 };
}

function makeLedger(area = fakeBrowser.storage.session): SessionLedger {
  return new SessionLedger(area, () => undefined);
}

const hostsOf = async (ledger: SessionLedger, tab = TAB) => (await ledger.visit(tab))?.hosts.map(({ host }) => host);

beforeEach(() => {
  fakeBrowser.reset();
});

describe('SessionLedger', () => {
  it('opens a visit and adds to it, in the order of the calls', async () => {
    const ledger = makeLedger();
    void ledger.take(TAB, opened('d1', NOON));
    void ledger.take(TAB, observed('d1', NOON, [request('a.example')]));
    void ledger.take(TAB, observed('d1', NOON, [request('b.example')]));
    expect(await hostsOf(ledger)).toEqual(['a.example', 'b.example']);
  });

  it('keeps a JSON text for each tab and nothing in memory alone', async () => {
    await makeLedger().take(TAB, opened('d1', NOON));
    await makeLedger().take(TAB, observed('d1', NOON, [request('a.example')]));
    const kept = await fakeBrowser.storage.session.get(visitKey(TAB));
    expect(typeof kept[visitKey(TAB)]).toBe('string');
    expect(readVisit(kept[visitKey(TAB)])?.hosts).toHaveLength(1);
  });

  it('gives the same record however often the worker dies in between', async () => {
    const messages = [
      opened('d1', NOON),
      observed('d1', NOON, [request('a.example'), stored('x')]),
      observed('d1', NOON, [request('a.example')]),
      opened('f1', NOON + 50, 'frame'),
      observed('f1', NOON + 50, [request('b.example')], 'frame'),
      opened('d2', NOON + 100),
      observed('d1', NOON, [request('late.example')]),
      observed('d2', NOON + 100, [request('c.example')]),
    ];
    const record = async (deaths: readonly boolean[]): Promise<unknown> => {
      fakeBrowser.reset();
      let ledger = makeLedger();
      for (const [index, message] of messages.entries()) {
        if (deaths[index] === true) ledger = makeLedger();
        await ledger.take(TAB, message);
      }
      return ledger.visit(TAB);
    };
    const undisturbed = await record([]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (deaths) => {
        expect(await record(deaths)).toEqual(undisturbed);
      }),
      { numRuns: 40 },
    );
    expect(undisturbed).toMatchObject({ document: 'd2', hosts: [{ host: 'c.example' }] });
  });

  it('drops what a page says after a newer page has opened', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d2', NOON + 100));
    await ledger.take(TAB, observed('d1', NOON, [request('late.example')]));
    await ledger.take(TAB, opened('d1', NOON));
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'd2', hosts: [] });
  });

  it('counts a frame of the same owner with its page, and not with the next page', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.take(TAB, observed('f1', NOON + 20, [request('in-frame.example')], 'frame'));
    expect(await hostsOf(ledger)).toEqual(['in-frame.example']);
    await ledger.take(TAB, opened('d2', NOON + 100));
    await ledger.take(TAB, observed('f1', NOON + 20, [request('old-frame.example')], 'frame'));
    expect(await hostsOf(ledger)).toEqual([]);
  });

  it('keeps nothing of a frame in a page that is not watched', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('f1', NOON, 'frame'));
    await ledger.take(TAB, observed('f1', NOON, [request('a.example')], 'frame'));
    expect(await ledger.visit(TAB)).toBeNull();
  });

  it('does not mix tabs, and forgets the one that is asked', async () => {
    const ledger = makeLedger();
    await ledger.take(1, opened('d1', NOON));
    await ledger.take(2, opened('d2', NOON));
    await ledger.take(1, observed('d1', NOON, [request('a.example')]));
    await ledger.take(2, observed('d2', NOON, [request('b.example')]));
    expect(await hostsOf(ledger, 1)).toEqual(['a.example']);
    expect(await hostsOf(ledger, 2)).toEqual(['b.example']);
    await ledger.forget(1);
    expect([...(await ledger.visits()).keys()]).toEqual([2]);
  });

  it('forgets everything at once, and says of how many tabs', async () => {
    const forgotten: number[] = [];
    const ledger = new SessionLedger(fakeBrowser.storage.session, (tab, visit) => {
      if (visit === null) forgotten.push(tab);
    });
    await ledger.take(1, opened('d1', NOON));
    await ledger.take(2, opened('d2', NOON));
    await ledger.salt();
    await fakeBrowser.storage.session.set({ left: 'by an older version' });
    expect(await ledger.forgetAll()).toBe(2);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(forgotten).toEqual([1, 2]);
    expect(await ledger.forgetAll()).toBe(0);
  });

  it('makes a new salt after it has forgotten everything', async () => {
    const ledger = makeLedger();
    const before = await ledger.salt();
    await ledger.forgetAll();
    const after = await ledger.salt();
    expect(after).not.toBe(before);
    expect(await makeLedger().salt()).toBe(after);
  });

  it('brings nothing back that running pages say late, whatever waited in the queue', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    // All at once, as when the worker is busy: what was said before is forgotten, what is said after goes nowhere.
    const said = [
      ledger.take(TAB, observed('d1', NOON, [request('before.example')])),
      ledger.forgetAll(),
      ledger.take(TAB, observed('d1', NOON, [request('late.example')])),
      ledger.take(TAB, observed('f1', NOON + 20, [request('frame.example')], 'frame')),
      ledger.record(TAB, 'd1', [stored('late-cookie', 'cookie')]),
    ];
    await Promise.all(said);
    expect(await ledger.visit(TAB)).toBeNull();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    // A page that is opened from here on is recorded as ever.
    await ledger.take(TAB, opened('d2', NOON + 100));
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'd2' });
  });

  it('says when it could not forget, and works again afterwards', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    vi.spyOn(fakeBrowser.storage.session, 'remove').mockRejectedValueOnce(new Error('broken'));
    await expect(ledger.forgetAll()).rejects.toThrow('broken');
    expect(await ledger.forgetAll()).toBe(1);
  });

  it('notes how many observations were malformed', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.take(TAB, { ...observed('d1', NOON, []), dropped: 3 });
    expect((await ledger.visit(TAB))?.limits).toMatchObject([{ observer: 'messages', reason: 'failed', count: 3 }]);
  });

  it('makes room when the storage is full, and keeps the tab that is written', async () => {
    const area = fakeBrowser.storage.session;
    const ledger = makeLedger();
    for (let tab = 1; tab <= 10; tab++) await ledger.take(tab, opened(`d${tab}`, NOON + tab));
    vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await ledger.take(10, observed('d10', NOON + 10, [request('a.example')]));
    expect(await hostsOf(ledger, 10)).toEqual(['a.example']);
    expect([...(await ledger.visits()).keys()]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('tells its caller when there is no room at all, and works again afterwards', async () => {
    const area = fakeBrowser.storage.session;
    const full = vi.spyOn(area, 'set').mockRejectedValue(new Error('full'));
    const ledger = makeLedger();
    await expect(ledger.take(TAB, opened('d1', NOON))).rejects.toThrow('full');
    full.mockRestore();
    await expect(ledger.take(TAB, opened('d1', NOON))).resolves.toMatchObject({ document: 'd1' });
  });

  it('has one salt for a browser session, whichever worker is asked', async () => {
    const salt = await makeLedger().salt();
    expect(salt).not.toBe('');
    expect(await makeLedger().salt()).toBe(salt);
  });

  it('tells of each change', async () => {
    const changes: [number, string | null][] = [];
    const ledger = new SessionLedger(fakeBrowser.storage.session, (tab, visit) =>
      changes.push([tab, visit?.document ?? null]),
    );
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.forget(TAB);
    expect(changes).toEqual([
      [TAB, 'd1'],
      [TAB, null],
    ]);
  });
});

describe('readVisit', () => {
  it.each([[undefined], [null], [12], ['{"version":1}'], ['{"version":3}'], ['not json'], ['null'], ['[]']])(
    'gives null for %j',
    (stored) => {
      expect(readVisit(stored)).toBeNull();
    },
  );
});
